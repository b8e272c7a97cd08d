// What waits to be sent and why, what the centre could not take yet, and a copy of what waits. It comes with its room.

import { copyOf } from "../engine/copy.ts";
import type { LearningEvent } from "../storage/records.ts";
import type { Lent, State } from "./model.ts";

/** Why nothing leaves now. `soon`: nothing is in its way. */
export type Why = "offline" | "busy" | "refused" | "soon";

export function whyWaiting(last: State["last"], isOnline: boolean): Why {
  if (!isOnline || last === "silent") return "offline";
  return last === "busy" || last === "refused" ? last : "soon";
}

/** What she did in one lesson, or beside lessons (`title` empty), and has not been sent. */
export interface Pile {
  title: string;
  /** Kind of event → how many. */
  kinds: Record<string, number>;
  /** The oldest of it, ms since 1970. */
  since: number;
}

export interface Waiting {
  mine: Pile[];
  /** How many are of somebody else who learns on this phone. */
  others: number;
  /** Code → how many the centre has and could not take, as it said when they came. */
  parked: Record<string, number>;
}

export interface CopyFile {
  name: string;
  text: string;
  events: number;
}

/** More than any phone ever held. */
const everything = 1_000_000;

const lessonOf = ({ module, item }: LearningEvent) => (item ? `${module}/${item.split("/")[0]}` : "");

type Verdict = [id: string | null, verdict: string, code: string | null];

export function openWaiting({ store, state }: Lent) {
  const all = async () => (await store.nextWaiting(everything, new Set())).batch;

  function piles(events: LearningEvent[]): Pile[] {
    const found: Record<string, Pile> = {};
    for (const event of events) {
      const lesson = lessonOf(event);
      const [module, id] = lesson.split("/");
      const shelved = state().modules.find((one) => one.id === module);
      const title = shelved?.lessons.find((one) => one.id === id)?.title ?? lesson;
      const pile = (found[lesson] = found[lesson] ?? { title, kinds: {}, since: Date.parse(event.at) });
      pile.kinds[event.kind] = (pile.kinds[event.kind] ?? 0) + 1;
    }
    return Object.keys(found).map((lesson) => found[lesson]!);
  }

  /** Each once, however often it was sent; those of learners who left this phone no more. */
  async function parked(): Promise<Waiting["parked"]> {
    const said = (await store.recall<Verdict[]>("parked")) ?? [];
    const held = new Set((said.length ? await store.events() : []).map(({ id }) => id));
    const codes: Record<string, string> = {};
    for (const [id, , code] of said) if (id && held.has(id) && !codes[id]) codes[id] = code ?? "";
    const counts: Record<string, number> = {};
    for (const id of Object.keys(codes)) counts[codes[id]!] = (counts[codes[id]!] ?? 0) + 1;
    return counts;
  }

  return {
    async look(): Promise<Waiting> {
      const events = await all();
      const { learner } = state().me;
      const mine = events.filter((event) => event.learner === learner);
      return { mine: piles(mine), others: events.length - mine.length, parked: await parked() };
    },

    /** Needs no network. Nothing in it lets anybody in: no token, no key. */
    async copy(app: string): Promise<CopyFile> {
      const events = await all();
      const now = new Date(store.clock.now()).toISOString();
      const { device } = state().me;
      const text = copyOf({ device, app, now, language: state().language, events });
      return { name: `xiangke-${now.slice(0, 10)}.txt`, text, events: events.length };
    },
  };
}
