// A learner who was erased at the server goes from this phone too. With wiping (household.ts) the one place that deletes
// what somebody did.

import type { Database, result as Result } from "./database.ts";
import type { Mirror } from "./mirror.ts";
import { markOf } from "./attachments.ts";
import type { Attachment, Learns, LearningEvent, Me } from "./records.ts";

export interface Phone {
  database: Database;
  /** Handed in: a file that comes late and shares nothing costs the shell no bytes. */
  result: typeof Result;
  mirror: Mirror;
  /** Who learns here from now on, if it was she who did and there is nobody else. */
  next: Learns;
}

const stores = ["events", "attachments", "waiting", "bare", "progress", "sittings", "inbox", "meta"];

/** The phone without her: somebody else of those who learn here is named, else nobody is known again. */
function without({ device, token, profiles = [], ...top }: Me, ids: string[], next: Learns): Me {
  const others = profiles.filter(({ learner }) => ids.indexOf(learner) < 0);
  const chosen = ids.indexOf(top.learner) < 0 ? top : (others[0] ?? next);
  const { learner, read } = chosen;
  return { device, token, learner, read, profiles: others.length ? others : undefined };
}

/**
 * Take her events, progress, messages and notes from this phone, in one transaction. Of what was delivered the bare ids stay,
 * so that the digest stays true; what was answered `gone` was not kept, and counts on neither side. If she alone learned here,
 * the phone knows nobody again; else a note says that somebody is gone, until it was read.
 */
export async function erase({ database, result, mirror, next }: Phone, named: string): Promise<void> {
  const erased = await database.run(stores, "readwrite", async (of) => {
    const me = (await result(of("meta").get("me"))) as Me;
    const known = (me.profiles ?? [me]).filter(
      ({ learner, was = [] }) => [learner, ...was].indexOf(named) >= 0,
    );
    const ids = known[0] ? [known[0].learner, ...(known[0].was ?? [])] : [named];
    const waiting = new Set((await result(of("waiting").getAllKeys())) as string[]);
    let events: LearningEvent[] = [];
    for (const learner of ids) {
      const hers = IDBKeyRange.bound([learner], [learner, []]);
      events = events.concat((await result(of("events").index("record").getAll(hers))) as LearningEvent[]);
      for (const name of ["progress", "sittings", "inbox"]) of(name).delete(hers);
      for (const key of (await result(of("meta").getAllKeys())) as string[])
        if (key.indexOf(learner) >= 0) of("meta").delete(key);
    }
    of("meta").delete("remembered"); // it names her; those who still learn here are told anew
    for (const { id } of events) {
      if (!waiting.has(id)) of("bare").put(1, id);
      of("waiting").delete(id);
      of("events").delete(id);
    }
    for (const { id, learner } of (await result(of("attachments").getAll())) as Attachment[])
      if (ids.indexOf(learner) >= 0) {
        of("waiting").delete(markOf(id));
        of("attachments").delete(id);
      }
    if (!known[0]) return { events, me, ids, wasHere: false };
    const left = without(me, ids, next);
    of("meta").put(left, "me");
    if (left.profiles) of("meta").put(true, "oneErased");
    else {
      of("meta").put(true, "wasErased");
      of("meta").delete("started");
    }
    return { events, me: left, ids, wasHere: ids.indexOf(me.learner) >= 0 };
  });
  const mirrored = mirror.queue().filter(({ learner }) => erased.ids.indexOf(learner) >= 0);
  mirror.keep({ me: { was: undefined, ...erased.me } });
  mirror.drop(new Set(mirrored.map(({ id }) => id)));
  // Where the first page stands in a lesson is the place of whoever learns here now.
  if (erased.wasHere)
    for (const { module, item } of [...erased.events, ...mirrored])
      if (module && item) mirror.forgetAt(module, item.split("/")[0]!);
}
