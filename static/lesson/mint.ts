// Who this phone is, and the events of the first page, before the app is there. All of it also works on plain http. The app adopts these keys:
//   xk.me     {device, token, learner, read, language}      minted here, before any contact with the server
//   xk.seq    the last counter used                         xk.queue  events not yet known to be stored by the server
//   xk.at.<module>/<lesson>   {sitting, seq, card, done, tools}  where she is in a lesson

import { randomHex, uuid7 } from "../app/storage/ids.ts";
import type { Tried } from "./types.ts";

export interface Me {
  device: string;
  token: string;
  learner: string;
  read: string;
  language: string;
}

export interface At {
  sitting: string;
  /** The number of its event. */
  seq: number;
  release: string;
  card: number;
  done: Record<string, Tried>;
  /** What each practice wants to find again. */
  tools?: Record<string, unknown>;
}

export function load<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(`xk.${key}`)!) as T | null;
  } catch {
    return null;
  }
}

/** Throws where the phone has no room or forbids storage. */
export const store = (key: string, value: unknown) =>
  localStorage.setItem(`xk.${key}`, JSON.stringify(value));

let inMemory: Me | undefined;
let hers: string | undefined;

export function me(language: string): Me {
  let mine = load<Me>("me") || inMemory;
  if (!mine) {
    const now = Date.now();
    const [token, read] = [randomHex(16), randomHex(16)];
    inMemory = mine = { device: uuid7(now), token, learner: uuid7(now), read, language };
    try {
      store("me", mine);
    } catch {
      // It lives as long as the page.
    }
  }
  // Somebody else may be chosen meanwhile in another window: what is done on this page stays hers who opened it.
  hers = hers || mine.learner;
  return { ...mine, learner: hers };
}

const session = uuid7(Date.now());

/** Stores the event (shape: courses/README.md) at the end of the queue and gives its id. Throws where there is no room. */
export function keepEvent(
  language: string,
  event: { kind: string; module: string; release: string; item: string; body: Record<string, unknown> },
): string {
  const { device, learner } = me(language);
  const now = Date.now();
  const seq = (load<number>("seq") || 0) + 1;
  const id = uuid7(now);
  const at = new Date(now).toISOString();
  const mono = Math.round(performance.now());
  store("seq", seq);
  store("queue", [
    ...(load<unknown[]>("queue") || []),
    { id, v: 1, device, seq, learner, at, session, mono, ...event },
  ]);
  return id;
}
