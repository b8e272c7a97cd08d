// Whatever several people do on one phone, in whatever order, with whatever network: nothing is lost, each thing is hers
// who did it, and phone and server agree on what was delivered.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { IDBFactory } from "fake-indexeddb";
import { digestOf, uuid7 } from "../../app/storage/ids.ts";
import type { Ask } from "../../app/syncing/ask.ts";
import { answer, aPhone, aPlace, aServer, sync, type Phone } from "./phone.ts";
import { home } from "./two.ts";

const window = fc.constantFrom<0 | 1>(0, 1);
const step = fc.oneof(
  fc.record({ what: fc.constant("write" as const), window }),
  fc.record({ what: fc.constantFrom("switch" as const, "merge" as const), window, whom: fc.nat(5) }),
  fc.record({ what: fc.constantFrom("add" as const, "reload" as const, "sync" as const), window }),
  fc.record({ what: fc.constantFrom("lose" as const, "refuse" as const, "twice" as const), window }),
  fc.record({ what: fc.constantFrom("backup" as const, "restore" as const, "revoke" as const), window }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One phone with two windows, its server, and what ought to be: whose each event is. */
async function aWorld() {
  const [factory, place, server] = [new IDBFactory(), aPlace(), aServer()];
  const open = () => aPhone({ factory, place });
  const windows: [Phone, Phone] = [open(), open()];
  for (const each of windows) await each.store.me();
  const first = (await windows[0].store.me()).learner;
  /** Who was chosen in each window. */
  const chosen: [string, string] = [first, first];
  const whose = new Map<string, string>();
  let restore = server.backup();

  const learners = async (phone: Phone) => {
    const me = await phone.store.me();
    return (me.profiles ?? [me]).map(({ learner }) => learner);
  };
  const talk = (phone: Phone, ask: Ask = server.ask) => sync(phone, ask);
  /** The same person, whatever she was called before profiles were merged. */
  const person = (learner: string): string => {
    const into = server.merged.get(learner);
    return into ? person(into) : learner;
  };

  async function take(one: Step): Promise<void> {
    const phone = windows[one.window];
    const all = await learners(phone);
    const whom = "whom" in one ? all[one.whom % all.length]! : "";
    if (one.what === "write") {
      const { id, learner } = await answer(phone, `ra1/q${whose.size}`);
      const isHere = all.some((each) => person(each) === person(chosen[one.window]));
      if (isHere) assert.equal(person(learner), person(chosen[one.window]), "somebody else's");
      else
        assert.ok(
          server.revoked.size && all.includes(learner),
          "only a phone that let go of all knows somebody new",
        );
      whose.set(id, learner);
    }
    if (one.what === "add") {
      const added = await (await home(phone)).take();
      if (added) await (await home(phone)).choose((chosen[one.window] = added));
    }
    if (one.what === "switch") {
      await (await home(phone)).choose(whom);
      chosen[one.window] = whom;
    }
    if (one.what === "reload") {
      windows[one.window] = open();
      chosen[one.window] = (await windows[one.window].store.me()).learner; // the screen asks, and she says so
      await (await home(windows[one.window])).choose(chosen[one.window]);
    }
    if (one.what === "merge" && !server.merged.has(whom)) {
      const into = uuid7(Date.UTC(2026, 10, 20));
      server.merged.set(whom, into);
    }
    if (one.what === "backup") restore = server.backup();
    if (one.what === "restore" && !server.revoked.size) restore();
    if (one.what === "revoke") server.revoked.add((await phone.store.me()).device);
    if (one.what === "sync") await talk(phone);
    if (one.what === "twice")
      await talk(phone, (question) => server.ask(question).then(() => server.ask(question)));
    server.loses = () => one.what === "lose";
    server.before = () => (one.what === "refuse" ? 503 : undefined);
    if (one.what === "lose" || one.what === "refuse") await talk(phone);
    server.loses = () => false;
    server.before = () => undefined;
  }

  return { windows, server, whose, take, talk };
}

test("no event is lost, each is stamped with who was learning, and the digests are true", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
      const { windows, server, whose, take, talk } = await aWorld();
      for (const one of steps) {
        await take(one);
        const held = new Map((await windows[0].store.events()).map((event) => [event.id, event]));
        for (const [id, learner] of whose) {
          const event = held.get(id) ?? server.events.get(id) ?? server.parked.get(id);
          assert.equal(event?.learner, learner, `${one.what}: an event is lost or has another name`);
        }
      }
      for (let round = 0; round < 3; round++) await talk(windows[0]);

      const { store } = windows[0];
      assert.equal(await store.countWaiting(), 0);
      for (const id of whose.keys()) assert.ok(server.events.has(id) || server.parked.has(id));
      const { device } = await store.me();
      assert.deepEqual(await store.digest(), digestOf(server.devices.get(device)?.delivered ?? []));
      assert.ok(!server.revoked.has(device), "a stopped phone has handed over all, and is another phone now");
    }),
    { numRuns: 120 },
  );
});

test("what is shown of anybody never goes back, whoever is chosen, merged, or reloaded", async () => {
  const tame = step.filter(({ what }) => what !== "revoke");
  await fc.assert(
    fc.asyncProperty(fc.array(tame, { maxLength: 16 }), async (steps) => {
      const { windows, take } = await aWorld();
      const shown = new Map<string, number>();
      for (const one of steps) {
        await take(one);
        const { store } = windows[0];
        const me = await store.me();
        for (const { learner, was = [] } of me.profiles ?? [me]) {
          const rows = (await store.progressOf(learner)).length;
          const before = Math.max(0, ...[learner, ...was].map((id) => shown.get(id) ?? 0));
          assert.ok(rows >= before, `${one.what}: ${rows} of ${before}`);
          shown.set(learner, rows);
        }
      }
    }),
    { numRuns: 60 },
  );
});
