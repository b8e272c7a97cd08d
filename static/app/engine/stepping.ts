// Putting steps in order, one after the other (CURRICULUM.md, X5). Cases: tests/vectors/stepping.json.
// A step that comes too early stays where it is, and so does a trap.

export interface Road {
  /** One after the other; steps of one group may change places. */
  steps: string[][];
  /** What belongs nowhere on this road. */
  traps: string[];
}

export interface Walk {
  done: string[];
  isWhole: boolean;
  last: { step: string; was: "right" | "early" | "trap" } | null;
  early: number;
  /** How often a trap was taken. */
  trapped: number;
}

/** How far these taps led; null where a tap is no step of the road, or one that is done. */
export function stepped({ steps, traps }: Road, taps: string[]): Walk | null {
  const walk: Walk = { done: [], isWhole: false, last: null, early: 0, trapped: 0 };
  const all = steps.reduce((sum, group) => sum.concat(group), traps);
  const isDone = (step: string): boolean => walk.done.indexOf(step) >= 0;
  for (const step of taps) {
    if (all.indexOf(step) < 0 || isDone(step)) return null;
    const open = steps.filter((group) => !group.every(isDone))[0] || [];
    const was = traps.indexOf(step) >= 0 ? "trap" : open.indexOf(step) < 0 ? "early" : "right";
    if (was === "right") walk.done.push(step);
    else if (was === "early") walk.early++;
    else walk.trapped++;
    walk.last = { step, was };
  }
  walk.isWhole = steps.every((group) => group.every(isDone));
  return walk;
}
