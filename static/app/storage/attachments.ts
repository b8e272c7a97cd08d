// Photos and spoken notes of questions. Written with the question, never changed. One that waits has a mark beside those of
// the events, `~` and its id, so that all that counts what waits counts it too; its id delivered is a bare one (record.ts).

import type { Database, result as Result } from "./database.ts";
import type { Attach } from "./record.ts";
import type { Attached, Attachment } from "./records.ts";

/** Comes after every id, so that no attachment takes the place of an event in a batch. */
export const markOf = (id: string) => `~${id}`;

export function openAttachments(database: Database, result: typeof Result) {
  /** What `record.write` is given: all of them with the question, or none and no question. */
  const attach =
    (attached: Attached[]): Attach =>
    (stores, { id: event, learner, seq }) => {
      for (const one of attached) {
        stores("attachments").put({ ...one, event, learner });
        stores("waiting").put(seq, markOf(one.id));
      }
    };

  const all = () =>
    database.run(["attachments"], "readonly", (stores) =>
      result(stores("attachments").getAll() as IDBRequest<Attachment[]>),
    );

  /** Ids of what waits, events and attachments. */
  async function waits(): Promise<Set<string>> {
    const marks = (await database.run(["waiting"], "readonly", (stores) =>
      result(stores("waiting").getAllKeys()),
    )) as string[];
    return new Set(marks.map((mark) => mark.replace("~", "")));
  }

  /** Those that the server lacks, the oldest first. */
  async function waiting(): Promise<Attachment[]> {
    const ids = await waits();
    return (await all()).filter(({ id }) => ids.has(id));
  }

  /** The server has it, and counts its id among what this device delivered. */
  const stored = (id: string) =>
    database.run(["waiting", "bare"], "readwrite", async (stores) => {
      stores("waiting").delete(markOf(id));
      await result(stores("bare").put(1, id));
    });

  /** Those that the server has go from this phone. */
  const dropStored = () =>
    database.run(["attachments", "waiting"], "readwrite", async (stores) => {
      for (const id of (await result(stores("attachments").getAllKeys())) as string[])
        if ((await result(stores("waiting").getKey(markOf(id)))) === undefined)
          stores("attachments").delete(id);
    });

  return { attach, all, waits, waiting, stored, dropStored };
}

export type Attachments = ReturnType<typeof openAttachments>;
