import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { highest } from "../../app/engine/bidding.ts";
import * as play from "../../tools/highest-bid/play.ts";
import type { Play } from "../../tools/highest-bid/play.ts";
import { words } from "../../tools/highest-bid/words.ts";
import { undone } from "../../tools/shared/steps.ts";

const right = [12, 40, 3];
const placing = (now: Play, step: number): Play => play.placed(play.turned(now, step, true));

test("24, 80 and 6 fen are the highest bids, and a step of the dial reaches each", () => {
  assert.deepEqual(play.ads.map(highest), [24, 80, 6]);
  assert.deepEqual(
    right.map((step) => step * play.worth),
    [24, 80, 6],
  );
  const now = right.reduce(placing, play.begin());
  assert.deepEqual([now.at, now.told, now.misses, now.won], [3, "right", 0, true]);
});

test("another bid is told why not, and no ad begins at its highest", () => {
  for (const [step, told] of [
    [0, "none"],
    [11, "room"],
    [13, "loss"],
  ] as const)
    assert.deepEqual([placing(play.begin(), step).told, placing(play.begin(), step).at], [told, 0]);
  const second = placing(play.begin(), 12);
  assert.equal(placing(second, 41).told, "little");
  for (const say of [words.en, words["zh-hans"]]) {
    assert.equal(say.goods.length, play.ads.length);
    for (const told of ["none", "loss", "little", "room"] as const) assert.ok(say.told[told]);
  }
  play.begin().bids.forEach((bid, n) => assert.notEqual(bid, right[n]));
});

const turn = fc.tuple(fc.nat(play.steps - 1), fc.boolean(), fc.boolean()).map(([step, isRight, places]) => {
  return (now: Play): Play => {
    if (now.at === play.ads.length) return now;
    const next = play.turned(now, isRight ? right[now.at]! : step, true);
    return places ? play.placed(next) : next;
  };
});
const plays = fc
  .array(turn, { maxLength: 20 })
  .map((turns) => turns.reduce((now, each) => each(now), play.begin()));

test("going back step by step ends at the start, and what was reached stays reached", () => {
  fc.assert(
    fc.property(plays, (now) => {
      const { won } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual([now.at, now.bids, now.won], [0, play.begin().bids, won]);
    }),
  );
});

test("what is kept comes back; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(plays, (now) => {
      const back = play.kept(JSON.parse(JSON.stringify(play.toKeep(now))));
      assert.deepEqual(back, { ...now, past: [], told: null });
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
  for (const bids of [[1, 2], [1, 2, 99], [1, 2, 0.5], [1, 2, "3"], "123"])
    assert.deepEqual(play.kept({ at: 1, bids, won: true }), play.begin());
});
