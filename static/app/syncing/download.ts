// Packs: one file after the other, two in flight, each whole and verified before it is kept. Resuming is skipping what is there.

import type { Store } from "../storage/store.ts";
import type { Catalogue, CatalogueModule, Manifest, Outline } from "../storage/records.ts";
import type { Ask } from "./ask.ts";
import { hashOf } from "./verify.ts";

/** The network is not there, or the server is busy: it can be had later. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

/** There is no such file, or what came is not what was named: nothing of it was kept. */
export class NotIt extends Error {
  override name = "NotIt";
}

export interface Progress {
  done: number;
  bytes: number;
}

const inFlight = 2;

/** Its bytes, whose hash begins so. A browser may have kept an answer that was cut: a wrong one is asked for anew, once. */
async function fetchVerified(ask: Ask, path: string, hash: string): Promise<ArrayBuffer> {
  for (const anew of [false, true]) {
    const answer = await ask({ method: "GET", path, anew }).catch(() => null);
    if (!answer || answer.status >= 429) throw new NoAnswer(`${path}: ${answer?.status ?? "no network"}`);
    if (answer.status !== 200) throw new NotIt(`${path}: ${answer.status}`);
    if ((await hashOf(answer.bytes)).startsWith(hash)) return answer.bytes;
  }
  throw new NotIt(`not the bytes of ${path}`);
}

const fetchFile = (ask: Ask, hash: string) => fetchVerified(ask, `/packs/${hash}`, hash);

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

/** `fetch` for each of them, two in flight. Rejects with the first problem, once nothing is under way any more. */
async function each<T>(files: T[], fetch: (file: T) => Promise<void>): Promise<void> {
  const queue = [...files];
  const problems: unknown[] = [];
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift())
      await fetch(file).catch((problem: unknown) => {
        problems.push(problem);
        queue.length = 0;
      });
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  if (problems.length) throw problems[0];
}

export interface Fetching {
  media: boolean;
  progress(so: Progress): void;
  stopped(): boolean;
  /** The words of a lesson are here, and there were none before: it can be learned while the rest comes. */
  readable(): Promise<void>;
}

/** Fetch a module's text, then, if `media`, its pictures. Safe to stop at any moment and to begin again. */
export async function fetchPack(
  store: Store,
  ask: Ask,
  module: CatalogueModule,
  { media, progress, stopped, readable }: Fetching,
): Promise<void> {
  const manifest = JSON.parse(await text(store, ask, module.manifest)) as Manifest;
  const before = (await store.packs()).find(
    (pack) => pack.module === module.id && pack.language === module.language,
  );
  const pictures = media ? manifest.pictures : [];
  const bytes = [...manifest.lessons, ...pictures].reduce((sum, file) => sum + file.bytes, 0);
  const keeping = await store.keeping();
  let done = 0;
  const came = (file: { bytes: number }) => progress({ done: (done += file.bytes), bytes });
  const put = (complete: boolean, held?: string[]) =>
    store.putPack({
      module: module.id,
      language: module.language,
      manifest,
      complete,
      ...(held && { held }),
    });
  const isFirst = !before || !!before.held;
  const held: string[] = [];

  await each(manifest.lessons, async (lesson) => {
    if (stopped()) return;
    await text(store, ask, lesson.file);
    came(lesson);
    held.push(lesson.id);
    if (isFirst && held.length >= (before?.held?.length ?? 0)) await put(false, held.slice()).then(readable);
  });
  if (stopped()) return;
  if (isFirst) await put(false).then(readable);
  await each(pictures, async (picture) => {
    if (stopped()) return;
    if (!(await keeping.hasMedia(picture.file)))
      await keeping.keepMedia(picture.file, picture.type, await fetchFile(ask, picture.file));
    came(picture);
  });
  if (stopped()) return;
  // A newer pack takes the older one's place when it is whole: never half of one release and half of another.
  await put(media);
  if (before && before.manifest.release !== manifest.release) await keeping.dropUnused();
}

const types: Record<string, string> = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  png: "image/png",
};

/** The app's own further files, by address → the beginning of their hash: practices, drawings, portraits. */
export async function fetchExtras(store: Store, ask: Ask, files: Record<string, string>): Promise<void> {
  const keeping = await store.keeping();
  for (const path of await keeping.missing(Object.keys(files))) {
    const bytes = await fetchVerified(ask, path, files[path]!).catch((problem: unknown) => {
      if (!(problem instanceof NotIt)) throw problem;
      return null;
    });
    if (bytes) await keeping.keepFile(path, types[path.split(".").pop()!] ?? "", bytes);
  }
}
