// What is hers: name and picture. It comes with its room.

import type { Fold } from "../storage/record.ts";
import type { Profile } from "../storage/records.ts";
import type { Lent } from "./model.ts";

export function openMine({ store, state }: Lent, nothing: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;

  return {
    async setProfile({ nickname, picture }: { nickname: string; picture: string }): Promise<void> {
      const profile: Profile = { nickname, picture, language: state().language };
      await store.write({ kind: "profile_set", body: { ...profile } }, nothing);
      await store.remember(`profile:${learner}`, profile);
      await wrote();
    },
  };
}
