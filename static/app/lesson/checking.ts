// A check set: a lesson's own exercises without its cards, one try each. Four of five right let her skip the lesson.
// It comes late, so what the shell has already is handed in: sharing would cost the shell bytes.

import type { Fold } from "../storage/record.ts";
import type { ExerciseData, LessonFile } from "../storage/records.ts";
import type { foldOf as FoldOf } from "./fold.ts";
import type { Lent } from "./model.ts";

/** One exercise as a card of its own. */
export interface AskedItem {
  id: string;
  html: string;
  item: ExerciseData;
}

export interface CheckSet {
  title: string;
  asked: AskedItem[];
  /** `right` as this phone counts; the server grades again. Whether that lets her skip the lesson. */
  handIn(responses: Record<string, unknown>, right: number): Promise<boolean>;
}

/** Those that the server counts: exercises of dated facts are not asked. */
function askedIn({ html, items }: LessonFile): AskedItem[] {
  const cards = html.match(/<article[^]*?<\/article>/g) ?? [];
  const asked: AskedItem[] = [];
  for (const id of Object.keys(items)) {
    const card = cards.find((card) => card.indexOf(` data-item="${id}"`) >= 0);
    if (card && !items[id]!.fact) asked.push({ id, html: card, item: items[id]! });
  }
  return asked;
}

export function openChecking(
  { store, state }: Lent,
  _: Fold,
  wrote: () => Promise<void>,
  foldOf: typeof FoldOf,
) {
  const { me, language } = state();

  /** Null where the lesson is not on this phone, or has nothing to ask. */
  return async function checkSet(module: string, lesson: string): Promise<CheckSet | null> {
    const pack = (await store.packs()).find((pack) => pack.module === module && pack.language === language);
    const entry = pack?.manifest.lessons.find(({ id }) => id === lesson);
    const text = entry && (await store.text(entry.file));
    if (!pack || !text) return null;
    const file = JSON.parse(text) as LessonFile;
    const asked = askedIn(file);
    const { release } = pack.manifest;

    async function handIn(responses: Record<string, unknown>, right: number): Promise<boolean> {
      const draft = { kind: "checked", module, release, item: lesson, body: { responses, right } };
      await store.write(draft, foldOf(file, release));
      const rows = await store.progressOf(me.learner);
      const row = rows.find((row) => row.module === module && row.lesson === lesson);
      const isKnown = !!row?.own.checked || !!row?.server.checked;
      await noteFailed(`${module}/${lesson}`, !isKnown);
      await wrote();
      return isKnown;
    }

    /** Lessons that the questions showed to be of use: her path begins with them. */
    async function noteFailed(name: string, isFailed: boolean): Promise<void> {
      const key = `failed:${me.learner}`;
      const others = ((await store.recall<string[]>(key)) ?? []).filter((other) => other !== name);
      await store.remember(key, isFailed ? [...others, name] : others);
    }

    return asked.length ? { title: file.title, asked, handIn } : null;
  };
}
