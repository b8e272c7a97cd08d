// Which way up a photo is, read from the bytes that a camera writes.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { orientationOf } from "../../app/engine/orientation.ts";

/** The beginning of a JPEG as cameras write it: its marker, JFIF where there is one, then Exif with one entry before ours. */
function aJpeg(turn: number, { little = true, jfif = false } = {}): ArrayBuffer {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) =>
    little ? [...two(value & 0xffff), ...two(value >> 16)] : [...two(value >> 16), ...two(value & 0xffff)];
  const order = little ? [0x49, 0x49] : [0x4d, 0x4d];
  const entry = (tag: number, value: number) => [...two(tag), ...two(3), ...four(1), ...two(value), 0, 0];
  const tiff = [
    ...order,
    ...two(42),
    ...four(8),
    ...two(2),
    ...entry(0x0100, 640),
    ...entry(0x0112, turn),
    ...four(0),
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const segment = (marker: number, body: number[]) => [
    ...[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255],
    ...body,
  ];
  const head = jfif ? segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]) : [];
  const rest = [
    ...segment(0xdb, new Array<number>(65).fill(1)),
    0xff,
    0xda,
    0,
    8,
    1,
    2,
    3,
    4,
    5,
    6,
    0xff,
    0xd9,
  ];
  return Uint8Array.from([0xff, 0xd8, ...head, ...segment(0xe1, exif), ...rest]).buffer;
}

test("what the camera wrote is read, in either order of bytes, with and without a part before it", () => {
  for (const turn of [1, 2, 3, 4, 5, 6, 7, 8])
    for (const little of [true, false])
      for (const jfif of [true, false]) assert.equal(orientationOf(aJpeg(turn, { little, jfif })), turn);
  assert.equal(orientationOf(aJpeg(0)), 1);
  assert.equal(orientationOf(aJpeg(77)), 1);
});

test("whatever bytes there are, cut or changed, the answer is one of eight", () => {
  const whole = [...new Uint8Array(aJpeg(6, { jfif: true }))];
  const changed = fc.tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(changed, ([end, place, value]) => {
      const bytes = Uint8Array.from(whole.map((byte, at) => (at === place ? value : byte)).slice(0, end));
      const turn = orientationOf(bytes.buffer);
      assert.ok(turn >= 1 && turn <= 8);
    }),
  );
});
