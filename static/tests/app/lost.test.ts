// A database that the browser takes away while the page lies in the background, as iOS does: opened again once; where that
// does not help, the page is loaded anew.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { answer, aPhone } from "./phone.ts";

const page = { reloads: 0, reload: () => void page.reloads++ };
Object.assign(globalThis, { location: page });

/** How many transactions the browser refuses from now on, and how it says so. */
const browser = { refuses: 0, name: "InvalidStateError" };
const real = IDBDatabase.prototype.transaction;

beforeEach(() => {
  page.reloads = 0;
  Object.assign(browser, { refuses: 0, name: "InvalidStateError" });
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    if (browser.refuses-- > 0) throw new DOMException("lost", browser.name);
    return real.apply(this, given);
  };
});

afterEach(() => {
  IDBDatabase.prototype.transaction = real;
});

for (const name of ["InvalidStateError", "UnknownError"])
  test(`lost once (${name}), it is opened again and she notices nothing`, async () => {
    const phone = aPhone();
    await answer(phone, "ra1/q1");
    Object.assign(browser, { refuses: 1, name });
    await answer(phone, "ra1/q2");
    assert.equal(await phone.store.countWaiting(), 2);
    assert.equal(page.reloads, 0);
  });

test("lost again at once, the page is loaded anew: nothing is said to be kept that is not, and nothing is gone", async () => {
  const phone = aPhone();
  await answer(phone, "ra1/q1");
  browser.refuses = 2;
  await assert.rejects(answer(phone, "ra1/q2"), { name: "InvalidStateError" });
  assert.equal(page.reloads, 1);

  const anew = aPhone(phone);
  const event = await answer(anew, "ra1/q2");
  assert.deepEqual([event.seq, await anew.store.countWaiting()], [2, 2]);
  assert.equal(page.reloads, 1);
});

test("where it never worked the page is not loaded anew for ever", async () => {
  const factory = new IDBFactory();
  await answer(aPhone({ factory }));
  const phone = aPhone({ factory });
  Object.assign(browser, { refuses: Infinity, name: "UnknownError" });
  await assert.rejects(answer(phone), { name: "UnknownError" });
  assert.equal(page.reloads, 0);
});

test("another trouble is no loss: the page stays", async () => {
  const phone = aPhone();
  await answer(phone);
  Object.assign(browser, { refuses: 2, name: "AbortError" });
  await assert.rejects(answer(phone), { name: "AbortError" });
  assert.equal(browser.refuses, 1, "and it was not tried again");
  assert.equal(page.reloads, 0);
});
