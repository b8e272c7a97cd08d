import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pause, longest, shortest } from "../../app/syncing/courier.ts";
import { aCloneOf, answer, aPhone, aServer, proofOf, sync, type Phone } from "./phone.ts";

interface Request {
  learners: { proof?: string }[];
}

const ids = async (phone: Phone) => (await phone.store.events()).map(({ id }) => id).sort();

test("what was answered without a network arrives, once, and stays on the phone", async () => {
  const [phone, server] = [aPhone(), aServer()];
  for (let number = 1; number <= 3; number++) await answer(phone, `ra1/q${number}`);

  await sync(phone, server.ask);
  await sync(phone, server.ask);

  assert.equal(server.events.size, 3);
  assert.equal(await phone.store.countWaiting(), 0);
  assert.deepEqual(await ids(phone), [...server.events.keys()].sort());
});

test("a lost reply costs nothing: the same events are sent again and are known", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await answer(phone);
  server.loses = () => true;
  assert.equal((await sync(phone, server.ask)).kind, "silent");
  assert.equal(await phone.store.countWaiting(), 1);

  server.loses = () => false;
  assert.equal((await sync(phone, server.ask)).kind, "done");
  assert.equal(await phone.store.countWaiting(), 0);
  assert.equal(server.events.size, 1);
});

test("a server restored from an old backup gets everything again by itself", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await answer(phone, "ra1/q1");
  await sync(phone, server.ask);
  const restore = server.backup();
  await answer(phone, "ra1/q2");
  await answer(phone, "ra1/q3");
  await sync(phone, server.ask);

  restore();
  await sync(phone, server.ask);
  await sync(phone, server.ask);

  assert.deepEqual([...server.events.keys()].sort(), await ids(phone));
  assert.equal(await phone.store.countWaiting(), 0);
});

test("a server that forgot whom it let in is shown a proof, and takes what it had refused", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await answer(phone, "ra1/q1");
  await sync(phone, server.ask);
  const { device, learner } = await phone.store.me();
  server.strangers.set(device, "until proof");
  await answer(phone, "ra1/q2");

  assert.equal((await sync(phone, server.ask)).kind, "done");

  const shown = server.requests.map(({ body }) => (body as Request).learners[0]!.proof);
  assert.deepEqual(shown, [undefined, undefined, proofOf(device, learner)]);
  assert.equal(server.events.size, 2);
  assert.equal(await phone.store.recall("parked"), undefined);
});

test("a proof that does not help is shown once, and the phone says what was not taken", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await sync(phone, server.ask);
  server.strangers.set((await phone.store.me()).device, "always");
  await answer(phone);

  assert.equal((await sync(phone, server.ask)).kind, "done");

  assert.equal(server.requests.length, 3);
  assert.equal(await phone.store.countWaiting(), 0);
  assert.equal((await phone.store.recall<unknown[]>("parked"))!.length, 1);
});

test("what a kept copy brought there meanwhile waits no more, and the server hears of it in the same talk", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await sync(phone, server.ask);
  const { device, token } = await phone.store.me();
  for (let number = 1; number <= 4; number++) await answer(phone, `ra1/q${number}`);
  const handedIn = await phone.store.events();
  handedIn.forEach((event) => server.events.set(event.id, event));
  const delivered = new Set(handedIn.map(({ id }) => id));
  server.devices.set(device, { token, former: [], delivered, seqs: new Map() });
  phone.size.now = 1;

  assert.equal((await sync(phone, server.ask)).kind, "done");

  assert.equal(await phone.store.countWaiting(), 0);
  assert.equal((server.requests.at(-1)!.body as { waiting: number }).waiting, 0);
});

test("if an acknowledgement deleted events, the restored server would have lost them", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await answer(phone);
  const restore = server.backup();
  const { store } = phone;
  const forgetful = {
    ...store,
    events: async () => [],
    reconcile: async () => 0,
    digestsByDay: async () => ({}),
    digest: async () => ({ n: 0, x: "0".repeat(32) }),
  };
  await sync({ ...phone, store: forgetful }, server.ask);
  restore();
  await sync({ ...phone, store: forgetful }, server.ask);

  assert.equal(server.events.size, 0, "delete-on-ack is what the design forbids");
  await sync(phone, server.ask);
  assert.equal(server.events.size, 1, "keeping the events and comparing digests brings them back");
});

test("a copied phone becomes a device of its own and loses nothing", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await answer(phone, "ra1/q1");
  const clone = await aCloneOf(phone);
  await answer(phone, "ra1/q2");
  await answer(clone, "ra1/q3");
  const before = (await phone.store.me()).device;

  await sync(phone, server.ask);
  await sync(clone, server.ask);
  await sync(clone, server.ask);

  assert.equal((await phone.store.me()).device, before);
  assert.notEqual((await clone.store.me()).device, before);
  assert.equal(server.events.size, 3);
  assert.equal(await clone.store.countWaiting(), 0);
});

test("events that cannot be read never hold the others up", async () => {
  const [phone, server] = [aPhone(), aServer()];
  for (let number = 0; number < 6; number++) {
    const event = await answer(phone, `ra1/q${number}`);
    if (number % 2) server.poison.add(event.id);
  }
  await sync(phone, server.ask);
  assert.equal(server.events.size, 3);
  assert.equal(await phone.store.countWaiting(), 0);
});

test("a server that can take few gets few, and all arrive", async () => {
  const [phone, server] = [aPhone(), aServer()];
  server.largest = 3;
  for (let number = 0; number < 20; number++) await answer(phone, `ra1/q${number}`);
  assert.equal((await sync(phone, server.ask)).kind, "done");
  assert.equal(server.events.size, 20);
});

test("a batch in which nothing can be looked at is divided until only the culprit is left", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const events = [];
  for (let number = 0; number < 9; number++) events.push(await answer(phone, `ra1/q${number}`));
  const bad = events[4]!.id;
  server.before = ({ body }) => (JSON.stringify(body).includes(bad) ? 400 : undefined);

  assert.equal((await sync(phone, server.ask)).kind, "done");
  assert.equal(server.events.size, 8);
  assert.equal(await phone.store.countWaiting(), 1);
});

test("a token that is refused keeps the queue", async () => {
  const [phone, server] = [aPhone(), aServer()];
  await answer(phone);
  server.before = () => 401;
  assert.equal((await sync(phone, server.ask)).kind, "refused");
  assert.equal(await phone.store.countWaiting(), 1);
});

test("a busy server is left alone for as long as it asks", async () => {
  const phone = aPhone();
  await answer(phone);
  const outcome = await sync(phone, async () => ({ status: 503, retryAfter: 42, bytes: new ArrayBuffer(0) }));
  assert.deepEqual([outcome.kind, outcome.retryAfter], ["busy", 42]);
  assert.ok(pause(1, 0, 42) >= 42_000);
});

test("attempts come later and later, between five seconds and half an hour, never in step", () => {
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const ms = pause(failures, chance, null);
      assert.ok(ms >= shortest && ms <= longest);
    }),
  );
  assert.equal(pause(50, 1, null), longest);
});

test("progress that was shown never goes back, whatever the server says", async () => {
  const [phone, server] = [aPhone(), aServer()];
  const { learner } = await phone.store.me();
  const row = (right: string[], finished: string | null) => ({
    module: "ra",
    lesson: "ra1",
    opened_at: "2026-11-20T00:00:00.000Z",
    finished_at: finished,
    mastered_at: finished,
    last_at: null,
    right,
  });
  server.progress = [row(["q1@1", "q2@1"], "2026-11-21T00:00:00.000Z")];
  await sync(phone, server.ask);
  server.progress = [row(["q3@1"], null)];
  await sync(phone, server.ask);

  const [kept] = await phone.store.progressOf(learner);
  assert.deepEqual(Object.keys(kept!.server.right).sort(), ["q1@1", "q2@1", "q3@1"]);
  assert.equal(kept!.server.finished, "2026-11-21T00:00:00.000Z");
});

test("whatever happens in between, three quiet rounds later the server has every event", async () => {
  const step = fc.constantFrom(
    "answer",
    "sync",
    "lose",
    "refuse",
    "restore",
    "backup",
    "clone",
    "syncClone",
    "busy",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const [phone, server] = [aPhone(), aServer()];
      let clone: Phone | null = null;
      let restore = server.backup();
      for (const what of steps) {
        if (what === "answer") await answer(phone);
        if (what === "backup") restore = server.backup();
        if (what === "restore") restore();
        if (what === "clone" && !clone) clone = await aCloneOf(phone);
        if (what === "syncClone" && clone) {
          await answer(clone);
          await sync(clone, server.ask);
        }
        server.loses = () => what === "lose";
        server.before = () => (what === "refuse" ? 401 : what === "busy" ? 503 : undefined);
        if (what === "sync" || what === "lose" || what === "refuse" || what === "busy")
          await sync(phone, server.ask);
        server.loses = () => false;
        server.before = () => undefined;
      }
      const phones = clone ? [phone, clone] : [phone];
      for (let round = 0; round < 3; round++) for (const one of phones) await sync(one, server.ask);
      const held = new Set<string>();
      for (const one of phones) for (const id of await ids(one)) held.add(id);
      assert.deepEqual([...server.events.keys()].sort(), [...held].sort());
      for (const one of phones) assert.equal(await one.store.countWaiting(), 0);
    }),
    { numRuns: 60 },
  );
});
