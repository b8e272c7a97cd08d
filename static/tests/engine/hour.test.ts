import assert from "node:assert/strict";
import { test } from "node:test";
import { hour, onCard } from "../../app/engine/hour.ts";
import type { Plan } from "../../app/engine/hour.ts";
import { vectors } from "./vectors.ts";

interface Case extends Record<string, unknown> {
  name: string;
  moves: unknown[];
}

const hours = vectors<{ plan: Plan; cases: Case[] }>("hour.json");

for (const { name, moves, ...expected } of hours.cases)
  test(`computer hour: ${name}`, () => {
    const now = hour(hours.plan, moves);
    if (expected["stage"] === "never") return assert.equal(now, null);
    assert.ok(now);
    const { stage, minutes, said, detours, ticked } = now;
    assert.deepEqual({ stage, minutes, said: said && [said.why, said.about], detours, ticked }, expected);
    assert.ok(ticked.every((id) => onCard(now).includes(id)));
  });
