import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { missed } from "../../app/engine/buyer.ts";
import { matched, shiitakeListings } from "../../app/engine/ranking.ts";
import { undone } from "../../tools/shared/steps.ts";
import * as play from "../../tools/ranking-buyer/play.ts";
import type { Play } from "../../tools/ranking-buyer/play.ts";

test("one offer fits each of the three, and each time another", () => {
  const fitting = play.needs.map((need) =>
    matched(shiitakeListings)
      .filter((offer) => !missed(offer, need).length)
      .map(({ id }) => id),
  );
  assert.deepEqual(fitting, [["A"], ["D"], ["B"]]);
});

test("what does not fit is told, and nothing is won", () => {
  const now = play.buy(play.begin(1), "A");
  assert.deepEqual([play.misses(now)?.sort(), now.won[1]], [["photo", "rating"], false]);
  const right = play.buy(play.lookOn(now), "D");
  assert.deepEqual([play.misses(right), right.won], [[], [false, true, false]]);
});

test("in another order she begins at the top", () => {
  const now = play.sort(play.lookOn(play.lookOn(play.begin(2))), "rating");
  assert.deepEqual([now.seen, play.list(now)[0]?.id], [1, "B"]);
  assert.deepEqual([undone(now).seen, undone(now).order], [3, "usual"]);
});

test("past the last card there is nothing to look at", () => {
  let now = play.begin();
  for (let n = 0; n < 9; n++) now = play.lookOn(now);
  assert.deepEqual([now.seen, now.past.length], [5, 4]);
});

const move = fc.oneof(
  fc.constant((now: Play) => play.lookOn(now)),
  fc.constantFrom(...play.orders).map((order) => (now: Play) => play.sort(now, order)),
  fc.nat(4).map((n) => (now: Play) => play.buy(now, play.list(now).slice(0, now.seen)[n]?.id ?? "A")),
);
const after = (moves: ((now: Play) => Play)[]): Play =>
  moves.reduce((now, each) => each(now), play.sort(play.begin(), "sales"));

test("going back step by step ends at the start, and what was reached stays reached", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      let now = after(moves);
      const { won } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual(now, { ...play.begin(), won });
    }),
  );
});

test("what is kept comes back, without what she has not looked at; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 10 }), (moves) => {
      const now = after(moves);
      const back = play.kept(JSON.parse(JSON.stringify(play.toKeep(now))));
      const isSeen = play
        .list(now)
        .slice(0, now.seen)
        .some(({ id }) => id === now.bought);
      assert.deepEqual({ ...back, past: now.past }, { ...now, bought: isSeen ? now.bought : null });
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
});
