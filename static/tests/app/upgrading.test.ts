// The database of an older app, opened by a newer one, and by both at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { openDatabase, result } from "../../app/storage/database.ts";
import type { LearningEvent } from "../../app/storage/records.ts";
import { answer, aPhone, aPlace, aServer, sync } from "./phone.ts";

/** As the first app made it; phones out there hold this. Never changed. */
function version1(database: IDBDatabase): void {
  database.createObjectStore("events", { keyPath: "id" }).createIndex("record", ["learner", "module"]);
  for (const name of ["waiting", "bare", "meta", "files"]) database.createObjectStore(name);
  for (const name of ["progress", "sittings"])
    database.createObjectStore(name, { keyPath: ["learner", "module", "lesson"] });
  database.createObjectStore("inbox", { keyPath: ["learner", "id"] });
  database.createObjectStore("packs", { keyPath: ["module", "language"] });
}

/** A phone whose app is of version 1, with three answers, and the tab that still shows it. */
async function anOldPhone() {
  const place = aPlace();
  const old = aPhone({ place });
  const events = [await answer(old, "ra1/q1"), await answer(old, "ra1/q2"), await answer(old, "ra1/q3")];
  const me = await old.store.me();
  old.store.close();
  place.setItem("xk.queue", "[]");

  const factory = new IDBFactory();
  const tab = openDatabase(factory, "xiangke", 1, version1);
  await tab.run(["events", "waiting", "meta"], "readwrite", async (stores) => {
    for (const event of events) {
      stores("events").add(event);
      stores("waiting").put(event.seq, event.id);
    }
    stores("meta").put(me, "me");
    await result(stores("meta").put(3, "seq"));
  });
  const write = (event: LearningEvent) =>
    tab.run(["events"], "readwrite", async (stores) => void (await result(stores("events").put(event))));
  return { factory, place, me, events, write };
}

test("what an older app kept is all there in a newer one, and waits as it did", async () => {
  const { factory, place, me, events } = await anOldPhone();
  const [phone, server] = [aPhone({ factory, place }), aServer()];

  assert.deepEqual(await phone.store.events(), events);
  assert.deepEqual(await phone.store.me(), me);
  assert.equal(await phone.store.countWaiting(), 3);
  assert.equal((await answer(phone, "ra1/q4")).seq, 4);
  await sync(phone, server.ask);
  assert.equal(server.events.size, 4);
  assert.deepEqual(await (await phone.store.keeping()).attachments.all(), []);
});

test("a tab of the older app lets the newer one in, and goes on keeping what is done in it", async () => {
  const { factory, place, events, write } = await anOldPhone();
  const phone = aPhone({ factory, place });
  assert.equal((await phone.store.events()).length, 3, "it was let in while the older one stood open");

  const late = {
    ...events[0]!,
    id: events[0]!.id.replace(/.$/, (sign) => (sign === "0" ? "1" : "0")),
    seq: 9,
  };
  await write(late);

  assert.deepEqual(
    (await phone.store.events()).map(({ id }) => id).sort(),
    [...events, late].map(({ id }) => id).sort(),
  );
});
