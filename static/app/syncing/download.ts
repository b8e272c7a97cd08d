// Packs: one file after the other, two in flight, each whole and verified before it is kept. Resuming is skipping what is there.

import type { Store } from "../storage/store.ts";
import type { Catalogue, CatalogueModule, Manifest, Outline } from "../storage/records.ts";
import type { Ask } from "./ask.ts";
import { hashOf } from "./verify.ts";

/** The network is not there, or what came is not what was named: nothing of it was kept. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

export interface Progress {
  done: number;
  bytes: number;
}

const inFlight = 2;

async function fetchFile(ask: Ask, hash: string): Promise<ArrayBuffer> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask({ method: "GET", path: `/packs/${hash}` }).catch(() => null);
    if (!answer || answer.status !== 200)
      throw new NoAnswer(`no file ${hash}: ${answer?.status ?? "no network"}`);
    if ((await hashOf(answer.bytes)) === hash) return answer.bytes;
    if (attempt) throw new NoAnswer(`not the bytes of ${hash}`);
  }
}

/** A text file of a pack, from the phone, else fetched, verified and kept. */
async function text(store: Store, ask: Ask, hash: string): Promise<string> {
  const kept = await store.text(hash);
  if (kept !== undefined) return kept;
  const value = new TextDecoder().decode(await fetchFile(ask, hash));
  await store.putText(hash, value);
  return value;
}

export async function fetchOutline(store: Store, ask: Ask, catalogue: Catalogue): Promise<Outline | null> {
  if (!catalogue.outline) return null;
  const value = JSON.parse(await text(store, ask, catalogue.outline.file)) as Outline;
  await store.remember(`outline:${catalogue.language}`, value);
  return value;
}

/** Fetch a module's text, then, if `media`, its pictures. Safe to stop at any moment and to begin again. */
export async function fetchPack(
  store: Store,
  ask: Ask,
  module: CatalogueModule,
  options: { media: boolean; progress?: (so: Progress) => void; stopped?: () => boolean },
): Promise<void> {
  const manifest = JSON.parse(await text(store, ask, module.manifest)) as Manifest;
  const before = (await store.packs()).find(
    (pack) => pack.module === module.id && pack.language === module.language,
  );
  const lessons = manifest.lessons.map((lesson) => ({ ...lesson, type: "" }));
  const wanted = options.media ? [...lessons, ...manifest.pictures] : lessons;
  const bytes = wanted.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  const queue = [...wanted];
  const worker = async () => {
    for (let file = queue.shift(); file && !options.stopped?.(); file = queue.shift()) {
      if (!file.type) await text(store, ask, file.file);
      else if (!(await store.hasMedia(file.file)))
        await store.keepMedia(file.file, file.type, await fetchFile(ask, file.file));
      done += file.bytes;
      options.progress?.({ done, bytes });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  if (options.stopped?.()) return;
  // The new pack is offered from the moment its words are whole: never half of one release and half of another.
  await store.putPack({ module: module.id, language: module.language, manifest, complete: options.media });
  if (before && before.manifest.release !== manifest.release) await store.dropUnused();
}

const types: Record<string, string> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
};

/** The app's own further files, by address → the beginning of their hash: practices, drawings, portraits. */
export async function fetchExtras(store: Store, ask: Ask, files: Record<string, string>): Promise<void> {
  for (const path of await store.missing(Object.keys(files))) {
    const answer = await ask({ method: "GET", path }).catch(() => null);
    if (!answer || answer.status !== 200) throw new NoAnswer(path);
    if ((await hashOf(answer.bytes)).startsWith(files[path]!))
      await store.keepFile(path, types[path.split(".").pop()!] ?? "", answer.bytes);
  }
}
