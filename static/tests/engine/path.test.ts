import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers, Level } from "../../app/engine/path-answers.ts";
import { path } from "../../app/engine/path.ts";
import { vectors } from "./vectors.ts";

interface Case {
  name: string;
  answers: Answers;
  kept?: string[];
  failed_checks?: string[];
  planned?: string[];
  levels?: [Level, Level];
  checks?: string[];
  start?: string[];
  before?: [string, string][];
  hints?: string[];
  not_hints?: string[];
}

const file = vectors<{ outline: [string, string[]][]; people: Case[]; cases: Case[] }>("path.json");

const pathOf = ({ answers, kept, failed_checks, planned = [] }: Case) =>
  path({
    answers,
    outline: file.outline.map(([name, needs]) => ({ name, needs, planned: planned.includes(name) })),
    ...(kept && { kept }),
    ...(failed_checks && { failed: failed_checks }),
  });

for (const person of file.people)
  test(`path: ${person.name}`, () => {
    const { lessons, checks, levels } = pathOf(person);
    assert.deepEqual(levels, person.levels);
    assert.deepEqual(checks, person.checks);
    assert.deepEqual(lessons.slice(0, 12), person.start);
  });

for (const one of file.cases)
  test(`path: ${one.name}`, () => {
    const { lessons, checks, hints, levels } = pathOf(one);
    if (one.levels) assert.deepEqual(levels, one.levels);
    if (one.checks) assert.deepEqual(checks, one.checks);
    if (one.start) assert.deepEqual(lessons.slice(0, one.start.length), one.start);
    for (const [first, then] of one.before ?? []) assert.ok(lessons.indexOf(first) < lessons.indexOf(then));
    if (one.hints) assert.deepEqual(hints, one.hints);
    for (const hint of one.not_hints ?? []) assert.ok(!hints.includes(hint));
  });
