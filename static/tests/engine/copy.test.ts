import assert from "node:assert/strict";
import { test } from "node:test";
import { copyOf, type Kept } from "../../app/engine/copy.ts";
import { vectors } from "./vectors.ts";

const { cases } = vectors<{ cases: (Kept & { name: string; text: string })[] }>("kept_copies.json");

for (const { name, text, ...kept } of cases)
  test(`a kept copy: ${name}`, () => assert.equal(copyOf(kept), text));
