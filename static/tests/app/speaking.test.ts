// Several people on one phone, and each reads her own language: in every window, after a reload, and at the office.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openHousehold } from "../../app/lesson/household.ts";
import { openMine } from "../../app/lesson/mine.ts";
import { startModel, type Model } from "../../app/lesson/model.ts";
import { openPassing } from "../../app/lesson/passing.ts";
import type { Language } from "../../app/storage/records.ts";
import { answer, aPhone, type Phone } from "./phone.ts";

const noNetwork = () => Promise.reject(new Error("no network"));

/** A window of this phone, whose browser speaks Chinese. `who`: she was in it a moment ago. */
async function aWindow(
  { factory, place }: Phone,
  who = "",
): Promise<{ model: Model; store: Phone["store"] }> {
  const { store } = aPhone({ factory, place });
  store.here.learner = who;
  const model = await startModel({
    ...{ store, ask: noNetwork, app: "test", language: "zh-hans", savesData: true, prefer: null },
    extras: async () => ({}),
  });
  model.courier.nudge = () => undefined; // no timer outlives the test
  return { model, store };
}

const reads = ({ model }: { model: Model }): Language => model.state.value.language;

/** Grandmother learned here first, in Chinese; Lily was added beside her, and reads English. */
async function aHousehold() {
  const phone = aPhone();
  await answer(phone);
  const hers = await aWindow(phone);
  const wang = hers.model.state.value.me.learner;
  await hers.model.lend(openMine).setProfile({ nickname: "Wang", picture: "moon" });
  const other = await aWindow(phone, wang);
  await other.model.lend(openHousehold).add({ nickname: "Lily", picture: "fish" });
  const lily = other.model.state.value.me.learner;
  await other.model.lend(openMine).choose("en");
  return { phone, hers, other, wang, lily };
}

const saidBy = async ({ store }: Phone, learner: string) =>
  (await store.events())
    .filter((event) => event.kind === "profile_set" && event.learner === learner)
    .sort((one, next) => one.seq - next.seq)
    .map(({ body }) => [body.nickname, body.picture, body.language]);

test("a window shows the language of who learns in it, whoever was chosen in another, after a reload too", async () => {
  const { phone, hers, wang, lily } = await aHousehold();
  await hers.model.refresh();
  assert.equal(reads(hers), "zh-hans");
  assert.equal(reads(await aWindow(phone, wang)), "zh-hans");
  assert.equal(reads(await aWindow(phone, lily)), "en");
});

test("who goes over to another takes her language from nobody and leaves hers to nobody", async () => {
  const { phone, hers, wang, lily } = await aHousehold();
  const household = hers.model.lend(openHousehold);
  await household.choose(lily);
  assert.equal(reads(hers), "en");
  await household.choose(wang);
  assert.equal(reads(hers), "zh-hans");
  assert.equal(reads(await aWindow(phone, lily)), "en");
});

test("a language chosen in one window changes nothing for who learns in another", async () => {
  const { phone, hers, other, wang, lily } = await aHousehold();
  await hers.model.lend(openMine).choose("en");
  await other.model.lend(openMine).choose("zh-hans");
  await hers.model.lend(openHousehold).choose(lily);
  assert.equal(reads(hers), "zh-hans");
  assert.equal(reads(await aWindow(phone, wang)), "en");
});

test("who is added reads on in the language in which she was asked, whoever else was here last", async () => {
  const { phone, hers, lily } = await aHousehold();
  await hers.model.lend(openHousehold).add({ nickname: "", picture: "" });
  const third = hers.model.state.value.me.learner;
  assert.equal(reads(hers), "zh-hans");
  assert.equal(reads(await aWindow(phone, third)), "zh-hans");
  assert.equal(reads(await aWindow(phone, lily)), "en");
});

test("who comes with a pass and has no name reads her own language", async () => {
  const { phone, hers, wang } = await aHousehold();
  const learner = "0192f0c1-0000-7000-8000-000000000001";
  const found = { learner, read: "ab".repeat(16), nickname: "", picture: "", language: "en" as const };
  await hers.model.lend(openPassing).comeIn(found);
  assert.equal(reads(hers), "en");
  assert.equal(reads(await aWindow(phone, wang)), "zh-hans");
});

test("each face says in which language she is asked, whoever is asked for", async () => {
  const { phone, wang, lily } = await aHousehold();
  const { model } = await aWindow(phone);
  assert.equal(model.state.value.asks, true);
  assert.deepEqual(
    (await model.lend(openHousehold).faces()).map(({ learner, language }) => [learner, language]),
    [[wang, "zh-hans"], [lily, "en"]], // prettier-ignore
  );
});

test("alone again on the phone, she reads what she chose while others learned here too", async () => {
  const { phone, hers, wang, lily } = await aHousehold();
  await hers.model.lend(openMine).choose("en");
  const home = await hers.store.household({ session: null });
  await home.erase(lily);
  await hers.model.lend(openHousehold).choose(wang);
  assert.equal((await hers.store.me()).profiles, undefined);
  assert.equal(reads(await aWindow(phone)), "en");
});

test("alone on a phone with a lock, she reads the language that she chose, with the lock and without it", async () => {
  const phone = aPhone();
  await answer(phone);
  const { learner } = await phone.store.me();
  const home = await phone.store.household({ session: null });
  await home.setLock(learner, { kind: "pin", salt: "1", seal: "2" });
  await (await aWindow(phone, learner)).model.lend(openMine).choose("en");
  assert.equal(reads(await aWindow(phone, learner)), "en");
  await home.setLock(learner, null);
  assert.equal(reads(await aWindow(phone)), "en");
});

test("the office hears in which language she reads, from her name on; before she has one nothing is written", async () => {
  const { phone, hers, wang, lily } = await aHousehold();
  assert.deepEqual(await saidBy(phone, lily), [
    ["Lily", "fish", "zh-hans"],
    ["Lily", "fish", "en"],
  ]);
  await hers.model.lend(openMine).setProfile({ nickname: "Wang", picture: "kiwi" });
  assert.deepEqual((await saidBy(phone, wang)).pop(), ["Wang", "kiwi", "zh-hans"]);

  const alone = aPhone();
  await answer(alone);
  const { model } = await aWindow(alone);
  await model.lend(openMine).choose("en");
  assert.deepEqual(await saidBy(alone, model.state.value.me.learner), []);
  await model.lend(openMine).setProfile({ nickname: "Guo", picture: "" });
  assert.deepEqual(await saidBy(alone, model.state.value.me.learner), [["Guo", "", "en"]]);
});

test("a name, a picture and a language said in one breath are all kept", async () => {
  const phone = aPhone();
  const { model } = await aWindow(phone);
  const mine = () => model.lend(openMine);
  const { learner } = model.state.value.me;
  await Promise.all([
    mine().setProfile({ nickname: "Guo" }),
    mine().setProfile({ picture: "moon" }),
    mine().choose("en"),
  ]);
  assert.deepEqual((await saidBy(phone, learner)).pop(), ["Guo", "moon", "en"]);
  assert.deepEqual(model.state.value.profile, { nickname: "Guo", picture: "moon", language: "en" });
});
