import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { edited, faults } from "../../app/engine/editing.ts";
import { hour, mostMinutes } from "../../app/engine/hour.ts";
import { named } from "../../app/engine/naming.ts";
import { desk } from "../../app/engine/pointing.ts";
import { nextKey, typed } from "../../app/engine/typing.ts";
import * as hours from "../../tools/computer-hour/plan.ts";
import { words as hourWords } from "../../tools/computer-hour/words.ts";
import { boxes, offered, round } from "../../tools/device-parts/round.ts";
import { words as partWords } from "../../tools/device-parts/words.ts";
import { lines, rows } from "../../tools/keyboard/line.ts";
import * as play from "../../tools/shared/moves.ts";
import { origin, storage, tasks, weight } from "../../tools/text-editor/task.ts";
import { words as editorWords } from "../../tools/text-editor/words.ts";
import { after, middleOf, moved, thingAt, things } from "../../tools/touchpad/desk.ts";
import { words as touchpadWords } from "../../tools/touchpad/words.ts";

const languages = ["en", "zh-hans"] as const;

const hourIds = [
  ...hours.jobIds,
  ...[...hours.needIds, ...hours.riskyIds, ...hours.leavingIds, ...hours.trapIds],
];

test("computer-hour: any two jobs fit into the hour, and not every three", () => {
  const minutes = hours.plan.jobs.map((job) => job.minutes).sort((a, b) => b - a);
  assert.ok(minutes[0]! + minutes[1]! <= mostMinutes);
  assert.ok(minutes[0]! + minutes[1]! + minutes[2]! > mostMinutes);
});

for (const language of languages)
  test(`computer-hour, ${language}: whatever is no job says why it matters`, () => {
    for (const id of hourIds) {
      const [name, why] = hourWords[language].things[id];
      assert.ok(name && (why || hours.jobIds.includes(id as "photos")), id);
    }
  });

test("device-parts: every part has its place on the drawing, and no place covers another", () => {
  const places = round.parts.map((part) => boxes[part as keyof typeof boxes]);
  assert.equal(Object.keys(boxes).length, round.parts.length);
  for (const one of places)
    for (const [left, top, wide, high] of places.filter((each) => each !== one)) {
      const isBeside = one[0] + one[2] <= left || left + wide <= one[0];
      assert.ok(isBeside || one[1] + one[3] <= top || top + high <= one[1]);
    }
});

for (const language of languages)
  test(`device-parts, ${language}: all steps are offered, out of order, and say why they wait`, () => {
    const { steps, traps } = round.road;
    assert.deepEqual([...offered].sort(), [...steps.flat(), ...traps].sort());
    assert.notEqual(offered[0], steps[0]![0]);
    for (const step of offered) assert.equal(partWords[language].steps[step].filter(Boolean).length, 2);
    for (const part of Object.values(partWords[language].parts)) assert.equal(part.filter(Boolean).length, 3);
  });

for (const language of languages)
  test(`text-editor, ${language}: at the beginning the weight, the origin and the storage are to mend`, () => {
    const { page, target } = tasks[language];
    assert.deepEqual(faults(target, page), [
      { kind: "missing", line: weight },
      { kind: "twice", line: origin },
      { kind: "missing", line: storage },
    ]);
    assert.equal(editorWords[language].jobs.filter(Boolean).length, 3);
  });

test("touchpad: nothing covers another thing, and from thing to thing the pointer comes to each", () => {
  for (const { id } of things) assert.equal(thingAt(middleOf(id))!.id, id);
  assert.equal(thingAt(middleOf(undefined)), null);
  let thing = thingAt(after(null))!;
  const met = things.map(() => {
    const { id } = thing;
    thing = thingAt(after(thing))!;
    return id;
  });
  assert.deepEqual(
    met,
    things.map(({ id }) => id),
  );
});

test("touchpad: the pointer never leaves the screen", () => {
  assert.deepEqual(moved({ x: 10, y: 10 }, -1000, 1000), { x: 2, y: 228 });
});

for (const language of languages)
  test(`touchpad, ${language}: what is said about a basket has a place for its name`, () => {
    for (const errand of ["menu", "carry"] as const)
      assert.ok(touchpadWords[language].errands[errand].includes("{}"));
  });

for (const language of languages)
  test(`keyboard, ${language}: the marked keys write the line, and the line is short enough for each word`, () => {
    const line = lines[language];
    const moves: string[] = [];
    while (!typed(line, moves)!.isSent && moves.length < 60) moves.push(nextKey(line, typed(line, moves)!));
    assert.deepEqual([typed(line, moves)!.isSent, typed(line, moves)!.strays], [true, 0]);
  });

const keys = [
  ...rows.join("").split(""),
  ...["space", "back", "shift", "mode", "enter", "offer 0", "offer 1", "way keys", "way hand", "way voice"],
];

const edits = [
  ...["cut", "copy", "paste", "undo", "save"],
  ...["page 0 0", "page 1 2", "page 3 9", "page 8 8", "notes 0 2", "notes 3 4"],
];

const acts = ["left", "scroll", "right", "hold", "drop"].flatMap((act) =>
  ["", ...things.map(({ id }) => id)].map((id) => `${act} ${id}`),
);

/** Each with what it can be moved by. */
const practices: [string, (moves: never[]) => unknown, unknown[]][] = [
  ["computer-hour", (moves) => hour(hours.plan, moves), ["next", "next", ...hourIds]],
  ["device-parts", (moves) => named(round, moves), [...round.parts, ...offered]],
  ["keyboard", (moves) => typed(lines["zh-hans"], moves), keys],
  ["text-editor", (moves) => edited(tasks.en, moves), edits],
  ["touchpad", (moves) => desk(things, moves), acts],
];

for (const [name, follow, alphabet] of practices) {
  const canBe = (moves: unknown[]) => !!follow(moves as never[]);
  const after = (tried: unknown[]) =>
    tried.reduce<play.Play<unknown>>((now, move) => {
      const next = play.moved(now, move);
      return canBe(next.moves) ? next : now;
    }, play.begin());
  const moves = fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map(after);

  test(`${name}: going back step by step ends at the start, and every step on the way can be`, () => {
    fc.assert(
      fc.property(moves, (now) => {
        while (now.moves.length) {
          now = play.undone(now);
          assert.ok(canBe(now.moves));
        }
      }),
    );
  });

  test(`${name}: what is kept comes back; whatever else stands there begins anew`, () => {
    fc.assert(
      fc.property(moves, (now) => assert.deepEqual(play.kept(JSON.parse(JSON.stringify(now)), canBe), now)),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 1 }), (strange, strangeMoves) => {
        for (const state of [strange, { moves: strangeMoves, isTold: true }])
          assert.ok(canBe(play.kept(state, canBe).moves));
      }),
    );
  });
}
