import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as play from "../../tools/ad-auction/play.ts";
import type { DialName, Play } from "../../tools/ad-auction/play.ts";
import { undone } from "../../tools/shared/steps.ts";

const turned = (now: Play, dial: DialName, step: number): Play => play.turned(now, dial, step, true);

test("0.8 at 5 of 100 stands before 1.2 at 3 of 100", () => {
  assert.deepEqual(
    play.slot(play.begin()).map(([id, yuan]) => [id, +yuan.toFixed(1)]),
    [
      ["E", 40],
      ["D", 36],
      ["C", 18],
      ["B", 8],
    ],
  );
});

test("a bid as good as the first does not take its place, two fen more do", () => {
  assert.equal(turned(play.begin(), "bid", 50).won[0], false);
  assert.equal(turned(play.begin(), "bid", 51).won[0], true);
});

test("a better photo takes the place for a smaller bid", () => {
  const now = turned(turned(play.begin(), "photo", 9), "bid", 34);
  assert.deepEqual([play.adOf(now).bid, play.hasPlace(now)], [0.68, true]);
});

test("the place earns with more clicks or with more buyers, not with a higher bid", () => {
  const second = play.begin(1);
  assert.ok(play.hasPlace(second) && play.brings(second).earned < 0);
  assert.equal(turned(second, "bid", 75).won[1], false);
  assert.equal(turned(second, "page", 8).won[1], true);
  const cheaper = turned(turned(second, "photo", 9), "bid", 34);
  assert.equal(cheaper.won[1], true);
});

test("the highest bid without a loss is ¥0.92, whatever the photo", () => {
  const third = play.begin(2);
  assert.equal(play.left, 11.73);
  assert.deepEqual([turned(third, "bid", 45).won[2], turned(third, "bid", 47).won[2]], [false, false]);
  assert.equal(turned(third, "bid", 46).won[2], true);
  assert.equal(turned(turned(third, "photo", 2), "bid", 46).won[2], true);
});

test("no bid is no place and no cost", () => {
  const now = turned(play.begin(), "bid", 0);
  assert.deepEqual([play.slot(now)[3], play.brings(now).cost], [["B", 0], 0]);
});

const turn = fc
  .constantFrom(...play.names)
  .chain((dial) => fc.nat(play.steps[dial] - 1).map((step): [DialName, number] => [dial, step]));
const after = (turns: [DialName, number][]): Play =>
  turns.reduce<Play>((now, [dial, step]) => turned(now, dial, step), play.begin());

test("going back step by step ends at the start, and what was reached stays reached", () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
      let now = after(turns);
      const { won } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual(now, { ...play.begin(), won });
    }),
  );
});

test("what is kept comes back; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 5 }), (turns) => {
      const now = after(turns);
      const back = play.kept(JSON.parse(JSON.stringify(play.toKeep(now))));
      assert.deepEqual({ ...back, past: now.past, turning: now.turning }, now);
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
});
