// One step back, in every practice: what stood before each turn is kept, and the slide of a thumb is one turn.

/** `P` is what a step back brings again: the part of a play that the learner turns. */
export interface Steps<P> {
  past: P[];
  /** The dial under the thumb: its moves are one step back together. */
  turning: string | null;
}

export const noSteps: Steps<never> = { past: [], turning: null };

/** The play after a turn of `key`; `was` is how it stood before. `isSettled` is false while the thumb slides. */
export const stepped = <S extends Steps<unknown>>(
  play: S,
  was: S["past"][number],
  change: Partial<S["past"][number]>,
  key: string,
  isSettled: boolean,
): S => ({
  ...play,
  ...change,
  past: play.turning === key ? play.past : [...play.past.slice(-49), was],
  turning: isSettled ? null : key,
});

/** One step back; what was reached stays reached. */
export function undone<S extends Steps<unknown>>(play: S): S {
  const [last] = play.past.slice(-1);
  return last ? { ...play, ...last, past: play.past.slice(0, -1), turning: null } : play;
}

/** Which missions are reached, with this one. */
export const reached = <W extends boolean[]>(won: W, mission: number): W =>
  won.map((was, n) => was || n === mission) as W;
