// Finding things on a page: one task after the other, each with what is to be tapped (CURRICULUM.md, X17, X17c).
// Cases: tests/vectors/finding.json. A tap on something else finds nothing; it stays, and says why.

export interface Task {
  id: string;
  /** What can be tapped, and which of it is wanted; all of it, in any order. */
  items: string[];
  wanted: string[];
}

export interface Found {
  /** How many tasks are done. */
  done: number;
  /** What was found in the task that is open, or in the last one. */
  marked: string[];
  /** The last tap on something, with its task; null before the first. */
  last: { task: Task; item: string; isRight: boolean } | null;
  /** The door that stands open: what was opened last; null where none is. */
  door: string | null;
  /** Taps on what was not wanted. */
  misses: number;
}

/**
 * What was found with these taps; null where a tap cannot be. A door is no answer: it only shows another part of the
 * page, and may be opened at any time while a task is open. A task begins with the doors as they are.
 */
export function found(tasks: Task[], doors: string[], taps: string[]): Found | null {
  const now: Found = { done: 0, marked: [], last: null, door: null, misses: 0 };
  for (const tap of taps) {
    const task = tasks[now.done];
    if (!task) return null;
    if (doors.indexOf(tap) >= 0) {
      now.door = tap;
      continue;
    }
    const isFresh = now.last !== null && now.last.task === task;
    const marked = isFresh ? now.marked : [];
    if (task.items.indexOf(tap) < 0 || marked.indexOf(tap) >= 0) return null;
    const isRight = task.wanted.indexOf(tap) >= 0;
    now.marked = isRight ? [...marked, tap] : marked;
    now.last = { task, item: tap, isRight };
    if (!isRight) now.misses++;
    else if (now.marked.length === task.wanted.length) now.done++;
  }
  return now;
}
