// One tab sends, the others leave it to that one: Web Locks where the browser has them, on plain http a lease.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { alone } from "../../app/syncing/courier.ts";
import { answer, aPhone, aPlace, aServer, sync } from "./phone.ts";

const leaseLastsMs = 90_000;
const window = new EventTarget();
const { addEventListener, removeEventListener } = window;
let place = aPlace();

beforeEach(() => {
  place = aPlace();
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true }); // plain http: no locks
  Object.defineProperty(globalThis, "localStorage", { get: () => place, configurable: true });
  Object.assign(globalThis, {
    addEventListener: addEventListener.bind(window),
    removeEventListener: removeEventListener.bind(window),
  });
});

/** A tab that is at it until it is let go; `now`: its clock. */
function aTab(now = 0) {
  let letGo = () => {};
  let runs = 0;
  const work = () => {
    runs++;
    return new Promise<void>((end) => (letGo = end));
  };
  const done = alone(() => now, work);
  return { runs: () => runs, done, end: () => (letGo(), done) };
}

test("on plain http one tab is at it; the next may begin when it is done, or has failed", async () => {
  const one = aTab();
  const other = aTab();
  await other.done;
  assert.deepEqual([one.runs(), other.runs()], [1, 0]);

  await one.end();
  const broken = alone(
    () => 0,
    () => Promise.reject(new Error("broke")),
  );
  await assert.rejects(broken);
  const next = aTab();
  assert.equal(next.runs(), 1);
  await next.end();
});

test("a tab that was killed keeps the next one waiting for a minute and a half, and not for ever", async () => {
  const killed = aTab(1_000);
  assert.equal(killed.runs(), 1);
  assert.equal(aTab(1_000 + leaseLastsMs - 1).runs(), 0);
  assert.equal(aTab(1_000 + leaseLastsMs).runs(), 1);
});

test("a lease of a clock that was wrong holds nobody up", () => {
  place.setItem("xk.lease", String(Date.UTC(2036, 0, 1)));
  assert.equal(aTab(Date.UTC(2026, 10, 22)).runs(), 1);
});

test("a page that is left in the middle gives the lease back", () => {
  assert.equal(aTab().runs(), 1);
  window.dispatchEvent(new Event("pagehide"));
  assert.equal(aTab().runs(), 1);
});

test("a phone that forbids the lease sends all the same", () => {
  place.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  assert.equal(aTab().runs(), 1);
});

test("two tabs that both send at once: each event counts once, and none waits", async () => {
  const one = aPhone();
  const other = aPhone(one);
  const server = aServer();
  for (const item of ["ra1/q1", "ra1/q2", "ra1/q3"]) await answer(one, item);

  await Promise.all([sync(one, server.ask), sync(other, server.ask), sync(one, server.ask)]);

  assert.ok(server.requests.length >= 3, "they really did");
  const sent = server.requests.map(({ body }) => (body as { events: unknown[] }).events.length);
  assert.ok(
    sent.filter((events) => events === 3).length > 1,
    "the same events were under way more than once",
  );
  assert.deepEqual([...server.events.keys()].sort(), (await one.store.events()).map(({ id }) => id).sort());
  assert.equal(await other.store.countWaiting(), 0);
  const digest = await other.store.digest();
  await sync(other, server.ask);
  assert.deepEqual(await other.store.digest(), digest);
});
