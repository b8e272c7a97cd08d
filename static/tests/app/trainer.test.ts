// Asking her trainer, from a real store: what she is writing, what she sent, how far it has come, what was answered.

import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { foldNothing } from "../../app/lesson/fold.ts";
import { startModel, type Lent, type State } from "../../app/lesson/model.ts";
import { takeAlong } from "../../app/lesson/own_data.ts";
import { ownPage } from "../../app/lesson/own_page.ts";
import { empty, openTrainer, type Piece } from "../../app/lesson/trainer.ts";
import { openWaiting } from "../../app/lesson/waiting.ts";
import type { LearningEvent, Message } from "../../app/storage/records.ts";
import type { Ask } from "../../app/syncing/ask.ts";
import { longest } from "../../app/syncing/courier.ts";
import { words as meWords } from "../../app/text/me.en.ts";
import { aPhone, aServer, sync, talkOf, type Phone } from "./phone.ts";

const bytesOf = (size: number): ArrayBuffer =>
  Uint8Array.from({ length: size }, (_, at) => Math.abs(Math.sin(at + size)) * 256).buffer;
const photo: Piece = { type: "image/webp", bytes: bytesOf(45_000) };
const note: Piece = { type: "audio/webm;codecs=opus", bytes: bytesOf(70_000) };

async function lent(phone: Phone, messages: Message[] = []): Promise<Lent> {
  const me = await phone.store.me();
  const state = () => ({ me, language: "en", messages, modules: [], profile: null }) as unknown as State;
  return { store: phone.store, state } as Lent;
}

const nothingMore = async () => undefined;
const trainerOf = async (phone: Phone, messages: Message[] = []) =>
  openTrainer(await lent(phone, messages), foldNothing, nothingMore);

async function anAnswer(phone: Phone, event: string): Promise<Message> {
  const { learner } = await phone.store.me();
  return {
    ...{ learner, id: `m${event}`, kind: "answer", title: "Your trainer answered", text: "Like this." },
    ...{ link: `/en/-/ask:${event}/`, created_at: "2026-11-22T00:00:00.000Z", read_at: null },
  };
}

test("what she is writing is there again, with its photo and note, until it is sent", async () => {
  const phone = aPhone();
  const draft = { text: "Why is it wet?", photo, note };
  await (await trainerOf(phone)).keep(draft);

  const again = await trainerOf(aPhone({ factory: phone.factory, place: phone.place }));
  assert.deepEqual(await again.draft(), draft);
  await again.send(await again.draft(), "", "");
  assert.deepEqual(await again.draft(), empty);
});

test("a question names what goes with it, and the lesson with the release that she sees", async () => {
  const phone = aPhone();
  const { learner } = await phone.store.me();
  await phone.store.putSitting({
    ...{ learner, module: "ra", lesson: "ra1", sitting: "s", release: "r1", language: "en", file: "f" },
    ...{ card: 1, cards: 2, done: {}, finished: false },
  });
  const trainer = await trainerOf(phone);
  await trainer.send({ text: " Why? ", photo, note }, "ra", "ra1");
  await trainer.send({ text: "And this?", photo: null, note: null }, "ra", "never-opened");

  const [first, second] = await phone.store.events();
  const { module, release, item, kind, body } = first!;
  assert.deepEqual([kind, module, release, item, body.text], ["asked", "ra", "r1", "ra1", "Why?"]);
  const named = body.attachments as { id: string; sha256: string; bytes: number; type: string }[];
  assert.deepEqual(
    named.map(({ bytes, type }) => [bytes, type]),
    [
      [45_000, "image/webp"],
      [70_000, "audio/webm"],
    ],
  );
  for (const { id, sha256 } of named) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    assert.match(sha256, /^[0-9a-f]{64}$/);
  }
  assert.deepEqual([second!.module, second!.release, second!.item], ["", "", ""]);
  assert.deepEqual(second!.body, { text: "And this?", attachments: [] });
});

test("a question is saved here, then sent, then answered", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const trainer = await trainerOf(phone);
  await trainer.send({ text: "Why?", photo, note: null }, "", "");
  const [event] = await phone.store.events();
  const state = async (messages: Message[] = []) =>
    (await (await trainerOf(phone, messages)).look()).questions[0]!.state;

  assert.equal(await state(), "here");
  await sync(phone, server.ask);
  assert.equal(await state(), "here", "its photo waits");
  const { attachments } = await phone.store.keeping();
  for (const { id } of await attachments.waiting()) await attachments.stored(id);
  assert.equal(await state(), "sent");
  const answer = await anAnswer(phone, event!.id);
  assert.equal(await state([answer]), "answered");

  const { questions } = await (await trainerOf(phone, [answer])).look();
  assert.deepEqual(questions[0]!.answers, [answer]);
  assert.deepEqual(questions[0]!.pieces, [photo]);
  await (await phone.store.keeping()).makeRoom();
  const later = await (await trainerOf(phone)).look();
  assert.deepEqual(later.questions[0]!.pieces, [{ type: photo.type, bytes: null }]);
});

test("an answer whose question is not on this phone is shown by itself", async () => {
  const phone = aPhone();
  const answer = await anAnswer(phone, "01900000-0000-7000-8000-000000000001");
  const { questions, others } = await (await trainerOf(phone, [answer])).look();
  assert.deepEqual([questions, others], [[], [answer]]);
});

test("each sees her own questions: not somebody else's, and not what was done under her name", async () => {
  const phone = aPhone();
  const home = await phone.store.household({ session: null });
  const { learner } = await phone.store.me();
  const text = async () => (await (await trainerOf(phone)).look()).questions.map((one) => one.text);
  await (await trainerOf(phone)).send({ ...empty, text: "Mine" }, "", "");
  await (await trainerOf(phone)).send({ ...empty, text: "Not mine at all" }, "", "");
  await (await trainerOf(phone)).keep({ ...empty, text: "Half a sen" });
  const other = (await home.take())!;
  await home.choose(other);

  assert.deepEqual(await text(), []);
  assert.deepEqual(await (await trainerOf(phone)).draft(), empty);
  await (await trainerOf(phone)).send({ ...empty, text: "Hers" }, "", "");
  assert.deepEqual(await text(), ["Hers"]);
  await home.choose(learner);
  const second = (await phone.store.events()).find(({ body }) => body.text === "Not mine at all")!;
  await phone.store.remember(`reassigned:${learner}`, [second.id]);
  assert.deepEqual(await text(), ["Mine"]);
  assert.equal((await (await trainerOf(phone)).draft()).text, "Half a sen");
});

test("profiles that are merged keep their questions, photos and what was half written", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await (await trainerOf(phone)).send({ text: "Before", photo, note: null }, "", "");
  await (await trainerOf(phone)).keep({ ...empty, text: "Half" });
  const { learner } = await phone.store.me();
  server.merged.set(learner, "01900000-0000-7000-8000-0000000000aa");
  await sync(phone, server.ask);

  assert.notEqual((await phone.store.me()).learner, learner);
  const { questions } = await (await trainerOf(phone)).look();
  assert.deepEqual(
    questions.map(({ text, pieces }) => [text, pieces]),
    [["Before", [photo]]],
  );
  assert.equal((await (await trainerOf(phone)).draft()).text, "Half");
});

test("on a full phone the words stay, and nothing is half sent", async () => {
  const phone = aPhone();
  const trainer = await trainerOf(phone);
  const draft = { text: "Why?", photo, note: null };
  await trainer.keep(draft);
  const real = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
    if (this.name === "attachments") throw new DOMException("full", "QuotaExceededError");
    return real.apply(this, given);
  };
  try {
    await assert.rejects(trainer.send(draft, "", ""), { name: "QuotaExceededError" });
  } finally {
    IDBObjectStore.prototype.put = real;
  }
  assert.deepEqual(await trainer.draft(), draft);
  assert.deepEqual(await phone.store.events(), []);
  await trainer.send(draft, "", "");
  assert.equal(await phone.store.countWaiting(), 2);
});

test("what waits and its copy carry the photo and the note, also where the question itself was sent", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await (await trainerOf(phone)).send({ text: "Why?", photo, note }, "", "");
  await sync(phone, server.ask);
  const waiting = openWaiting(await lent(phone));

  const { mine, carried, others } = await waiting.look();
  assert.deepEqual([mine, carried, others], [[], { photos: 1, notes: 1, bytes: 115_000 }, 0]);
  const { text, events, attachments } = await waiting.copy("app");
  assert.deepEqual([events, attachments], [0, 2]);
  const [head, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual([head.events, head.attachments], [0, 2]);
  const named = ((await phone.store.events())[0]!.body.attachments as { id: string; sha256: string }[]).map(
    ({ id, sha256 }) => [id, sha256],
  );
  assert.deepEqual(lines.map(({ attachment, sha256 }) => [attachment, sha256]).sort(), named.sort());
  const picture = lines.find(({ type }) => type === "image/webp");
  assert.equal(picture.bytes, 45_000);
  assert.deepEqual(Buffer.from(picture.data, "base64"), Buffer.from(photo.bytes));
});

test("the page of her own data shows what she asked, with picture and sound in it, each once", async () => {
  const phone = aPhone();
  await (await trainerOf(phone)).send({ text: "<b>Why?", photo, note }, "", "");
  const all = await takeAlong(await lent(phone));
  const page = ownPage(all, { language: "en", words: meWords });

  assert.ok(page.includes("&lt;b&gt;Why?"));
  for (const piece of [photo, note]) {
    const data = Buffer.from(piece.bytes).toString("base64");
    assert.equal(page.split(data).length, 2);
  }
  assert.ok(page.includes('src="data:audio/webm;base64,'));
  const record = JSON.parse(
    /<pre id="record">([^]*?)<\/pre>/
      .exec(page)![1]!
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&"),
  );
  assert.equal(record.events.length, 1);
  for (const { id } of record.attachments) assert.ok(page.includes(`id="${id}"`));
});

/** A model over this phone, on a clock in the test's hand. */
async function aModel(t: TestContext, phone: Phone, ask: Ask) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  return startModel({
    ...talkOf(phone, ask),
    savesData: true,
    prefer: null,
    extras: async () => ({}),
  });
}

const atRest = () => new Promise((soon) => setImmediate(() => setImmediate(soon)));
async function wait(t: TestContext, until: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200 && !(await until()); turn++) {
    t.mock.timers.tick(longest);
    await atRest();
  }
}

test("after a talk the photo goes by itself, with data saved too, and the server hears that nothing waits", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  let isCut = true;
  const ask: Ask = (question) =>
    isCut && question.method === "PUT" ? Promise.reject(new Error("no network")) : server.ask(question);
  const model = await aModel(t, phone, ask);
  const trainer = model.lend(openTrainer);
  await trainer.send({ text: "Why?", photo, note: null }, "", "");

  await model.courier.now();
  assert.equal(model.state.value.last, "silent", "it is tried again");
  assert.equal(model.state.value.waiting, 1);
  isCut = false;
  const told = () =>
    (server.requests.filter(({ path }) => path === "/api/v1/sync").at(-1)!.body as { waiting: number })
      .waiting;
  await wait(t, async () => told() === 0 && model.state.value.last === "done");
  assert.equal(told(), 0);
  assert.equal(model.state.value.waiting, 0);
  assert.equal(server.cupboard.kept.size, 1);
});

test("a busy server is not asked again before its time", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  const ask: Ask = async (question) => {
    if (question.method !== "PUT") return server.ask(question);
    puts += 1;
    return { status: 429, retryAfter: 3600, bytes: new ArrayBuffer(0) };
  };
  let puts = 0;
  const model = await aModel(t, phone, ask);
  await model.lend(openTrainer).send({ text: "Why?", photo, note: null }, "", "");
  await model.courier.now();
  await model.courier.now();
  assert.equal(puts, 1);
});

test("a question without anything to carry fetches nothing and asks nothing more", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  const model = await aModel(t, phone, server.ask);
  await model.lend(openTrainer).send({ ...empty, text: "Why?" }, "", "");
  await model.courier.now();
  assert.ok(server.requests.every(({ method }) => method !== "PUT"));
  const asked = [...server.events.values()].map(({ kind, body }: LearningEvent) => [kind, body.text]);
  assert.deepEqual(asked, [["asked", "Why?"]]);
});
