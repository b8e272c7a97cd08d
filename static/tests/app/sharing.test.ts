// Locks, passes and codes, and the silence after which a phone asks who is learning.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTo } from "../../app/engine/locks.ts";
import { openHousehold } from "../../app/lesson/household.ts";
import { openLocking } from "../../app/lesson/locking.ts";
import { openMine } from "../../app/lesson/mine.ts";
import { startModel, type Model } from "../../app/lesson/model.ts";
import { openPassing } from "../../app/lesson/passing.ts";
import type { Ask, Question } from "../../app/syncing/ask.ts";
import { aClock, answer, aPhone, aPlace, keyOf, reply, type Phone } from "./phone.ts";

const options = {
  app: "test",
  language: "en" as const,
  savesData: true,
  prefer: null,
  extras: async () => ({}),
};
const noNetwork: Ask = () => Promise.reject(new Error("no network"));

async function aModel(phone: Phone, ask: Ask = noNetwork): Promise<Model> {
  const model = await startModel({ store: phone.store, ask, ...options });
  model.courier.nudge = () => undefined; // no timer outlives the test
  return model;
}

async function aLockedPhone() {
  const clock = aClock();
  const phone = aPhone({ clock });
  const { learner } = await phone.store.me();
  await phone.store.remember(`key:${learner}`, keyOf(learner));
  const locking = (await aModel(phone)).lend(openLocking);
  await locking.set(learner, "pin", ["0417"]);
  return { phone, clock, learner, locking };
}

test("a lock can be set once the phone has the key that opens it when it is forgotten", async () => {
  const phone = aPhone();
  const { learner } = await phone.store.me();
  const locking = (await aModel(phone)).lend(openLocking);
  assert.equal(await locking.mayLock(learner), false);
  await phone.store.remember(`key:${learner}`, keyOf(learner));
  assert.equal(await locking.mayLock(learner), true);
});

test("who sets a lock is not asked at once, and nothing on the phone is her PIN", async () => {
  const { phone, learner, locking } = await aLockedPhone();
  const model = await aModel(phone);
  assert.equal(model.state.value.asks, false);
  assert.equal((await locking.lockOf(learner))?.kind, "pin");
  const ids = /[0-9a-f-]{32,}/g; // four digits may stand in one of them by chance
  for (const [name, value] of phone.place.kept) assert.ok(!value.replace(ids, "").includes("0417"), name);
});

test("wrong tries cost half a minute at most, however many, and the right one opens", async () => {
  const { clock, learner, locking } = await aLockedPhone();
  for (let number = 1; number <= 4; number++) assert.equal(await locking.open(learner, ["0000"]), "wrong");
  assert.equal(await locking.open(learner, ["0000"]), "rest");
  assert.equal(await locking.open(learner, ["0417"]), "rest", "not even the right one, for a moment");
  clock.tick(30_000);
  assert.equal(await locking.open(learner, ["0000"]), "rest");
  clock.tick(30_000);
  assert.equal(await locking.open(learner, ["0417"]), "right");
  assert.equal(await locking.open(learner, ["0000"]), "wrong", "counted anew");
});

test("what the trainer reads back opens the lock once, without a network, and wipes nothing", async () => {
  const { phone, learner, locking } = await aLockedPhone();
  await answer(phone);
  const digits = await locking.digits(learner);
  assert.match(digits, /^\d{6}$/);
  assert.equal(await locking.digits(learner), digits, "the same until they are used");
  const right = answerTo(keyOf(learner), digits);
  assert.equal(
    await locking.answered(learner, String((Number(right) + 1) % 1_000_000).padStart(6, "0")),
    "wrong",
  );

  assert.equal(await locking.answered(learner, `${right.slice(0, 3)} ${right.slice(3)}`), "right");

  assert.equal(await locking.lockOf(learner), null);
  assert.equal((await phone.store.events()).length, 1);
  await locking.set(learner, "pin", ["1234"]);
  const next = await locking.digits(learner);
  assert.notEqual(next, digits);
  assert.equal(
    await locking.answered(learner, right),
    "wrong",
    "what was read back once opens nothing again",
  );
});

test("ten minutes without a tap, and the phone asks at once; a tap in time keeps her", async () => {
  const clock = aClock();
  const phone = aPhone({ clock });
  const { learner } = await phone.store.me();
  const home = await phone.store.household({ session: null });
  await home.take();
  await home.choose(learner);
  const model = await aModel(phone);
  const household = model.lend(openHousehold);
  clock.tick(9 * 60_000);
  await household.touched();
  clock.tick(9 * 60_000);
  household.look();
  assert.equal(model.state.value.asks, false);
  clock.tick(60_000);
  household.look();
  assert.equal(model.state.value.asks, true);
  await model.refresh();
  assert.equal(model.state.value.asks, true);
  await household.choose(learner);
  assert.equal(model.state.value.asks, false);
});

test("who comes to a phone on which somebody is in a group is led to that group", async () => {
  const phone = aPhone();
  await answer(phone);
  const household = (await aModel(phone)).lend(openHousehold);
  assert.equal(await household.add({ nickname: "Mei", picture: "" }), "/");

  const { profiles } = await phone.store.me();
  const seat = { centre: "Hezhou", group: "Autumn 1", code: "ABCD2345" };
  await phone.store.remember(`membership:${profiles![0]!.learner}`, seat);
  assert.equal(await household.add({ nickname: "Guo", picture: "" }), "/join/ABCD2345");
});

test("somebody new says her name or leaves it for later; what she said goes out as hers", async () => {
  const phone = aPhone();
  await answer(phone);
  const model = await aModel(phone);
  const household = model.lend(openHousehold);
  await household.add({ nickname: "Mei", picture: "fish" });
  const mei = model.state.value.me.learner;
  assert.deepEqual(model.state.value.profile, { nickname: "Mei", picture: "fish", language: "en" });
  const said = (await phone.store.events()).filter(({ kind }) => kind === "profile_set");
  assert.deepEqual(
    said.map(({ learner, body }) => [learner, body.nickname]),
    [[mei, "Mei"]],
  );

  await household.add({ nickname: "", picture: "" });
  assert.equal(model.state.value.profile, null);
  assert.equal((await phone.store.events()).length, 2, "who says nothing writes nothing");
  assert.deepEqual(
    (await household.faces()).map(({ nickname }) => nickname),
    ["", "Mei", ""],
  );
});

const mei = {
  learner: "0192f0c1-0000-7000-8000-000000000001",
  nickname: "Mei",
  picture: "fish",
  language: "zh-hans",
};

test("a code whose answer was lost is shown again with the same key", async () => {
  const phone = aPhone();
  const asked: Question[] = [];
  let isLost = true;
  const ask: Ask = async (question) => {
    asked.push(question);
    if (isLost) throw new Error("no network");
    return reply(200, mei);
  };
  const passing = (await aModel(phone, ask)).lend(openPassing);
  assert.deepEqual(await passing.look("abcd-2345"), { kind: "offline" });
  isLost = false;
  const found = await passing.look(" ABCD 2345");
  assert.ok(found.kind === "here");
  const [first, second] = asked.map(({ body }) => body as { code: string; read: string });
  assert.deepEqual([first!.code, first!.read], [second!.code, second!.read]);

  assert.ok(await passing.comeIn(found.of));
  const { learner, read } = await phone.store.me();
  assert.deepEqual([learner, read], [mei.learner, second!.read]);
});

test("the pass is asked for once and then kept, hers alone", async () => {
  const phone = aPhone();
  await answer(phone);
  let asked = 0;
  const ask: Ask = async () =>
    reply(200, { code: `AAAA-${++asked}`, address: "/pass/AAAA", qr: ["10", "01"] });
  const model = await aModel(phone, ask);
  const passing = model.lend(openPassing);
  await passing.pass({ anew: false });
  assert.deepEqual(await passing.pass({ anew: false }), {
    kind: "here",
    of: { code: "AAAA-1", address: "/pass/AAAA", qr: ["10", "01"] },
  });
  await model.lend(openHousehold).add({ nickname: "", picture: "" });
  const other = await passing.pass({ anew: false });
  assert.ok(other.kind === "here" && other.of.code === "AAAA-2");
  const anew = await passing.pass({ anew: true });
  assert.ok(anew.kind === "here" && anew.of.code === "AAAA-3", "the centre may have ended the one before");
});

test("a refusal is told in the server's words", async () => {
  const phone = aPhone();
  const ask: Ask = async () =>
    reply(404, { code: "unknown-code", message: "We do not know this code.", details: {} });
  const passing = (await aModel(phone, ask)).lend(openPassing);
  assert.deepEqual(await passing.look("ABCD2345"), { kind: "refused", say: "We do not know this code." });
});

test("a window that was closed forgets who was there, a reload does not", async () => {
  const session = aPlace();
  const phone = aPhone();
  const home = await phone.store.household({ session });
  const guo = (await home.take())!;
  await home.choose(guo);
  const reloaded = await aPhone(phone).store.household({ session });
  assert.equal(reloaded.latest(60_000), guo);
  const opened = await aPhone(phone).store.household({ session: aPlace() });
  assert.equal(opened.latest(60_000), "");
});

test("her tap stands at once, though something looked up before it arrives only then", async () => {
  const model = await aModel(aPhone());
  const { refresh } = model.lend((needs) => needs);
  const before = refresh();
  const chosen = model.lend(openMine).choose("zh-hans");
  assert.equal(model.state.value.language, "zh-hans");
  await before;
  assert.equal(model.state.value.language, "zh-hans");
  await chosen;
  assert.equal(model.state.value.language, "zh-hans");
});
