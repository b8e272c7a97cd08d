// The play of the four photos: a frame and the light for each, and back. No DOM; the model is app/engine/cropping.ts.
import { isFrame, troubles } from "../../app/engine/cropping.ts";
import type { Frame, Photo, Trouble } from "../../app/engine/cropping.ts";
import { noSteps, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export const photos: Photo[] = [
  { thing: { x: 3, y: 11, w: 18, h: 14 }, mess: [{ x: 24, y: 8, w: 11, h: 20 }], light: 0 },
  { thing: { x: 13, y: 6, w: 11, h: 19 }, mess: [{ x: 29, y: 17, w: 6, h: 9 }], light: -4 },
  { thing: { x: 21, y: 17, w: 11, h: 10 }, mess: [{ x: 5, y: 10, w: 11, h: 13 }], light: -2 },
  { thing: { x: 12, y: 5, w: 17, h: 13 }, mess: [{ x: 3, y: 22, w: 16, h: 7 }], light: 3 },
];
export const lights = 9;

export interface Shot {
  frame: Frame;
  light: number;
}

interface Position {
  /** Which photo is in hand; after the last one all are shown. */
  at: number;
  shots: Shot[];
}

export interface Play extends Position, Steps<Position> {
  /** What is still to mend of the photo that was to be used; "good" of the one before. */
  told: Trouble | "good" | null;
  /** How often something was still to mend. */
  misses: number;
  won: boolean;
}

const taken: Shot = { frame: { x: 3, y: 0, size: 30 }, light: 4 };

export const begin = (won = false): Play => ({
  ...{ at: 0, shots: photos.map(() => taken), told: null, misses: 0, won },
  ...noSteps,
});

export const shotOf = ({ at, shots }: Position): Shot => shots[at] as Shot;

export function turned(play: Play, change: Partial<Shot>, key: string, isSettled: boolean): Play {
  const { at, shots } = play;
  const next = shots.map((shot, n) => (n === at ? { ...shot, ...change } : shot));
  return { ...stepped(play, { at, shots }, { shots: next }, key, isSettled), told: null };
}

/** The photo goes into the shop, or what is still to mend is told. */
export function used(play: Play): Play {
  const { at, shots } = play;
  const { frame, light } = shotOf(play);
  const [trouble] = troubles(photos[at] as Photo, frame, light);
  if (trouble) return { ...play, told: trouble, misses: play.misses + 1 };
  const next = stepped(play, { at, shots }, { at: at + 1 }, "use", true);
  return { ...next, told: "good", won: play.won || next.at === photos.length };
}

export const restarted = ({ won }: Play): Play => begin(won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ at, shots, misses, won }: Play): unknown => ({ at, shots, misses, won });

const isLight = (light: unknown): boolean => [0, 1, 2, 3, 4, 5, 6, 7, 8].indexOf(light as number) >= 0;

export function kept(state: unknown): Play {
  const { at, shots, misses, won } = Object(state) as Partial<Play>;
  const isWhole =
    Array.isArray(shots) &&
    shots.length === photos.length &&
    shots.every((shot) => isFrame(Object(shot).frame) && isLight(Object(shot).light)) &&
    [0, 1, 2, 3, 4].indexOf(at as number) >= 0;
  if (!isWhole) return begin();
  const count = typeof misses === "number" && misses > 0 ? Math.round(misses) : 0;
  return { ...begin(won === true), at: at as number, shots, misses: count };
}
