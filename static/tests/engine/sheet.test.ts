import assert from "node:assert/strict";
import { test } from "node:test";
import { valueOf } from "../../app/engine/sheet.ts";
import type { Cells, Value } from "../../app/engine/sheet.ts";
import { vectors } from "./vectors.ts";

for (const { name, cells, at, value } of vectors<{
  cases: { name: string; cells: Cells; at: string; value: Value }[];
}>("sheet.json").cases)
  test(`a sheet: ${name}`, () => assert.equal(valueOf(cells, at), value));
