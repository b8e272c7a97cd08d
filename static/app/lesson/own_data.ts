// All that this phone knows of her, to take along. It comes when she asks for it.

import type { LearningEvent, Profile } from "../storage/records.ts";
import { base64 } from "./attached.ts";
import type { Lent } from "./model.ts";
import { isOf } from "./whose.ts";

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
  /** Photos and spoken notes of her questions that are on this phone; `data` in base64. */
  attachments: { id: string; event: string; sha256: string; type: string; bytes: number; data: string }[];
}

/** Needs no network. Nothing in it lets anybody in: no token, no key. */
export async function takeAlong({ store, state }: Lent): Promise<Export> {
  const { learner } = state().me;
  const isHers = isOf(state().me);
  const events = (await store.events()).filter(isHers);
  const kept = (await (await store.keeping()).attachments.all()).filter(isHers);
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
    attachments: kept.map(({ id, event, sha256, type, bytes }) => ({
      ...{ id, event, sha256, type },
      ...{ bytes: bytes.byteLength, data: base64(bytes) },
    })),
  };
}
