// Cropping a photo to its thing, in daylight (CURRICULUM.md, X9 and PC6). Cases: tests/vectors/cropping.json.
// A photo is 36 wide and 30 high; the frame is a square, because the main picture of a shop is one.

export const width = 36;
export const height = 30;
export const smallest = 8;

export interface Frame {
  x: number;
  y: number;
  size: number;
}

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Photo {
  /** What is for sale, and what is not. */
  thing: Box;
  mess: Box[];
  /** How the light is: 0 daylight, below it dark, above it pale. */
  light: number;
}

/** Light is turned from 0 to 8; 4 leaves it as it is. */
export const unturned = 4;

/** What is still to mend: a side at which the thing is cut, something else in it, too small, too dark, too pale. */
export type Trouble = "left" | "right" | "top" | "bottom" | "mess" | "small" | "dark" | "pale";

/** The thing fills at least so much of the frame, by its longer side. */
const FILLS = 0.55;
/** So much of something else may be at the edge. */
const EDGE = 1;
/** So far from daylight is near enough. */
const NEAR = 1;

export const lightOf = ({ light }: Photo, turned: number): number => light + turned - unturned;

export function troubles(photo: Photo, { x, y, size }: Frame, turned: number): Trouble[] {
  const { thing, mess } = photo;
  const light = lightOf(photo, turned);
  /** How far a box and the frame overlap, in the direction that overlaps least. */
  const inside = (box: Box): number =>
    Math.min(
      Math.min(box.x + box.w, x + size) - Math.max(box.x, x),
      Math.min(box.y + box.h, y + size) - Math.max(box.y, y),
    );
  const found: [Trouble, boolean][] = [
    ["left", thing.x < x],
    ["right", thing.x + thing.w > x + size],
    ["top", thing.y < y],
    ["bottom", thing.y + thing.h > y + size],
    ["mess", mess.some((box) => inside(box) > EDGE)],
    ["small", Math.max(thing.w, thing.h) < FILLS * size],
    ["dark", light < -NEAR],
    ["pale", light > NEAR],
  ];
  return found.filter(([, is]) => is).map(([trouble]) => trouble);
}

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, Math.round(value)));

/** The frame somewhere else, never over the edge of the photo. */
export const moved = ({ size }: Frame, x: number, y: number): Frame => ({
  x: between(0, x, width - size),
  y: between(0, y, height - size),
  size,
});

/** A smaller or larger frame around the same middle. */
export function sized(frame: Frame, wanted: number): Frame {
  const size = between(smallest, wanted, height);
  const shift = (frame.size - size) / 2;
  return moved({ ...frame, size }, frame.x + shift, frame.y + shift);
}

/** Whether what was kept can be a frame. */
export function isFrame(value: unknown): value is Frame {
  const { x, y, size } = Object(value) as { [key in keyof Frame]: unknown };
  const whole = [x, y, size].every((each) => typeof each === "number" && each % 1 === 0);
  if (!whole || (size as number) < smallest || (size as number) > height) return false;
  const frame = { x, y, size } as Frame;
  const within = moved(frame, frame.x, frame.y);
  return within.x === frame.x && within.y === frame.y;
}
