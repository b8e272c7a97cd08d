import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "../../app/engine/naming.ts";
import type { Round } from "../../app/engine/naming.ts";
import { vectors } from "./vectors.ts";

interface Case extends Record<string, unknown> {
  name: string;
  taps: unknown[];
}

const naming = vectors<{ round: Round; cases: Case[] }>("naming.json");

for (const { name, taps, ...expected } of naming.cases)
  test(`naming: ${name}`, () => {
    const now = named(naming.round, taps);
    if (expected["asked"] === "never") return assert.equal(now, null);
    assert.ok(now);
    const { found, asked, last, walk, detours } = now;
    const done = walk && walk.done;
    assert.deepEqual(
      {
        ...{ found: found.length, asked, last: last && [last.part, last.isRight] },
        ...{ done, isWhole: !!walk && walk.isWhole, detours },
      },
      expected,
    );
  });
