// What the server says of those who learn on one phone: it was stopped, two were one person, something was hers and not
// theirs, this is who they are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldOf } from "../../app/lesson/fold.ts";
import { uuid7 } from "../../app/storage/ids.ts";
import { answer, aServer, sync } from "./phone.ts";
import { aPhoneOfTwo, whose } from "./two.ts";

test("a stopped phone hands over all of everybody first, and only then knows nobody", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const server = aServer();
  await household.choose(guo);
  for (let number = 0; number < 5; number++) await answer(phone, `ra1/q${number}`);
  const before = await phone.store.me();
  await phone.store.remember("language", "en");
  phone.place.setItem("xk.at.ra/ra1", "{}");
  server.revoked.add(before.device);
  server.largest = 2;
  server.loses = () => true;
  await sync(phone, server.ask);
  assert.equal(await phone.store.countWaiting(), 6, "the answer was lost: nothing goes yet");

  server.loses = () => false;
  for (let round = 0; round < 3; round++) await sync(phone, server.ask);

  assert.equal(server.parked.size, 6);
  const after = await phone.store.me();
  assert.notEqual(after.device, before.device);
  assert.notEqual(after.token, before.token);
  assert.ok(![xiulan, guo].includes(after.learner) && !after.profiles);
  assert.deepEqual(
    [await phone.store.recall("wasErased"), await phone.store.recall("language")],
    ["revoked", "en"],
  );
  for (const [name, value] of phone.place.kept)
    assert.ok(!value.includes(xiulan) && !value.includes(guo), name);
  assert.equal(phone.place.getItem("xk.at.ra/ra1"), null);
});

test("a stopped phone whose server came back from a backup sends what is lacking before it lets go", async () => {
  const { phone } = await aPhoneOfTwo();
  const server = aServer();
  const restore = server.backup();
  await sync(phone, server.ask);
  restore();
  server.revoked.add((await phone.store.me()).device);
  await sync(phone, server.ask);
  await sync(phone, server.ask);
  assert.equal(server.parked.size, 1);
  assert.deepEqual(await phone.store.events(), []);
});

test("an answer of a first page that nobody took over yet keeps a stopped phone from letting go", async () => {
  const { phone } = await aPhoneOfTwo();
  const server = aServer();
  server.revoked.add((await phone.store.me()).device);
  const [event] = await phone.store.events();
  await phone.store.delivered([event!.id]);
  const late = { ...event!, id: uuid7(Date.UTC(2026, 10, 21)), seq: 9 };
  phone.place.setItem("xk.queue", JSON.stringify([late]));
  await sync(phone, server.ask);
  assert.equal((await phone.store.events()).length, 1);

  await phone.store.adopt(foldOf(null, ""));
  for (let round = 0; round < 3; round++) await sync(phone, server.ask);
  assert.ok(server.parked.has(late.id));
});

const now = "0192f0c1-0000-7000-8000-000000000002";

test("a merged profile follows: shown under the new id, events as they were written, nothing lost", async () => {
  const { phone, xiulan, guo } = await aPhoneOfTwo();
  const server = aServer();
  await phone.store.remember(`profile:${xiulan}`, { nickname: "Xiulan" });
  server.merged.set(xiulan, now);
  await answer(phone, "ra1/q7");
  await sync(phone, server.ask);

  const me = await phone.store.me();
  assert.deepEqual([me.learner, me.was], [now, [xiulan]]);
  assert.deepEqual(
    me.profiles!.map(({ learner }) => learner),
    [now, guo],
  );
  assert.deepEqual(
    (await phone.store.progressOf(now)).map(({ lesson }) => lesson),
    ["ra1"],
  );
  assert.deepEqual(await phone.store.progressOf(xiulan), []);
  assert.deepEqual(await phone.store.recall(`profile:${now}`), { nickname: "Xiulan" });
  assert.deepEqual(await whose(phone), [xiulan, xiulan]);
  assert.equal(await phone.store.countWaiting(), 0);
  const last = server.requests[server.requests.length - 1]!.body as {
    learners: { id: string; cursor: unknown }[];
  };
  assert.deepEqual(last.learners[0]!.id, now);
  assert.equal(last.learners[0]!.cursor, null, "all of the new one is asked for");
});

test("two profiles of one phone that were one person become one, and keep her lock", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const server = aServer();
  const lock = { kind: "pin" as const, salt: "1", seal: "2" };
  await household.setLock(xiulan, lock);
  await household.choose(guo);
  await answer(phone, "ra2/q1");
  server.merged.set(xiulan, guo);
  await sync(phone, server.ask);

  const { profiles } = await phone.store.me();
  assert.deepEqual(
    profiles!.map(({ learner, was }) => [learner, was]),
    [[guo, [xiulan]]],
  );
  assert.deepEqual(profiles![0]!.lock, lock);
  assert.deepEqual(
    (await phone.store.progressOf(guo)).map(({ lesson }) => lesson),
    ["ra1", "ra2"],
  );
});

test("erasing somebody takes what she did under her older ids too", async () => {
  const { phone, xiulan, guo } = await aPhoneOfTwo();
  const server = aServer();
  server.merged.set(xiulan, now);
  await sync(phone, server.ask);
  server.erased.add(now);
  await answer(phone, "ra1/q2");
  await sync(phone, server.ask);
  assert.deepEqual(await phone.store.events(), []);
  assert.deepEqual(
    (await phone.store.me()).profiles!.map(({ learner }) => learner),
    [guo],
  );
});

test("what staff moved to somebody else is shown of her no more, once; her events stay as they were written", async () => {
  const { phone, xiulan } = await aPhoneOfTwo();
  const server = aServer();
  const wrong = await phone.store.write(
    { kind: "lesson_opened", module: "ra", item: "ra5", body: {} },
    foldOf(null, ""),
  );
  await phone.store.putSitting({
    ...{
      learner: xiulan,
      module: "ra",
      lesson: "ra5",
      sitting: wrong.id,
      release: "r",
      language: "en",
      file: "f",
    },
    ...{ card: 1, cards: 9, done: {}, finished: false },
  });
  const opened = { module: "ra", lesson: "ra5", opened_at: "2026-11-20T00:00:00.000Z", finished_at: null };
  server.progressOf[xiulan] = [{ ...opened, mastered_at: null, checked_at: null, last_at: null, right: [] }];
  await sync(phone, server.ask);
  const shown = async () =>
    (await phone.store.progressOf(xiulan)).filter(({ own, server }) => own.opened || server.opened).length;
  assert.equal(await shown(), 1);

  server.progressOf[xiulan] = [];
  server.reassigned[xiulan] = [wrong.id];
  await sync(phone, server.ask);
  assert.equal(await shown(), 0);
  assert.equal(await phone.store.sittingOf(xiulan, "ra", "ra5"), undefined);
  assert.equal((await phone.store.events()).filter(({ id }) => id === wrong.id)[0]!.learner, xiulan);

  const before = server.requests.length;
  await sync(phone, server.ask);
  assert.equal(server.requests.length, before + 1, "told again, it is passed over");
});

test("a phone that lost its store is told who they are; what it knows by itself stays", async () => {
  const { phone, household, xiulan, guo } = await aPhoneOfTwo();
  const membership = { centre: "Liuhe", group: "One" };
  const about = { nickname: "Wang", picture: "moon", language: "en" as const, membership };

  await household.settle({ verdicts: [], changes: { [xiulan]: { about }, [guo]: { about } } }, []);

  const known = async (learner: string) =>
    Promise.all(
      ["profile", "membership", "language"].map((what) => phone.store.recall(`${what}:${learner}`)),
    );
  assert.deepEqual(await known(xiulan), [
    { nickname: "Wang", picture: "moon", language: "en" },
    membership,
    "en",
  ]);
  assert.deepEqual(await known(guo), [
    { nickname: "Guo", picture: "fish", language: "zh-hans" },
    membership,
    "zh-hans",
  ]);
});

test("of somebody who never said her name nothing is kept but where she belongs", async () => {
  const { phone, household, xiulan } = await aPhoneOfTwo();
  const about = { nickname: "", picture: "", language: "en" as const, membership: null };
  await household.settle({ verdicts: [], changes: { [xiulan]: { about } } }, []);
  assert.equal(await phone.store.recall(`profile:${xiulan}`), undefined);
  assert.equal(await phone.store.recall(`membership:${xiulan}`), undefined);
});
