import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { grade } from "../../app/engine/grading.ts";
import type { Response } from "../../app/engine/grading.ts";
import { vectors } from "./vectors.ts";

interface Case {
  name: string;
  answer: Response;
  tolerance?: number | null;
  response: unknown;
  credit?: number;
}

for (const type of ["choice", "true-false", "order", "match", "text-entry", "numeric"]) {
  const { cases } = vectors<{ cases: Case[] }>(`grading/${type}.json`);
  for (const { name, answer, tolerance = null, response, credit } of cases) {
    test(`${type}: ${name}`, () => {
      const given = grade({ type, answer, tolerance }, response);
      if (credit === undefined) assert.ok(given < 1, `unusable, but full: ${given}`);
      else assert.ok(Math.abs(given - credit) < 1e-12, `${given}, not ${credit}`);
    });
  }
}

test("credit is always from 0 to 1, whatever the response", () => {
  const answers: [string, Response][] = [
    ["choice", "b"],
    ["choice", ["a", "c"]],
    ["true-false", true],
    ["order", ["a", "b", "c"]],
    ["match", { a: "1", b: "2" }],
    ["text-entry", ["a", "b"]],
    ["numeric", 3],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...answers), fc.jsonValue(), ([type, answer], response) => {
      const credit = grade({ type, answer, tolerance: 0 }, response);
      assert.ok(credit >= 0 && credit <= 1);
    }),
  );
});
