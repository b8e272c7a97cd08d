import assert from "node:assert/strict";
import { test } from "node:test";
import { snowballListings, starts, tenDays } from "../../app/engine/snowball.ts";
import type { Setup } from "../../app/engine/snowball.ts";
import type { Listing } from "../../app/engine/ranking.ts";
import { vectors } from "./vectors.ts";

interface File {
  more: Listing[];
  starts: typeof starts;
  cases: { name: string; setup: Setup; expected: [number, number, number, number][] }[];
}
const file = vectors<File>("snowball.json");

for (const { name, setup, expected } of file.cases)
  test(`ten days: ${name}`, () => {
    assert.deepEqual(
      tenDays(setup).map(({ place, looks, clicks, sold }) => [place, looks, clicks, sold]),
      expected,
    );
  });

test("the shops and the starts on the phone are those of the case file", () => {
  assert.deepEqual(snowballListings.slice(6), file.more);
  assert.deepEqual(starts, file.starts);
});

test("bought sales are found on the fourth day, real ones never", () => {
  const found = (start: Setup["start"]): boolean[] =>
    tenDays({ start, photo: 0.5, hours: 48, isLifted: false }).map(({ isFound }) => isFound);
  assert.equal(found("bought").indexOf(true), 3);
  assert.ok(!found("real").includes(true));
});
