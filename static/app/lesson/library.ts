// What lies on this phone, how much room it takes, and what fetching the rest would cost. It comes with its room.

import type { Language, Manifest, Pack } from "../storage/records.ts";
import type { Settings } from "../storage/settings.ts";
import type { Keeping } from "../storage/keeping.ts";
import type { Lent, State } from "./model.ts";
import type { ModuleOnShelf } from "./shelf.ts";

/** Of one module, in bytes as they are sent. */
export interface Holding {
  here: number;
  /** What is not here: words and pictures. */
  left: number;
  lessons: number;
  of: number;
}

/** A module of which lessons are here in another language than the one that is shown. */
export interface Elsewhere {
  language: Language;
  module: string;
  title: string;
  /** The first that is here and that she has not finished. */
  lesson: string;
}

export interface Stock {
  modules: Record<string, Holding>;
  /** Pictures of all modules that can go and be fetched again. */
  pictures: number;
  /** The modules that she asked for by a tap, and that are not here whole yet. */
  asked: string[];
  elsewhere: Elsewhere[];
  /** Bytes that all of it takes on this phone, and that are free for it; null: the browser does not say. */
  space: { used: number; free: number } | null;
}

const sum = (files: { bytes: number }[]) => files.reduce((all, { bytes }) => all + bytes, 0);

async function picturesHere({ pictures }: Manifest, keeping: Keeping): Promise<Manifest["pictures"]> {
  const here: Manifest["pictures"] = [];
  for (const picture of pictures) if (await keeping.hasMedia(picture.file)) here.push(picture);
  return here;
}

export function openLibrary({ store, state, chose, refresh }: Lent) {
  async function holding({ manifest, held }: Pack, pictures: number): Promise<Holding> {
    const lessons = manifest.lessons.filter(({ id }) => !held || held.indexOf(id) >= 0);
    const here = sum(lessons) + pictures;
    const all = sum(manifest.lessons) + sum(manifest.pictures);
    return { here, left: all - here, lessons: lessons.length, of: manifest.lessons.length };
  }

  /** Null: no lesson of it is here. */
  async function elsewhere({ language, module, manifest, held }: Pack): Promise<Elsewhere | null> {
    const here = manifest.lessons.filter(({ id }) => !held || held.indexOf(id) >= 0);
    const done = (await store.progressOf(state().me.learner))
      .filter((row) => row.module === module && (row.own.finished || row.server.finished))
      .map(({ lesson }) => lesson);
    const first = here.find(({ id }) => done.indexOf(id) < 0) ?? here[0];
    return first ? { language, module, title: manifest.title, lesson: first.id } : null;
  }

  return {
    async look(): Promise<Stock> {
      const keeping = await store.keeping();
      const orders = (await store.recall<Record<string, string>>("orders")) ?? {};
      const asked = Object.keys(orders).filter((id) => orders[id] !== "never");
      const space = await keeping.space();
      const stock: Stock = { modules: {}, pictures: 0, asked, elsewhere: [], space };
      for (const pack of await store.packs()) {
        const pictures = sum(await picturesHere(pack.manifest, keeping));
        stock.pictures += pictures;
        if (pack.language === state().language) stock.modules[pack.module] = await holding(pack, pictures);
        else stock.elsewhere = stock.elsewhere.concat((await elsewhere(pack)) ?? []);
      }
      return stock;
    },
    async saveData(saves: boolean): Promise<void> {
      chose({ savesData: saves });
      await store.remember("savesData", saves);
      await refresh();
    },
  };
}

/** She asked for it, the network went before all of it was here, and nothing but a network is lacking. */
export const comesByItself = (id: string, stock: Stock | null, { last, getting, isFull }: State): boolean =>
  !!stock && stock.asked.indexOf(id) >= 0 && last !== "done" && !getting && !isFull;

/** How far she is, whether the module is on this phone or not: `known` of the `done` were shown by a check set alone. */
export function doneIn({ lessons }: Pick<ModuleOnShelf, "lessons">): {
  done: number;
  known: number;
  of: number;
} {
  const written = lessons.filter(({ place }) => place !== "planned");
  const known = written.filter(({ progress }) => progress.checked && !progress.finished).length;
  const finished = written.filter(({ progress }) => progress.finished).length;
  return { done: finished + known, known, of: written.length };
}

/** In yuan, rounded up to a fen; 0: less than one. Null where she has not said what the network costs. */
export function priceOf(bytes: number, rate: Settings["rate"]): number | null {
  if (!rate || !(rate.yuan > 0)) return null;
  const yuan = (bytes / (rate.per === "gb" ? 1e9 : 1e6)) * rate.yuan;
  return yuan < 0.01 ? 0 : Math.ceil(yuan * 100 - 1e-6) / 100;
}

/** What she typed as a price: full-width digits and a comma are as good. Null where it is none. */
export function yuanIn(typed: string): number | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[¥￥元\s]/g, "")
    .replace(/[,。]/g, ".");
  return /^\d{1,5}(\.\d{1,4})?$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
