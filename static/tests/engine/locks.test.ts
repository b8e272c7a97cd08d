import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { answerTo, opens, readDigits, sealed } from "../../app/engine/locks.ts";
import { vectors } from "./vectors.ts";

const { cases, typed } = vectors<{
  cases: { key: string; digits: string; answer: string }[];
  typed: { typed: string; digits: string | null }[];
}>("lock_codes.json");

for (const { key, digits, answer } of cases)
  test(`the answer to ${digits} with the key ${key.slice(0, 6)}…`, () =>
    assert.equal(answerTo(key, digits), answer));

test("six digits are read however they were typed", () => {
  for (const one of typed) assert.equal(readDigits(one.typed), one.digits, one.typed);
});

test("any key and digits give what the platform's own HMAC gives", () => {
  const hex = fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => Buffer.from(bytes).toString("hex"));
  fc.assert(
    fc.property(hex, fc.integer({ min: 0, max: 999_999 }), (key, number) => {
      const digits = String(number).padStart(6, "0");
      const mac = createHmac("sha256", Buffer.from(key, "hex")).update(`xiangke-lock:${digits}`).digest();
      const answer = String(mac.readBigUInt64BE() % BigInt(1_000_000)).padStart(6, "0");
      assert.equal(answerTo(key, digits), answer);
    }),
  );
});

test("a lock opens to what it was made of, in any order of the pictures, and to nothing else", () => {
  const pictures = { kind: "pictures" as const, salt: "5a", seal: sealed(["fish", "moon", "boat"], "5a") };
  assert.ok(opens(pictures, ["boat", "fish", "moon"]));
  assert.ok(!opens(pictures, ["boat", "fish", "kiwi"]));
  const pin = { kind: "pin" as const, salt: "5a", seal: sealed(["0417"], "5a") };
  assert.ok(opens(pin, ["0417"]) && !opens(pin, ["0471"]));
  assert.notEqual(sealed(["0417"], "5a"), sealed(["0417"], "5b"), "two phones seal the same PIN apart");
});
