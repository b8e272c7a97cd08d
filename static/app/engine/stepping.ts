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
  /** How many taps it took; after the last step none is taken. */
  given: number;
}

/** How far these taps led; null where a tap is no step of the road, or one that is done. */
export function stepped({ steps, traps }: Road, taps: string[]): Walk | null {
  const walk: Walk = { done: [], isWhole: false, last: null, early: 0, trapped: 0, given: 0 };
  const all = steps.reduce((sum, group) => sum.concat(group), traps);
  const isDone = (step: string): boolean => walk.done.indexOf(step) >= 0;
  for (const step of taps) {
    if (all.indexOf(step) < 0 || isDone(step)) return null;
    const open = steps.filter((group) => !group.every(isDone))[0] as string[];
    const was = traps.indexOf(step) >= 0 ? "trap" : open.indexOf(step) < 0 ? "early" : "right";
    if (was === "right") walk.done.push(step);
    else if (was === "early") walk.early++;
    else walk.trapped++;
    walk.last = { step, was };
    walk.given++;
    walk.isWhole = steps.every((group) => group.every(isDone));
    if (walk.isWhole) break;
  }
  return walk;
}

export interface Tour {
  /** The roads that are whole, in their order. */
  ended: Walk[];
  /** The road that is being walked; none once all are whole. */
  now: Walk | null;
}

/** One road after the other with these taps; null where a tap cannot be. */
export function toured(roads: Road[], taps: string[]): Tour | null {
  const ended: Walk[] = [];
  let rest = taps;
  for (const road of roads) {
    const walk = stepped(road, rest);
    if (!walk) return null;
    rest = rest.slice(walk.given);
    if (!walk.isWhole) return { ended, now: walk };
    ended.push(walk);
  }
  return rest.length ? null : { ended, now: null };
}
