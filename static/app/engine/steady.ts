// When things happened on a phone whose clock was changed, as far as their order tells. The server corrects times itself
// (courses/engine/clock.py), with a clock of its own; a phone without a network has only what it wrote.

/**
 * `moments` (ms) in the order in which they were written. Believed is the longest row of them that never goes back, none
 * after `now`; every other one counts as happening with the believed one before it, or, where none is, after it.
 */
export function steady(moments: number[], now: number): number[] {
  const ends: number[] = []; // for each length of a row the place where the earliest such row ends
  const before: number[] = [];
  moments.forEach((moment, at) => {
    if (moment > now) return;
    let [from, to] = [0, ends.length];
    while (from < to) {
      const half = (from + to) >> 1;
      if (moments[ends[half]!]! <= moment) from = half + 1;
      else to = half;
    }
    before[at] = from ? ends[from - 1]! : -1;
    ends[from] = at;
  });
  const believed: boolean[] = [];
  let last = now;
  for (let at = ends.length ? ends[ends.length - 1]! : -1; at >= 0; at = before[at]!) {
    believed[at] = true;
    last = moments[at]!;
  }
  return moments.map((moment, at) => (last = believed[at] ? moment : last));
}
