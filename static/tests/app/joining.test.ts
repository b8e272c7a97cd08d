import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, openJoining } from "../../app/lesson/joining.ts";
import type { State } from "../../app/lesson/model.ts";
import type { Answer } from "../../app/syncing/ask.ts";
import { aPhone } from "./phone.ts";

test("a network that first wants to be signed in to is like none: joining waits, no code is refused", async () => {
  const { store } = aPhone();
  const page = new TextEncoder().encode("<!doctype html><title>Welcome</title>").buffer as ArrayBuffer;
  const answer: Answer = { status: 200, retryAfter: null, bytes: page };
  const state = () => ({ language: "en" }) as State;
  const join = openJoining(
    {
      store,
      ask: async () => answer,
      state,
      set: () => undefined,
      chose: () => undefined,
      refresh: async () => undefined,
    },
    (before) => before,
    async () => undefined,
  );
  assert.deepEqual(await join("ABCD2345"), { kind: "offline" });
});

test("a code is as good with spaces, dashes and small letters", () => {
  assert.equal(codeOf(" abcd-2345 "), "ABCD2345");
});
