import assert from "node:assert/strict";
import { test } from "node:test";
import { isThrough, poured } from "../../app/engine/jar.ts";
import type { Day, Week } from "../../app/engine/jar.ts";
import { vectors } from "./vectors.ts";

const { full, days, cases } = vectors<{
  full: number;
  days: Day[];
  cases: ({ name: string; ways: string[] } & Record<string, unknown>)[];
}>("jar.json");

const told = ({ day, way }: NonNullable<Week["last"]>): string => `${day.id} ${way.id}`;

for (const { name, ways, ...expected } of cases)
  test(`jar: ${name}`, () => {
    const week = poured(days, full, ways);
    if (expected["left"] === "never") return assert.equal(week, null);
    assert.ok(week);
    const { spent, now, dry, last, ...rest } = week;
    assert.deepEqual(
      {
        ...rest,
        spent: spent.map(told),
        now: now && now.id,
        dry: dry && dry.id,
        last: last && told(last),
        isThrough: isThrough(week),
      },
      expected,
    );
  });
