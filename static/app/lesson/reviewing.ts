// Today's review: past exercises that are due again, one after the other, opened as if they were a lesson of their own.
// It comes late, so what the shell has already is handed in: a file that shares nothing costs the shell no bytes.

import { dayOf, lessonOf, memories, todaysReview, type Answer } from "../engine/reviews.ts";
import { steady } from "../engine/steady.ts";
import type { LessonFile, Language, Pack, Sitting } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import type { foldOf as FoldOf } from "./fold.ts";
import type { State } from "./model.ts";
import type { OpenLesson } from "./sitting.ts";

export interface Needs {
  store: Store;
  state: () => State;
}

/** What Today says of it. */
export interface Offer {
  exercises: number;
  /** She left it in the middle, today. */
  isBegun: boolean;
  /** It is a week or more since she last answered anything. */
  isBack: boolean;
}

/** A review is kept like the sitting of a lesson, under an address that no module can have. */
interface ReviewSitting extends Sitting {
  day: number;
  /** In the order in which they are asked: `module/lesson/item@edition`. */
  exercises: string[];
}

/** An exercise that can be asked: its words are on this phone, in her language. */
interface Asked {
  file: LessonFile;
  release: string;
  item: string;
}

const away = 7;
const place = { module: "-", lesson: "review" };

const wordsOf = async (language: Language) =>
  (await (language === "en" ? import("../text/rooms.en.ts") : import("../text/rooms.zh-hans.ts"))).words;

const formOf = (item: string) => ` data-item="${item}"`;

/** The card of one exercise, its form under a new name: two lessons may both have a `q1`. */
function cardOf({ file, item }: Asked, name: string): string {
  const cards = file.html.match(/<article[^]*?<\/article>/g) ?? [];
  const card = cards.find((card) => card.indexOf(formOf(item)) >= 0) ?? "";
  return card
    .replace(/<article([^>]*?) id="[^"]*"/, "<article$1")
    .replace(/<form([^>]*?) id="[^"]*" data-item="[^"]*"/, `<form$1 id="${name}"${formOf(name)}`);
}

const said = (heading: string, text: string) =>
  `<article class="full" data-card><div class="in"><h2>${heading}</h2><p class="one">${text}</p></div></article>`;

export function openReviewing({ store, state }: Needs, foldOf: typeof FoldOf, mint: (now: number) => string) {
  const now = () => store.clock.now();
  const offset = () => -new Date(now()).getTimezoneOffset();
  const today = () => dayOf(now(), offset());

  /** All exercises of the lessons she has finished, as far as they are here; those of dated facts are never asked again. */
  async function finished(packs: Pack[], language: Language): Promise<Record<string, Asked>> {
    const found: Record<string, Asked> = {};
    for (const module of state().modules)
      for (const { id, progress } of module.lessons) {
        const pack = packs.find((one) => one.module === module.id && one.language === language);
        const entry = pack?.manifest.lessons.find((lesson) => lesson.id === id);
        const text = progress.finished && entry && (await store.text(entry.file));
        if (!pack || !text) continue;
        const file = JSON.parse(text) as LessonFile;
        for (const [item, { edition, fact }] of Object.entries(file.items))
          if (!fact && file.html.indexOf(formOf(item)) >= 0)
            found[`${module.id}/${id}/${item}@${edition}`] = { file, item, release: pack.manifest.release };
      }
    return found;
  }

  /**
   * What she answered, here and, as far as the server told, on other phones. An event does not say the edition: of a
   * release that is no longer here it can only be told where there never was but the first.
   */
  async function answers(packs: Pack[], asked: Record<string, Asked>): Promise<Answer[]> {
    const { learner, was = [] } = state().me;
    const events = (await store.events()).sort((one, other) => one.seq - other.seq);
    const moments = steady(
      events.map(({ at }) => Date.parse(at)),
      now(),
    );
    const releases = packs.map(({ manifest }) => manifest.release);
    const editions: Record<string, number> = {};
    for (const exercise of Object.keys(asked)) {
      const [item = "", edition] = exercise.split("@");
      editions[item] = Number(edition);
    }
    const found: Answer[] = [];
    events.forEach(({ learner: who, kind, module, item, release, body }, at) => {
      const edition = editions[`${module}/${item}`];
      if ([learner, ...was].indexOf(who) < 0 || kind !== "answered" || !edition) return;
      if (edition > 1 && releases.indexOf(release) < 0) return;
      found.push({
        exercise: `${module}/${item}@${edition}`,
        sitting: String(body.sitting),
        at: new Date(moments[at]!).toISOString(),
        attempt: Number(body.try),
        full: body.credit === 1,
      });
    });
    return found.concat(elsewhere(asked, new Set(found.map(({ exercise }) => exercise))));
  }

  /** What was right on another phone: nobody here knows at which try, so it counts as the second. */
  function elsewhere(asked: Record<string, Asked>, here: Set<string>): Answer[] {
    const found: Answer[] = [];
    for (const { id, lessons } of state().modules)
      for (const lesson of lessons)
        for (const [key, at] of Object.entries(lesson.progress.right)) {
          const exercise = `${id}/${lesson.id}/${key}`;
          if (asked[exercise] && !here.has(exercise))
            found.push({ exercise, sitting: "", at, attempt: 2, full: true });
        }
    return found;
  }

  const kept = async () =>
    (await store.sittingOf(state().me.learner, place.module, place.lesson)) as ReviewSitting | undefined;

  /** Today's as it was drawn, else what is due; nothing once today's is done. `last`: the day of her last answer. */
  async function draw(language: Language) {
    const sitting = await kept();
    const isToday = sitting?.day === today();
    if (isToday && sitting!.finished) return { asked: {}, begun: null, due: [], last: today() };
    const packs = await store.packs();
    const asked = await finished(packs, language);
    const remembered = memories(await answers(packs, asked), offset(), today());
    return {
      asked,
      begun: isToday ? sitting! : null,
      due: todaysReview(remembered, Object.keys(asked).map(lessonOf), today()),
      last: Math.max(...Object.keys(remembered).map((exercise) => remembered[exercise]!.last)),
    };
  }

  const begin = (exercises: string[], language: Language): ReviewSitting => ({
    ...place,
    learner: state().me.learner,
    sitting: mint(now()),
    release: "",
    language,
    file: "",
    card: 1,
    cards: exercises.length,
    done: {},
    finished: false,
    day: today(),
    exercises,
  });

  return {
    /** Null: nothing is due, or today's review is done. */
    async offer(): Promise<Offer | null> {
      const { due, begun, last, asked } = await draw(state().language);
      const exercises = begun ? begun.exercises.filter((exercise) => asked[exercise]) : due;
      if (!exercises.length) return null;
      return { exercises: exercises.length, isBegun: !!begun, isBack: today() - last >= away };
    },

    async open(language: Language): Promise<OpenLesson> {
      const words = await wordsOf(language);
      const { asked, due, begun } = await draw(language);
      const sitting = begun ? { ...begun, language } : begin(due, language);
      return opened({ store, foldOf }, sitting, asked, words);
    },
  };
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

/** Exercises are named e1, e2 … by their place in the draw, so that an exercise that has gone meanwhile moves no other. */
function opened(
  { store, foldOf }: { store: Store; foldOf: typeof FoldOf },
  began: ReviewSitting,
  asked: Record<string, Asked>,
  words: Words,
): OpenLesson {
  const names: Record<string, Asked> = {};
  began.exercises.forEach((exercise, at) => {
    if (asked[exercise]) names[`e${at + 1}`] = asked[exercise]!;
  });
  const items: LessonFile["items"] = {};
  const cards = Object.keys(names).map((name) => {
    items[name] = names[name]!.file.items[names[name]!.item]!;
    return cardOf(names[name]!, name);
  });
  const { module, lesson, language } = began;
  const file: LessonFile = {
    format: 1,
    module,
    lesson,
    language,
    title: words.reviewTitle,
    minutes: 2,
    can: cards.length ? words.reviewDone : "",
    html: cards.join("\n") || said(words.nothingDue, words.nothingDueMore),
    items,
    tools: {},
  };
  const open: OpenLesson = {
    file,
    sitting: began,
    next: null,
    async keep({ kind, item, body }) {
      if (kind === "lesson_finished") {
        open.sitting = { ...open.sitting, finished: true };
        if (cards.length) await store.putSitting(open.sitting);
        return;
      }
      const name = item.split("/")[1] ?? "";
      const { file, release, item: id } = names[name]!;
      const tried = { tries: Number(body.try), right: body.credit === 1 };
      open.sitting = { ...open.sitting, done: { ...open.sitting.done, [name]: tried } };
      await store.write(
        {
          kind,
          module: file.module,
          release,
          item: `${file.lesson}/${id}`,
          body: { sitting: began.sitting, ...body },
        },
        foldOf(file, release),
        () => open.sitting,
      );
    },
    async moved(card) {
      open.sitting = { ...open.sitting, card };
      return cards.length ? store.putSitting(open.sitting) : {};
    },
  };
  return open;
}
