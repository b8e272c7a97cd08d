// She passed a lesson on to a neighbour: what she says of herself, once a day and lesson. It never counts toward mastery.

import type { Fold } from "../storage/record.ts";
import type { Language } from "../storage/records.ts";
import type { Lent } from "./model.ts";

export interface Lesson {
  module: string;
  lesson: string;
  release: string;
  language: Language;
}

export function openTeaching({ store, state }: Lent, nothing: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;
  const today = () => new Date(store.clock.now()).toDateString();
  const keyOf = ({ module, lesson }: Lesson) => `taught:${learner}/${module}/${lesson}`;

  const wasSaidToday = async (place: Lesson) => (await store.recall(keyOf(place))) === today();

  /** A second tap, or another tab, says nothing twice. */
  async function say(place: Lesson): Promise<void> {
    if (await wasSaidToday(place)) return;
    const { module, lesson, release } = place;
    await store.remember(keyOf(place), today());
    await store
      .write({ kind: "taught", module, release, item: lesson, body: {} }, nothing)
      .catch(async (problem) => {
        await store.remember(keyOf(place), null).catch(() => undefined); // she may say it again
        throw problem;
      });
    await wrote();
  }

  return { wasSaidToday, say };
}

export type Teaching = ReturnType<typeof openTeaching>;
