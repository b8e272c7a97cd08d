import assert from "node:assert/strict";
import { test } from "node:test";
import { passes, titled } from "../../app/engine/titles.ts";
import { vectors } from "./vectors.ts";

interface Case {
  name: string;
  taps: string[];
  words: string[] | "never";
  length?: number;
  most?: number;
  passes?: boolean;
}

for (const { name, taps, length = 1, most = 30, passes: isReached = false, ...expected } of vectors<{
  cases: Case[];
}>("titles.json").cases)
  test(`a title: ${name}`, () => {
    const title = titled(taps);
    if (expected.words === "never") return assert.equal(title, null);
    assert.ok(title);
    assert.deepEqual(title, expected);
    assert.equal(passes(title, length, most), isReached);
  });
