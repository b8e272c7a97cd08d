import assert from "node:assert/strict";
import { test } from "node:test";
import { checked } from "../../app/engine/checking.ts";
import type { Message } from "../../app/engine/checking.ts";
import { vectors } from "./vectors.ts";

const { messages, cases } = vectors<{
  messages: Message[];
  cases: ({ name: string; moves: string[] } & Record<string, unknown>)[];
}>("checking.json");

for (const { name, moves, ...expected } of cases)
  test(`checking: ${name}`, () => {
    const found = checked(messages, moves);
    if (expected["done"] === "never") return assert.equal(found, null);
    assert.ok(found);
    const { now, last, ...rest } = found;
    const said = last && `${last.message.id} ${last.move} ${last.was}`;
    assert.deepEqual({ ...rest, now: now && now.id, last: said }, expected);
  });
