// A browser that is to be known again, and one that threw everything away but its cookie.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { State } from "../../app/lesson/model.ts";
import { openPassing } from "../../app/lesson/passing.ts";
import { beRemembered } from "../../app/lesson/remembering.ts";
import type { Ask, Question } from "../../app/syncing/ask.ts";
import { aClock, aPhone, proofOf, reply, type Phone } from "./phone.ts";

const day = 24 * 3600_000;
const address = "/api/v1/remembered";

/** A server that remembers whom it is asked for. `fails`: what answers in its place. */
function aServer() {
  const server = { asked: [] as Question[], fails: null as Ask | null };
  const ask: Ask = (question) => {
    server.asked.push(question);
    return server.fails ? server.fails(question) : Promise.resolve(reply(200, { learners: [], faces: [] }));
  };
  return Object.assign(server, { ask });
}

async function aKnownPhone() {
  const clock = aClock();
  const phone = aPhone({ clock });
  const { device, learner } = await phone.store.me();
  await phone.store.remember(`proof:${learner}`, proofOf(device, learner));
  return { phone, clock, learner };
}

const signIn = new TextEncoder().encode("<!doctype html><title>Welcome</title>").buffer as ArrayBuffer;
const noNetwork: Ask = () => Promise.reject(new Error("no network"));
const signInPage: Ask = async () => ({ status: 200, retryAfter: null, bytes: signIn });
const busy: Ask = async () => reply(503, {});

test("a phone of which the server knows nothing does not ask to be remembered", async () => {
  const server = aServer();
  await beRemembered(aPhone().store, server.ask, "en");
  assert.deepEqual(server.asked, []);
});

test("it asks once in seven days, with her key and nothing that she did", async () => {
  const { phone, clock, learner } = await aKnownPhone();
  const server = aServer();
  const { device, token, read } = await phone.store.me();

  await beRemembered(phone.store, server.ask, "en");
  await beRemembered(phone.store, server.ask, "en");
  clock.tick(6 * day);
  await beRemembered(phone.store, server.ask, "en");
  assert.equal(server.asked.length, 1);
  assert.deepEqual(server.asked[0], {
    method: "POST",
    path: address,
    token,
    body: { device, learners: [{ id: learner, read, locked: false }], language: "en" },
    patience: 30_000,
  });

  clock.tick(day);
  await beRemembered(phone.store, server.ask, "en");
  assert.equal(server.asked.length, 2);
});

test("it asks at once when somebody came to the phone, or set a lock", async () => {
  const { phone, learner } = await aKnownPhone();
  const server = aServer();
  await beRemembered(phone.store, server.ask, "en");
  const home = await phone.store.household({ session: null });
  const sister = (await home.take())!;

  await beRemembered(phone.store, server.ask, "en");
  assert.equal(server.asked.length, 1, "the server has heard nothing of her yet");
  await phone.store.remember(`proof:${sister}`, "p");
  await beRemembered(phone.store, server.ask, "en");
  await home.setLock(learner, { kind: "pin", salt: "s", seal: "x" });
  await beRemembered(phone.store, server.ask, "en");

  const told = server.asked.map(({ body }) =>
    (body as { learners: { id: string; locked: boolean }[] }).learners.map(({ id, locked }) => [id, locked]),
  );
  assert.deepEqual(told.slice(1), [
    [
      [learner, false],
      [sister, false],
    ],
    [
      [learner, true],
      [sister, false],
    ],
  ]);
});

for (const [what, trouble] of Object.entries({ noNetwork, signInPage, busy }))
  test(`where it is not heard (${what}) it asks again after the next talk`, async () => {
    const { phone } = await aKnownPhone();
    const server = aServer();
    server.fails = trouble;
    await beRemembered(phone.store, server.ask, "en").catch(() => undefined);
    server.fails = null;
    await beRemembered(phone.store, server.ask, "en");
    await beRemembered(phone.store, server.ask, "en");
    assert.equal(server.asked.length, 2);
  });

function passingOn({ store }: Phone, ask: Ask) {
  const state = () => ({ language: "en" }) as State;
  const nothing = () => undefined;
  const lent = { store, ask, state, set: nothing, chose: nothing, refresh: async () => undefined };
  return openPassing(
    lent,
    (before) => before,
    async () => undefined,
  );
}

test("nobody is asked for where there is no network, a page to sign in, or a server that is busy", async () => {
  for (const trouble of [noNetwork, signInPage, busy])
    assert.deepEqual(await passingOn(aPhone(), trouble).known(), []);
});

test("that somebody is not back yet is kept until all are, and never who", async () => {
  const phone = aPhone();
  const server = aServer();
  const passing = passingOn(phone, server.ask);
  const mei = { which: 7, nickname: "Mei", picture: "fish", is_locked: false };
  assert.equal(await passing.lacks(), false);

  server.fails = async () => reply(200, { faces: [mei] });
  assert.deepEqual(await passing.known(), [mei]);
  assert.equal(await phone.store.recall("lacks"), true);
  server.fails = noNetwork;
  assert.deepEqual(await passing.known(), []);
  assert.equal(await passing.lacks(), true, "asked again another day");

  server.fails = async () => reply(200, { faces: [] });
  await passing.known();
  assert.equal(await passing.lacks(), false);
  server.fails = async () => reply(200, { faces: [mei] });
  await passing.known();
  await passing.forget();
  assert.equal(await passing.lacks(), false);
});

test("a face that was tapped again after a lost answer asks with the same key, another face with its own", async () => {
  const phone = aPhone();
  const server = aServer();
  server.fails = noNetwork;
  const passing = passingOn(phone, server.ask);
  const face = { which: 7, nickname: "Mei", picture: "fish", is_locked: false };

  assert.deepEqual(await passing.back(face), { kind: "offline" });
  server.fails = async () =>
    reply(200, { learner: "l", nickname: "Mei", picture: "fish", language: "zh-hans" });
  const heard = await passing.back(face);
  await passing.back({ ...face, which: 8 });

  const reads = server.asked.map(({ body }) => (body as { read: string }).read);
  assert.equal(reads[0], reads[1]);
  assert.notEqual(reads[1], reads[2]);
  assert.equal(heard.kind === "here" && heard.of.read, reads[0]);
  assert.equal(server.asked[0]!.path, `${address}/admissions`);
});

test("who comes back to an empty phone learns there alone, under the name and in the language that she had", async () => {
  const phone = aPhone();
  const passing = passingOn(phone, noNetwork);
  const { device, token } = await phone.store.me();
  const comer = {
    learner: "l",
    read: "r",
    nickname: "Mei",
    picture: "fish",
    language: "zh-hans" as const,
  };

  assert.equal(await passing.comeIn(comer), true);

  assert.deepEqual(await phone.store.me(), { device, token, learner: "l", read: "r", profiles: undefined });
  assert.equal(await phone.store.recall("language"), "zh-hans");
  assert.equal(await phone.store.recall("membership:l"), undefined);
});

test("who comes to another phone brings her seat along, and keeps the one that has its code", async () => {
  const phone = aPhone();
  const passing = passingOn(phone, noNetwork);
  const seat = { centre: "Liuhe", group: "Autumn 1" };
  const comer = {
    learner: "l",
    read: "r",
    nickname: "",
    picture: "",
    language: "en" as const,
    membership: seat,
  };
  await passing.comeIn(comer);
  assert.deepEqual(await phone.store.recall("membership:l"), seat);

  await phone.store.remember("membership:l", { ...seat, code: "K7QM" });
  await passing.comeIn(comer);
  assert.deepEqual(await phone.store.recall("membership:l"), { ...seat, code: "K7QM" });
});
