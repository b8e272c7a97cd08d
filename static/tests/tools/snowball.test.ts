import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { undone } from "../../tools/shared/steps.ts";
import * as play from "../../tools/snowball-days/play.ts";
import type { Play } from "../../tools/snowball-days/play.ts";

const toTheEnd = (now: Play): Play => play.wait(now, 10);
const tenWith = (now: Play, change: Partial<Play["setup"]>): Play => toTheEnd(play.turned(now, change));

test("an honest start and a bought one, alike in all else, reach the first mission", () => {
  const one = toTheEnd(play.begin());
  assert.deepEqual([one.won[0], one.runs.real?.sold], [false, 20]);
  const both = tenWith(one, { start: "bought" });
  assert.deepEqual([both.won[0], both.runs.bought?.sold], [true, 19]);
});

test("with another photo the two are not compared", () => {
  const unlike = play.turned(tenWith(toTheEnd(play.begin()), { photo: 9 }), { start: "bought", photo: 5 });
  const both = toTheEnd(unlike);
  assert.deepEqual([both.won[0], play.isUnlike(both)], [false, true]);
});

test("from nothing place 3 needs the photo and the speed, or the photo and a lift", () => {
  const wins = (change: Partial<Play["setup"]>): boolean => tenWith(play.begin(1), change).won[1];
  assert.equal(wins({}), false);
  assert.equal(wins({ photo: 10 }), false);
  assert.equal(wins({ photo: 9, hours: 2 }), true);
  assert.equal(wins({ photo: 9, isLifted: true }), true);
  assert.equal(wins({ photo: 9, hours: 2, start: "bought" }), false);
});

test("a change begins the days anew, and a step back brings them again", () => {
  const gone = play.wait(play.wait(play.begin(), 1), 2);
  const changed = play.turned(gone, { photo: 6 });
  assert.deepEqual([changed.day, undone(changed).day, undone(changed).setup.photo], [0, 2, 5]);
  assert.equal(play.wait(toTheEnd(gone), 11).day, 10);
});

const turn = fc.oneof(
  fc.constantFrom(...play.startNames).map((start) => (now: Play) => play.turned(now, { start })),
  fc.nat(10).map((photo) => (now: Play) => play.turned(now, { photo })),
  fc.nat(2).map((hours) => (now: Play) => play.turned(now, { hours })),
  fc.boolean().map((isLifted) => (now: Play) => play.turned(now, { isLifted })),
  fc.integer({ min: 1, max: 10 }).map((until) => (now: Play) => play.wait(now, until)),
);
const after = (turns: ((now: Play) => Play)[]): Play => turns.reduce((now, each) => each(now), play.begin());

test("going back step by step ends at the start; what was reached and what was sold stay", () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
      let now = after(turns);
      const { won, runs } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual(now, { ...play.begin(), won, runs });
    }),
  );
});

test("what is kept comes back; whatever else stands there begins anew", () => {
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 10 }), (turns) => {
      const now = after(turns);
      const back = play.kept(JSON.parse(JSON.stringify(play.toKeep(now))));
      assert.deepEqual({ ...back, past: now.past, turning: now.turning }, now);
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (strange) => assert.deepEqual(play.kept(strange), play.begin())));
});
