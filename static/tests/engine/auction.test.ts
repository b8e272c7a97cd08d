import assert from "node:assert/strict";
import { test } from "node:test";
import { highestBid, returns } from "../../app/engine/auction.ts";
import type { Ad, Returns } from "../../app/engine/auction.ts";
import { vectors } from "./vectors.ts";

interface File {
  returns: { name: string; ad: Ad; views: number; expected: Returns }[];
  highest_bid: { buys: number; left: number; expected: number }[];
}
const file = vectors<File>("auction.json");
const near = (value: number, expected: number): void =>
  assert.ok(Math.abs(value - expected) < 1e-9, `${value} is not ${expected}`);

for (const { name, ad, views, expected } of file.returns)
  test(`an advertisement: ${name}`, () => {
    const found = returns(ad, views);
    for (const key of Object.keys(expected) as (keyof Returns)[]) near(found[key], expected[key]);
  });

for (const { buys, left, expected } of file.highest_bid)
  test(`the highest bid where ${buys} buy and ¥${left} is left`, () => {
    near(highestBid({ bid: 0, pctr: 0, buys, left }), expected);
  });
