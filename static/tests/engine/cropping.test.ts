import assert from "node:assert/strict";
import { test } from "node:test";
import { isFrame, moved, sized, troubles } from "../../app/engine/cropping.ts";
import type { Frame, Photo, Trouble } from "../../app/engine/cropping.ts";
import { vectors } from "./vectors.ts";

type Three = [number, number, number];
const file = vectors<{
  photo: Photo;
  cases: {
    name: string;
    frame: Three;
    light: number;
    troubles: Trouble[];
    thing?: Photo["thing"];
    taken?: number;
  }[];
  moved: { frame: Three; to: [number, number]; gives: Three }[];
  sized: { frame: Three; to: number; gives: Three }[];
  frames: [unknown, boolean][];
}>("cropping.json");

const frameOf = ([x, y, size]: Three): Frame => ({ x, y, size });

for (const { name, frame, light, troubles: expected, thing, taken } of file.cases)
  test(`a photo: ${name}`, () => {
    const photo = { ...file.photo, ...(thing && { thing, mess: [] }), light: taken ?? file.photo.light };
    assert.deepEqual(troubles(photo, frameOf(frame), light), expected);
  });

test("the frame stays on the photo", () => {
  for (const { frame, to, gives } of file.moved)
    assert.deepEqual(moved(frameOf(frame), ...to), frameOf(gives), `${frame} to ${to}`);
  for (const { frame, to, gives } of file.sized)
    assert.deepEqual(sized(frameOf(frame), to), frameOf(gives), `${frame} to ${to}`);
});

test("only a frame is a frame", () => {
  for (const [value, expected] of file.frames) assert.equal(isFrame(value), expected, JSON.stringify(value));
});
