import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold, join, nothing, settled } from "../../app/engine/progress.ts";
import type { Fact, Progress } from "../../app/engine/progress.ts";
import { vectors } from "./vectors.ts";

interface Case {
  name: string;
  facts: Fact[];
  counted: { [release: string]: string[] };
  progress: Progress;
}

for (const { name, facts, counted, progress } of vectors<Case[]>("progress.json"))
  test(`progress: ${name}`, () => assert.deepEqual(settled(fold(facts), counted), progress));

const counted = { r1: ["q1@1", "q2@1", "q3@1", "q4@1", "q5@1"], r2: ["q1@1", "q2@2"] };
const at = fc.integer({ min: 10, max: 59 }).map((second) => `2026-11-01T08:00:${second}.000Z`);
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constantFrom("opened" as const, "finished" as const), at }),
  fc.record({
    kind: fc.constant("answered" as const),
    at,
    release: fc.constantFrom("r1", "r2", "r3"),
    key: fc.constantFrom("q1@1", "q2@1", "q2@2", "q3@1", "q4@1"),
    attempt: fc.integer({ min: 1, max: 3 }),
    full: fc.boolean(),
  }),
);
const check: fc.Arbitrary<Fact> = fc.record({
  kind: fc.constant("checked" as const),
  at,
  right: fc.nat(5),
  of: fc.nat(5),
});
const facts = fc.array(fc.oneof(fact, check), { maxLength: 12 });
const settle = (progress: Progress): Progress => settled(progress, counted);

test("the order of events does not matter, nor do repetitions", () => {
  fc.assert(
    fc.property(facts, fc.infiniteStream(fc.nat()), (given, keys) => {
      const shuffled = [...given, ...given]
        .map((one): [number, Fact] => [keys.next().value as number, one])
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one);
      assert.deepEqual(settle(fold(shuffled)), settle(fold(given)));
    }),
  );
});

test("two phones that settle apart and then join have what one phone would have", () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const joined = settle(join(settle(fold(one)), settle(fold(other))));
      assert.deepEqual(joined, settle(fold([...one, ...other])));
      assert.deepEqual(join(joined, nothing), joined);
    }),
  );
});

test("more events never take anything back", () => {
  fc.assert(
    fc.property(facts, facts, (before, more) => {
      const was = settle(fold(before));
      const is = settle(fold([...before, ...more]));
      for (const key of ["opened", "finished", "mastered", "checked"] as const)
        if (was[key]) assert.ok(is[key] && is[key] <= was[key]);
      for (const key of Object.keys(was.right)) assert.ok(key in is.right);
    }),
  );
});
