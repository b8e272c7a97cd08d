// The lock of a profile: set, opened, and opened by the trainer where it was forgotten. Nothing is ever wiped.

import { answerTo, opens, readDigits, sealed, type Lock } from "../engine/locks.ts";
import type { Lent } from "./model.ts";

/** After so many tries that were wrong in a row, each next one is worth a short breath. */
const triesBeforeRest = 5;
const restMs = 30_000;

interface Tries {
  count: number;
  /** The last one, ms since 1970. */
  at: number;
}

/** `rest`: too many in a row; a moment later she may go on. */
export type Tried = "right" | "wrong" | "rest";

export function openLocking({ store, refresh }: Lent) {
  const household = store.household();

  async function lockOf(learner: string): Promise<Lock | null> {
    const me = await store.me();
    return (me.profiles ?? []).filter((one) => one.learner === learner)[0]?.lock ?? null;
  }

  /** One try, right or wrong; the count outlives a reload. A clock that was set back rests nobody for longer. */
  async function tried(learner: string, isRight: () => boolean | Promise<boolean>): Promise<Tried> {
    const key = `tries:${learner}`;
    const now = store.clock.now();
    const { count, at } = (await store.recall<Tries>(key)) ?? { count: 0, at: 0 };
    if (count >= triesBeforeRest && now >= at && now - at < restMs) return "rest";
    const right = await isRight();
    await store.remember(key, right ? { count: 0, at: 0 } : { count: count + 1, at: now });
    return right ? "right" : count + 1 >= triesBeforeRest ? "rest" : "wrong";
  }

  return {
    lockOf,

    /** Only where the centre has the key that opens it when it is forgotten. */
    async mayLock(learner: string): Promise<boolean> {
      return (await store.recall(`key:${learner}`)) !== undefined;
    },

    async set(learner: string, kind: Lock["kind"], given: string[]): Promise<void> {
      const salt = store.mint().read;
      await (await household).setLock(learner, { kind, salt, seal: sealed(given, salt) });
      store.here.learner = learner;
      await refresh();
    },

    async remove(learner: string): Promise<void> {
      await (await household).setLock(learner, null);
      await refresh();
    },

    async open(learner: string, given: string[]): Promise<Tried> {
      const lock = await lockOf(learner);
      return tried(learner, () => !lock || opens(lock, given));
    },

    /** Six digits for the trainer; the same ones until they have opened the lock. */
    async digits(learner: string): Promise<string> {
      const key = `digits:${learner}`;
      const kept = await store.recall<string>(key);
      const digits =
        kept ?? String(parseInt(store.mint().read.slice(0, 12), 16) % 1_000_000).padStart(6, "0");
      if (!kept) await store.remember(key, digits);
      return digits;
    },

    /** What the trainer read back. Where it is right the lock is gone, and these digits open nothing again. */
    async answered(learner: string, typed: string): Promise<Tried> {
      const digits = await store.recall<string>(`digits:${learner}`);
      const key = await store.recall<string>(`key:${learner}`);
      const answer = readDigits(typed);
      const said = await tried(learner, () => !!key && !!digits && answer === answerTo(key, digits));
      if (said !== "right") return said;
      await store.remember(`digits:${learner}`, undefined);
      await (await household).setLock(learner, null);
      return said;
    },
  };
}

export type Locking = ReturnType<typeof openLocking>;
