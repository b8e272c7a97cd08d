// An open lesson: from `lesson_opened` to `lesson_finished`, over reloads, on the release it began with.

import type { Store } from "../storage/store.ts";
import type {
  Draft,
  Language,
  LearningEvent,
  LessonFile,
  ManifestLesson,
  Pack,
  Sitting,
  Tried,
} from "../storage/records.ts";
import { foldOf } from "./fold.ts";

/** What the card script hands over (static/lesson/types.ts); who, when, which release and sitting are added here. */
export interface LessonDraft {
  kind: "answered" | "lesson_finished" | "tool_used";
  item: string;
  body: Record<string, unknown>;
}

export interface OpenLesson {
  file: LessonFile;
  sitting: Sitting;
  next: ManifestLesson | null;
  /** Resolves once the event is on the disk. */
  keep(draft: LessonDraft): Promise<void>;
  /** What is answered by now, also in another window. */
  moved(card: number): Promise<Sitting["done"]>;
}

export interface Place {
  learner: string;
  module: string;
  lesson: string;
  language: Language;
}

const cardsIn = (html: string) => html.split("data-card").length - 1;

async function fileOf(store: Store, hash: string | undefined): Promise<LessonFile | null> {
  const text = hash ? await store.text(hash) : undefined;
  return text ? (JSON.parse(text) as LessonFile) : null;
}

/** The sitting she left: this app's own, else the one that the first page of the lesson began. */
async function unfinished(store: Store, place: Place, pack: Pack): Promise<Sitting | null> {
  const kept = await store.sittingOf(place.learner, place.module, place.lesson);
  const first = store.firstPageAt(place.module, place.lesson);
  if (first && first.sitting !== kept?.sitting)
    return {
      ...place,
      sitting: first.sitting,
      seq: first.seq,
      release: pack.manifest.release,
      file: "",
      card: first.card,
      cards: 0,
      done: first.done,
      finished: false,
    };
  if (!kept || kept.finished) return null;
  return first
    ? { ...kept, card: Math.max(kept.card, first.card), done: { ...first.done, ...kept.done } }
    : kept;
}

/** Where a practice finds again what it kept. */
export const practiceKey = ({ learner, module, lesson }: Omit<Place, "language">, practice: string) =>
  `practice:${learner}/${module}/${lesson}/${practice}`;

/** What the practices kept while only the first page was there. */
async function takePractices(store: Store, place: Place): Promise<void> {
  const { tools = {} } = store.firstPageAt(place.module, place.lesson) ?? {};
  for (const id of Object.keys(tools)) await store.remember(practiceKey(place, id), tools[id]);
}

/** Null where the lesson is not on this phone. */
export async function openLesson(store: Store, place: Place): Promise<OpenLesson | null> {
  const { learner, module, lesson, language } = place;
  const pack = (await store.packs()).find((pack) => pack.module === module && pack.language === language);
  const at = pack?.manifest.lessons.findIndex(({ id }) => id === lesson) ?? -1;
  const entry = pack?.manifest.lessons[at];
  if (!pack || !entry) return null;

  const before = await unfinished(store, place, pack);
  const same = before?.language === language ? await fileOf(store, before.file) : null;
  const file = same ?? (await fileOf(store, entry.file));
  if (!file) return null;

  const cards = cardsIn(file.html);
  const newest = { release: pack.manifest.release, language, file: entry.file, cards };
  let sitting: Sitting;
  if (before) {
    sitting = same ? before : { ...before, ...newest, card: Math.min(before.card, cards) };
    await store.putSitting(sitting);
    await store.refold(learner, module, lesson, foldOf(file, sitting.release));
  } else {
    const elsewhere = await import("./elsewhere.ts")
      .then(({ begunElsewhere }) => begunElsewhere(store, place, file))
      .catch(() => ({ card: 1, done: {} }));
    const begun = { learner, module, lesson, ...newest, ...elsewhere, finished: false };
    const draft: Draft = {
      kind: "lesson_opened",
      module,
      release: newest.release,
      item: lesson,
      body: { language },
    };
    const by = ({ id, seq }: LearningEvent): Sitting => ({ ...begun, sitting: id, seq });
    sitting = by(await store.write(draft, foldOf(file, newest.release), by));
  }
  await takePractices(store, place);
  store.forgetFirstPage(module, lesson);
  return opened(store, file, sitting, pack.manifest.lessons[at + 1] ?? null);
}

function triedAfter(sitting: Sitting, { kind, item, body }: LessonDraft): Record<string, Tried> {
  if (kind !== "answered") return sitting.done;
  const id = item.split("/")[1] ?? "";
  return { ...sitting.done, [id]: { tries: Number(body.try), right: body.credit === 1 } };
}

function opened(store: Store, file: LessonFile, began: Sitting, next: ManifestLesson | null): OpenLesson {
  const { learner, module, release } = began;
  const fold = foldOf(file, release);
  const open: OpenLesson = {
    file,
    sitting: began,
    next,
    async keep(draft) {
      const { done, finished } = open.sitting;
      const isEnd = finished || draft.kind === "lesson_finished";
      open.sitting = { ...open.sitting, done: triedAfter(open.sitting, draft), finished: isEnd };
      const body = { sitting: began.sitting, ...draft.body };
      await store
        .write(
          { kind: draft.kind, learner, module, release, item: draft.item, body },
          fold,
          () => open.sitting,
        )
        .catch((problem) => {
          open.sitting = { ...open.sitting, done, finished }; // not kept, so not done
          throw problem;
        });
    },
    moved(card) {
      open.sitting = { ...open.sitting, card };
      return store.putSitting(open.sitting);
    },
  };
  return open;
}
