import assert from "node:assert/strict";
import { test } from "node:test";
import { cash, isDated, points } from "../../app/engine/offers.ts";
import type { Cash, Offer, Weights } from "../../app/engine/offers.ts";
import { vectors } from "./vectors.ts";

const file = vectors<{
  offers: Record<string, Offer>;
  cash: Record<string, Cash>;
  points: { name: string; offers: string[]; weights: Weights; points: number[] }[];
  dates: [string, boolean][];
}>("offers.json");

test("what is needed first is what comes back and what is spent", () => {
  for (const [name, expected] of Object.entries(file.cash))
    assert.deepEqual(cash(file.offers[name]!), expected);
});

for (const each of file.points)
  test(`points: ${each.name}`, () => {
    const found = points(
      each.offers.map((name) => file.offers[name]!),
      each.weights,
    );
    assert.deepEqual(
      found.map((value) => value.toFixed(1)),
      each.points.map((value) => value.toFixed(1)),
    );
  });

test("only a day of the calendar is a date", () => {
  for (const [date, expected] of file.dates)
    assert.equal(isDated({ ...file.offers["A"]!, date }), expected, date);
});
