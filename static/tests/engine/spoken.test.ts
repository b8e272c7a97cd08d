import assert from "node:assert/strict";
import { test } from "node:test";
import { spoken, type Notes } from "../../app/engine/spoken.ts";
import { vectors } from "./vectors.ts";

interface File {
  cases: { language: string; text: string; notes?: Notes; said: string }[];
}

for (const { language, text, notes, said } of vectors<File>("spoken.json").cases)
  test(`a voice of ${language} says “${text}” as people do`, () => {
    assert.equal(spoken(text, language, notes), said);
  });
