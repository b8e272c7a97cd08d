import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAt, freshness, told, type Fact, type Freshness } from "../../app/engine/dated.ts";
import { vectors } from "./vectors.ts";

interface File {
  freshness: { checked: string; today: string; is: Freshness }[];
  told: { fact: Fact; language: "en" | "zh-hans"; today: string; lines: string[] }[];
}

const file = vectors<File>("dated.json");

test("a fact is fresh for six months and old after twelve", () => {
  for (const { checked, today, is } of file.freshness)
    assert.equal(freshness(checked, today), is, `${checked} on ${today}`);
});

test("what is told of a fact gets less with the months", () => {
  for (const { fact, language, today, lines } of file.told)
    assert.deepEqual(told(fact, language, today), lines, `${fact.id} on ${today}`);
});

test("a day is written as facts write it", () => {
  assert.equal(dayAt(new Date(2027, 2, 5, 23, 59)), "2027-03-05");
});
