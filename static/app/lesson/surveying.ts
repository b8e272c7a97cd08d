// The survey: what she answered stays on this phone and puts her lessons in order; it leaves the phone with her consent
// alone. It comes with its room, so what the shell has already is handed in: sharing would cost the shell bytes.

import { path } from "../engine/path.ts";
import type { Answers } from "../engine/path-answers.ts";
import type { Fold } from "../storage/record.ts";
import type { Outline, SurveyQuestion } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import type { State } from "./model.ts";
import type { LessonOnShelf, ModuleOnShelf } from "./shelf.ts";

export interface Needs {
  store: Store;
  state: () => State;
}

/** `needs`: may her centre see the answers; null: nobody has asked her yet. `contact`: may it call or write; kept apart. */
export interface Said {
  answers: Answers;
  needs: boolean | null;
  contact: boolean;
}

const partOf = ({ part }: SurveyQuestion) => part || 1;

/** The parts of the survey, first to last. */
const partsOf = (survey: SurveyQuestion[]): number[] =>
  survey
    .map(partOf)
    .filter((part, at, all) => all.indexOf(part) === at)
    .sort((one, other) => one - other);

/** A question that hangs on an answer is asked where she gave that answer. */
function asked(survey: SurveyQuestion[], answers: Answers): SurveyQuestion[] {
  return survey.filter(({ only_if }) => {
    const [question = "", answer = ""] = (only_if || "").split("/");
    const given = answers[question];
    if (!only_if) return true;
    if (typeof given === "boolean") return given === (answer === "yes");
    return given === answer || (Array.isArray(given) && given.indexOf(answer) >= 0);
  });
}

/** What is asked in one part, and after it: how many questions are left, and in which part they begin. */
function inPart(survey: SurveyQuestion[], answers: Answers, part: number) {
  const all = asked(survey, answers);
  const later = all.filter((question) => partOf(question) > part);
  return {
    questions: all.filter((question) => partOf(question) === part),
    left: later.length,
    next: partsOf(later)[0] ?? null,
  };
}

/**
 * How far a step of a part is, with all that may be asked in it: some of it hangs on her answers, and what is left to ask
 * shall not grow while she answers. `after`: what is asked after its questions.
 */
export function placeOf(survey: SurveyQuestion[], part: number, after: string[], step: string) {
  const steps = survey.filter((question) => partOf(question) === part).map(({ id }) => id);
  const all = steps.concat(after);
  return { at: all.indexOf(step) + 1 || all.length, of: all.length };
}

/** The first part in which she answered nothing yet, and how many questions stand in it and after it; null: none. */
function untouched(survey: SurveyQuestion[], answers: Answers): { part: number; count: number } | null {
  for (const part of partsOf(survey)) {
    const { questions, left } = inPart(survey, answers, part);
    if (questions.length && !questions.some(({ id }) => answers[id] !== undefined))
      return { part, count: questions.length + left };
  }
  return null;
}

/** Her own order of all lessons, those that are only planned among them: they step in when they are written. */
export function orderOf(
  answers: Answers,
  outline: Outline | null,
  modules: ModuleOnShelf[],
  failed: string[] = [],
): string[] {
  const needs: { [name: string]: string[] } = {};
  for (const module of outline?.modules ?? [])
    for (const lesson of module.lessons) needs[`${module.id}/${lesson.id}`] = lesson.needs;
  const lessons = modules.reduce((all, module) => all.concat(module.lessons), [] as LessonOnShelf[]);
  const nameOf = ({ module, id }: LessonOnShelf) => `${module}/${id}`;
  const kept = lessons
    .filter(({ progress }) => progress.opened || progress.finished)
    .map((lesson) => ({ name: nameOf(lesson), at: lesson.progress.opened || lesson.progress.finished || "" }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  return path({
    answers,
    outline: lessons.map((lesson) => ({
      name: nameOf(lesson),
      needs: needs[nameOf(lesson)] || [],
      planned: false,
    })),
    kept: kept.map(({ name }) => name),
    failed,
  }).lessons;
}

export function openSurveying({ store, state }: Needs, nothing: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;
  const outline = async () => (await store.recall<Outline>(`outline:${state().language}`)) ?? null;

  async function said(): Promise<Said> {
    const kept = await store.recall<Omit<Said, "contact">>(`survey:${learner}`);
    return { answers: {}, needs: null, ...kept, contact: !!(await store.recall(`contact:${learner}`)) };
  }

  const write = (kind: string, body: Record<string, unknown>) => store.write({ kind, body }, nothing);

  /** First what may leave the phone, then what it allows; where she never allowed anything, nothing at all. */
  async function tell(before: Said, after: Said): Promise<void> {
    if (!!before.needs !== !!after.needs)
      await write("consent_set", { purpose: "needs", given: !!after.needs });
    if (before.contact !== after.contact)
      await write("consent_set", { purpose: "contact", given: after.contact });
    if (!after.needs) return;
    const known = before.needs ? before.answers : {};
    for (const question of Object.keys({ ...known, ...after.answers })) {
      const answer = after.answers[question] ?? null;
      if (JSON.stringify(answer) !== JSON.stringify(known[question] ?? null))
        await write("survey_answered", { question, answer });
    }
  }

  /** Put her lessons in the order of her answers: what she has begun stays in front. Whether anything moved. */
  async function order(answers: Answers): Promise<boolean> {
    // Lessons of which five questions showed that they would help her (checking.ts).
    const failed = (await store.recall<string[]>(`failed:${learner}`)) ?? [];
    const order = orderOf(answers, await outline(), state().modules, failed);
    if (JSON.stringify(order) === JSON.stringify(state().order)) return false;
    await store.remember(`path:${learner}`, order);
    return true;
  }

  /** Keep what she says now, and put her lessons in its order. */
  async function say(after: Said): Promise<void> {
    await tell(await said(), after);
    const { answers, needs, contact } = after;
    await store.remember(`survey:${learner}`, { answers, needs });
    await store.remember(`contact:${learner}`, contact);
    await order(answers);
    await wrote();
  }

  /** She has learned, or there are new lessons, since she answered. */
  async function again(): Promise<void> {
    if (state().order.length && (await order((await said()).answers))) await wrote();
  }

  return {
    said,
    say,
    again,
    inPart,
    untouched,
    questions: async (): Promise<SurveyQuestion[]> => (await outline())?.survey ?? [],
  };
}

export type Surveying = ReturnType<typeof openSurveying>;
