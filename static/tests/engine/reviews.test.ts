import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  dayOf,
  dueDay,
  lessonOf,
  memories,
  recalled,
  retrievability,
  todaysReview,
  type Answer,
  type Grade,
  type Memory,
} from "../../app/engine/reviews.ts";
import { vectors } from "./vectors.ts";

interface File {
  histories: { recalls: [number, Grade][]; stability: number; difficulty: number; due: number }[];
  memories: {
    name: string;
    offset: number;
    today: string;
    answers: Answer[];
    recalls: { [exercise: string]: [string, Grade][] };
  }[];
  todays: {
    name: string;
    today: string;
    remembered: { [exercise: string]: [number, string] };
    finished: string[];
    review: string[];
  }[];
}

const file = vectors<File>("reviews.json");
const day = (date: string) => dayOf(Date.parse(date), 0);

const after = (recalls: [number, Grade][]): Memory =>
  recalls.reduce<Memory | undefined>((before, [on, grade]) => recalled(before, grade, on), undefined)!;

function near(found: number, expected: number): void {
  assert.ok(
    Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected)),
    `${found}, not ${expected}`,
  );
}

test("every history is remembered as py-fsrs does", () => {
  assert.ok(file.histories.length >= 100);
  for (const { recalls, stability, difficulty, due } of file.histories) {
    const memory = after(recalls);
    near(memory.stability, stability);
    near(memory.difficulty, difficulty);
    assert.equal(dueDay(memory), due);
  }
});

for (const { name, answers, offset, today, recalls } of file.memories)
  test(`answers become recalls: ${name}`, () => {
    const expected: { [exercise: string]: Memory } = {};
    for (const [exercise, given] of Object.entries(recalls))
      expected[exercise] = after(given.map(([date, grade]) => [day(date), grade]));
    assert.deepEqual(memories(answers, offset, day(today)), expected);
  });

for (const { name, today, remembered, finished, review } of file.todays)
  test(`today's review: ${name}`, () => {
    const memory: { [exercise: string]: Memory } = {};
    for (const [exercise, [stability, last]] of Object.entries(remembered))
      memory[exercise] = { stability, difficulty: 5, last: day(last) };
    assert.deepEqual(todaysReview(memory, finished, day(today)), review);
  });

const answers = fc.array(
  fc.record({
    exercise: fc.constantFrom("ra/ra1/q1@1", "ra/ra1/q2@1", "ra/ra1/q2@2", "ra/ra2/q1@1", "pc/pc1/q1@1"),
    sitting: fc.constantFrom("a", "b", "c", "d"),
    at: fc.integer({ min: 86_400_000, max: 3_000_000_000_000 }).map((ms) => new Date(ms).toISOString()),
    attempt: fc.integer({ min: 1, max: 4 }),
    full: fc.boolean(),
  }),
  { maxLength: 25 },
);
const offset = fc.integer({ min: -720, max: 840 });
const today = fc.integer({ min: 0, max: 36_500 });

test("order of arrival and repetition change nothing", () => {
  fc.assert(
    fc.property(answers, offset, today, fc.infiniteStream(fc.nat()), (given, offset, today, keys) => {
      const shuffled = [...given, ...given]
        .map((one): [number, Answer] => [keys.next().value as number, one])
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one);
      assert.deepEqual(memories(shuffled, offset, today), memories(given, offset, today));
    }),
  );
});

test("whatever the clock said, nothing is due before its last day or far from now", () => {
  fc.assert(
    fc.property(answers, offset, today, (given, offset, today) => {
      for (const memory of Object.values(memories(given, offset, today))) {
        assert.ok(memory.last <= today && memory.last < dueDay(memory));
        assert.ok(dueDay(memory) <= today + 180);
        const known = retrievability(memory, today);
        assert.ok(known >= 0 && known <= 1 && memory.stability > 0 && memory.stability < Infinity);
      }
    }),
  );
});

test("a review is short and only of what is due in finished lessons", () => {
  fc.assert(
    fc.property(answers, offset, today, (given, offset, today) => {
      const remembered = memories(given, offset, today);
      const review = todaysReview(remembered, ["ra/ra1", "pc/pc1"], today);
      assert.ok(review.length <= 8 && new Set(review).size === review.length);
      for (const exercise of review) {
        assert.notEqual(lessonOf(exercise), "ra/ra2");
        assert.ok(dueDay(remembered[exercise]!) <= today);
      }
    }),
  );
});
