import assert from "node:assert/strict";
import { test } from "node:test";
import { adSlot, defaultWeights, matched, ranked, shiitakeListings } from "../../app/engine/ranking.ts";
import type { Listing, Weights } from "../../app/engine/ranking.ts";
import { vectors } from "./vectors.ts";

interface File {
  listings: Required<Listing>[];
  cases: { name: string; weights: Weights; b: Partial<Listing>; expected: [string, number][] }[];
  ad_slot: [string, number][];
}
const file = vectors<File>("ranking.json");

for (const { name, weights, b, expected } of file.cases)
  test(`ranking: ${name}`, () => {
    const listings = file.listings.map((each) => (each.id === "B" ? { ...each, ...b } : each));
    const placed = ranked(listings, weights);
    assert.deepEqual(
      placed.map(({ id, score }) => [id, +score.toFixed(1)]),
      expected,
    );
  });

test("the listings on the phone are those of the case file", () => {
  const filled = shiitakeListings.map((each) => ({ new: 0, bid: 0, pctr: 0, ...each }));
  assert.deepEqual(
    filled,
    file.listings.map((each) => ({ ...each })),
  );
  assert.deepEqual(defaultWeights, file.cases[0]?.weights);
});

test("fresh shiitake never appears under dried", () => {
  assert.deepEqual(
    matched(shiitakeListings).map(({ id }) => id),
    ["A", "B", "C", "D", "E"],
  );
});

test("the advertising place goes by bid and expected click rate", () => {
  assert.deepEqual(
    adSlot(file.listings).map(([id, value]) => [id, +value.toFixed(3)]),
    file.ad_slot,
  );
});
