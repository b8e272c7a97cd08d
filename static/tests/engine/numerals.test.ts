import assert from "node:assert/strict";
import { test } from "node:test";
import { numberIn } from "../../app/engine/numerals.ts";
import { vectors } from "./vectors.ts";

interface Case {
  name: string;
  text: string;
  unit: string | null;
  number: number | null;
}

for (const { name, text, unit, number } of vectors<{ cases: Case[] }>("numerals.json").cases)
  test(`a number is read: ${name}`, () => assert.equal(numberIn(text, unit), number));
