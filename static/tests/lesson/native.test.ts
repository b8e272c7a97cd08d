import assert from "node:assert/strict";
import { test } from "node:test";
import { native } from "../../lesson/native.ts";
import { vectors } from "../engine/vectors.ts";

interface Case {
  name: string;
  text: string;
  unit: string | null;
  number: number | null;
}

const cases = vectors<{ cases: Case[] }>("numerals.json").cases;

test("until the whole reader has come, digits are read, and never another number than was meant", () => {
  const read = cases.filter(({ text }) => native.numberIn(text) !== null);
  for (const { name, text, unit, number } of read)
    assert.equal(native.numberIn(text, unit), number, `${name}: ${text}`);
  for (const text of ["5.76", "１２００", "1,200", "¥5.76", "-5"])
    assert.notEqual(native.numberIn(text), null, text);
  for (const text of ["", "many", "5万", "1,2", "3-5"]) assert.equal(native.numberIn(text), null, text);
});
