import assert from "node:assert/strict";
import { test } from "node:test";
import { openComputers } from "../../app/lesson/computers.ts";
import { openSurveying, orderOf, placeOf, type Said } from "../../app/lesson/surveying.ts";
import type { State } from "../../app/lesson/model.ts";
import { nextStep, shelf, type ModuleOnShelf } from "../../app/lesson/shelf.ts";
import { nothing } from "../../app/engine/progress.ts";
import type { Outline, SurveyQuestion } from "../../app/storage/records.ts";
import { vectors } from "../engine/vectors.ts";
import { aPhone } from "./phone.ts";

const file = vectors<{ outline: [string, string[]][] }>("path.json");

function aQuestion(over: Partial<SurveyQuestion> = {}): SurveyQuestion {
  return { id: "selling", icon: "leaf", type: "yes-no", only_if: null, prompt: "?", options: [], ...over };
}

function anOutline(survey: SurveyQuestion[] = [aQuestion()]): Outline {
  const ids = [...new Set(file.outline.map(([name]) => name.split("/")[0]!))];
  const lessonsOf = (module: string) =>
    file.outline
      .filter(([name]) => name.startsWith(`${module}/`))
      .map(([name, needs]) => ({
        id: name.split("/")[1]!,
        title: name,
        minutes: 6,
        level: "core",
        needs,
        helps: [],
      }));
  const modules = ids.map((id) => ({ id, title: id, core: true, lessons: lessonsOf(id) }));
  return { format: 1, id: "c", language: "en", title: "C", modules, glossary: [], survey };
}

const modulesOf = (outline: Outline): ModuleOnShelf[] =>
  shelf({ language: "en", outline, catalogue: null, packs: [], progress: [], sittings: [] });

async function aSurvey(outline = anOutline()) {
  const phone = aPhone();
  const me = await phone.store.me();
  await phone.store.remember("outline:en", outline);
  const state = { me, language: "en", modules: modulesOf(outline), order: [] } as unknown as State;
  const told = { times: 0 };
  const survey = openSurveying(
    { store: phone.store, state: () => state },
    (before) => before,
    async () => {
      told.times++;
      state.order = (await phone.store.recall<string[]>(`path:${me.learner}`)) ?? [];
    },
  );
  const events = async () => (await phone.store.events()).map(({ kind, body }) => ({ kind, ...body }));
  return { ...phone, me, state, survey, told, events };
}

const said = (over: Partial<Said> = {}): Said => ({ answers: {}, needs: null, contact: false, ...over });

test("what she answers is kept, and no event is written until she allows it", async () => {
  const { survey, events, store } = await aSurvey();
  await survey.say(said({ answers: { selling: true } }));
  await survey.say(said({ answers: { selling: true, "use-text": 2 }, needs: false }));
  assert.deepEqual((await survey.said()).answers, { selling: true, "use-text": 2 });
  assert.deepEqual(await events(), []);
  assert.equal(await store.countWaiting(), 0);
});

test("with her consent the answers follow it, each once, and later only what she changed", async () => {
  const { survey, events } = await aSurvey();
  const answers = { selling: false, wants: ["internet"] };
  await survey.say(said({ answers, needs: true }));
  await survey.say(said({ answers, needs: true }));
  await survey.say(said({ answers: { selling: true }, needs: true }));
  assert.deepEqual(await events(), [
    { kind: "consent_set", purpose: "needs", given: true },
    { kind: "survey_answered", question: "selling", answer: false },
    { kind: "survey_answered", question: "wants", answer: ["internet"] },
    { kind: "survey_answered", question: "selling", answer: true },
    { kind: "survey_answered", question: "wants", answer: null },
  ]);
});

test("consent that is taken back is told, and nothing after it", async () => {
  const { survey, events } = await aSurvey();
  await survey.say(said({ answers: { selling: true }, needs: true }));
  await survey.say(said({ answers: { selling: false }, needs: false }));
  assert.deepEqual((await events()).slice(2), [{ kind: "consent_set", purpose: "needs", given: false }]);
});

test("contact is off until she says yes, and is kept apart from her answers", async () => {
  const { survey, events, store, me } = await aSurvey();
  assert.equal((await survey.said()).contact, false);
  await survey.say(said({ contact: true }));
  assert.deepEqual(await events(), [{ kind: "consent_set", purpose: "contact", given: true }]);
  assert.deepEqual(await store.recall(`survey:${me.learner}`), { answers: {}, needs: null });
  assert.equal((await survey.said()).contact, true);
});

test("a question that hangs on an answer is asked only after it", async () => {
  const questions = [
    aQuestion({ id: "selling" }),
    aQuestion({ id: "years", only_if: "selling/yes" }),
    aQuestion({ id: "why", only_if: "selling/no" }),
    aQuestion({ id: "wants", type: "several" }),
    aQuestion({ id: "words", only_if: "wants/other" }),
  ];
  const { survey } = await aSurvey(anOutline(questions));
  const ids = (answers: Said["answers"]) =>
    survey.inPart(questions, answers, 1).questions.map(({ id }) => id);
  assert.deepEqual(ids({}), ["selling", "wants"]);
  assert.deepEqual(ids({ selling: true, wants: ["other"] }), ["selling", "years", "wants", "words"]);
  assert.deepEqual(ids({ selling: false, wants: ["team"] }), ["selling", "why", "wants"]);
});

test("the first part is asked first, and what is left can wait for another day", async () => {
  const questions = [
    aQuestion({ id: "wants" }),
    aQuestion({ id: "news", part: 2 }),
    aQuestion({ id: "plan", part: 2, only_if: "wants/no" }),
    aQuestion({ id: "year", part: 3 }),
  ];
  const { survey } = await aSurvey(anOutline(questions));
  const asked = (answers: Said["answers"], part: number) => {
    const { questions: now, left, next } = survey.inPart(questions, answers, part);
    return [now.map(({ id }) => id).join(" "), left, next];
  };
  assert.deepEqual(asked({}, 1), ["wants", 2, 2]);
  assert.deepEqual(asked({ wants: false }, 1), ["wants", 3, 2]);
  assert.deepEqual(asked({ wants: false }, 2), ["news plan", 1, 3]);
  assert.deepEqual(asked({}, 3), ["year", 0, null]);
});

test("a part with no answer is offered again, and an old outline is one part", async () => {
  const questions = [aQuestion({ id: "wants" }), aQuestion({ id: "news", part: 2 })];
  const { survey } = await aSurvey(anOutline(questions));
  assert.deepEqual(survey.untouched(questions, {}), { part: 1, count: 2 });
  assert.deepEqual(survey.untouched(questions, { wants: true }), { part: 2, count: 1 });
  assert.equal(survey.untouched(questions, { wants: true, news: false }), null);
  assert.equal(survey.untouched([], {}), null);
});

test("the outline says which lessons end at a computer; an old one names none", async () => {
  const outline = anOutline();
  const first = await aSurvey(outline);
  assert.deepEqual(await openComputers({ store: first.store, state: () => first.state })(), []);
  const marked = anOutline();
  marked.modules.find(({ id }) => id === "pc")!.lessons[7]!.computer = true;
  const other = await aSurvey(marked);
  assert.deepEqual(await openComputers({ store: other.store, state: () => other.state })(), ["pc/pc8"]);
});

test("her order comes from her answers, and planned lessons keep their place in it", async () => {
  const { survey, state } = await aSurvey();
  await survey.say(said());
  assert.deepEqual(state.order.slice(0, 6), ["in/in1", "in/in2", "pc/pc1", "ec/ec1", "py/py1", "py/py2"]);
  assert.equal(state.order.length, file.outline.length);
});

test("what she began stays in front, in the order in which she began it", () => {
  const outline = anOutline();
  const modules = modulesOf(outline);
  const lesson = (name: string) =>
    modules.flatMap(({ lessons }) => lessons).find(({ module, id }) => `${module}/${id}` === name)!;
  lesson("ra/ra2").progress = { ...nothing, opened: "2026-11-20T08:00:00.000Z" };
  lesson("fs/fs1").progress = { ...nothing, finished: "2026-11-19T08:00:00.000Z" };
  assert.deepEqual(orderOf({}, outline, modules).slice(0, 4), ["fs/fs1", "ra/ra2", "in/in1", "in/in2"]);
});

test("after learning, the rest is put in order again; before the survey nothing is", async () => {
  const { survey, state, told } = await aSurvey();
  await survey.again();
  assert.equal(told.times, 0);
  await survey.say(said());
  await survey.again();
  assert.equal(told.times, 1);
  const first = state.modules.find(({ id }) => id === "ra")!.lessons[0]!;
  first.progress = { ...nothing, opened: "2026-11-20T08:00:00.000Z" };
  await survey.again();
  assert.equal(told.times, 2);
  assert.equal(state.order[0], "ra/ra1");
});

test("the next step follows her own order, and each module's after it", () => {
  const modules = modulesOf(anOutline());
  for (const { lessons } of modules) for (const lesson of lessons) lesson.place = "here";
  assert.equal(nextStep(modules)!.id, "pc1");
  assert.equal(nextStep(modules, ["gone/gone1", "ra/ra1"])!.id, "ra1");
  for (const { lessons } of modules)
    for (const lesson of lessons)
      if (lesson.id === "ra1")
        lesson.progress = { ...nothing, opened: "2026-11-20", finished: "2026-11-20", last: "2026-11-20" };
  assert.equal(nextStep(modules, ["ra/ra1", "ec/ec1"])!.id, "ec1");
});

test("whoever finished a lesson goes on in its module, though she looked into another one before", () => {
  const modules = modulesOf(anOutline());
  const lessons = modules.flatMap((module) => module.lessons);
  for (const lesson of lessons) lesson.place = "here";
  const one = (name: string) => lessons.find(({ id }) => id === name)!;
  Object.assign(one("pc1"), {
    isBegun: true,
    progress: { ...nothing, opened: "2026-11-19", last: "2026-11-19" },
  });
  assert.equal(nextStep(modules)!.id, "pc1");
  one("ec1").progress = { ...nothing, opened: "2026-11-20", finished: "2026-11-20", last: "2026-11-20" };
  assert.equal(nextStep(modules)!.id, "ec2");
  assert.equal(
    nextStep(modules, ["ra/ra1"])!.id,
    "pc1",
    "in an order of her own, what she began stays in front",
  );
  one("pc1").progress = { ...one("pc1").progress, last: "2026-11-21" };
  assert.equal(nextStep(modules)!.id, "pc1");
});

test("how far she is in the survey only grows, and the end stays where it is, whatever she answers", () => {
  const questions = [
    aQuestion({ id: "wants" }),
    aQuestion({ id: "selling" }),
    aQuestion({ id: "where", only_if: "selling/yes" }),
    aQuestion({ id: "news", part: 2 }),
  ];
  const place = (step: string) => placeOf(questions, 1, ["needs", "contact"], step);
  assert.deepEqual(["wants", "selling", "where", "needs", "contact", "rest"].map(place), [
    ...[1, 2, 3, 4, 5].map((at) => ({ at, of: 5 })),
    { at: 5, of: 5 },
  ]);
  assert.deepEqual(placeOf(questions, 2, [], "news"), { at: 1, of: 1 });
});
