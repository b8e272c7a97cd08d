import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { IDBFactory } from "fake-indexeddb";
import { nothing } from "../../app/engine/progress.ts";
import { foldOf } from "../../app/lesson/fold.ts";
import { dayOf, digestOf, uuid7, xor } from "../../app/storage/ids.ts";
import { sha256 } from "../../app/engine/sha256.ts";
import { answer, aPhone, aPlace } from "./phone.ts";

const file = {
  items: {
    q1: { type: "choice", edition: 1, answer: "b", why: "" },
    q2: { type: "choice", edition: 2, answer: "b", why: "" },
    q3: { type: "choice", edition: 1, answer: "b", why: "", fact: "V01" },
  },
};

test("an event and the progress it causes are written together", async () => {
  const { store } = aPhone();
  const { learner } = await store.me();
  const fold = foldOf(file, "r1");
  const body = { sitting: "s", try: 1, response: "b", credit: 1 };
  await store.write({ kind: "answered", module: "ra", release: "r1", item: "ra1/q1", body }, fold);
  await store.write({ kind: "answered", module: "ra", release: "r1", item: "ra1/q2", body }, fold);

  const [row] = await store.progressOf(learner);
  assert.deepEqual(Object.keys(row!.own.right).sort(), ["q1@1", "q2@2"]);
  assert.ok(row!.own.mastered, "the dated fact counts neither here nor there");
});

test("an event that cannot be written takes its progress with it", async () => {
  const { store } = aPhone();
  const { learner } = await store.me();
  const breaks = () => {
    throw new Error("a rule broke");
  };
  await assert.rejects(store.write({ kind: "answered", module: "ra", item: "ra1/q1", body: {} }, breaks));
  assert.deepEqual([await store.countWaiting(), (await store.events()).length], [0, 0]);
  assert.deepEqual(await store.progressOf(learner), []);
});

test("what is called saved is asked to be on the disk, not only on its way there", async () => {
  const asked: [string, unknown][] = [];
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
    asked.push([mode ?? "readonly", options?.durability]);
    return real.call(this, names, mode, options);
  };
  try {
    await answer(aPhone());
  } finally {
    IDBDatabase.prototype.transaction = real;
  }
  const writes = asked.filter(([mode]) => mode === "readwrite");
  assert.ok(writes.length);
  assert.ok(writes.every(([, durability]) => durability === "strict"));
});

test("a full phone gives up pictures before it gives up an answer", async () => {
  const phone = aPhone();
  const manifest = { release: "r", lessons: [], pictures: [{ file: "p", bytes: 9, type: "image/svg+xml" }] };
  await phone.store.putPack({ module: "ra", language: "en", manifest: manifest as never, complete: true });
  await (await phone.store.keeping()).keepMedia("p", "image/svg+xml", new ArrayBuffer(9));
  let isFull = true;
  const fold = () => {
    if (isFull) {
      isFull = false;
      throw Object.assign(new Error("no room"), { name: "QuotaExceededError" });
    }
    return nothing;
  };
  await phone.store.write({ kind: "answered", module: "ra", item: "ra1/q1", body: {} }, fold);

  assert.equal(await phone.store.countWaiting(), 1);
  assert.equal(await (await phone.store.keeping()).hasMedia("p"), false);
  assert.equal((await phone.store.packs())[0]!.complete, false);
});

test("two tabs never take the same number", async () => {
  const factory = new IDBFactory();
  const place = aPlace();
  const [one, other] = [aPhone({ factory, place }), aPhone({ factory, place })];
  await Promise.all([answer(one), answer(other), answer(one), answer(other), answer(other)]);

  const numbers = (await one.store.events()).map(({ seq }) => seq).sort();
  assert.deepEqual(numbers, [1, 2, 3, 4, 5]);
  assert.equal((await one.store.me()).device, (await other.store.me()).device);
});

test("answers of the first page are taken over once, with who she is and where the counter stands", async () => {
  const before = aPhone();
  await answer(before, "ra1/q1");
  await answer(before, "ra1/q2");
  const who = await before.store.me();

  const after = aPhone({ place: before.place });
  assert.equal((await after.store.adopt(foldOf(null, ""))).length, 2);
  assert.equal((await after.store.adopt(foldOf(null, ""))).length, 0);
  const event = await answer(after, "ra1/q3");

  assert.deepEqual(await after.store.me(), who);
  assert.equal(event.seq, 3);
  assert.equal(await after.store.countWaiting(), 3);
  assert.deepEqual(Object.keys((await after.store.progressOf(who.learner))[0]!.own.right).sort(), [
    "q1@1",
    "q2@1",
  ]);
});

test("when the browser throws the database away, what had not been sent is still there", async () => {
  const phone = aPhone();
  const sent = await answer(phone, "ra1/q1");
  const waits = await answer(phone, "ra1/q2");
  await phone.store.delivered([sent.id]);

  const evicted = aPhone({ place: phone.place });
  await evicted.store.adopt((before) => before);
  assert.deepEqual(
    (await evicted.store.events()).map(({ id }) => id),
    [waits.id],
  );
});

test("a database that was lost in the background is opened again", async () => {
  const phone = aPhone();
  await answer(phone);
  phone.store.close();
  await answer(phone);
  assert.equal(await phone.store.countWaiting(), 2);
});

test("files of an unfinished lesson outlive a newer release", async () => {
  const { store } = aPhone();
  const { learner } = await store.me();
  const manifest = { release: "new", lessons: [{ file: "new-file" }], pictures: [] };
  await store.putText("old-file", "{}");
  await store.putText("new-file", "{}");
  await store.putText("stray", "{}");
  const sitting = {
    learner,
    module: "ra",
    lesson: "ra1",
    sitting: "s",
    release: "old",
    language: "en" as const,
    file: "old-file",
    card: 3,
    cards: 9,
    done: {},
    finished: false,
  };
  await store.putSitting(sitting);
  await store.putPack({ module: "ra", language: "en", manifest: manifest as never, complete: true });
  await (await store.keeping()).dropUnused();
  assert.deepEqual(
    [await store.text("old-file"), await store.text("new-file"), await store.text("stray")],
    ["{}", "{}", undefined],
  );
});

test("a minted id says its day and is never minted twice", () => {
  const now = Date.UTC(2026, 10, 21, 23, 59, 59, 999);
  const ids = Array.from({ length: 500 }, () => uuid7(now));
  assert.equal(new Set(ids).size, 500);
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(dayOf(id), "2026-11-21");
  }
});

test("the digest does not care for order, and a second of the same takes itself out", () => {
  const id = fc.integer({ min: 0, max: 2 ** 40 }).map(uuid7);
  fc.assert(
    fc.property(fc.array(id, { maxLength: 20 }), id, (ids, more) => {
      assert.deepEqual(digestOf(ids), digestOf([...ids].reverse()));
      assert.equal(xor(xor(digestOf(ids).x, more), more), digestOf(ids).x);
    }),
  );
});

test("our own SHA-256 agrees with the platform's", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(sha256(bytes), createHash("sha256").update(bytes).digest("hex"));
    }),
  );
});
