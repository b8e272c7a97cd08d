// When there is another talk, with time in the test's hand.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test, type TestContext } from "node:test";
import { startModel } from "../../app/lesson/model.ts";
import { longest, startCourier } from "../../app/syncing/courier.ts";
import type { Ask } from "../../app/syncing/ask.ts";
import type { Outcome } from "../../app/syncing/sync.ts";
import { aPhone, aServer, talkOf } from "./phone.ts";

const atRest = () => new Promise((soon) => setImmediate(() => setImmediate(soon)));

/** Time goes on by so much; then whatever it woke has its turns. */
async function wait(mocked: TestContext["mock"], ms: number, until: () => boolean): Promise<void> {
  mocked.timers.tick(ms);
  for (let turn = 0; turn < 1000 && !until(); turn++) await atRest();
  await atRest();
}

test("a busy server is not asked again before the time that it named, and then it is", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  await phone.store.me();
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let asked = 0;
  const busyOnce: Ask = (question) =>
    asked++
      ? server.ask(question)
      : Promise.resolve({ status: 503, retryAfter: 42, bytes: new ArrayBuffer(0) });
  const kinds: string[] = [];
  const told = async ({ kind }: Outcome) => kinds.push(kind) > 0 && kind === "done";
  const courier = startCourier(() => talkOf(phone, busyOnce), told);

  await courier.now();
  await wait(t.mock, 41_999, () => kinds.length > 1);
  assert.deepEqual(kinds, ["busy"]);
  await wait(t.mock, 1, () => kinds.length > 1);
  assert.deepEqual(kinds, ["busy", "done"]);
});

test("after a good talk whose files could not come there is another one, until all is here", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  await phone.store.me();
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const comes = [false, false, true];
  let talks = 0;
  const told = async () => comes[talks++]!;
  const courier = startCourier(() => talkOf(phone, server.ask), told);
  assert.equal((await courier.now())?.kind, "done");
  assert.equal(talks, 1);
  await wait(t.mock, 4_999, () => talks > 1);
  assert.equal(talks, 1, "not at once: what lacks may be long in coming");
  await wait(t.mock, longest, () => talks > 1);
  assert.equal(talks, 2);
  await wait(t.mock, longest, () => talks > 2);
  assert.equal(talks, 3);
  await wait(t.mock, longest, () => talks > 3);
  assert.equal(talks, 3, "all is here, and nothing more is asked");
});

test("where the signal goes after a good talk the phone says so, and fetches the files by itself later", async (t) => {
  const [phone, server] = [aPhone(), aServer()];
  const manifest = JSON.stringify({ release: "r", module: "ra", language: "en", lessons: [], pictures: [] });
  const hash = createHash("sha256").update(manifest).digest("hex");
  const offer = {
    id: "ra",
    language: "en",
    title: "Ranking",
    lessons: 0,
    release: "r",
    manifest: hash,
    bytes: 9,
  };
  server.catalogue = { hash: "h", language: "en", modules: [offer] };
  let hasSignal = false;
  const ask: Ask = async (question) => {
    if (question.path.startsWith("/api/")) return server.ask(question);
    if (!hasSignal) throw new Error("no network");
    return { status: 200, retryAfter: null, bytes: new TextEncoder().encode(manifest).buffer as ArrayBuffer };
  };
  const { store } = phone;
  const extras = async () => ({});
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const options = { app: "test", language: "en" as const, savesData: false, prefer: null, extras };
  const model = await startModel({ store, ask, ...options });

  await model.courier.now();
  assert.equal(model.state.value.last, "silent");
  assert.deepEqual(await store.packs(), []);
  hasSignal = true;
  await wait(t.mock, longest, () => model.state.value.last === "done");
  assert.equal((await store.packs())[0]?.complete, true);
});
