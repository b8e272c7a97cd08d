// What an event of this phone adds to progress: the engine's rules, fed with what the lesson's file says.

import { fold, join, settled, type Fact } from "../engine/progress.ts";
import type { Fold } from "../storage/record.ts";
import type { LearningEvent, LessonFile } from "../storage/records.ts";

type Items = LessonFile["items"];

const countedIn = (items: Items) =>
  Object.keys(items)
    .filter((item) => !items[item]!.fact)
    .map((item) => key(item, items));

const key = (item: string, items: Items) => `${item}@${items[item]?.edition ?? 1}`;

function factOf(event: LearningEvent, items: Items): Fact | null {
  const { at, release, body } = event;
  if (event.kind === "lesson_opened") return { kind: "opened", at };
  if (event.kind === "lesson_finished") return { kind: "finished", at };
  if (event.kind === "checked")
    return { kind: "checked", at, right: Number(body.right), of: countedIn(items).length };
  if (event.kind !== "answered") return null;
  const item = event.item.split("/")[1] ?? "";
  return {
    kind: "answered",
    at,
    release,
    key: key(item, items),
    attempt: Number(body.try),
    full: body.credit === 1,
  };
}

/** The fold of one lesson. Without its file (the first page's answers, before the pack) nothing can be mastered yet. */
export function foldOf(file: Pick<LessonFile, "items"> | null, release: string): Fold {
  const items = file?.items ?? {};
  const counted = countedIn(items);
  return (before, event) => {
    const fact = factOf(event, items);
    return fact ? settled(join(before, fold([fact])), file ? { [release]: counted } : {}) : before;
  };
}

/** For events that say nothing about a lesson. */
export const foldNothing: Fold = (before) => before;
