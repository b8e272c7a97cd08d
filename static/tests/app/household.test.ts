// Several people on one phone: whose events are whose, who is asked for, who goes and who stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { startModel } from "../../app/lesson/model.ts";
import { answer, aPhone, aPlace, aServer, keyOf, sync, type Phone } from "./phone.ts";
import { aPhoneOfTwo, home, whose } from "./two.ts";

test("each event is stamped with who learns when it is written, and switching touches none", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const before = await phone.store.events();
  await household.choose(guo);
  await answer(phone, "ra1/q2");
  await household.choose(xiulan);
  await answer(phone, "ra1/q3");

  const events = await phone.store.events();
  assert.deepEqual(
    events.map(({ learner, seq }) => [learner, seq]),
    [[xiulan, 1], [guo, 2], [xiulan, 3]], // prettier-ignore
  );
  assert.deepEqual(events[0], before[0]);
});

test("two windows: what is done in each is hers who was chosen in it", async () => {
  const factory = new IDBFactory();
  const place = aPlace();
  const [one, other] = [aPhone({ factory, place }), aPhone({ factory, place })];
  const { learner: xiulan } = await one.store.me();
  const household = await home(other);
  const guo = (await household.take())!;
  await household.choose(guo);

  await answer(one);
  await answer(other);

  assert.deepEqual(await whose(one), [xiulan, guo]);
  assert.equal((await one.store.me()).learner, xiulan);
  assert.equal(
    (await aPhone({ factory, place }).store.me()).learner,
    guo,
    "the next start begins with the last",
  );
});

test("a lesson that stands open writes for her whose lesson it is, whoever is chosen meanwhile", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  await household.choose(guo);
  await phone.store.write(
    { kind: "answered", learner: xiulan, module: "ra", item: "ra1/q9", body: {} },
    (was) => was,
  );
  assert.deepEqual(await whose(phone), [xiulan, xiulan]);
});

test("one talk names all of them, each with her own cursor, and brings each her own", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const server = aServer();
  const row = { module: "ra", lesson: "ra2", opened_at: "2026-11-20T00:00:00.000Z", finished_at: null };
  server.progressOf[guo] = [{ ...row, mastered_at: null, checked_at: null, last_at: null, right: [] }];
  await household.choose(guo);
  await answer(phone, "ra1/q2");
  await sync(phone, server.ask);

  const [first] = server.requests.map(({ body }) => body as { learners: { id: string; lock?: boolean }[] });
  assert.deepEqual(
    first!.learners.map(({ id }) => id),
    [xiulan, guo],
  );
  assert.ok(
    first!.learners.every(({ lock }) => lock),
    "the keys of both are asked for",
  );
  assert.deepEqual(
    (await phone.store.progressOf(guo)).map(({ lesson }) => lesson),
    ["ra1", "ra2"],
  );
  assert.deepEqual(
    (await phone.store.progressOf(xiulan)).map(({ lesson }) => lesson),
    ["ra1"],
  );
  assert.equal(server.events.size, 2);
  for (const one of [xiulan, guo]) {
    assert.ok(await phone.store.recall(`cursor:${one}`));
    assert.equal(await phone.store.recall(`key:${one}`), keyOf(one));
  }
  await sync(phone, server.ask);
  const last = server.requests[server.requests.length - 1]!.body as typeof first;
  assert.ok(
    last!.learners.every(({ lock }) => !lock),
    "and only until they are here",
  );
});

test("her language and the places of her first pages come back with her", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const { store, place } = phone;
  await store.remember("language", "en");
  place.setItem("xk.at.ra/ra1", '{"sitting":"s"}');
  await household.choose(guo);
  assert.equal(await store.recall("language"), "zh-hans");
  assert.equal(store.firstPageAt("ra", "ra1"), null);
  await household.choose(xiulan);
  assert.equal(await store.recall("language"), "en");
  assert.equal(store.firstPageAt("ra", "ra1")!.sitting, "s");
});

test("the first page asks the mirror, and finds who was chosen last", async () => {
  const { phone, household, guo } = await aPhoneOfTwo();
  await household.choose(guo);
  assert.equal(JSON.parse(phone.place.getItem("xk.me")!).learner, guo);
});

test("when the browser throws the database away, all who learn here are still known", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  await household.choose(guo);
  const evicted = aPhone({ place: phone.place });
  const { profiles } = await evicted.store.me();
  assert.deepEqual(
    profiles!.map(({ learner }) => learner),
    [xiulan, guo],
  );
});

const options = {
  app: "test",
  language: "en" as const,
  savesData: true,
  prefer: null,
  extras: async () => ({}),
};
const noNetwork = () => Promise.reject(new Error("no network"));

test("who is learning is asked at a start where several learn, and where a lock is set; else never", async () => {
  const alone = aPhone();
  await answer(alone);
  const asks = async ({ factory, place }: Phone) =>
    (await startModel({ store: aPhone({ factory, place }).store, ask: noNetwork, ...options })).state.value
      .asks;
  assert.equal(await asks(alone), false);

  const { learner } = await alone.store.me();
  await (await home(alone)).setLock(learner, { kind: "pin", salt: "1", seal: "2" });
  assert.equal(await asks(alone), true);
  await (await home(alone)).setLock(learner, null);
  assert.equal(await asks(alone), false);

  const { phone } = await aPhoneOfTwo();
  assert.equal(await asks(phone), true);
});

test("whoever was at this window a moment ago is not asked again after a reload", async () => {
  const { phone, guo } = await aPhoneOfTwo();
  const session = aPlace();
  let now = 1_000_000;
  const at = () => phone.store.household({ session, now: () => now });
  await (await at()).choose(guo);
  now += 9 * 60_000;
  assert.equal((await at()).latest(10 * 60_000), guo);
  now += 60_000;
  assert.equal((await at()).latest(10 * 60_000), "");
});

test("a learner whom the server let in takes the place of nobody: a phone that was never used is hers alone", async () => {
  const phone = aPhone();
  const her = { learner: "0192f0c1-0000-7000-8000-000000000001", read: "ab".repeat(16) };
  await (await home(phone)).take(her, { nickname: "Mei", picture: "moon", language: "en" });
  const { learner, read, profiles } = await phone.store.me();
  assert.deepEqual([learner, read, profiles], [her.learner, her.read, undefined]);
  assert.deepEqual([await phone.store.recall("started"), await phone.store.recall("language")], [true, "en"]);
});

test("let in on a phone that somebody uses, she is one more; let in twice, she is there once", async () => {
  const phone = aPhone();
  await answer(phone);
  const { learner: first } = await phone.store.me();
  const her = { learner: "0192f0c1-0000-7000-8000-000000000001", read: "ab".repeat(16) };
  await (await home(phone)).take(her);
  await (await home(phone)).take({ ...her, read: "cd".repeat(16) });
  const { profiles } = await phone.store.me();
  assert.deepEqual(
    profiles!.map(({ learner }) => learner),
    [first, her.learner],
  );
  assert.equal(profiles![1]!.read, her.read);
});

test("a thirteenth finds no room, and nobody is pushed out", async () => {
  const { phone, household } = await aPhoneOfTwo();
  for (let more = 0; more < 10; more++) assert.ok(await household.take());
  assert.equal(await household.take(), null);
  assert.equal((await phone.store.me()).profiles!.length, 12);
});

test("one who is erased at the server goes; the others keep all, and are asked who learns now", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const server = aServer();
  await household.choose(guo);
  await answer(phone, "ra1/q2");
  server.erased.add(guo);
  const model = await startModel({ store: phone.store, ask: server.ask, ...options });
  assert.equal(model.state.value.asks, false);

  await sync(phone, server.ask);
  await model.refresh();

  assert.deepEqual(await whose(phone), [xiulan]);
  assert.equal((await phone.store.me()).learner, xiulan);
  assert.deepEqual([model.state.value.asks, model.state.value.wasErased], [true, false]);
  assert.equal((await phone.store.progressOf(xiulan)).length, 1);
  for (const [name, value] of phone.place.kept) assert.ok(!value.includes(guo), name);

  await household.choose(xiulan);
  await model.refresh();
  assert.deepEqual([model.state.value.asks, (await phone.store.me()).profiles], [false, undefined]);
});
