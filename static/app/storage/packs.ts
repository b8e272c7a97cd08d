// Modules on this phone. Texts lie in IndexedDB; pictures and sounds where the worker can serve them (Cache), or,
// in tier 2, in IndexedDB too.

import { result, type Database } from "./database.ts";
import type { Pack, Sitting } from "./records.ts";

/** The Cache that the worker reads; the two must agree. */
export const mediaCache = "packs";

const addressOf = (hash: string) => `/packs/${hash}`;
const hashIn = (address: string) => address.slice(-64);

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

  const isInFiles = async (hash: string) =>
    (await database.run(["files"], "readonly", (stores) => result(stores("files").count(hash)))) > 0;

  async function keepMedia(hash: string, type: string, bytes: ArrayBuffer): Promise<void> {
    const place = await cache();
    const body = new Blob([bytes], { type });
    if (!place) return put(hash, body);
    const headers = { "Content-Type": type, "Content-Length": String(bytes.byteLength) };
    return place.put(addressOf(hash), new Response(body, { headers }));
  }

  async function hasMedia(hash: string): Promise<boolean> {
    const place = await cache();
    return place ? (await place.match(addressOf(hash))) !== undefined : isInFiles(hash);
  }

  /** An address that shows the file: the worker's, or, in tier 2, one made from the bytes kept here. */
  async function mediaAddress(hash: string): Promise<string> {
    if (await cache()) return addressOf(hash);
    const kept = (await text(hash)) as unknown;
    return kept instanceof Blob ? URL.createObjectURL(kept) : addressOf(hash);
  }

  /** Remove the files that neither a pack nor an unfinished lesson needs. */
  async function dropUnused(): Promise<void> {
    const needed = new Set<string>();
    for (const { manifest } of await packs())
      [...manifest.lessons, ...manifest.pictures].forEach(({ file }) => needed.add(file));
    const sittings = await database.run(["sittings"], "readonly", (stores) =>
      result(stores("sittings").getAll() as IDBRequest<Sitting[]>),
    );
    for (const sitting of sittings.filter(({ finished }) => !finished)) {
      needed.add(sitting.file);
      for (const address of ((await text(sitting.file)) ?? "").match(/\/packs\/[0-9a-f]{64}/g) ?? [])
        needed.add(hashIn(address));
    }
    await dropFiles((hash) => !needed.has(hash));
  }

  async function dropFiles(isGone: (hash: string) => boolean): Promise<void> {
    await database.run(["files"], "readwrite", async (stores) => {
      for (const hash of (await result(stores("files").getAllKeys())) as string[])
        if (isGone(hash)) stores("files").delete(hash);
    });
    const place = await cache();
    for (const request of (await place?.keys()) ?? [])
      if (request.url.indexOf("/packs/") > 0 && isGone(hashIn(request.url))) await place?.delete(request);
  }

  /** Of the app's own files (practices, drawings) those that are not kept yet; none where no worker could serve them. */
  async function missing(wanted: string[]): Promise<string[]> {
    const place = await cache();
    if (!place) return [];
    const kept = new Set<string>();
    for (const request of await place.keys()) {
      const path = new URL(request.url).pathname;
      if (path.startsWith("/static/")) kept.add(path);
    }
    return wanted.filter((path) => !kept.has(path));
  }

  async function keepFile(path: string, type: string, bytes: ArrayBuffer): Promise<void> {
    const place = await cache();
    await place?.put(path, new Response(bytes, { headers: { "Content-Type": type } }));
  }

  /** Throw away what can be fetched again, pictures and sounds first of all; never a word of what she did. */
  async function makeRoom(): Promise<void> {
    const kept = await packs();
    const media = new Set<string>();
    for (const pack of kept) pack.manifest.pictures.forEach(({ file }) => media.add(file));
    await dropFiles((hash) => media.has(hash));
    for (const pack of kept) await putPack({ ...pack, complete: false });
  }

  return {
    packs,
    putPack,
    text,
    putText: put,
    keepMedia,
    hasMedia,
    mediaAddress,
    missing,
    keepFile,
    dropUnused,
    makeRoom,
  };
}
