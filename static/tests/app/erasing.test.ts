// A learner who was erased at the server (verdict `gone`, docs/events.md) goes from the phone; nobody else loses anything.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldOf } from "../../app/lesson/fold.ts";
import { openHousehold } from "../../app/lesson/household.ts";
import { startModel, type Lent } from "../../app/lesson/model.ts";
import { result } from "../../app/storage/database.ts";
import type { Ask } from "../../app/syncing/ask.ts";
import { answer, aPhone, aServer, sync, type Phone } from "./phone.ts";

const her = async (phone: Phone) => (await phone.store.me()).learner;

/** All that a phone keeps of somebody, sent but for the last answer, and the server that then erases her. */
async function aLearnerWhoIsErased() {
  const [phone, server] = [aPhone(), aServer()];
  const { store, place } = phone;
  const learner = await her(phone);
  await answer(phone, "ra1/q1");
  await answer(phone, "ra1/q2");
  await sync(phone, server.ask);
  await store.putSitting({
    ...{ learner, module: "ra", lesson: "ra1", sitting: "s", release: "r", language: "en", file: "f" },
    ...{ card: 3, cards: 9, done: {}, finished: false },
  });
  await store.takeChanges(learner, { progress: [], inbox: [aMessage] }, { epoch: "e", record_seq: 2 });
  for (const note of ["profile:", "membership:", "practice:"]) await store.remember(`${note}${learner}/x`, 1);
  await store.remember("remembered", { said: JSON.stringify(["d", [[learner, false]]]), at: 0 });
  await store.remember("started", true);
  place.setItem("xk.at.ra/ra1", JSON.stringify({ sitting: "s", card: 3 }));
  await answer(phone, "ra1/q3");
  server.erased.add(learner);
  return { phone, server, learner };
}

/** Of every store of its database. */
async function rowsThatName({ factory }: Phone, learner: string): Promise<string[]> {
  const database = await result(factory.open("xiangke"));
  const found: string[] = [];
  for (const name of database.objectStoreNames) {
    const rows: unknown[] = await result(database.transaction(name).objectStore(name).getAll());
    for (const row of rows)
      if (JSON.stringify(row).includes(learner)) found.push(`${name}: ${JSON.stringify(row)}`);
  }
  database.close();
  return found;
}

const aMessage = {
  ...{ id: "m", kind: "trainer", title: "", text: "", link: "", created_at: "2026-11-20T00:00:00.000Z" },
  read_at: null,
};

test("who is erased at the server is erased on the phone: answers, progress, place, messages, notes", async () => {
  const { phone, server, learner } = await aLearnerWhoIsErased();
  const { store, place } = phone;
  const before = await store.me();

  assert.equal((await sync(phone, server.ask)).kind, "done");

  assert.deepEqual(await store.events(), []);
  assert.equal(await store.countWaiting(), 0);
  for (const kept of [store.progressOf, store.sittingsOf, store.messagesOf])
    assert.deepEqual(await kept(learner), []);
  for (const note of ["profile:", "membership:", "practice:"])
    assert.equal(await store.recall(`${note}${learner}/x`), undefined);
  assert.equal(await store.recall(`cursor:${learner}`), undefined);
  assert.deepEqual(await rowsThatName(phone, learner), []);
  for (const [name, value] of place.kept) assert.ok(!value.includes(learner), name);
  assert.equal(place.getItem("xk.at.ra/ra1"), null);

  const after = await store.me();
  assert.deepEqual([after.device, after.token], [before.device, before.token]);
  assert.notEqual(after.learner, before.learner);
  assert.notEqual(after.read, before.read);
  assert.equal(JSON.parse(place.getItem("xk.me")!).learner, after.learner, "the first page asks the mirror");
});

test("a phone that shows somebody and did nothing for her lets go of her at its next contact too", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const learner = await her(phone);
  await phone.store.remember(`profile:${learner}`, { nickname: "Mei" });
  await sync(phone, server.ask);
  server.erased.add(learner);

  assert.equal((await sync(phone, server.ask)).news, true);

  assert.notEqual(await her(phone), learner);
  assert.equal(await phone.store.recall(`profile:${learner}`), undefined);
  assert.equal(await phone.store.recall("wasErased"), true);
});

test("the digest stays true after an erasure, and the next learner's answers arrive", async () => {
  const { phone, server } = await aLearnerWhoIsErased();
  await sync(phone, server.ask);
  const talks = () => server.requests.filter(({ path }) => path.endsWith("/have")).length;
  const before = talks();

  const event = await answer(phone, "ra1/q1");
  assert.equal((await sync(phone, server.ask)).kind, "done");

  assert.equal(event.learner, await her(phone));
  assert.ok(server.events.has(event.id));
  assert.equal(talks(), before, "nothing to reconcile");
});

test("others who learn on the same phone keep every row", async () => {
  const { phone, server, learner } = await aLearnerWhoIsErased();
  await sync(phone, server.ask);
  const sister = await her(phone);
  await phone.store.write(
    { kind: "answered", module: "ra", item: "ra1/q1", body: { sitting: "t", try: 1, credit: 1 } },
    foldOf(null, "r"),
  );
  await phone.store.remember(`profile:${sister}`, { nickname: "Mei" });
  const before = [await phone.store.events(), await phone.store.progressOf(sister), await phone.store.me()];

  await (await phone.store.household()).erase(learner);

  assert.deepEqual(
    [await phone.store.events(), await phone.store.progressOf(sister), await phone.store.me()],
    before,
  );
  assert.deepEqual(await phone.store.recall(`profile:${sister}`), { nickname: "Mei" });
  assert.equal(await phone.store.countWaiting(), 1);
});

test("where others learn on the phone it is said that somebody is gone, until it was read", async () => {
  const { phone, learner } = await aLearnerWhoIsErased();
  const { store } = phone;
  const home = await store.household();
  await home.choose((await home.take())!);
  const said = openHousehold(
    { store } as Lent,
    (before) => before,
    async () => undefined,
  );
  assert.equal(await said.oneErased(), false);

  await home.erase(learner);
  assert.equal(await said.oneErased(), true);
  await said.erasedRead();
  assert.equal(await said.oneErased(), false);
});

test("a phone that dies before it has erased is told the same again", async () => {
  const { phone, server } = await aLearnerWhoIsErased();
  const dies = {
    ...phone.store,
    household: () => Promise.reject(new Error("the battery is empty")),
  };
  await assert.rejects(sync({ ...phone, store: dies }, server.ask));
  assert.equal(await phone.store.countWaiting(), 1, "nothing was marked as delivered");

  await sync(phone, server.ask);
  assert.deepEqual(await phone.store.events(), []);
});

test("the screens say Start again and why, until somebody begins", async () => {
  const { phone, server } = await aLearnerWhoIsErased();
  const options = {
    app: "test",
    language: "en" as const,
    savesData: true,
    prefer: null,
    extras: async () => ({}),
  };
  const model = await startModel({ store: phone.store, ask: server.ask as Ask, ...options });
  assert.deepEqual([model.state.value.isNew, model.state.value.wasErased], [false, false]);

  await sync(phone, server.ask);
  await model.refresh();
  assert.deepEqual([model.state.value.isNew, model.state.value.wasErased], [true, true]);

  await phone.store.remember("started", true);
  await phone.store.remember("wasErased", false);
  await model.refresh();
  assert.deepEqual([model.state.value.isNew, model.state.value.wasErased], [false, false]);
});
