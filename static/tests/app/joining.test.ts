import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, openJoining } from "../../app/lesson/joining.ts";
import type { State } from "../../app/lesson/model.ts";
import type { Answer } from "../../app/syncing/ask.ts";
import { aPhone, reply } from "./phone.ts";

function joining(answer: Answer) {
  const { store } = aPhone();
  const state = () => ({ language: "en" }) as State;
  const nothing = () => undefined;
  const lent = { store, ask: async () => answer, state, set: nothing, chose: nothing };
  const join = openJoining(
    { ...lent, refresh: async () => undefined },
    (before) => before,
    async () => undefined,
  );
  return { store, join };
}

test("a network that first wants to be signed in to is like none: joining waits, no code is refused", async () => {
  const page = new TextEncoder().encode("<!doctype html><title>Welcome</title>").buffer as ArrayBuffer;
  const { join } = joining({ status: 200, retryAfter: null, bytes: page });
  assert.deepEqual(await join("ABCD2345"), { kind: "offline" });
});

test("the code stays with her seat, and the group's name with the code, for who comes to this phone next", async () => {
  const { store, join } = joining(reply(200, { centre: "Hezhou", group: "Autumn 1" }));
  const { learner } = await store.me();
  await join("abcd 2345");
  assert.deepEqual(await store.recall(`membership:${learner}`), {
    ...{ centre: "Hezhou", group: "Autumn 1", code: "ABCD2345" },
  });
  assert.equal(await store.recall("group:ABCD2345"), "Autumn 1");
});

test("a code is as good with spaces, dashes and small letters", () => {
  assert.equal(codeOf(" abcd-2345 "), "ABCD2345");
});
