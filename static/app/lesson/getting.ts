// Bringing modules, outline and practices onto this phone. Not needed to play what is here, so it comes by itself.

import type { Store } from "../storage/store.ts";
import type { Catalogue, Language } from "../storage/records.ts";
import type { Ask } from "../syncing/ask.ts";
import { fetchExtras, fetchOutline, fetchPack } from "../syncing/download.ts";
import { holdFirstPages } from "./holding.ts";
import type { Options, State } from "./model.ts";

export interface Needs {
  store: Store;
  ask: Ask;
  options: Options;
  state: () => State;
  set: (change: Partial<State>) => void;
  refresh: () => Promise<void>;
}

export function openGetting({ store, ask, options, state, set, refresh }: Needs) {
  let paused = false;

  const catalogue = () => store.recall<Catalogue>(`catalogue:${state().language}`);

  async function extrasOf(module: string): Promise<void> {
    await fetchExtras(store, ask, await options.extras(await toolsIn(store, module, state().language)));
  }

  async function outline(offered: Catalogue): Promise<void> {
    const known = `outlineRelease:${offered.language}`;
    if (!offered.outline || (await store.recall(known)) === offered.outline.release) return;
    await fetchOutline(store, ask, offered);
    await store.remember(known, offered.outline.release);
    await refresh();
  }

  /** A module's words and, if `media`, its pictures. Safe to stop at any moment and to begin again. */
  async function get(module: string, { media }: { media: boolean }): Promise<void> {
    const offer = (await catalogue())?.modules.find(({ id }) => id === module);
    if (!offer || state().getting) return;
    paused = false;
    set({ getting: { module, done: 0, bytes: offer.bytes }, isFull: false });
    try {
      const progress = (so: { done: number; bytes: number }) => set({ getting: { module, ...so } });
      await fetchPack(store, ask, offer, { media, progress, stopped: () => paused, readable: refresh });
      await extrasOf(module);
    } catch (problem) {
      const { name } = problem as Error;
      if (name !== "QuotaExceededError" && name !== "NoAnswer") throw problem;
      set(name === "NoAnswer" ? { last: "silent" } : { isFull: true });
    } finally {
      set({ getting: null });
      await refresh();
    }
  }

  return {
    get,
    pause() {
      paused = true;
    },
    /** After a talk with the server: the outline, the module whose page is open or the first one, and what is newer. */
    async fill(): Promise<void> {
      const offered = await catalogue();
      if (!offered) return;
      await refresh(); // what the server offers may have changed with this very talk
      await holdFirstPages(store, state().me.learner);
      await outline(offered);
      const media = !state().savesData;
      const here = state().modules.filter(({ place }) => place === "here");
      const fresh = state().modules.filter(({ place }) => place === "fetch");
      const first = fresh.find(({ id }) => id === options.prefer) ?? (here.length ? undefined : fresh[0]);
      for (const { id } of here.filter(({ newer, complete }) => newer || (media && !complete)))
        await get(id, { media });
      if (first) await get(first.id, { media });
      for (const { id } of here) await extrasOf(id);
    },
  };
}

/** The names of the practices in a module's lessons. */
async function toolsIn(store: Store, module: string, language: Language): Promise<string[]> {
  const pack = (await store.packs()).find((pack) => pack.module === module && pack.language === language);
  const names = new Set<string>();
  for (const { file } of pack?.manifest.lessons ?? []) {
    const text = await store.text(file);
    if (!text) continue;
    const { tools } = JSON.parse(text) as { tools: Record<string, { name: string }> };
    for (const id of Object.keys(tools)) names.add(tools[id]!.name);
  }
  return Array.from(names);
}
