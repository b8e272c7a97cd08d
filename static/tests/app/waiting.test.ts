// What waits and why, and the copy of it: from a real store, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldOf } from "../../app/lesson/fold.ts";
import { openWaiting, whyWaiting } from "../../app/lesson/waiting.ts";
import type { Lent, State } from "../../app/lesson/model.ts";
import { openCounting } from "../../app/lesson/whose.ts";
import { aClock, answer, aPhone, aServer, sync, type Phone } from "./phone.ts";

async function looking(phone: Phone) {
  const me = await phone.store.me();
  const lessons = [{ id: "ra1", title: "Searching" }];
  const state = () => ({ me, language: "en", modules: [{ id: "ra", lessons }] }) as unknown as State;
  return openWaiting({ store: phone.store, state } as Lent);
}

test("what waits lies in a pile for each lesson, counted by kind", async () => {
  const phone = aPhone();
  await answer(phone, "ra1/q1");
  await answer(phone, "ra1/q2");
  await phone.store.write({ kind: "taught", module: "ra", release: "r", item: "ra9", body: {} }, (p) => p);
  await phone.store.write({ kind: "consent_set", body: { purpose: "needs", given: true } }, (p) => p);

  const { mine, others } = await (await looking(phone)).look();

  assert.deepEqual(
    mine.map(({ title, kinds }) => [title, kinds]),
    [
      ["Searching", { answered: 2 }],
      ["ra/ra9", { taught: 1 }],
      ["", { consent_set: 1 }],
    ],
  );
  assert.equal(others, 0);
});

test("what somebody else did on this phone is counted apart, and is in the copy", async () => {
  const phone = aPhone();
  const event = await answer(phone, "ra1/q1");
  const waiting = await looking(phone);
  phone.place.setItem(
    "xk.queue",
    JSON.stringify([{ ...event, id: event.id.replace(/.$/, "x"), seq: 2, learner: "other" }]),
  );
  await phone.store.adopt((before) => before);

  const { mine, others } = await waiting.look();

  assert.deepEqual([mine.length, others], [1, 1]);
  assert.equal((await waiting.copy("app")).events, 2);
});

test("of what waits hers is counted apart from what the others of her phone did, a photo of theirs too", async () => {
  const phone = aPhone();
  const first = await phone.store.me();
  await answer(phone, "ra1/q1");
  await answer(phone, "ra1/q2");
  const bytes = new ArrayBuffer(3);
  const photo = {
    id: first.learner.replace(/.{4}$/, "beef"),
    sha256: "0".repeat(64),
    type: "image/webp",
    bytes,
  };
  const { attachments } = await phone.store.keeping();
  await phone.store.write({ kind: "asked", body: {} }, (p) => p, undefined, attachments.attach([photo]));
  const household = await phone.store.household();
  await household.choose((await household.take(undefined, undefined))!);
  const counted = async () => {
    const me = await phone.store.me();
    return openCounting({ store: phone.store, state: () => ({ me }) as State } as Lent)();
  };
  assert.deepEqual(await counted(), { mine: 0, others: 4 });
  await answer(phone, "ra1/q3");
  assert.deepEqual(await counted(), { mine: 1, others: 4 });
  await household.choose(first.learner);
  assert.deepEqual(await counted(), { mine: 4, others: 1 });
});

test("the copy holds all that waits and nothing that lets anybody in", async () => {
  const phone = aPhone();
  await answer(phone, "ra1/q1");
  await sync(phone, aServer().ask);
  const late = await answer(phone, "ra1/q2");

  const { name, text, events } = await (await looking(phone)).copy("app");

  assert.match(name, /^xiangke-2026-11-2\d\.txt$/);
  const [head, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const { device, token, read } = await phone.store.me();
  assert.deepEqual([head.copy, head.device, head.events], [1, device, 1]);
  assert.deepEqual(lines, [late]);
  assert.equal(events, 1);
  assert.ok(!text.includes(token) && !text.includes(read));
});

test("the copy's name carries the day that the phone's own calendar shows", async () => {
  const before = process.env.TZ;
  process.env.TZ = "Asia/Shanghai";
  try {
    const phone = aPhone({ clock: aClock(Date.UTC(2026, 10, 22, 22, 52)) });
    await answer(phone, "ra1/q1");
    const { name, text } = await (await looking(phone)).copy("app");
    assert.equal(name, "xiangke-2026-11-23.txt");
    assert.match(JSON.parse(text.split("\n")[0]!).now, /^2026-11-22T22:52/);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

test("what the centre could not take is told with its reason, once", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const event = await answer(phone, "ra1/q1");
  server.poison.add(event.id);
  await sync(phone, server.ask);

  const { mine, parked } = await (await looking(phone)).look();

  assert.deepEqual(mine, []);
  assert.equal(
    Object.values(parked).reduce((sum, count) => sum + count, 0),
    1,
  );
});

test("the reason is the network's, the centre's, or nobody's", () => {
  assert.equal(whyWaiting("silent", true), "offline");
  assert.equal(whyWaiting("done", false), "offline");
  assert.equal(whyWaiting("busy", true), "busy");
  assert.equal(whyWaiting("refused", true), "refused");
  assert.equal(whyWaiting(null, true), "soon");
});

const opened = { module: "ra", release: "r", body: {} };
const told = (lesson: string, over: object = {}) => ({
  ...{ module: "ra", lesson, opened_at: "2026-11-20T00:00:00.000Z", finished_at: null, mastered_at: null },
  ...{ checked_at: null, last_at: null, right: [], ...over },
});

test("of each lesson is told how far it has come: on this phone, sent, counted", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const open = (item: string) =>
    phone.store.write({ kind: "lesson_opened", item, ...opened }, foldOf(null, "r"));
  await open("ra7");
  const unread = await open("ra8");
  server.poison.add(unread.id);
  const waiting = await looking(phone);
  const states = async () => (await waiting.look()).receipts.map(({ title, state }) => [title, state]);
  assert.deepEqual(await states(), [["ra/ra8", "here"], ["ra/ra7", "here"]]); // prettier-ignore

  await sync(phone, server.ask);
  assert.deepEqual(await states(), [["ra/ra8", "sent"], ["ra/ra7", "counted"]]); // prettier-ignore

  await open("ra7");
  assert.deepEqual((await states())[0], ["ra/ra7", "here"], "something new of it waits");
  server.progress = [told("ra8")];
  await sync(phone, server.ask);
  assert.deepEqual(await states(), [["ra/ra7", "counted"], ["ra/ra8", "counted"]]); // prettier-ignore
});

test("a lesson counts although the server tells nobody back what she has just sent", async () => {
  const [phone, server] = [aPhone(), aServer()];
  for (const kind of ["lesson_opened", "lesson_finished"])
    await phone.store.write({ kind, item: "ra7", ...opened }, foldOf(null, "r"));
  await sync(phone, server.ask);
  await sync(phone, server.ask);
  const { learner } = await phone.store.me();
  assert.equal((await phone.store.progressOf(learner))[0]!.server.finished, null);
  assert.equal((await (await looking(phone)).look()).receipts[0]!.state, "counted");
});

test("a lesson whose end the server could not take counts once it says finished, not before", async () => {
  const [phone, server] = [aPhone(), aServer()];
  for (const kind of ["lesson_opened", "lesson_finished"]) {
    const { id } = await phone.store.write({ kind, item: "ra7", ...opened }, foldOf(null, "r"));
    if (kind === "lesson_finished") server.poison.add(id);
  }
  server.progress = [told("ra7")];
  await sync(phone, server.ask);
  const waiting = await looking(phone);
  assert.equal((await waiting.look()).receipts[0]!.state, "sent");
  server.progress = [told("ra7", { finished_at: "2026-11-20T00:00:00.000Z" })];
  await sync(phone, server.ask);
  assert.equal((await waiting.look()).receipts[0]!.state, "counted");
});

test("what the centre could not take, and has counted since, is told as that", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const event = await phone.store.write({ kind: "lesson_opened", item: "ra7", ...opened }, foldOf(null, "r"));
  server.poison.add(event.id);
  await sync(phone, server.ask);
  const waiting = await looking(phone);
  const { parked, counted } = await waiting.look();
  assert.deepEqual([Object.values(parked), counted], [[1], 0]);
  server.progress = [told("ra7")];
  await sync(phone, server.ask);
  const since = await waiting.look();
  assert.deepEqual([since.parked, since.counted], [{}, 1]);
});
