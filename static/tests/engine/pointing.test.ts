import assert from "node:assert/strict";
import { test } from "node:test";
import { desk, shape } from "../../app/engine/pointing.ts";
import type { Shape, Thing } from "../../app/engine/pointing.ts";
import { vectors } from "./vectors.ts";

interface Case extends Record<string, unknown> {
  name: string;
  acts: unknown[];
}

const pointing = vectors<{
  things: Thing[];
  picked: string[];
  cases: Case[];
  shapes: { over: string | null; isLoading: boolean; shape: Shape }[];
}>("pointing.json");

for (const { name, acts, ...expected } of pointing.cases)
  test(`pointing: ${name}`, () => {
    const all = acts.flatMap((act) => (act === "picked" ? pointing.picked : [act]));
    const found = desk(pointing.things, all);
    if (expected["errand"] === "never") return assert.equal(found, null);
    assert.ok(found);
    const seen: Record<string, unknown> = { ...found, said: found.last && found.last.said };
    const named = Object.keys(expected).map((key) => [key, seen[key]]);
    assert.deepEqual(Object.fromEntries(named), expected);
  });

for (const each of pointing.shapes)
  test(`the pointer over ${each.over || "nothing"}${each.isLoading ? " that loads" : ""}`, () => {
    const thing = pointing.things.find(({ id }) => id === each.over) || null;
    assert.equal(shape(thing, each.isLoading), each.shape);
  });
