import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, missed } from "../../app/engine/buyer.ts";
import type { Need, Order } from "../../app/engine/buyer.ts";
import { shiitakeListings } from "../../app/engine/ranking.ts";
import { vectors } from "./vectors.ts";

interface File {
  orders: { order: Order; expected: string[] }[];
  needs: { name: string; need: Need; expected: { [id: string]: (keyof Need)[] } }[];
}
const file = vectors<File>("buyer.json");

for (const { order, expected } of file.orders)
  test(`a buyer's list in the order "${order}"`, () => {
    assert.deepEqual(
      inOrder(shiitakeListings, order).map(({ id }) => id),
      expected,
    );
  });

for (const { name, need, expected } of file.needs)
  test(`a buyer's needs: ${name}`, () => {
    for (const [id, keys] of Object.entries(expected)) {
      const listing = shiitakeListings.find((each) => each.id === id)!;
      assert.deepEqual(missed(listing, need).sort(), keys.sort(), id);
    }
  });
