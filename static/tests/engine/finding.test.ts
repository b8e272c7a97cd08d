import assert from "node:assert/strict";
import { test } from "node:test";
import { found } from "../../app/engine/finding.ts";
import type { Task } from "../../app/engine/finding.ts";
import { vectors } from "./vectors.ts";

const { tasks, doors, cases } = vectors<{
  tasks: Task[];
  doors: string[];
  cases: ({ name: string; taps: string[] } & Record<string, unknown>)[];
}>("finding.json");

for (const { name, taps, ...expected } of cases)
  test(`finding: ${name}`, () => {
    const now = found(tasks, doors, taps);
    if (expected["done"] === "never") return assert.equal(now, null);
    assert.ok(now);
    const { last, ...rest } = now;
    assert.deepEqual({ ...rest, last: last && `${last.task.id} ${last.item} ${last.isRight}` }, expected);
  });
