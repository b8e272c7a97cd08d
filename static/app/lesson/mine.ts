// What is hers: name and picture, and all that this phone knows of her, to take along. It comes with its room.

import type { Fold } from "../storage/record.ts";
import type { LearningEvent, Profile } from "../storage/records.ts";
import type { Lent } from "./model.ts";

/** All of one learner, as a file that people and programs can read. Times are ISO 8601 UTC. */
export interface Export {
  format: 1;
  kind: "learner";
  exported_at: string;
  learner: string;
  profile: Profile | null;
  survey: unknown;
  /** What may reach her; absent: nobody asked. */
  contact: boolean | null;
  progress: {
    module: string;
    lesson: string;
    title: string;
    opened_at: string | null;
    finished_at: string | null;
    mastered_at: string | null;
  }[];
  /** In the order in which she did them on this phone. */
  events: LearningEvent[];
}

export function openMine({ store, state }: Lent, nothing: Fold, wrote: () => Promise<void>) {
  const { learner, was = [] } = state().me;

  return {
    async setProfile({ nickname, picture }: { nickname: string; picture: string }): Promise<void> {
      const profile: Profile = { nickname, picture, language: state().language };
      await store.write({ kind: "profile_set", body: { ...profile } }, nothing);
      await store.remember(`profile:${learner}`, profile);
      await wrote();
    },

    /** Needs no network. Nothing in it lets anybody in: no token, no key. */
    async takeAlong(): Promise<Export> {
      const events = (await store.events()).filter((event) => [learner, ...was].indexOf(event.learner) >= 0);
      return {
        format: 1,
        kind: "learner",
        exported_at: new Date(store.clock.now()).toISOString(),
        learner,
        profile: state().profile,
        survey: (await store.recall(`survey:${learner}`)) ?? null,
        contact: (await store.recall<boolean>(`contact:${learner}`)) ?? null,
        progress: state().modules.reduce(
          (all, { lessons }) =>
            all.concat(
              lessons
                .filter(({ progress }) => progress.opened || progress.finished)
                .map(({ module, id, title, progress }) => ({
                  module,
                  lesson: id,
                  title,
                  opened_at: progress.opened,
                  finished_at: progress.finished,
                  mastered_at: progress.mastered,
                })),
            ),
          [] as Export["progress"],
        ),
        events: events.sort((one, other) => one.seq - other.seq),
      };
    },
  };
}
