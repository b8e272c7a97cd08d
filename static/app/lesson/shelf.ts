// Which lessons there are, which are on this phone, and what she did with them: one picture for all screens.

import { join, nothing, type Progress } from "../engine/progress.ts";
import type { Catalogue, Language, Outline, Pack, ProgressRow, Sitting } from "../storage/records.ts";

export interface LessonOnShelf {
  module: string;
  id: string;
  title: string;
  minutes: number;
  progress: Progress;
  /** `here`: its words are on this phone. `fetch`: the server has it. `planned`: nobody has it yet. */
  place: "here" | "fetch" | "planned";
  sitting: Sitting | null;
  /** Opened, and neither finished nor spared by its check set; on the first page's word too, before the app has seen it. */
  isBegun: boolean;
}

export interface ModuleOnShelf {
  id: string;
  title: string;
  place: "here" | "fetch" | "planned";
  /** Some lessons are on this phone, and some are still to come. */
  isPart: boolean;
  /** All of it, pictures too, is on this phone. */
  complete: boolean;
  /** There is a newer release than the one on this phone. */
  newer: boolean;
  bytes: number;
  /** It is here, and she may show what she can. */
  hasAssessment: boolean;
  lessons: LessonOnShelf[];
}

export interface Kept {
  language: Language;
  outline: Outline | null;
  catalogue: Catalogue | null;
  packs: Pack[];
  progress: ProgressRow[];
  sittings: Sitting[];
}

interface Entry {
  id: string;
  title: string;
  minutes: number;
}

/** The modules in the outline's order; packs that no outline names (yet) come first, for they can be learned. */
export function shelf(kept: Kept): ModuleOnShelf[] {
  const packs = kept.packs.filter((pack) => pack.language === kept.language);
  const offered = kept.catalogue?.modules ?? [];
  const outlined = kept.outline?.modules ?? [];
  const ids = [...packs.map(({ module }) => module), ...offered.map(({ id }) => id)];
  const unknown = ids.filter(
    (id, at) => ids.indexOf(id) === at && !outlined.some((module) => module.id === id),
  );
  return [...unknown, ...outlined.map(({ id }) => id)].map((id) => {
    const pack = packs.find(({ module }) => module === id);
    const offer = offered.find((module) => module.id === id);
    const plan = outlined.find((module) => module.id === id);
    const place = pack && !(pack.held && !pack.held.length) ? "here" : offer ? "fetch" : "planned";
    return {
      id,
      title: pack?.manifest.title ?? offer?.title ?? plan?.title ?? id,
      place,
      isPart: !!pack?.held,
      complete: !!pack?.complete,
      newer: !!pack && !!offer && offer.release !== pack.manifest.release,
      bytes: offer?.bytes ?? 0,
      hasAssessment: place === "here" && !!offer?.assessment,
      lessons: lessonsOf(kept, id, pack, offer?.lessons ?? 0, plan?.lessons ?? []),
    };
  });
}

function lessonsOf(kept: Kept, module: string, pack: Pack | undefined, offered: number, plan: Entry[]) {
  const here = pack?.manifest.lessons ?? [];
  const entries: Entry[] = [...plan, ...here.filter(({ id }) => !plan.some((lesson) => lesson.id === id))];
  return entries.map((entry, at): LessonOnShelf => {
    const held = here.find(({ id }) => id === entry.id);
    const isHere = held && (!pack?.held || pack.held.indexOf(entry.id) >= 0);
    const row = kept.progress.find((row) => row.module === module && row.lesson === entry.id);
    const sitting = kept.sittings.find((one) => one.module === module && one.lesson === entry.id);
    const progress = row ? join(row.own, row.server) : nothing;
    return {
      module,
      id: entry.id,
      title: held?.title ?? entry.title,
      minutes: held?.minutes ?? entry.minutes,
      progress,
      place: isHere ? "here" : held || (!pack && at < offered) ? "fetch" : "planned",
      sitting: sitting && !sitting.finished ? sitting : null,
      isBegun: !progress.finished && !progress.checked && (!!sitting || !!progress.opened),
    };
  });
}

/**
 * What to do now: the lesson she left last; where she finished that, the next of its module, unless she has an order of her
 * own; else another one that she began, else the first that is not finished; of each those here come first. In her own order
 * (`module/lesson`), and after that in each module's.
 */
export function nextStep(modules: ModuleOnShelf[], order: string[] = []): LessonOnShelf | null {
  const all = modules.reduce((found, module) => found.concat(module.lessons), [] as LessonOnShelf[]);
  const lessons = order.reduce(
    (found, name) => found.concat(all.filter(({ module, id }) => `${module}/${id}` === name)),
    [] as LessonOnShelf[],
  );
  const left = lessons.concat(all).filter(({ progress }) => !progress.finished && !progress.checked);
  const touched = all
    .filter(({ progress }) => progress.last)
    .sort((one, other) => (one.progress.last! < other.progress.last! ? 1 : -1));
  const [last] = touched;
  const beside = left.filter(({ module }) => last && !last.isBegun && !order[0] && module === last.module);
  const pick = (steps: LessonOnShelf[]) =>
    steps.find(({ place }) => place === "here") ?? steps.find(({ place }) => place === "fetch");
  return pick(beside.concat(touched.filter(({ isBegun }) => isBegun))) ?? pick(left) ?? null;
}
