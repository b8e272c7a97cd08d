import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAt, freshness, today, told, type Fact, type Freshness } from "../../app/engine/dated.ts";
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

const day = 86_400_000;
const monday = new Date(2027, 2, 1, 12).getTime();
const server = new Date(monday).toISOString();
const years = (count: number) => count * 365 * day;

for (const [clock, now, met, is] of [
  ["has met no server yet", monday, null, "2027-03-01"],
  ["is right", monday + 10 * day, { phone: monday, server }, "2027-03-11"],
  ["is two years ahead", monday + years(2) + 10 * day, { phone: monday + years(2), server }, "2027-03-11"],
  [
    "was two years ahead and is right now",
    monday + 10 * day,
    { phone: monday + years(2), server },
    "2027-03-11",
  ],
  ["is three years behind", monday - years(3) + 10 * day, { phone: monday - years(3), server }, "2027-03-11"],
  [
    "was three years behind and is right now",
    monday + 10 * day,
    { phone: monday - years(3), server },
    "2027-03-11",
  ],
  ["is back at 1970 since", 5, { phone: monday, server }, "2027-03-01"],
  ["was a year without a network", monday + years(1), { phone: monday, server }, "2028-02-29"],
] as const)
  test(`the day of a phone whose clock ${clock}`, () => {
    assert.equal(today(now, met), is);
  });
