// Modules on this phone. Texts lie in IndexedDB; pictures and sounds where the worker can serve them (Cache), or,
// in tier 2, in IndexedDB too. What is only needed to fetch and to throw away stands in keeping.ts, which comes late.

import { result, type Database } from "./database.ts";
import type { Pack } from "./records.ts";

/** The Cache that the worker reads; the two must agree. */
export const mediaCache = "packs";

const addressOf = (hash: string) => `/packs/${hash}`;

export function openPacks(database: Database, caches: CacheStorage | null) {
  const cache = async () => {
    try {
      return caches ? await caches.open(mediaCache) : null;
    } catch {
      return null; // Some browsers show the door and keep it locked (private windows).
    }
  };

  const packs = () =>
    database.run(["packs"], "readonly", (stores) => result(stores("packs").getAll() as IDBRequest<Pack[]>));

  const putPack = (pack: Pack) =>
    database.run(["packs"], "readwrite", async (stores) => {
      await result(stores("packs").put(pack));
    });

  const text = (hash: string) =>
    database.run(["files"], "readonly", (stores) =>
      result(stores("files").get(hash) as IDBRequest<string | undefined>),
    );

  const put = (hash: string, value: string | Blob) =>
    database.run(["files"], "readwrite", async (stores) => {
      await result(stores("files").put(value, hash));
    });

  /** An address that shows the file: the worker's, or, in tier 2, one made from the bytes kept here. */
  async function mediaAddress(hash: string): Promise<string> {
    if (await cache()) return addressOf(hash);
    const kept = (await text(hash)) as unknown;
    return kept instanceof Blob ? URL.createObjectURL(kept) : addressOf(hash);
  }

  return { cache, packs, putPack, text, putText: put, mediaAddress };
}

export type Packs = ReturnType<typeof openPacks>;
