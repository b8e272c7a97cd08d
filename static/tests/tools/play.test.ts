import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { undone } from "../../tools/shared/steps.ts";
import * as play from "../../tools/ranking-simulator/play.ts";
import type { Play, ShopDial } from "../../tools/ranking-simulator/play.ts";
import { defaultWeights } from "../../app/engine/ranking.ts";

const better = { photo: 0.9, hours: 24, sales: 200, n: 90 };
const place = (now: Play): number => play.placeOf(play.ranking(now));

test("place 2 by photo, speed, sales and reviews reaches the first mission", () => {
  const now = play.turned(play.begin(), { shop: better }, true);
  assert.equal(place(now), 2);
  assert.deepEqual(now.won, [true, false, false]);
  assert.equal(play.gain(now).toFixed(1), "17.6");
});

test("bought sales, or a price that loses, reach the place and not the mission", () => {
  const at = (shop: Partial<typeof better & { price: number }>): Play =>
    play.turned(play.begin(), { shop }, true);
  const bought = at({ sales: 3000, n: 1000 });
  assert.deepEqual([place(bought), bought.won[0], play.isUnfair(bought)], [2, false, "boughtPlace"]);
  const lost = at({ photo: 1, hours: 24, sales: 200, price: 30 });
  assert.deepEqual([place(lost) <= 2, lost.won[0], play.isUnfair(lost)], [true, false, "atLoss"]);
});

test("no single dial reaches the first mission", () => {
  for (const dial of Object.keys(play.shopSteps) as ShopDial[])
    for (const value of play.shopSteps[dial])
      assert.equal(play.turned(play.begin(), { shop: { [dial]: value } }, true).won[0], false, dial);
});

test("only the price as weight puts the cheapest first", () => {
  const zero = { rel: 0, sales: 0, rating: 0, delivery: 0, photo: 0 };
  assert.equal(play.turned(play.begin(1), { weights: zero }, true).won[1], true);
  assert.equal(play.turned(play.begin(1), { weights: { price: 15 } }, true).won[1], false);
});

test("at ¥30 the shop is first and loses; at ¥35 it is first and earns, which is not the mission", () => {
  const at = (price: number): Play => play.turned(play.begin(2), { shop: { price } }, true);
  assert.deepEqual([place(at(30)), play.left(at(30)).toFixed(2), at(30).won[2]], [1, "-3.18", true]);
  assert.deepEqual([place(at(35)), play.left(at(35)) > 0, at(35).won[2]], [1, true, false]);
});

test("one move of the thumb is one step back, however many places it passed", () => {
  let now = play.begin();
  for (const price of [44, 43, 42]) now = play.turned(now, { shop: { price } }, false);
  now = play.turned(now, { shop: { price: 42 } }, true);
  assert.equal(undone(now).shop.price, 45);
  const again = play.turned(now, { shop: { price: 41 } }, true);
  assert.equal(undone(again).shop.price, 42);
});

const turn = fc
  .constantFrom(...(Object.keys(play.shopSteps) as ShopDial[]))
  .chain((dial) => fc.constantFrom(...play.shopSteps[dial]).map((value) => ({ shop: { [dial]: value } })));

test("going back step by step ends at the start, and what was reached stays reached", () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
      let now = turns.reduce<Play>((was, change) => play.turned(was, change, true), play.begin());
      const { won } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual([now.shop, now.weights], [play.begin().shop, defaultWeights]);
      assert.deepEqual(now.won, won);
    }),
  );
});

test("what is kept comes back; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 5 }), (turns) => {
      const now = turns.reduce<Play>((was, change) => play.turned(was, change, true), play.begin());
      const back = play.kept(JSON.parse(JSON.stringify(play.toKeep(now))));
      assert.deepEqual({ ...back, past: now.past, turning: now.turning }, now);
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
});
