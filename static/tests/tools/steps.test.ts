import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { noSteps, reached, stepped, undone } from "../../tools/shared/steps.ts";
import type { Steps } from "../../tools/shared/steps.ts";

interface Position {
  salt: number;
  rice: number;
}
type Play = Position & Steps<Position> & { won: [boolean, boolean] };

const start: Play = { salt: 0, rice: 0, won: [false, false], ...noSteps };
const turned = (play: Play, change: Partial<Position>, isSettled = true): Play => {
  const { salt, rice } = play;
  return stepped(play, { salt, rice }, change, Object.keys(change).join(), isSettled);
};

test("the slide of a thumb is one step back, and the next slide is another", () => {
  let now = turned(start, { salt: 1 }, false);
  now = turned(turned(now, { salt: 2 }, false), { salt: 3 });
  now = turned(now, { salt: 4 });
  assert.equal(now.past.length, 2);
  assert.equal(undone(now).salt, 3);
  assert.equal(undone(undone(now)).salt, 0);
});

test("another dial under the thumb begins another step", () => {
  const now = turned(turned(start, { salt: 1 }, false), { rice: 1 }, false);
  assert.deepEqual([undone(now).salt, undone(now).rice], [1, 0]);
});

test("a step back where nothing was turned changes nothing", () => {
  assert.equal(undone(start), start);
});

test("fifty steps are kept, the oldest goes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 51, max: 120 }), (turns) => {
      let now = start;
      for (let salt = 1; salt <= turns; salt++) now = turned(now, { salt });
      assert.deepEqual([now.past.length, now.past[0]?.salt], [50, turns - 50]);
    }),
  );
});

test("what was reached stays reached, and each mission is reached alone", () => {
  assert.deepEqual(reached([false, false], 1), [false, true]);
  assert.deepEqual(reached([true, false], 1), [true, true]);
  assert.deepEqual(undone({ ...turned(start, { salt: 1 }), won: [true, false] }).won, [true, false]);
});
