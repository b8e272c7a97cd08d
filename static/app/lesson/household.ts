// Who is learning: the faces of this phone, who is chosen, and after which silence it asks again. It comes with its rooms.

import type { Lock } from "../engine/locks.ts";
import type { Fold } from "../storage/record.ts";
import type { Language, Profile } from "../storage/records.ts";
import type { Membership } from "./joining.ts";
import type { Lent } from "./model.ts";

/** So long without a tap, and the phone may lie in other hands. */
const idleAfter = 10 * 60_000;

export interface Face {
  learner: string;
  /** Both are empty while she has not said. */
  nickname: string;
  picture: string;
  /** In which she is asked for her lock. */
  language: Language;
  /** Set where a lock must be opened first. */
  lock: Lock["kind"] | null;
}

export function openHousehold(
  { store, state, set, refresh }: Lent,
  nothing: Fold,
  wrote: () => Promise<void>,
) {
  const household = store.household();
  const now = () => store.clock.now();
  let seenAt = now();
  const note = async () => (await household).touched();
  /** The code of a group in which somebody of this phone is, or "". */
  const codeHere = async (): Promise<string> => {
    const me = await store.me();
    for (const { learner } of me.profiles ?? [me]) {
      const membership = await store.recall<Membership>(`membership:${learner}`);
      if (membership?.code) return membership.code;
    }
    return "";
  };

  return {
    /** She is here, and a reload asks nobody. */
    note,

    async faces(): Promise<Face[]> {
      const me = await store.me();
      const faces: Face[] = [];
      for (const { learner, lock } of me.profiles ?? [me]) {
        const profile = await store.recall<Profile>(`profile:${learner}`);
        const { nickname = "", picture = "" } = profile ?? {};
        const language = (await store.recall<Language>(`language:${learner}`)) ?? state().language;
        faces.push({ learner, nickname, picture, language, lock: lock?.kind ?? null });
      }
      return faces;
    },

    /** Somebody was erased at the centre, and nobody has put the word about it away yet. */
    oneErased: async () => !!(await store.recall("oneErased")),
    erasedRead: () => store.remember("oneErased", undefined),

    /** After a reload nobody is asked who was here a moment ago. True where it is known who that was. */
    async isKnown(): Promise<boolean> {
      const learner = (await household).latest(idleAfter);
      if (!(await store.me()).profiles?.some((one) => one.learner === learner)) return false;
      store.here.learner = learner;
      await note();
      await refresh();
      return true;
    },

    /** From now on she learns in this window. Her lock, where she has one, was opened. */
    async choose(learner: string): Promise<void> {
      await (await household).choose(learner);
      await wrote();
    },

    /**
     * Somebody new, with what she wants to say of herself now, in the language in which she says it; she learns from now
     * on. Gives where she goes on: to the group of another one here, whose trainer may then help her too, or to her first
     * lesson. Null: no room for more.
     */
    async add({ nickname, picture }: { nickname: string; picture: string }): Promise<string | null> {
      const home = await household;
      const { me, language } = state();
      const profile = nickname || picture ? { nickname, picture, language } : undefined;
      await store.remember(`language:${me.learner}`, language); // it stays with who learned until now
      const learner = await home.take(undefined, profile, language);
      if (!learner) return null;
      await home.choose(learner);
      if (profile) await store.write({ kind: "profile_set", learner, body: { ...profile } }, nothing);
      await wrote();
      const code = await codeHere();
      return code ? `/join/${code}` : "/";
    },

    /** A tap, a key: she is here. After a long silence it may be somebody else, and the phone asks. */
    async touched(): Promise<void> {
      const before = seenAt;
      if (now() - before >= idleAfter) return this.leave();
      seenAt = now();
      if (seenAt - before > 5_000) await note();
    },

    /** Nobody touched the phone for a long while: it asks at once, whatever is on the screen. */
    look(): void {
      if (now() - seenAt >= idleAfter) this.leave();
    },

    leave(): void {
      store.here.learner = "";
      set({ asks: true });
    },
  };
}

export type Household = ReturnType<typeof openHousehold>;
