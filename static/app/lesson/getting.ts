// What follows a talk with the server: photos and notes of questions go, modules, outline and practices come. Not needed
// to play what is here, so it comes by itself.

import type { Store } from "../storage/store.ts";
import type { Catalogue, Language } from "../storage/records.ts";
import type { Answer, Ask } from "../syncing/ask.ts";
import { fetchExtras, fetchOutline, fetchPack } from "../syncing/download.ts";
import { holdFirstPages } from "./holding.ts";
import { joinThoseWhoWait } from "./joining.ts";
import type { Options, State } from "./model.ts";
import { beRemembered } from "./remembering.ts";
import type { ModuleOnShelf } from "./shelf.ts";

export interface Needs {
  store: Store;
  ask: Ask;
  options: Options;
  state: () => State;
  set: (change: Partial<State>) => void;
  refresh: () => Promise<void>;
  /** Talk with the server soon: what could not come is looked for again after that. */
  nudge: () => void;
}

export function openGetting({ store, ask, options, state, set, refresh, nudge }: Needs) {
  let paused = false;
  /** The network went before a file was here. */
  let isCut = false;
  /** Before then the server wants no photo or note, ms since 1970. */
  let restsUntil = 0;

  const catalogue = () => store.recall<Catalogue>(`catalogue:${state().language}`);

  async function extrasOf(module: string): Promise<void> {
    await fetchExtras(store, ask, await options.extras(await toolsIn(store, module, state().language)));
  }

  async function outline(offered: Catalogue): Promise<void> {
    const known = `outlineRelease:${offered.language}`;
    if (!offered.outline || (await store.recall(known)) === offered.outline.release) return;
    await fetchOutline(store, ask, offered).catch((problem: Error) => {
      if (problem.name === "QuotaExceededError") set({ isFull: true });
      throw problem;
    });
    await store.remember(known, offered.outline.release);
    await refresh();
  }

  /** What she asked of modules by a tap, until it is done: `never` is paused or removed, and comes by a tap alone. */
  const orders = async (): Promise<Orders> => (await store.recall<Orders>("orders")) ?? {};
  async function order(module: string, order: Order | null): Promise<void> {
    const { [module]: _, ...others } = await orders();
    await store.remember("orders", order ? { ...others, [module]: order } : others);
  }

  /** Safe to stop at any moment and to begin again. Whether all of it is here now. */
  async function bring(module: string, media: boolean): Promise<boolean> {
    const offer = (await catalogue())?.modules.find(({ id }) => id === module);
    if (!offer || state().getting) return false;
    paused = false;
    set({ getting: { module, done: 0, bytes: offer.bytes }, isFull: false });
    try {
      const progress = (so: { done: number; bytes: number }) => set({ getting: { module, ...so } });
      await fetchPack(store, ask, offer, { media, progress, stopped: () => paused, readable: refresh });
      if (!paused) await extrasOf(module);
      return !paused;
    } catch (problem) {
      const { name } = problem as Error;
      if (name !== "QuotaExceededError" && name !== "NoAnswer" && name !== "NotIt") throw problem;
      isCut = isCut || name === "NoAnswer";
      set(name === "QuotaExceededError" ? { isFull: true } : { last: "silent" });
      return false;
    } finally {
      set({ getting: null });
      await refresh();
    }
  }

  /** A module's words and, if `media`, its pictures, as she asked. Where the network goes it goes on by itself. */
  async function get(module: string, { media }: { media: boolean }): Promise<void> {
    if (state().getting) return;
    isCut = false;
    await order(module, media ? "all" : "words");
    const offered = await catalogue();
    if (offered) await outline(offered).catch(() => undefined);
    // A talk with the server may have seen her order first: it brings it, and where it is cut goes on after the next.
    const isUnderWay = isCut || !!state().getting;
    if (!isUnderWay && (await bring(module, media))) await order(module, null).then(refresh);
    else if (isCut) nudge();
  }

  /**
   * After a talk with the server: what she asked for and is not whole, the module whose page is open, those that she learned
   * in on another phone, else the first one, and what is newer. Where data is saved, only what she tapped.
   */
  async function fillShelf(): Promise<void> {
    const offered = await catalogue();
    if (!offered) return;
    await refresh(); // what the server offers may have changed with this very talk
    await holdFirstPages(store, state().me.learner);
    const asked = await orders();
    if (!state().savesData) await outline(offered);
    const { savesData, modules } = state();
    for (const module of due(modules, asked, { savesData, prefer: options.prefer })) {
      const media = asked[module] ? asked[module] === "all" : !savesData;
      if ((await bring(module, media)) && asked[module]) await order(module, null);
    }
    if (savesData) return;
    for (const { id } of modules.filter(({ place }) => place === "here")) await extrasOf(id);
  }

  /** What she asked goes also where data is saved: she was told the size. Sent, the server hears that nothing waits. */
  async function attach(): Promise<void> {
    if (!(await store.countWaiting())) return;
    const { attachments } = await store.keeping();
    if (!(await attachments.waiting()).length) return;
    if (store.clock.now() < restsUntil) return void (isCut = true);
    const { sendAttachments } = await import("../syncing/attaching.ts");
    const sent = await sendAttachments({ ask, me: store.me, attachments, json });
    restsUntil = store.clock.now() + (sent.retryAfter ?? 0) * 1000;
    isCut = isCut || sent.isCut;
    if (sent.stored) nudge();
  }

  return {
    get,
    async pause(): Promise<void> {
      const { getting } = state();
      paused = true;
      if (getting) await order(getting.module, "never");
    },
    /** From this phone, all but what she did with it. It comes back by a tap alone. */
    async remove(module: string): Promise<void> {
      await order(module, "never");
      await (await store.keeping()).removePack({ module, language: state().language });
      await refresh();
    },
    /** Pictures go, and come back by a tap alone: what she asked for before would bring them at once. */
    async makeRoom(): Promise<void> {
      await (await store.keeping()).makeRoom();
      set({ isFull: false });
      await store.remember("savesData", true);
      const asked = await orders();
      for (const module of Object.keys(asked)) if (asked[module] === "all") await order(module, "words");
      await refresh();
    },
    /** She looks at what there is: the outline comes also where data is saved. */
    async look(): Promise<void> {
      const offered = await catalogue();
      if (offered) await outline(offered).catch(() => undefined);
    },
    /** False: the network went meanwhile, and it has to be tried again. */
    async fill(): Promise<boolean> {
      isCut = false;
      await beRemembered(store, ask, state().language).catch(() => undefined); // a few bytes, before the many
      if (await joinThoseWhoWait(store, ask, state().language).catch(() => false)) nudge(); // her centre may have more for her
      await attach().catch(() => {
        isCut = true; // what sends it could not come
      });
      await fillShelf().catch(({ name }: Error) => {
        isCut = isCut || name === "NoAnswer";
      });
      return !isCut;
    },
  };
}

const json = ({ bytes }: Answer): unknown => JSON.parse(new TextDecoder().decode(bytes));

type Order = "all" | "words" | "never";
type Orders = Record<string, Order>;

/** The modules to be fetched now, those she asked for first. */
export function due(
  modules: ModuleOnShelf[],
  orders: Orders,
  { savesData, prefer }: { savesData: boolean; prefer: string | null },
): string[] {
  const free = modules.filter(({ id, place }) => place !== "planned" && orders[id] !== "never");
  const here = free.filter(({ place }) => place === "here");
  const fresh = free.filter(({ place }) => place === "fetch");
  const lacking = savesData ? [] : here.filter(({ newer, complete }) => newer || !complete);
  // Her page stands open, so this one she has asked for. Else a phone that holds nothing begins with the first.
  const open = fresh.filter(({ id }) => id === prefer);
  const hers = open.concat(savesData ? [] : begunIn(fresh));
  const isSettled = modules.some(({ id, place }) => place === "here" || orders[id] === "never");
  const first = savesData || isSettled || hers.length ? [] : fresh.slice(0, 1);
  const ids = [...free.filter(({ id }) => orders[id]), ...lacking, ...hers, ...first];
  return ids.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) === at);
}

/** Those that she learned in, on whatever phone; the one she learned in last comes first. */
function begunIn(modules: ModuleOnShelf[]): ModuleOnShelf[] {
  const lastIn = ({ lessons }: ModuleOnShelf) =>
    lessons.reduce((last, { progress }) => ((progress.last ?? "") > last ? progress.last! : last), "");
  return modules.filter(lastIn).sort((one, other) => (lastIn(one) < lastIn(other) ? 1 : -1));
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
