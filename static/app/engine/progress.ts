// What a learner's record adds up to, lesson by lesson: a join that ignores order and repetition and never goes back.
// The twin of courses/engine/progress.py (cases: tests/vectors/progress.json). Times are ISO 8601, UTC, with
// milliseconds, so that the earlier text is the earlier time.

export type Time = string;

export type Fact =
  | { kind: "opened" | "finished"; at: Time }
  | { kind: "answered"; at: Time; release: string; key: string; attempt: number; full: boolean }
  | { kind: "checked"; at: Time; right: number; of: number };

/**
 * One lesson. `right`: exercise (`item@edition`) → first time right; `releases`: release → first answer in it. `checked`: she
 * passed its check set; what an older app kept has none.
 */
export interface Progress {
  opened: Time | null;
  finished: Time | null;
  mastered: Time | null;
  checked: Time | null;
  last: Time | null;
  right: { [key: string]: Time };
  releases: { [release: string]: Time };
}

export const nothing: Progress = {
  opened: null,
  finished: null,
  mastered: null,
  checked: null,
  last: null,
  right: {},
  releases: {},
};

const lastTryThatCounts = 2;

const earlier = (a: Time | null, b: Time | null): Time | null => (a && b ? (a < b ? a : b) : a || b);
const later = (a: Time | null, b: Time | null): Time | null => (a && b ? (a > b ? a : b) : a || b);

function earliest(a: { [key: string]: Time }, b: { [key: string]: Time }): { [key: string]: Time } {
  const found = { ...a };
  for (const [key, at] of Object.entries(b)) found[key] = earlier(found[key] || null, at) as Time;
  return found;
}

/** Both together: commutative, associative, idempotent; `nothing` changes nothing. */
export function join(a: Progress, b: Progress): Progress {
  return {
    opened: earlier(a.opened, b.opened),
    finished: earlier(a.finished, b.finished),
    mastered: earlier(a.mastered, b.mastered),
    checked: earlier(a.checked, b.checked),
    last: later(a.last, b.last),
    right: earliest(a.right, b.right),
    releases: earliest(a.releases, b.releases),
  };
}

function one(fact: Fact): Progress {
  const progress = { ...nothing, last: fact.at };
  if (fact.kind === "checked")
    return fact.of && fact.right >= neededRight(fact.of) ? { ...progress, checked: fact.at } : progress;
  if (fact.kind !== "answered") return { ...progress, [fact.kind]: fact.at };
  const isRight = fact.full && fact.attempt <= lastTryThatCounts;
  return {
    ...progress,
    right: isRight ? { [fact.key]: fact.at } : {},
    releases: { [fact.release]: fact.at },
  };
}

/** Facts of one learner and lesson in any order, any of them twice. Mastery needs `settled` after it. */
export const fold = (facts: Fact[]): Progress => facts.map(one).reduce(join, nothing);

/** 80 %, rounded up. */
export const neededRight = (exercises: number): number => Math.ceil((exercises * 4) / 5);

/** Progress with its mastery. `counted`: release → keys of this lesson's exercises that have no dated fact. */
export function settled(progress: Progress, counted: { [release: string]: string[] }): Progress {
  let mastered = progress.mastered;
  for (const [release, since] of Object.entries(progress.releases)) {
    const keys = counted[release];
    if (!keys) continue;
    const needed = neededRight(keys.length);
    const times = keys
      .map((key) => progress.right[key])
      .filter((at) => at)
      .sort() as Time[];
    if (times.length >= needed) mastered = earlier(mastered, later(since, times[needed - 1] || null));
  }
  return { ...progress, mastered };
}
