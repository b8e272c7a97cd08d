// Photos and spoken notes of questions: with a real store, whatever the network and the server do.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { foldNothing } from "../../app/lesson/fold.ts";
import type { Attached } from "../../app/storage/records.ts";
import { partBytes, sendAttachments } from "../../app/syncing/attaching.ts";
import { json, type Question } from "../../app/syncing/ask.ts";
import { hashOf } from "../../app/syncing/verify.ts";
import { aCloneOf, answer, aPhone, aServer, sync, type Phone } from "./phone.ts";

type Server = ReturnType<typeof aServer>;

/** So many bytes that no other has. */
const someBytes = (size: number, seed: number): ArrayBuffer =>
  Uint8Array.from({ length: size }, (_, at) => (at * 31 + seed * 7 + (at >> 8)) % 251).buffer;

async function attached(phone: Phone, type: string, bytes: ArrayBuffer): Promise<Attached> {
  return { id: phone.store.mint().learner, sha256: await hashOf(bytes), type, bytes };
}

const photo = async (phone: Phone, size = 60_000, seed = 1) =>
  attached(phone, "image/webp", someBytes(size, seed));
const note = async (phone: Phone, size = 120_000, seed = 2) =>
  attached(phone, "audio/webm", someBytes(size, seed));

const cupboardOf = async ({ store }: Phone) => (await store.keeping()).attachments;

async function asks(phone: Phone, pieces: Attached[], text = "Why?") {
  const named = pieces.map(({ id, sha256, type, bytes }) => ({ id, sha256, type, bytes: bytes.byteLength }));
  const { attach } = await cupboardOf(phone);
  const body = { text, attachments: named };
  return phone.store.write({ kind: "asked", body }, foldNothing, undefined, attach(pieces));
}

async function carry(phone: Phone, server: Server) {
  const attachments = await cupboardOf(phone);
  return sendAttachments({ ask: server.ask, me: phone.store.me, attachments, json });
}

/** A sync, and what follows it. */
async function talk(phone: Phone, server: Server): Promise<void> {
  const { kind } = await sync(phone, server.ask);
  if (kind === "done") await carry(phone, server);
}

const isPart = ({ method, path }: Question) => method === "PUT" && path.includes("&part=");
const partsIn = ({ requests }: Server) =>
  requests.filter(isPart).map(({ path }) => Number(/part=(\d+)/.exec(path)![1]));

test("a question and what goes with it are on the phone together, and together they wait", async () => {
  const phone = aPhone();
  const [picture, words] = [await photo(phone), await note(phone)];
  const event = await asks(phone, [picture, words]);

  const kept = await (await cupboardOf(phone)).all();
  assert.deepEqual(
    kept.map(({ id, event: of, learner }) => [id, of, learner]).sort(),
    [picture, words].map(({ id }) => [id, event.id, event.learner]).sort(),
  );
  assert.equal(await phone.store.countWaiting(), 3);
  assert.equal((await phone.store.digest()).n, 0);
});

test("where a photo cannot be kept, its question is not kept either, in neither place", async () => {
  const phone = aPhone();
  const picture = await photo(phone);
  const real = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: [unknown, IDBValidKey?]) {
    if (this.name === "attachments") throw new DOMException("full", "QuotaExceededError");
    return real.apply(this, given);
  };
  try {
    await assert.rejects(asks(phone, [picture]), { name: "QuotaExceededError" });
  } finally {
    IDBObjectStore.prototype.put = real;
  }
  assert.deepEqual([await phone.store.countWaiting(), (await phone.store.events()).length], [0, 0]);
  assert.deepEqual(JSON.parse(phone.place.getItem("xk.queue") ?? "[]"), []);
});

test("a photo goes after its question, whole, and both sides agree that it came", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const picture = await photo(phone);
  await asks(phone, [picture]);
  assert.equal((await sync(phone, server.ask)).kind, "done");
  assert.equal((server.requests.at(-1)!.body as { waiting: number }).waiting, 1, "the office hears of it");
  assert.equal((await carry(phone, server)).stored, 1);

  assert.deepEqual(server.cupboard.kept.get(picture.sha256), new Uint8Array(picture.bytes));
  assert.equal(await phone.store.countWaiting(), 0);
  const before = server.requests.length;
  await talk(phone, server);
  assert.deepEqual(
    server.requests.slice(before).map(({ path }) => path),
    ["/api/v1/sync"],
    "the digests are the same, and nothing is asked again",
  );
});

test("an upload that was cut goes on where it was: no part is sent twice", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await asks(phone, [await note(phone, 3 * partBytes + 5)]);
  await sync(phone, server.ask);
  server.loses = ({ path }) => path.includes("part=1");
  const cut = await carry(phone, server);
  server.loses = () => false;

  assert.deepEqual([cut.isCut, cut.stored], [true, 0]);
  assert.equal(await phone.store.countWaiting(), 1);
  await talk(phone, server);
  assert.deepEqual(partsIn(server), [0, 1, 2, 3], "part 1 came, though its reply was lost");
  assert.equal(await phone.store.countWaiting(), 0);
});

test("a reply that was lost after the last part costs no byte of the photo", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await asks(phone, [await photo(phone)]);
  await sync(phone, server.ask);
  server.loses = ({ path }) => path.includes("part=1");
  await carry(phone, server);
  server.loses = () => false;
  const before = server.requests.filter(({ method }) => method === "PUT").length;

  await talk(phone, server);

  assert.equal(await phone.store.countWaiting(), 0);
  assert.equal(
    server.requests.filter(({ method }) => method === "PUT").length,
    before,
    "the digest said that it is there",
  );
});

test("what was damaged on its way is sent once more, and no more often than that", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const picture = await photo(phone);
  await asks(phone, [picture]);
  await sync(phone, server.ask);
  server.cupboard.damaged.add(picture.sha256);
  assert.equal((await carry(phone, server)).stored, 1);
  assert.deepEqual(partsIn(server), [0, 1, 0, 1]);

  await asks(phone, [await photo(phone, 50_000, 9)]);
  await sync(phone, server.ask);
  server.before = (question) => (question.method === "PUT" ? 409 : undefined);
  const before = server.requests.length;
  assert.deepEqual([(await carry(phone, server)).stored, await phone.store.countWaiting()], [0, 1]);
  assert.ok(server.requests.length - before <= 6);
});

test("a server that does not know the question yet, or refuses, keeps nobody else from sending", async () => {
  for (const status of [400, 401, 403, 404, 410, 413]) {
    const [phone, server] = [aPhone(), aServer()];
    const [first, second] = [await photo(phone), await photo(phone, 40_000, 5)];
    await asks(phone, [first]);
    await asks(phone, [second]);
    await sync(phone, server.ask);
    server.before = ({ path }) => (path.includes(first.sha256) ? status : undefined);
    const sent = await carry(phone, server);
    assert.deepEqual([sent.stored, sent.isCut, await phone.store.countWaiting()], [1, false, 1], `${status}`);
    server.before = () => undefined;
    await talk(phone, server);
    assert.equal(await phone.store.countWaiting(), 0);
  }
});

test("a busy server says how long it wants to rest", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await asks(phone, [await photo(phone)]);
  await sync(phone, server.ask);
  const attachments = await cupboardOf(phone);
  const ask = async () => ({ status: 503, retryAfter: 42, bytes: new ArrayBuffer(0) });
  const sent = await sendAttachments({ ask, me: phone.store.me, attachments, json });
  assert.deepEqual([sent.isCut, sent.retryAfter], [true, 42]);
});

test("attachments that wait hold up no event, however many they are", async () => {
  const [phone, server] = [aPhone(), aServer()];
  phone.size.now = 1;
  for (let seed = 0; seed < 5; seed++) await asks(phone, [await photo(phone, 100, seed)]);
  await answer(phone);
  await sync(phone, server.ask);
  assert.equal(server.events.size, 6);
  assert.equal(await phone.store.countWaiting(), 5);
});

test("a full phone lets go of what was stored, and never of what waits", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const [first, second] = [await photo(phone), await photo(phone, 50_000, 7)];
  await asks(phone, [first]);
  await talk(phone, server);
  await asks(phone, [second]);
  await (await phone.store.keeping()).makeRoom();
  assert.deepEqual(
    (await (await cupboardOf(phone)).all()).map(({ id }) => id),
    [second.id],
  );
  await talk(phone, server);
  assert.ok(server.cupboard.kept.has(second.sha256));
});

test("a server that came back from a backup asks for the photo by what it holds", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const picture = await photo(phone);
  await asks(phone, [picture]);
  await sync(phone, server.ask);
  const restore = server.backup();
  await carry(phone, server);
  assert.equal(await phone.store.countWaiting(), 0);
  restore();
  await talk(phone, server);
  assert.ok(server.cupboard.kept.has(picture.sha256));
  assert.equal(await phone.store.countWaiting(), 0);
});

test("a phone with a new name asks for what the server has, and sends none of it again", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await asks(phone, [await photo(phone)]);
  await talk(phone, server);
  const before = partsIn(server).length;
  await (await phone.store.reconciling()).rekey(phone.store.mint().device);
  assert.equal(await phone.store.countWaiting(), 2);
  await talk(phone, server);
  await talk(phone, server);
  assert.equal(await phone.store.countWaiting(), 0);
  assert.equal(partsIn(server).length, before);
});

test("a phone that is stopped hands over what waits before it forgets", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const picture = await photo(phone);
  await asks(phone, [picture]);
  server.revoked.add((await phone.store.me()).device);
  await sync(phone, server.ask);
  assert.equal((await (await cupboardOf(phone)).all()).length, 1, "it is not there yet: nothing is wiped");
  await talk(phone, server);
  assert.ok(server.cupboard.kept.has(picture.sha256));
  await talk(phone, server);
  assert.deepEqual(await (await cupboardOf(phone)).all(), []);
  assert.deepEqual(await phone.store.events(), []);
});

test("who is erased takes along what she showed and said, sent or not; what others asked stays", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const home = await phone.store.household({ session: null });
  const { learner } = await phone.store.me();
  await asks(phone, [await photo(phone)]);
  await talk(phone, server);
  await asks(phone, [await photo(phone, 40_000, 4)]);
  const other = (await home.take())!;
  await home.choose(other);
  const hers = await photo(phone, 30_000, 5);
  await asks(phone, [hers]);

  server.erased.add(learner);
  await sync(phone, server.ask);

  assert.deepEqual(
    (await (await cupboardOf(phone)).all()).map(({ id }) => id),
    [hers.id],
  );
  await talk(phone, server);
  assert.ok(server.cupboard.kept.has(hers.sha256));
  assert.equal(await phone.store.countWaiting(), 0);
});

test("whatever happens in between, the server has every attachment in the end, and none was dropped before", async () => {
  const step = fc.constantFrom(
    ...["ask", "answer", "sync", "lose", "busy", "refuse", "damage", "die", "makeRoom"],
    ...["backup", "restore", "clone", "syncClone"],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.nat(5), async (steps, at) => {
      const [phone, server] = [aPhone(), aServer()];
      let [restore, clone, seed]: [() => void, Phone | null, number] = [server.backup(), null, 0];
      const asked = new Map<string, Attached>();
      for (const what of steps) {
        if (what === "ask") {
          const pieces = [await photo(phone, 40_000, ++seed), await note(phone, 70_000, ++seed)];
          await asks(phone, pieces);
          pieces.forEach((piece) => asked.set(piece.sha256, piece));
        }
        if (what === "answer") await answer(phone);
        if (what === "makeRoom") await (await phone.store.keeping()).makeRoom();
        if (what === "backup") restore = server.backup();
        // What the phone let go of after it was stored is the backup's to keep.
        if (what === "restore" && steps.indexOf("makeRoom") < 0) restore();
        if (what === "clone" && !clone) clone = await aCloneOf(phone);
        if (what === "damage") asked.forEach((_, hash) => server.cupboard.damaged.add(hash));
        let turn = 0;
        server.loses = () => what === "lose" && turn++ === at;
        server.before = () =>
          what === "busy" && turn++ >= at ? 503 : what === "refuse" && turn++ >= at ? 401 : undefined;
        if (["sync", "lose", "busy", "refuse"].includes(what)) await talk(phone, server);
        if (what === "syncClone" && clone) {
          await answer(clone);
          await talk(clone, server);
        }
        if (what === "die") await dies(phone, server, at);
        server.loses = () => false;
        server.before = () => undefined;
        const left = new Set((await (await cupboardOf(phone)).all()).map(({ sha256 }) => sha256));
        for (const hash of asked.keys())
          assert.ok(left.has(hash) || server.cupboard.kept.has(hash), "dropped before it was stored");
      }
      server.cupboard.damaged.clear();
      const phones = clone ? [phone, clone] : [phone];
      for (let round = 0; round < 3; round++) for (const one of phones) await talk(one, server);
      for (const [hash, { bytes }] of asked)
        assert.deepEqual(server.cupboard.kept.get(hash), new Uint8Array(bytes));
      for (const one of phones) assert.equal(await one.store.countWaiting(), 0);
    }),
    { numRuns: 60 },
  );
});

/** It talks, and between two writes the battery is empty: nothing after that write reaches the disk. */
async function dies(phone: Phone, server: Server, at: number): Promise<void> {
  const real = IDBDatabase.prototype.transaction;
  let writes = 0;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, names, mode, options) {
    if (mode === "readwrite" && writes++ >= at) throw new Error("the battery is empty");
    return real.call(this, names, mode, options);
  };
  try {
    await talk(phone, server).catch(() => undefined);
  } finally {
    IDBDatabase.prototype.transaction = real;
  }
}
