import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenAtZero, leftPerOrder } from "../../app/engine/margin.ts";
import type { Order } from "../../app/engine/margin.ts";
import { vectors } from "./vectors.ts";

const file = vectors<{
  cases: { name: string; order: Order; left: number }[];
  zero: { order: Order; broken_percent: number }[];
}>("margin.json");

for (const { name, order, left } of file.cases)
  test(`margin: ${name}`, () => assert.ok(Math.abs(leftPerOrder(order) - left) <= 0.005));

test("the breakage at which nothing is left", () => {
  for (const { order, broken_percent } of file.zero) {
    assert.equal((100 * brokenAtZero(order)).toFixed(2), broken_percent.toFixed(2));
    assert.ok(Math.abs(leftPerOrder({ ...order, broken: brokenAtZero(order) })) < 1e-9);
  }
});
