import assert from "node:assert/strict";
import { test } from "node:test";
import { edited, faults, lineAt } from "../../app/engine/editing.ts";
import type { Task } from "../../app/engine/editing.ts";
import { vectors } from "./vectors.ts";

interface Case extends Record<string, unknown> {
  name: string;
  moves: unknown[];
}

const editing = vectors<{ task: Task; cases: Case[]; lines: { at: number; line: [number, number] }[] }>(
  "editing.json",
);

for (const { name, moves, ...expected } of editing.cases)
  test(`editing: ${name}`, () => {
    const now = edited(editing.task, moves);
    if (expected["page"] === "never") return assert.equal(now, null);
    assert.ok(now);
    const { page, sheet, from, to, clipboard, said, isSaved } = now;
    const found = faults(editing.task.target, page).map((fault) =>
      "line" in fault ? `${fault.kind} ${fault.line}` : fault.kind,
    );
    assert.deepEqual(
      { page, at: `${sheet} ${from} ${to}`, clipboard, said, faults: found, isSaved },
      expected,
    );
  });

for (const { at, line } of editing.lines)
  test(`the line of word ${at}`, () => assert.deepEqual(lineAt(editing.task.page, at), line));
