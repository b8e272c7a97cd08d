// When there is another talk, with time in the test's hand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { longest, startCourier } from "../../app/syncing/courier.ts";
import { aPhone, aServer, talkOf } from "./phone.ts";

const atRest = () => new Promise((soon) => setImmediate(() => setImmediate(soon)));

test("after a good talk whose files could not come there is another one, until all is here", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  await phone.store.me();
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const comes = [false, false, true];
  let talks = 0;
  const told = async () => comes[talks++]!;
  const courier = startCourier(() => talkOf(phone, server.ask), told);
  const wait = async (ms: number, until: () => boolean) => {
    t.mock.timers.tick(ms);
    for (let turn = 0; turn < 1000 && !until(); turn++) await atRest();
    await atRest();
  };

  assert.equal((await courier.now())?.kind, "done");
  assert.equal(talks, 1);
  await wait(4_999, () => talks > 1);
  assert.equal(talks, 1, "not at once: what lacks may be long in coming");
  await wait(longest, () => talks > 1);
  assert.equal(talks, 2);
  await wait(longest, () => talks > 2);
  assert.equal(talks, 3);
  await wait(longest, () => talks > 3);
  assert.equal(talks, 3, "all is here, and nothing more is asked");
});
