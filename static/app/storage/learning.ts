// What the screens show of a learner: progress, sittings, messages. And small things by name.

import { join, nothing, type Progress } from "../engine/progress.ts";
import { result, type Database, type Stores } from "./database.ts";
import type { Message, ProgressRow, Sitting, Tried } from "./records.ts";

export interface Changes {
  progress: { module: string; lesson: string; progress: Progress }[];
  inbox: Omit<Message, "learner">[];
}

const further = (one: Tried | undefined, other: Tried) =>
  one && (one.right || one.tries > other.tries) ? one : other;

/**
 * Another window may have the same sitting open: what was answered or finished there stays so. Or it ended this one and
 * began another: that one stands. What is done now in this one.
 */
export async function putSitting(stores: Stores, sitting: Sitting): Promise<Sitting["done"]> {
  const { learner, module, lesson } = sitting;
  const kept = (await result(stores("sittings").get([learner, module, lesson]))) as Sitting | undefined;
  if (kept && kept.seq! > sitting.seq!) return sitting.done;
  const { done, finished } = kept?.sitting === sitting.sitting ? kept : sitting;
  for (const id of Object.keys(sitting.done)) done[id] = further(done[id], sitting.done[id]!);
  stores("sittings").put({ ...sitting, done, finished: finished || sitting.finished });
  return done;
}

export function openLearning(database: Database) {
  const allOf = <T>(store: string, learner: string) =>
    database.run([store], "readonly", (stores) =>
      result(stores(store).getAll(IDBKeyRange.bound([learner], [learner, []])) as IDBRequest<T[]>),
    );

  /** What the server said after the cursor, and the cursor, in one transaction. Joined, so nothing shown goes back. */
  const takeChanges = (learner: string, changes: Changes, cursor: unknown) =>
    database.run(["progress", "inbox", "meta"], "readwrite", async (stores) => {
      for (const { module, lesson, progress } of changes.progress) {
        const row = (await result(stores("progress").get([learner, module, lesson]))) as
          ProgressRow | undefined;
        const server = join(row?.server ?? nothing, progress);
        stores("progress").put({ learner, module, lesson, own: row?.own ?? nothing, server });
      }
      for (const message of changes.inbox) {
        const kept = (await result(stores("inbox").get([learner, message.id]))) as Message | undefined;
        stores("inbox").put({ ...message, learner, read_at: message.read_at ?? kept?.read_at ?? null });
      }
      stores("meta").put(cursor, `cursor:${learner}`);
    });

  return {
    progressOf: (learner: string) => allOf<ProgressRow>("progress", learner),
    messagesOf: (learner: string) => allOf<Message>("inbox", learner),
    sittingsOf: (learner: string) => allOf<Sitting>("sittings", learner),
    sittingOf: (learner: string, module: string, lesson: string) =>
      database.run(["sittings"], "readonly", (stores) =>
        result(stores("sittings").get([learner, module, lesson]) as IDBRequest<Sitting | undefined>),
      ),
    putSitting: (sitting: Sitting) =>
      database.run(["sittings"], "readwrite", (stores) => putSitting(stores, sitting)),
    putMessage: (message: Message) =>
      database.run(["inbox"], "readwrite", async (stores) => {
        await result(stores("inbox").put(message));
      }),
    takeChanges,
    recall: <T>(key: string) =>
      database.run(["meta"], "readonly", (stores) =>
        result(stores("meta").get(key) as IDBRequest<T | undefined>),
      ),
    remember: (key: string, value: unknown) =>
      database.run(["meta"], "readwrite", async (stores) => {
        await result(stores("meta").put(value, key));
      }),
  };
}
