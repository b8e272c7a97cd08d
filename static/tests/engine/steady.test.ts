import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { steady } from "../../app/engine/steady.ts";

const now = 1000;

test("a clock that was never changed is believed", () => {
  assert.deepEqual(steady([1, 5, 5, 900], now), [1, 5, 5, 900]);
  assert.deepEqual(steady([], now), []);
});

test("what was written while the clock was ahead stands with what came before it", () => {
  assert.deepEqual(steady([10, 20, 5000, 5001, 30], now), [10, 20, 20, 20, 30]);
  assert.deepEqual(steady([10, 20, 500, 30, 40], now), [10, 20, 20, 30, 40]);
});

test("what was written while the clock was at its beginning moves nothing else", () => {
  assert.deepEqual(steady([10, 20, 25, 0, 1, 30, 40], now), [10, 20, 25, 25, 25, 30, 40]);
  assert.deepEqual(steady([0, 500, 20, 30, 40], now), [0, 0, 20, 30, 40]);
});

test("where nothing can be believed, all of it is now", () => {
  assert.deepEqual(steady([5000, 6000], now), [now, now]);
  assert.deepEqual(steady([5000, 900], now), [900, 900]);
});

test("moments never go back, never lie ahead, and are mended once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 }), (moments) => {
      const mended = steady(moments, now);
      assert.equal(mended.length, moments.length);
      mended.forEach((moment, at) => assert.ok(moment <= now && moment >= (mended[at - 1] ?? 0)));
      assert.deepEqual(steady(mended, now), mended);
    }),
  );
});
