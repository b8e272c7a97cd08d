// What lies on the drawn desk, and where: left, top, width and height of 360 × 232.
import type { Thing } from "../../app/engine/pointing.ts";

export type Id = "kiwi" | "shiitake" | "persimmon" | "shop" | "note" | "van";
export type Place = Thing & { id: Id; box: [number, number, number, number] };

export const things: Place[] = [
  { id: "kiwi", kind: "basket", box: [20, 18, 88, 82] },
  { id: "shiitake", kind: "basket", box: [136, 18, 88, 82] },
  { id: "persimmon", kind: "basket", box: [252, 18, 88, 82] },
  { id: "shop", kind: "link", box: [112, 124, 96, 34] },
  { id: "note", kind: "note", box: [16, 136, 84, 76] },
  { id: "van", kind: "van", box: [224, 132, 124, 84] },
];
export const width = 360;
export const height = 232;

export interface Spot {
  x: number;
  y: number;
}

export const thingAt = ({ x, y }: Spot): Place | null =>
  things.filter(
    ({ box: [left, top, wide, high] }) => x >= left && x < left + wide && y >= top && y < top + high,
  )[0] || null;

/** The middle of a thing, or a place where nothing lies. */
export function middleOf(id: string | undefined): Spot {
  const thing = things.filter((each) => each.id === id)[0];
  if (!thing) return { x: 160, y: 190 };
  const [left, top, wide, high] = thing.box;
  return { x: left + wide / 2, y: top + high / 2 };
}

/** Where the pointer stood at the last of these acts. */
export const lastSpot = (acts: string[]): Spot => middleOf((acts[acts.length - 1] || "").split(" ")[1]);

/** The thing after this one, for who goes from thing to thing; behind the last comes the first. */
export const after = (thing: Place | null): Spot =>
  middleOf((things[(thing ? things.indexOf(thing) + 1 : 0) % things.length] as Place).id);

export const moved = ({ x, y }: Spot, across: number, down: number): Spot => ({
  x: Math.max(2, Math.min(width - 4, x + across)),
  y: Math.max(2, Math.min(height - 4, y + down)),
});
