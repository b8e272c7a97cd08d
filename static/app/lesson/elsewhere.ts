// A lesson that she began on another phone goes on after the last exercise that was right there.

import type { LessonFile, Sitting } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import type { Place } from "./sitting.ts";

type Begun = Pick<Sitting, "card" | "done">;

/** Where a new sitting begins. Who finished the lesson before does all of it anew. */
export async function begunElsewhere(store: Store, place: Place, file: LessonFile): Promise<Begun> {
  const rows = await store.progressOf(place.learner);
  const row = rows.filter(({ module, lesson }) => module === place.module && lesson === place.lesson)[0];
  const begun: Begun = { card: 1, done: {} };
  if (!row || row.own.finished || row.server.finished) return begun;
  for (const [id, { edition }] of Object.entries(file.items))
    if (row.server.right[`${id}@${edition}`]) begun.done[id] = { tries: 1, right: true };
  const cards = file.html.split("data-card").slice(1);
  cards.forEach((html, at) => {
    const isDone = Object.keys(begun.done).some((id) => html.indexOf(`data-item="${id}"`) >= 0);
    if (isDone) begun.card = Math.min(at + 2, cards.length);
  });
  return begun;
}
