import assert from "node:assert/strict";
import { test } from "node:test";
import { highest, hundred, judged } from "../../app/engine/bidding.ts";
import type { Ad, Verdict } from "../../app/engine/bidding.ts";
import { vectors } from "./vectors.ts";

const STEP = 2;
const file = vectors<{
  cases: {
    name: string;
    ad: [number, number, number];
    bid: number;
    highest: number;
    rest: number;
    verdict: Verdict;
  }[];
  strange: unknown[];
}>("bidding.json");

for (const { name, ad: numbers, bid, ...expected } of file.cases)
  test(`a bid: ${name}`, () => {
    const [left, buys, keep] = numbers;
    const ad: Ad = { left, buys, keep };
    assert.deepEqual(
      { highest: highest(ad), rest: hundred(ad, bid).rest, verdict: judged(ad, bid, STEP) },
      expected,
    );
  });

test("what is no bid is none", () => {
  for (const strange of [...file.strange, undefined, NaN])
    assert.equal(judged({ left: 600, buys: 4, keep: 0 }, strange, STEP), "none", String(strange));
});
