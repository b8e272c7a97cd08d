import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { moved, sized, troubles } from "../../app/engine/cropping.ts";
import type { Trouble } from "../../app/engine/cropping.ts";
import * as play from "../../tools/photo-crop/play.ts";
import type { Play, Shot } from "../../tools/photo-crop/play.ts";
import { words } from "../../tools/photo-crop/words.ts";
import { undone } from "../../tools/shared/steps.ts";

const shot = (x: number, y: number, size: number, light: number): Shot => ({ frame: { x, y, size }, light });
const good = [shot(2, 5, 20, 4), shot(6, 3, 24, 8), shot(18, 14, 16, 6), shot(10, 3, 20, 1)];
const using = (now: Play, change: Shot): Play => play.used(play.turned(now, change, "try", true));

test("four photos with the frame around the thing, in daylight", () => {
  const now = good.reduce(using, play.begin());
  assert.deepEqual([now.at, now.told, now.misses, now.won], [4, "good", 0, true]);
});

test("as it was taken no photo will do, and every trouble is said in both languages", () => {
  for (const photo of play.photos)
    assert.notDeepEqual(troubles(photo, play.shotOf(play.begin()).frame, 4), []);
  const now = play.used(play.begin());
  assert.deepEqual([now.at, now.told, now.misses], [0, "mess", 1]);
  assert.equal(play.turned(now, { light: 5 }, "light", true).told, null);
  const all: Trouble[] = ["left", "right", "top", "bottom", "mess", "small", "dark", "pale"];
  for (const say of [words.en, words["zh-hans"]]) {
    for (const trouble of all) assert.ok(say.told[trouble]);
    assert.equal(say.photos.length, play.photos.length);
  }
});

const turn = fc
  .tuple(fc.integer({ min: -9, max: 40 }), fc.integer({ min: -9, max: 40 }), fc.nat(35), fc.nat(8), fc.nat(9))
  .map(([x, y, size, light, what]) => (now: Play): Play => {
    if (now.at === play.photos.length) return now;
    const { frame } = play.shotOf(now);
    if (!what) return using(now, good[now.at]!);
    const change = what < 3 ? { light } : { frame: what < 6 ? sized(frame, size) : moved(frame, x, y) };
    return play.turned(now, change, "turn", true);
  });
const plays = fc
  .array(turn, { maxLength: 20 })
  .map((turns) => turns.reduce((now, each) => each(now), play.begin()));

test("going back step by step ends at the start, and what was reached stays reached", () => {
  fc.assert(
    fc.property(plays, (now) => {
      const { won } = now;
      while (now.past.length) now = undone(now);
      assert.deepEqual([now.at, now.shots, now.won], [0, play.begin().shots, won]);
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
  for (const shots of [
    [],
    good.slice(1),
    [...good.slice(1), { frame: good[0]!.frame, light: 9 }],
    [null, 1, 2, 3],
  ])
    assert.deepEqual(play.kept({ at: 0, shots, won: true }), play.begin());
});
