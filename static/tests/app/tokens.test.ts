import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Question } from "../../app/syncing/ask.ts";
import { aCloneOf, answer, aPhone, aServer, sync, type Phone } from "./phone.ts";

type Server = ReturnType<typeof aServer>;

const shown = async (phone: Phone) => (await phone.store.me()).token;
const isRenewal = ({ path }: Question) => path.endsWith("/tokens");

async function aPhoneThatSent(server: Server): Promise<Phone> {
  const phone = aPhone();
  await answer(phone, "ra1/q1");
  await sync(phone, server.ask);
  return phone;
}

/** She goes on learning, and all of it comes to the server under one name. */
async function allArrives(phone: Phone, server: Server): Promise<void> {
  await answer(phone, "ra1/q9");
  for (let round = 1; round <= 3; round++) await sync(phone, server.ask);
  assert.equal(await phone.store.countWaiting(), 0);
  for (const { id } of await phone.store.events()) assert.ok(server.events.has(id));
}

test("where the server asks for it, another token is shown from then on", async () => {
  const server = aServer();
  const phone = await aPhoneThatSent(server);
  const before = await shown(phone);
  server.renews = true;
  await sync(phone, server.ask);
  server.renews = false;

  const after = await shown(phone);
  assert.notEqual(after, before);
  assert.equal(JSON.parse(phone.place.kept.get("xk.me")!).token, after, "the second place knows it too");
  await answer(phone, "ra1/q2");
  await sync(phone, server.ask);
  assert.equal(server.requests.at(-1)!.token, after);
  assert.equal(server.events.size, 2);
});

test("no answer, or a lost one: the same token is asked for once more, and nobody is taken for a copy", async () => {
  const server = aServer();
  const phone = await aPhoneThatSent(server);
  const { device } = await phone.store.me();
  server.renews = true;
  server.before = (question) => (isRenewal(question) ? 503 : undefined);
  await sync(phone, server.ask);
  server.before = () => undefined;
  server.loses = isRenewal;
  await sync(phone, server.ask);
  server.renews = false;
  server.loses = () => false;
  await sync(phone, server.ask);

  const wanted = server.requests.filter(isRenewal).map(({ body }) => (body as { next: string }).next);
  assert.equal(wanted.length, 3);
  assert.deepEqual([...new Set(wanted)], [await shown(phone)]);
  assert.equal((await phone.store.me()).device, device);
});

test("a copy that shows the older token is given a name of its own and loses nothing", async () => {
  const server = aServer();
  const phone = await aPhoneThatSent(server);
  const copy = await aCloneOf(phone);
  server.renews = true;
  await sync(phone, server.ask);
  server.renews = false;

  await allArrives(copy, server);
  await allArrives(phone, server);
  assert.notEqual((await copy.store.me()).device, (await phone.store.me()).device);
});

test("a server that came back from a backup knows an older token: it is shown again", async () => {
  const server = aServer();
  const phone = await aPhoneThatSent(server);
  const older = await shown(phone);
  const restore = server.backup();
  server.renews = true;
  for (let time = 1; time <= 3; time++) await sync(phone, server.ask);
  server.renews = false;
  restore();

  await allArrives(phone, server);
  assert.equal(await shown(phone), older);
});

test("the same after the browser threw its database away", async () => {
  const server = aServer();
  const phone = await aPhoneThatSent(server);
  const restore = server.backup();
  server.renews = true;
  await sync(phone, server.ask);
  server.renews = false;
  restore();

  await allArrives(aPhone({ place: phone.place }), server);
});

test("a copy none of whose tokens is known after a restore is given a name of its own", async () => {
  const server = aServer();
  const restore = server.backup();
  const phone = await aPhoneThatSent(server);
  const copy = await aCloneOf(phone);
  server.renews = true;
  await sync(phone, server.ask);
  server.renews = false;
  restore();
  await allArrives(phone, server);

  await allArrives(copy, server);
  assert.notEqual((await copy.store.me()).device, (await phone.store.me()).device);
});

test("where no token is known it goes round them once, asks for a name, and the newest stays", async () => {
  const server = aServer();
  const phone = await aPhoneThatSent(server);
  server.renews = true;
  await sync(phone, server.ask);
  const newest = await shown(phone);
  server.before = () => 401;
  await answer(phone, "ra1/q2");
  const before = server.requests.length;

  assert.equal((await sync(phone, server.ask)).kind, "refused");

  const asked = server.requests.slice(before).map(({ body }) => !!(body as { last?: true }).last);
  assert.deepEqual(asked, [false, false, true]);
  assert.equal(await shown(phone), newest);
  assert.equal(await phone.store.countWaiting(), 1);
});

test("in any order of renewals, backups, restores and lost replies everything arrives in the end", async () => {
  const step = fc.constantFrom("answer", "sync", "renew", "lose", "backup", "restore", "evict");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const server = aServer();
      let phone = await aPhoneThatSent(server);
      let restore = server.backup();
      let number = 1;
      for (const each of steps) {
        server.renews = each === "renew";
        server.loses = each === "lose" ? isRenewal : () => false;
        if (each === "answer") await answer(phone, `ra1/q${++number}`);
        else if (each === "backup") restore = server.backup();
        else if (each === "restore") restore();
        else if (each === "evict") {
          await sync(phone, server.ask); // what was sent comes back from the server, not from this phone
          phone = aPhone({ place: phone.place });
        } else await sync(phone, server.ask);
      }
      server.renews = false;
      server.loses = () => false;
      await allArrives(phone, server);
    }),
    { numRuns: 60 },
  );
});
