import assert from "node:assert/strict";
import { test } from "node:test";
import { searches, sieve, titleChoices, titleRest } from "../../app/engine/sieve.ts";
import type { Search, Word } from "../../app/engine/sieve.ts";
import { vectors } from "./vectors.ts";

interface Case {
  name: string;
  search: number;
  title: Word[];
  stay: string[];
  in_this_order: boolean;
}
const file = vectors<{ cases: Case[] }>("sieve.json");
const search = (place: number): Search => searches[place] as Search;

for (const each of file.cases)
  test(`sieve: ${each.name}`, () => {
    const { stay, fall } = sieve(search(each.search), each.title);
    const ids = stay.map(({ id }) => id);
    assert.deepEqual(each.in_this_order ? ids : [...ids].sort(), each.stay);
    assert.equal(ids.length + fall.length, 12);
  });

test("with all the words the points are those of the simulator's start", () => {
  const { stay } = sieve(search(0), ["dried", "shiitake", "g500"]);
  assert.deepEqual(
    stay.map(({ id, score }) => `${id} ${score.toFixed(1)}`),
    ["A 85.2", "D 80.8", "B 64.7", "E 63.2", "C 60.8"],
  );
});

test("changing one word of the first title is enough to stay", () => {
  const passes = titleChoices.map((words) =>
    sieve(search(0), [...words, titleRest]).stay.some(({ id }) => id === "B"),
  );
  assert.deepEqual(passes, [false, true, true, false]);
});

test("the words of every search make one whole", () => {
  for (const each of searches)
    assert.ok(Math.abs(Object.values(each).reduce((sum: number, share) => sum + share, 0) - 1) < 1e-9);
});
