import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, joinThoseWhoWait, openJoining } from "../../app/lesson/joining.ts";
import type { State } from "../../app/lesson/model.ts";
import type { Answer, Ask, Question } from "../../app/syncing/ask.ts";
import { aPhone, reply, type Phone } from "./phone.ts";

function joiningOn({ store }: Phone, ask: Ask) {
  const state = () => ({ language: "en" }) as State;
  const nothing = () => undefined;
  const lent = { store, ask, state, set: nothing, chose: nothing };
  return openJoining(
    { ...lent, refresh: async () => undefined },
    (before) => before,
    async () => undefined,
  );
}

function joining(answer: Answer) {
  const phone = aPhone();
  return { store: phone.store, join: joiningOn(phone, async () => answer) };
}

test("a network that first wants to be signed in to is like none: joining waits, no code is refused", async () => {
  const page = new TextEncoder().encode("<!doctype html><title>Welcome</title>").buffer as ArrayBuffer;
  const { join } = joining({ status: 200, retryAfter: null, bytes: page });
  assert.deepEqual(await join("ABCD2345"), { kind: "later" });
});

const away: Ask = () => Promise.reject(new Error("no network"));

/** She types a code where there is no network, and somebody else of her phone comes after her. */
async function aCodeThatWaits(): Promise<{ phone: Phone; learner: string }> {
  const phone = aPhone();
  const { learner } = await phone.store.me();
  const join = joiningOn(phone, away);
  assert.deepEqual(await join("abcd 2345"), { kind: "later" });
  const household = await phone.store.household();
  await household.choose((await household.take(undefined, undefined))!);
  return { phone, learner };
}

test("a code typed without a network joins her, and her alone, by itself; once in, nobody asks again", async () => {
  const { phone, learner } = await aCodeThatWaits();
  const asked: Question[] = [];
  const ask: Ask = async (question) => {
    asked.push(question);
    return reply(200, { centre: "Hezhou", group: "Autumn 1" });
  };
  assert.equal(await joinThoseWhoWait(phone.store, away, "en"), false, "the network went again");
  assert.equal(await joinThoseWhoWait(phone.store, ask, "en"), true);
  assert.equal(await joinThoseWhoWait(phone.store, ask, "en"), false);

  const { device, token, profiles } = await phone.store.me();
  const { read } = profiles!.find((one) => one.learner === learner)!;
  const body = { code: "ABCD2345", device, learner, read, language: "en" };
  assert.deepEqual(asked, [{ method: "POST", path: "/api/v1/join", token, body, patience: 30_000 }]);
  assert.equal((await phone.store.recall<{ group: string }>(`membership:${learner}`))!.group, "Autumn 1");
  assert.equal(await phone.store.recall(`joining:${learner}`), undefined);
});

test("a code that the server refuses meanwhile is kept with its sentence, and not asked again", async () => {
  const { phone, learner } = await aCodeThatWaits();
  let count = 0;
  const refuses =
    (status: number): Ask =>
    async () => {
      count += 1;
      return reply(status, { message: "This code has run out." });
    };
  for (const status of [503, 429, 401]) {
    await joinThoseWhoWait(phone.store, refuses(status), "en");
    assert.deepEqual(
      await phone.store.recall(`joining:${learner}`),
      { code: "ABCD2345" },
      `${status} is not about it`,
    );
  }
  await joinThoseWhoWait(phone.store, refuses(409), "en");
  await joinThoseWhoWait(phone.store, refuses(409), "en");
  assert.equal(count, 4);
  const kept = { code: "ABCD2345", refused: "This code has run out." };
  assert.deepEqual(await phone.store.recall(`joining:${learner}`), kept);
});

test("a code of hers that is refused while she looks is not kept", async () => {
  const { store, join } = joining(reply(404, { message: "No such code." }));
  const { learner } = await store.me();
  await store.remember(`joining:${learner}`, { code: "ABCD2345" });
  assert.deepEqual(await join("ABCD2345"), { kind: "refused", say: "No such code." });
  assert.equal(await store.recall(`joining:${learner}`), undefined);
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
