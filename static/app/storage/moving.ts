// What is kept of a learner goes over to another id, or back: profiles that were merged, and what was not hers.

import type { join as Join, nothing as Nothing } from "../engine/progress.ts";
import type { result as Result, Stores } from "./database.ts";
import type { LearningEvent, ProgressRow, Sitting } from "./records.ts";

export interface Kit {
  result: typeof Result;
  join: typeof Join;
  nothing: typeof Nothing;
}

const rowsOf = (learner: string) => IDBKeyRange.bound([learner], [learner, []]);

/** Progress is joined; where she stands in a lesson and what was written to her goes over where `now` has none. */
export async function moveRows(
  { result, join, nothing }: Kit,
  stores: Stores,
  old: string,
  now: string,
): Promise<void> {
  for (const row of (await result(stores("progress").getAll(rowsOf(old)))) as ProgressRow[]) {
    const { module, lesson, own, server } = row;
    const kept = (await result(stores("progress").get([now, module, lesson]))) as ProgressRow | undefined;
    stores("progress").put({
      ...{ learner: now, module, lesson },
      own: join(own, kept?.own ?? nothing),
      server: join(server, kept?.server ?? nothing),
    });
  }
  for (const name of ["sittings", "inbox"])
    for (const key of (await result(stores(name).getAllKeys(rowsOf(old)))) as string[][]) {
      const row = (await result(stores(name).get(key))) as object;
      if (!(await result(stores(name).getKey([now, ...key.slice(1)]))))
        stores(name).put({ ...row, learner: now });
    }
  for (const name of ["progress", "sittings", "inbox"]) stores(name).delete(rowsOf(old));
}

/** What is kept by name. Cursors, keys and passes belong to one id, and the server gives them anew. */
export async function moveNotes({ result }: Kit, stores: Stores, old: string, now: string): Promise<void> {
  const meta = stores("meta");
  meta.delete(`cursor:${now}`);
  for (const key of (await result(meta.getAllKeys())) as string[]) {
    if (key.indexOf(old) < 0) continue;
    const value: unknown = await result(meta.get(key));
    const moved = key.replace(old, now);
    const kept: unknown = await result(meta.get(moved));
    if (Array.isArray(value) && Array.isArray(kept)) meta.put(kept.concat(value), moved);
    else if (kept === undefined && !/^(cursor|key|pass|proof):/.test(key)) meta.put(value, moved);
    meta.delete(key);
  }
}

/**
 * Staff found that these were somebody else's, done under her name: what followed from them goes, and all of hers is
 * asked for anew. The one case in which something that was shown goes back. False: each of them was heeded before.
 */
export async function letGo(
  { result, nothing }: Kit,
  stores: Stores,
  learner: string,
  ids: string[],
): Promise<boolean> {
  const [meta, name] = [stores("meta"), `reassigned:${learner}`];
  const heeded = ((await result(meta.get(name))) as string[] | undefined) ?? [];
  const fresh = ids.filter((id) => heeded.indexOf(id) < 0);
  if (!fresh.length) return false;
  const lessons = new Set<string>();
  for (const id of fresh) {
    const event = (await result(stores("events").get(id))) as LearningEvent | undefined;
    if (event) lessons.add(`${event.module}/${(event.item || "").split("/")[0]}`);
  }
  for (const row of (await result(stores("progress").getAll(rowsOf(learner)))) as ProgressRow[]) {
    const own = lessons.has(`${row.module}/${row.lesson}`) ? nothing : row.own;
    stores("progress").put({ ...row, own, server: nothing });
  }
  for (const { module, lesson, sitting } of (await result(
    stores("sittings").getAll(rowsOf(learner)),
  )) as Sitting[])
    if (fresh.indexOf(sitting) >= 0) stores("sittings").delete([learner, module, lesson]);
  meta.put(heeded.concat(fresh), name);
  meta.delete(`cursor:${learner}`);
  return true;
}
