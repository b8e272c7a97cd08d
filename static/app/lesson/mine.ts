// What is hers: name, picture and language. It comes with the rooms in which she says so.

import type { Fold } from "../storage/record.ts";
import type { Language, Profile } from "../storage/records.ts";
import type { Lent } from "./model.ts";

let before: Promise<unknown> = Promise.resolve();

export function openMine({ store, state, chose }: Lent, nothing: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;

  const known = () => store.recall<Profile>(`profile:${learner}`);

  /** One after another, each with what the one before kept: a name and a picture in quick succession both stay. */
  function say(change: Partial<Profile>): Promise<void> {
    const said = before.then(async () => {
      const profile = {
        nickname: "",
        picture: "",
        language: state().language,
        ...(await known()),
        ...change,
      };
      await store.write({ kind: "profile_set", learner, body: { ...profile } }, nothing);
      await store.remember(`profile:${learner}`, profile);
    });
    before = said.catch(() => undefined);
    return said;
  }

  return {
    /** The language is chosen, and learning begins. */
    async begin(): Promise<void> {
      await store.remember("language", state().language);
      await store.remember("started", true);
      await store.remember("wasErased", false);
      await wrote();
    },

    /** She read why nobody is known here any more. */
    async goneIsRead(): Promise<void> {
      await store.remember("wasErased", false);
      await wrote();
    },

    async setProfile(change: Partial<Omit<Profile, "language">>): Promise<void> {
      await say({ ...change, language: state().language });
      await wrote();
    },

    /**
     * Hers, wherever she learns on this phone; the phone's too while she is alone on it. The office hears of it once she has
     * said who she is: before that, a name that another phone of hers told it would be lost.
     */
    async choose(language: Language): Promise<void> {
      const { me } = state();
      chose({ language });
      await store.remember(`language:${learner}`, language);
      if (!me.profiles?.[1]) await store.remember("language", language);
      await before;
      if (await known()) await say({ language });
      await wrote();
    },
  };
}
