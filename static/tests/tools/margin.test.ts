import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { undone } from "../../tools/shared/steps.ts";
import * as play from "../../tools/margin-calculator/play.ts";
import type { DialName, Play } from "../../tools/margin-calculator/play.ts";

const turned = (now: Play, dial: DialName, step: number): Play => play.turned(now, dial, step, true);

test("the first mission is reached where the last yuan goes, and not one step earlier or later", () => {
  assert.deepEqual(turned(play.begin(), "broken", 28).won, [false, false]);
  assert.deepEqual(turned(play.begin(), "broken", 29).won, [true, false]);
  assert.deepEqual(turned(play.begin(), "broken", 30).won, [false, false]);
});

test("a thumb that slides past the place has found nothing yet", () => {
  const sliding = play.turned(play.begin(), "broken", 29, false);
  assert.deepEqual(sliding.won, [false, false]);
  assert.deepEqual(play.turned(sliding, "broken", 29, true).won, [true, false]);
});

test("¥44 leaves five yuan though 10 of 100 break, ¥43 does not", () => {
  assert.equal(turned(play.begin(1), "price", 43).won[1], false);
  assert.equal(turned(play.begin(1), "price", 44).won[1], true);
});

test("cheaper goods do not win the mission of the price", () => {
  const now = turned(play.begin(1), "goods", 10);
  assert.ok(play.left(now) >= play.target);
  assert.deepEqual([now.won[1], play.hasOtherCosts(now)], [false, true]);
});

const names = Object.keys(play.scale) as DialName[];
const turn = fc
  .constantFrom(...names)
  .chain((dial) => fc.nat(play.scale[dial].steps - 1).map((step): [DialName, number] => [dial, step]));
const turns = fc.array(turn, { maxLength: 12 });
const after = (all: [DialName, number][]): Play =>
  all.reduce<Play>((now, [dial, step]) => turned(now, dial, step), play.begin());

test("the parts of the bar add up to the price wherever there is no loss", () => {
  fc.assert(
    fc.property(turns, fc.boolean(), (all, feeKept) => {
      const now = play.keepFee(after(all), feeKept);
      const sum = play.parts(now).reduce((total, [, yuan]) => total + yuan, 0);
      if (play.left(now) >= 0) assert.ok(Math.abs(sum - now.dials.price) < 0.006, String(sum));
      else assert.ok(sum > now.dials.price);
    }),
  );
});

test("going back step by step ends at the start, and what was reached stays reached", () => {
  fc.assert(
    fc.property(turns, (all) => {
      let now = after(all);
      const { won } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual({ ...now, won }, { ...play.begin(), won });
    }),
  );
});

test("what is kept comes back; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(turns, (all) => {
      const now = after(all);
      const back = play.kept(JSON.parse(JSON.stringify(play.toKeep(now))));
      assert.deepEqual({ ...back, past: now.past, turning: now.turning }, now);
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
});
