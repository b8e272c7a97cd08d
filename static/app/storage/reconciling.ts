// Where phone and server do not agree on what was delivered, or two phones are one. Rare, so it comes by itself.

import { markOf } from "./attachments.ts";
import type { Database, result as Result } from "./database.ts";
import type { dayOf as DayOf, digestOf as DigestOf } from "./ids.ts";
import type { Mirror } from "./mirror.ts";
import type { Digest, LearningEvent, Me } from "./records.ts";

export interface Held {
  database: Database;
  /** Handed in, as these three are: a file that comes late and shares nothing costs the shell no bytes. */
  result: typeof Result;
  dayOf: typeof DayOf;
  digestOf: typeof DigestOf;
  mirror: Mirror;
  me: () => Promise<Me>;
  /** Ids this device believes delivered. */
  believed: () => Promise<string[]>;
}

const marks = ["events", "attachments", "waiting", "bare"];

export function openReconciling({ database, result, dayOf, digestOf, mirror, me, believed }: Held) {
  async function digestsByDay(): Promise<Record<string, Digest>> {
    const days: Record<string, string[]> = {};
    for (const id of await believed()) (days[dayOf(id)] = days[dayOf(id)] ?? []).push(id);
    const digests: Record<string, Digest> = {};
    for (const day of Object.keys(days)) digests[day] = digestOf(days[day]!);
    return digests;
  }

  /** Make the marks of these days agree with what the server says it holds. Returns how many wait again. */
  async function reconcile(days: Record<string, string[]>): Promise<number> {
    const waiting = await database.run(marks, "readwrite", async (stores) => {
      const held = (await result(stores("events").getAllKeys())) as string[];
      const bare = (await result(stores("bare").getAllKeys())) as string[];
      const here = new Set(held);
      const there = new Set(Object.values(days).reduce((all, ids) => all.concat(ids), [] as string[]));
      const again: LearningEvent[] = [];
      for (const id of held) {
        if (there.has(id)) stores("waiting").delete(id);
        else if (days[dayOf(id)]) {
          const event = (await result(stores("events").get(id))) as LearningEvent;
          stores("waiting").put(event.seq, id);
          again.push(event);
        }
      }
      for (const id of bare) if (days[dayOf(id)] && !there.has(id)) stores("bare").delete(id);
      for (const id of (await result(stores("attachments").getAllKeys())) as string[]) {
        if (there.has(id)) stores("waiting").delete(markOf(id));
        else if (days[dayOf(id)]) stores("waiting").put(1, markOf(id));
      }
      there.forEach((id) => {
        if (!here.has(id)) stores("bare").put(1, id);
      });
      return again;
    });
    mirror.drop(new Set(Object.values(days).reduce((all, ids) => all.concat(ids), [] as string[])));
    for (const event of waiting) mirror.add(event);
    return waiting.length;
  }

  /** Ask which ids the server holds, and let what it lacks wait again. False: it did not say. */
  async function agree<Answer extends { status: number }>(
    ask: (question: { method: "POST"; path: string; token: string; body: object }) => Promise<Answer>,
    json: (answer: Answer) => unknown,
  ): Promise<boolean> {
    const { device, token } = await me();
    const body = { device, days: await digestsByDay() };
    const answer = await ask({ method: "POST", path: "/api/v1/sync/have", token, body });
    if (answer.status !== 200) return false;
    await reconcile((json(answer) as { days: Record<string, string[]> }).days);
    return true;
  }

  /** This installation is a copy of another: a device of its own from now on, and everything held waits again. */
  async function rekey(device: string): Promise<void> {
    await me();
    const who = await database.run([...marks, "meta"], "readwrite", async (stores) => {
      const known = (await result(stores("meta").get("me"))) as Me;
      stores("meta").put({ ...known, device }, "me");
      stores("bare").clear();
      // Proofs belong to one device.
      stores("meta").delete(IDBKeyRange.bound("proof:", "proof;"));
      const held = (await result(stores("events").getAll())) as LearningEvent[];
      for (const event of held) stores("waiting").put(event.seq, event.id);
      for (const id of (await result(stores("attachments").getAllKeys())) as string[])
        stores("waiting").put(1, markOf(id));
      return { ...known, device };
    });
    mirror.keep({ me: who });
  }

  return { agree, rekey };
}
