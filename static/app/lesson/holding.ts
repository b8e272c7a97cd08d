// A lesson that is open stays as it was, also where only the first page knows that it is open.

import type { Store } from "../storage/store.ts";

/** Lessons begun on a first page stay on the words they began with: noted before newer words come onto the phone. */
export async function holdFirstPages(store: Store, learner: string): Promise<void> {
  for (const { module, language, manifest } of await store.packs())
    for (const { id: lesson, file } of manifest.lessons) {
      const first = store.firstPageAt(module, lesson);
      if (!first || first.release !== manifest.release) continue;
      const kept = await store.sittingOf(learner, module, lesson);
      if (kept?.sitting === first.sitting) continue;
      const begun = { learner, module, lesson, language, release: first.release, file };
      const text = await store.text(file);
      if (!text) continue;
      const cards = text.split("data-card").length - 1;
      // She may have finished it meanwhile.
      if (store.firstPageAt(module, lesson))
        await store.putSitting({ ...begun, ...first, cards, finished: false });
    }
}
