// A learner who was erased at the server goes from this phone too: the one place that deletes what somebody did.

import type { Database, result as Result } from "./database.ts";
import type { Mirror } from "./mirror.ts";
import type { LearningEvent, Me } from "./records.ts";

export interface Phone {
  database: Database;
  /** Handed in: a file that comes late and shares nothing costs the shell no bytes. */
  result: typeof Result;
  mirror: Mirror;
  /** Who learns here from now on, if it was she who did. */
  next: Pick<Me, "learner" | "read">;
}

const stores = ["events", "waiting", "bare", "progress", "sittings", "inbox", "meta"];

/**
 * Take her events, progress, messages and notes from this phone, in one transaction. Of what was delivered, `delivered` among
 * it, the bare ids stay, so that the digest stays true. If she is the one who learns here, the phone knows nobody again.
 */
export async function erase(
  { database, result, mirror, next }: Phone,
  learner: string,
  delivered: ReadonlySet<string>,
): Promise<void> {
  const hers = IDBKeyRange.bound([learner], [learner, []]);
  const mirrored = mirror.queue().filter((event) => event.learner === learner);
  const erased = await database.run(stores, "readwrite", async (of) => {
    const events = (await result(of("events").index("record").getAll(hers))) as LearningEvent[];
    const waiting = new Set((await result(of("waiting").getAllKeys())) as string[]);
    for (const { id } of events) {
      if (delivered.has(id) || !waiting.has(id)) of("bare").put(1, id);
      of("waiting").delete(id);
      of("events").delete(id);
    }
    for (const name of ["progress", "sittings", "inbox"]) of(name).delete(hers);
    for (const key of (await result(of("meta").getAllKeys())) as string[])
      if (key.indexOf(learner) >= 0) of("meta").delete(key);

    const me = (await result(of("meta").get("me"))) as Me;
    if (me.learner !== learner) return { events, me };
    of("meta").put({ ...me, ...next }, "me");
    of("meta").put(true, "wasErased");
    of("meta").delete("started");
    return { events, me: { ...me, ...next } };
  });
  mirror.keep({ me: erased.me });
  mirror.drop(new Set(mirrored.map(({ id }) => id)));
  for (const { module, item } of [...erased.events, ...mirrored])
    if (module && item) mirror.forgetAt(module, item.split("/")[0]!);
}
