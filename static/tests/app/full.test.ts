// A full phone: what she did and said goes first, nothing is half-written, and nothing that was written is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nothing } from "../../app/engine/progress.ts";
import { foldOf } from "../../app/lesson/fold.ts";
import { openMessages } from "../../app/lesson/messages.ts";
import { openMine } from "../../app/lesson/mine.ts";
import type { Lent, State } from "../../app/lesson/model.ts";
import { openLesson } from "../../app/lesson/sitting.ts";
import { openSurveying } from "../../app/lesson/surveying.ts";
import { openTeaching } from "../../app/lesson/teaching.ts";
import { fetchPack } from "../../app/syncing/download.ts";
import { answer, aPhone, aServer, sync } from "./phone.ts";

/** What the browser says, at the moment of the writing or only at the end of the transaction. */
type How = "at once" | "at the end";

interface Disk {
  /** Stores that take nothing more. */
  full: string[];
  how: How;
}

const disk: Disk = { full: [], how: "at once" };
const kinds = ["put", "add"] as const;

for (const kind of kinds) {
  const real = IDBObjectStore.prototype[kind];
  IDBObjectStore.prototype[kind] = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
    if (!disk.full.includes(this.name)) return real.apply(this, given);
    if (disk.how === "at once") throw new DOMException("full", "QuotaExceededError");
    const request = real.apply(this, given);
    (this.transaction as unknown as { _abort(name: string): void })._abort("QuotaExceededError");
    return request;
  };
}

const everything = ["events", "waiting", "meta", "progress", "sittings", "inbox", "files", "packs"];

async function withFull<T>(full: string[], work: () => Promise<T>, how: How = "at once"): Promise<T> {
  Object.assign(disk, { full, how });
  try {
    return await work();
  } finally {
    disk.full = [];
  }
}

/** Until the pictures are gone; they are the last thing in `files`. */
async function withRoomBehindPictures<T>(work: () => Promise<T>): Promise<T> {
  const real = IDBObjectStore.prototype.delete;
  IDBObjectStore.prototype.delete = function (this: IDBObjectStore, key: IDBValidKey) {
    if (this.name === "files") disk.full = [];
    return real.call(this, key);
  };
  try {
    return await withFull(everything, work);
  } finally {
    IDBObjectStore.prototype.delete = real;
  }
}

const file = {
  module: "ra",
  lesson: "ra1",
  language: "en",
  html: "<article data-card>",
  items: {},
  tools: {},
};

async function aStockedPhone() {
  const phone = aPhone();
  const { store } = phone;
  const me = await store.me();
  const manifest = {
    release: "r".repeat(64),
    lessons: [{ id: "ra1", title: "", minutes: 5, exercises: 1, file: "f", bytes: 9 }],
    pictures: [{ file: "p", bytes: 9, type: "image/svg+xml" }],
  };
  await store.putPack({ module: "ra", language: "en", manifest: manifest as never, complete: true });
  await store.putText("f", JSON.stringify(file));
  await (await store.keeping()).keepMedia("p", "image/svg+xml", new ArrayBuffer(9));
  const state = { me, language: "en", modules: [], order: [], profile: null } as unknown as State;
  const lent = { store, state: () => state } as unknown as Lent;
  const done = async () => undefined;
  const hasPictures = async () => (await store.keeping()).hasMedia("p");
  return { ...phone, phone, me, lent, done, hasPictures };
}

type Stocked = Awaited<ReturnType<typeof aStockedPhone>>;

const same = (before: typeof nothing) => before;
const message = {
  id: "m",
  kind: "k",
  title: "",
  text: "",
  link: "",
  created_at: "2026-11-20",
  read_at: null,
};
const lesson = { module: "ra", lesson: "ra1", release: "r", language: "en" as const };

/** All that she does and says, and what is there of it afterwards. */
const acts: Record<string, [(phone: Stocked) => Promise<unknown>, (phone: Stocked) => Promise<boolean>]> = {
  "an answer": [
    ({ phone }) => answer(phone),
    async ({ store }) => (await store.events()).length === 1 && (await store.countWaiting()) === 1,
  ],
  "a lesson opened": [
    ({ store, me }) => openLesson(store, { learner: me.learner, ...lesson }),
    async ({ store, me }) => !!(await store.sittingOf(me.learner, "ra", "ra1")),
  ],
  "name and picture": [
    ({ lent, done }) => openMine(lent, same, done).setProfile({ nickname: "Mei", picture: "kiwi" }),
    async ({ store, me }) => !!(await store.recall(`profile:${me.learner}`)),
  ],
  "an answer of the survey": [
    ({ lent, done }) =>
      openSurveying(lent, same, done).say({ answers: { selling: true }, needs: true, contact: false }),
    async ({ store, me }) => !!(await store.recall(`survey:${me.learner}`)),
  ],
  "a neighbour taught": [
    ({ lent, done }) => openTeaching(lent, same, done).say(lesson),
    ({ lent, done }) => openTeaching(lent, same, done).wasSaidToday(lesson),
  ],
  "a message read": [
    ({ lent, done, me }) => openMessages(lent, same, done)({ ...message, learner: me.learner }),
    async ({ store, me }) => !!(await store.messagesOf(me.learner))[0]?.read_at,
  ],
  "a small thing of a practice": [
    ({ store }) => store.remember("practice:x", { at: 3 }),
    async ({ store }) => !!(await store.recall("practice:x")),
  ],
};

for (const [name, [act, isKept]] of Object.entries(acts)) {
  test(`${name} goes before pictures`, async () => {
    const phone = await aStockedPhone();
    await withRoomBehindPictures(() => act(phone));
    assert.ok(await isKept(phone));
    assert.equal(await phone.hasPictures(), false);
    assert.equal(phone.store.room.isOut, false);
  });

  for (const how of ["at once", "at the end"] as const)
    test(`${name}, where nothing is left to go and the browser says so ${how}, is told of and can be done again`, async () => {
      const phone = await aStockedPhone();
      const heard: boolean[] = [];
      phone.store.room.told = (isOut) => void heard.push(isOut);
      phone.place.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      await assert.rejects(
        withFull(everything, () => act(phone), how),
        { name: "QuotaExceededError" },
      );
      assert.deepEqual(heard, [true]);
      assert.equal(await isKept(phone), false);
      assert.deepEqual([(await phone.store.events()).length, await phone.store.countWaiting()], [0, 0]);
      assert.deepEqual(await phone.store.progressOf(phone.me.learner), []);

      await act(phone);
      assert.ok(await isKept(phone));
      assert.deepEqual(heard, [true, false]);
    });
}

test("an answer for which there is no room waits in the second place and is taken over once there is", async () => {
  const { phone, store, me } = await aStockedPhone();
  await answer(phone, "ra1/q1");
  const kept = await withFull(everything, () => answer(phone, "ra1/q2"), "at the end");
  assert.equal(store.room.isOut, true);
  assert.equal((await store.events()).length, 1);

  const later = await answer(phone, "ra1/q3");
  assert.deepEqual([kept.seq, later.seq], [2, 3]);
  const adopted = await store.adopt(foldOf(null, ""));
  assert.deepEqual(
    adopted.map(({ id }) => id),
    [kept.id],
  );
  assert.equal(await store.countWaiting(), 3);
  assert.deepEqual((await store.progressOf(me.learner)).length, 1);
});

test("an answer that could not be kept is not shown as done when the lesson is opened again", async () => {
  const { phone, store, me } = await aStockedPhone();
  const open = (await openLesson(store, { learner: me.learner, ...lesson }))!;
  phone.place.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const draft = { kind: "answered" as const, item: "ra1/q1", body: { try: 1, response: "a", credit: 1 } };
  await assert.rejects(withFull(everything, () => open.keep(draft)));
  await open.moved(2);
  const held = await store.sittingOf(me.learner, "ra", "ra1");
  assert.deepEqual([held?.card, held?.done], [2, {}]);
});

test("what she taught is not said to be told where its event found no room", async () => {
  const { phone, lent, done } = await aStockedPhone();
  phone.place.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const teaching = openTeaching(lent, same, done);
  await assert.rejects(withFull(["events"], () => teaching.say(lesson)));
  assert.equal(await teaching.wasSaidToday(lesson), false);
});

test("what is fetched drives nothing out, and goes on where there is room", async () => {
  const { store, hasPictures } = await aStockedPhone();
  const { hashOf } = await import("../../app/syncing/verify.ts");
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value)).buffer as ArrayBuffer;
  const words = bytes({ ...file, lesson: "pc1" });
  const entry = { id: "pc1", title: "", minutes: 5, exercises: 0, file: await hashOf(words), bytes: 9 };
  const manifest = bytes({ release: "n", lessons: [entry], pictures: [] });
  const files = { [await hashOf(words)]: words, [await hashOf(manifest)]: manifest };
  const ask = async ({ path }: { path: string }) => ({
    status: 200,
    retryAfter: null,
    bytes: files[path.slice(-64)]!,
  });
  const offer = { id: "pc", language: "en", title: "", lessons: 1, release: "n", bytes: 18 };
  const fetching = { media: true, progress: () => {}, stopped: () => false, readable: async () => {} };
  const get = async () =>
    fetchPack(store, ask as never, { ...offer, manifest: await hashOf(manifest) } as never, fetching);
  await assert.rejects(withFull(["files"], get), { name: "QuotaExceededError" });
  assert.ok(await hasPictures());
  assert.deepEqual(
    (await store.packs()).map(({ module }) => module),
    ["ra"],
  );

  await get();
  assert.deepEqual((await store.packs()).map(({ module }) => module).sort(), ["pc", "ra"]);
});

test("a reply that cannot be kept leaves what was sent waiting, and is heard again", async () => {
  const { phone, store, me } = await aStockedPhone();
  const server = aServer();
  await answer(phone);
  await assert.rejects(withFull(["meta", "progress", "inbox"], () => sync(phone, server.ask)));
  assert.equal(await store.countWaiting(), 1);
  assert.equal(server.events.size, 1);

  assert.equal((await sync(phone, server.ask)).kind, "done");
  assert.equal(await store.countWaiting(), 0);
  assert.equal(server.events.size, 1);
  assert.ok(await store.recall(`cursor:${me.learner}`));
});

test("a setting that finds no room holds until the app is closed, and she is told", async () => {
  const { phone, store } = await aStockedPhone();
  phone.place.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  assert.equal(store.setSettings({ text: 160 }).text, 160);
  assert.equal(store.settings().text, 160);
  assert.equal(store.room.isOut, true);
});

test("a phone stays full, and says so, while nothing more is kept on it", async () => {
  const { store } = await aStockedPhone();
  await withFull(everything, async () => {
    await assert.rejects(store.remember("savesData", false), { name: "QuotaExceededError" });
    await store.me();
  });
  assert.equal(store.room.isOut, true);
  await store.remember("savesData", false);
  assert.equal(store.room.isOut, false);
});
