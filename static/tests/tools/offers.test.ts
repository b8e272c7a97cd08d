import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { undone } from "../../tools/shared/steps.ts";
import * as play from "../../tools/offer-comparison/play.ts";
import type { Play } from "../../tools/offer-comparison/play.ts";

test("two places with their day are enough, one is not, and no day at all is none", () => {
  const one = play.setDate(play.begin(), 0, "2026-11-20");
  assert.equal(one.won, false);
  assert.equal(play.setDate(one, 1, "some day").won, false);
  assert.equal(play.setDate(one, 1, "2026-11-21").won, true);
});

const turn = fc
  .tuple(fc.nat(2), fc.constantFrom(...play.costDials))
  .chain(([place, dial]) =>
    fc
      .nat(play.scale[dial].steps - 1)
      .map((step) => (now: Play) => play.turnCost(now, place, dial, step, true)),
  );
const mark = fc
  .tuple(fc.nat(2), fc.constantFrom(...play.merits), fc.constantFrom(...play.aims), fc.nat(5))
  .map(
    ([place, merit, aim, n]) =>
      (now: Play) =>
        play.turnWeight(play.turnMerit(now, place, merit, n, true), aim, n, true),
  );
const after = (moves: ((now: Play) => Play)[]): Play => moves.reduce((now, move) => move(now), play.begin());
const moves = fc.array(fc.oneof(turn, mark), { maxLength: 10 });

test("going back step by step ends at the start", () => {
  fc.assert(
    fc.property(moves, (all) => {
      let now = after(all);
      while (now.past.length) now = undone(now);
      assert.deepEqual(now, play.begin());
    }),
  );
});

test("what is kept comes back; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(moves, (all) => {
      const now = after(all);
      assert.deepEqual(play.kept(JSON.parse(JSON.stringify(play.toKeep(now)))), { ...now, past: [] });
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
});
