// Files of packs: kept, found again, thrown away; and what goes with questions. Not needed to play what is here, so it
// comes by itself.

import { openAttachments } from "./attachments.ts";
import type { Database, result as Result } from "./database.ts";
import type { Packs } from "./packs.ts";
import type { Pack, Sitting } from "./records.ts";

export interface Shelf {
  database: Database;
  /** Handed in: a file that comes late and shares nothing costs the shell no bytes. */
  result: typeof Result;
  packs: Packs;
}

const addressOf = (hash: string) => `/packs/${hash}`;
const hashIn = (address: string) => address.slice(-64);

export function openKeeping({ database, result, packs: { cache, packs, putPack, putText, text } }: Shelf) {
  const attachments = openAttachments(database, result);

  const isInFiles = async (hash: string) =>
    (await database.run(["files"], "readonly", (stores) => result(stores("files").count(hash)))) > 0;

  async function keepMedia(hash: string, type: string, bytes: ArrayBuffer): Promise<void> {
    const place = await cache();
    const body = new Blob([bytes], { type });
    if (!place) return putText(hash, body);
    const headers = { "Content-Type": type, "Content-Length": String(bytes.byteLength) };
    return place.put(addressOf(hash), new Response(body, { headers }));
  }

  async function hasMedia(hash: string): Promise<boolean> {
    const place = await cache();
    return place ? (await place.match(addressOf(hash))) !== undefined : isInFiles(hash);
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

  /**
   * Throw away what the server has: photos and notes of questions, then what can be fetched again, pictures and sounds first
   * of all; never a word of what she did, and no attachment that waits.
   */
  async function makeRoom(): Promise<void> {
    await attachments.dropStored();
    const kept = await packs();
    const media = new Set<string>();
    for (const pack of kept) pack.manifest.pictures.forEach(({ file }) => media.add(file));
    await dropFiles((hash) => media.has(hash));
    for (const pack of kept) await putPack({ ...pack, complete: false });
  }

  /** Take a module from this phone: its words and pictures. What she did with it stays; an open lesson keeps its own. */
  async function removePack({ module, language }: Pick<Pack, "module" | "language">): Promise<void> {
    await database.run(["packs"], "readwrite", async (stores) => {
      await result(stores("packs").delete([module, language]));
    });
    await dropUnused();
  }

  /** Bytes that the app takes on this phone, and that are free for it; null where the browser does not say. */
  async function space(): Promise<{ used: number; free: number } | null> {
    const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
    if (!estimate || estimate.usage === undefined || estimate.quota === undefined) return null;
    return { used: estimate.usage, free: Math.max(0, estimate.quota - estimate.usage) };
  }

  return { attachments, keepMedia, hasMedia, dropUnused, missing, keepFile, makeRoom, removePack, space };
}

export type Keeping = ReturnType<typeof openKeeping>;
