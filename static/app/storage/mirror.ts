// The second place: identity and unsent events in localStorage, which some browsers keep when they throw IndexedDB away.
// The first page of a lesson writes the same three names before the app is on the phone, and the app adopts them.

import type { LearningEvent, Me, Tried } from "./records.ts";

const names = { me: "xk.me", queue: "xk.queue", seq: "xk.seq" } as const;
/** About 300 kB; beyond that the mirror keeps the oldest, which have waited longest. */
const most = 1000;

export type Place = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Where the first page of a lesson stands in its sitting (static/lesson/mint.ts). */
export interface FirstPageAt {
  sitting: string;
  seq?: number | undefined;
  release: string;
  card: number;
  done: Record<string, Tried>;
  tools?: Record<string, unknown>;
}

export interface Mirror {
  at(module: string, lesson: string): FirstPageAt | null;
  forgetAt(module: string, lesson: string): void;
  me(): Partial<Me> | null;
  seq(): number;
  queue(): LearningEvent[];
  keep(value: { me?: Me; seq?: number }): void;
  /** Whether it is kept. */
  add(event: LearningEvent): boolean;
  drop(ids: ReadonlySet<string>): void;
}

export function openMirror(place: Place | null): Mirror {
  const read = (name: string): unknown => {
    try {
      return JSON.parse(place?.getItem(name) ?? "null");
    } catch {
      return null;
    }
  };
  // A full or forbidden localStorage takes nothing away: the events themselves are in IndexedDB.
  const write = (name: string, value: unknown) => {
    try {
      place?.setItem(name, JSON.stringify(value));
      return !!place;
    } catch {
      return false;
    }
  };
  const queue = () => {
    const value = read(names.queue);
    return Array.isArray(value) ? (value as LearningEvent[]).filter((event) => event && event.id) : [];
  };
  return {
    at: (module, lesson) => read(`xk.at.${module}/${lesson}`) as FirstPageAt | null,
    forgetAt(module, lesson) {
      try {
        place?.removeItem(`xk.at.${module}/${lesson}`);
      } catch {
        // It is read again, and is the same.
      }
    },
    me: () => read(names.me) as Partial<Me> | null,
    seq: () => Number(read(names.seq)) || 0,
    queue,
    keep({ me, seq }) {
      if (me) write(names.me, { ...(read(names.me) as object | null), ...me });
      if (seq !== undefined) write(names.seq, seq);
    },
    add(event) {
      const events = queue();
      if (events.some(({ id }) => id === event.id)) return true;
      return events.length < most && write(names.queue, [...events, event]);
    },
    drop(ids) {
      const events = queue();
      const rest = events.filter((event) => !ids.has(event.id));
      if (rest.length < events.length) write(names.queue, rest);
    },
  };
}
