import assert from "node:assert/strict";
import { test } from "node:test";
import { nextKey, typed } from "../../app/engine/typing.ts";
import type { Line } from "../../app/engine/typing.ts";
import { vectors } from "./vectors.ts";

interface Case extends Record<string, unknown> {
  name: string;
  line: string;
  moves: unknown[];
}

const typing = vectors<{ lines: Record<string, Line>; cases: Case[] }>("typing.json");

for (const { name, line: id, moves, ...expected } of typing.cases)
  test(`typing: ${name}`, () => {
    const line = typing.lines[id]!;
    const now = typed(line, moves);
    if (expected["text"] === "never") return assert.equal(now, null);
    assert.ok(now);
    const { text, pinyin, strays, isSent, isEarly } = now;
    assert.deepEqual({ text, pinyin, next: nextKey(line, now), strays, isSent, isEarly }, expected);
  });
