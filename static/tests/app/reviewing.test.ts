import assert from "node:assert/strict";
import { test } from "node:test";
import { foldOf } from "../../app/lesson/fold.ts";
import type { State } from "../../app/lesson/model.ts";
import { openReviewing } from "../../app/lesson/reviewing.ts";
import { shelf } from "../../app/lesson/shelf.ts";
import { openLesson, type OpenLesson } from "../../app/lesson/sitting.ts";
import { uuid7 } from "../../app/storage/ids.ts";
import type { Manifest, Pack } from "../../app/storage/records.ts";
import { aClock, aPhone } from "./phone.ts";

const day = 86_400_000;
const language = "en";

const item = (edition: number, fact: string | null = null) => ({
  ...{ type: "choice", edition, fact, answer: "b", why: "Because." },
});
type Items = Record<string, ReturnType<typeof item>>;

const card = (id: string, lesson: string) =>
  `<article class="quiz" id="c1" data-card><h2>${lesson} asks</h2>` +
  `<form method="post" id="${id}" data-item="${id}" data-type="choice"><fieldset></fieldset></form></article>`;

/** A phone with a module of two lessons, its learner, and what she can do. */
async function aLearner() {
  const clock = aClock();
  const phone = aPhone({ clock });
  const { store } = phone;
  const { learner } = await store.me();
  const state = async (): Promise<State> => {
    const packs = await store.packs();
    const progress = await store.progressOf(learner);
    const sittings = await store.sittingsOf(learner);
    const modules = shelf({ language, outline: null, catalogue: null, packs, progress, sittings });
    return { me: await store.me(), language, modules } as unknown as State;
  };
  const reviewing = async () => {
    const now = await state();
    return openReviewing({ store, state: () => now }, foldOf, uuid7);
  };

  async function hasModule(release: string, lessons: Record<string, Items>): Promise<void> {
    const entries = [];
    for (const [lesson, items] of Object.entries(lessons)) {
      const html = Object.keys(items).map((id) => card(id, lesson));
      const file = { module: "ra", lesson, title: lesson, html: html.join("\n"), items, tools: {} };
      await store.putText(`${release}-${lesson}`, JSON.stringify(file));
      entries.push({ id: lesson, title: lesson, minutes: 6, file: `${release}-${lesson}` });
    }
    const manifest = { release, module: "ra", language, title: "Ranking", lessons: entries, pictures: [] };
    await store.putPack({ module: "ra", language, manifest, complete: true } as unknown as Pack & Manifest);
  }

  /** Answers `right` and then `wrong` (two tries), and finishes unless told otherwise. */
  async function learns(lesson: string, { right = ["q1"], wrong = [] as string[], finishes = true } = {}) {
    const open = (await openLesson(store, { learner, module: "ra", lesson, language }))!;
    const answer = (id: string, attempt: number, credit: number) =>
      open.keep({
        kind: "answered",
        item: `${lesson}/${id}`,
        body: { try: attempt, response: "b", credit },
      });
    for (const id of right) await answer(id, 1, 1);
    for (const id of wrong) for (const attempt of [1, 2]) await answer(id, attempt, 0);
    if (finishes) await open.keep({ kind: "lesson_finished", item: lesson, body: {} });
  }

  return { ...phone, clock, learner, state, reviewing, hasModule, learns };
}

const offered = async (her: Awaited<ReturnType<typeof aLearner>>) => (await her.reviewing()).offer();
const opened = async (her: Awaited<ReturnType<typeof aLearner>>) => (await her.reviewing()).open(language);

const answers = (open: OpenLesson, name: string, credit: number, attempt = 1) =>
  open.keep({
    kind: "answered",
    item: `review/${name}`,
    body: { try: attempt, response: credit ? "b" : "a", credit },
  });

const lessons = {
  ra1: { q1: item(1), q2: item(1) },
  ra2: { q1: item(1), q2: item(1, "V01") },
};

test("nothing is offered on the day of learning, and the forgotten first some days later", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  await her.learns("ra1", { right: ["q1"], wrong: ["q2"] });
  assert.equal(await offered(her), null);

  her.clock.tick(day);
  assert.deepEqual(await offered(her), { exercises: 1, isBegun: false, isBack: false });
  her.clock.tick(2 * day);
  const { file } = await opened(her);
  assert.deepEqual(Object.keys(file.items), ["e1", "e2"]);
  assert.match(file.html, /data-item="e1"[^]*data-item="e2"/);
  assert.doesNotMatch(file.html, /data-item="q|id="(q|c)/);
});

test("a lesson that is not finished and an exercise of a dated fact are never asked", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  await her.learns("ra1", { finishes: false });
  await her.learns("ra2", { right: ["q1", "q2"] });
  her.clock.tick(30 * day);
  const { file } = await opened(her);
  assert.match(file.html, /ra2 asks/);
  assert.equal(Object.keys(file.items).length, 1);
});

test("an answer goes to its own lesson, in a sitting of the review that opens no lesson", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  await her.learns("ra1");
  await her.learns("ra2");
  her.clock.tick(3 * day);
  const before = await her.store.events();
  const open = await opened(her);
  await answers(open, "e1", 1);
  await answers(open, "e2", 0);

  const written = (await her.store.events()).filter(({ id }) => !before.some((event) => event.id === id));
  assert.deepEqual(written.map(({ kind, module, item, release }) => [kind, module, item, release]).sort(), [
    ["answered", "ra", "ra1/q1", "one"],
    ["answered", "ra", "ra2/q1", "one"],
  ]);
  const sittings = new Set(written.map(({ body }) => body.sitting));
  assert.equal(sittings.size, 1);
  assert.ok(!before.some(({ id }) => sittings.has(id)));
  assert.match(String(written[0]!.body.sitting), /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

test("a review answered wrongly takes nothing back, one answered rightly can only add", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  await her.learns("ra1", { right: ["q1", "q2"] });
  await her.learns("ra2", { right: [], wrong: ["q1"] });
  const [mastered, tried] = await her.store.progressOf(her.learner);
  assert.ok(mastered!.own.mastered && !tried!.own.mastered);

  her.clock.tick(5 * day);
  const open = await opened(her);
  for (const name of Object.keys(open.file.items)) {
    const isOfSecond = open.file.html.split("</article>")[Number(name.slice(1)) - 1]!.includes("ra2 asks");
    await answers(open, name, isOfSecond ? 1 : 0);
  }
  const [still, now] = await her.store.progressOf(her.learner);
  assert.deepEqual(still!.own.mastered, mastered!.own.mastered);
  assert.deepEqual(still!.own.right, mastered!.own.right);
  assert.ok(now!.own.mastered);
});

test("a review left in the middle goes on the same day; once done, no more is asked that day", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  await her.learns("ra1", { right: ["q1", "q2"] });
  her.clock.tick(3 * day);
  const before = await opened(her);
  await answers(before, "e1", 1);
  await before.moved(2);

  assert.equal((await offered(her))!.isBegun, true);
  const after = await opened(her);
  assert.deepEqual([after.sitting.card, after.sitting.done], [2, { e1: { tries: 1, right: true } }]);
  await answers(after, "e2", 0);
  await after.keep({ kind: "lesson_finished", item: "review", body: {} });
  assert.equal(await offered(her), null);
  assert.deepEqual((await opened(her)).file.items, {});
  her.clock.tick(day);
  assert.equal((await offered(her))!.exercises, 1);
});

test("a month away is welcomed back, with no more than eight questions", async () => {
  const her = await aLearner();
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`q${at + 1}`, item(1)]));
  await her.hasModule("one", { ra1: many });
  await her.learns("ra1", { right: Object.keys(many) });
  her.clock.tick(30 * day);
  assert.deepEqual(await offered(her), { exercises: 8, isBegun: false, isBack: true });
});

test("a module published anew: what stayed is asked in its new words, what changed or went is not", async () => {
  const her = await aLearner();
  await her.hasModule("one", { ra1: { q1: item(1), q2: item(1), q3: item(1) } });
  await her.learns("ra1", { right: ["q1", "q2", "q3"] });
  await her.hasModule("two", { ra1: { q1: item(1), q2: item(2), q4: item(1) } });
  her.clock.tick(10 * day);
  const open = await opened(her);
  assert.equal(Object.keys(open.file.items).length, 1);
  await answers(open, "e1", 1);
  const releases = (await her.store.events()).filter(({ release }) => release === "two");
  assert.deepEqual(
    releases.map(({ item }) => item),
    ["ra1/q1"],
  );
});

test("a clock that was a year ahead for a while puts nothing off for a year", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  await her.learns("ra1", { right: ["q1", "q2"] });
  her.clock.tick(365 * day);
  const open = await opened(her);
  await answers(open, "e1", 1);
  her.clock.tick(-364 * day);
  await her.learns("ra2");
  her.clock.tick(20 * day);
  assert.equal((await offered(her))!.exercises, 3);
});

test("what was right on another phone is asked here too", async () => {
  const her = await aLearner();
  await her.hasModule("one", lessons);
  const at = new Date(her.clock.now()).toISOString();
  const nothing = { opened: at, finished: at, mastered: null, checked: null, last: at, releases: {} };
  const progress = [{ module: "ra", lesson: "ra1", progress: { ...nothing, right: { "q1@1": at } } }];
  await her.store.takeChanges(her.learner, { progress, inbox: [] }, null);
  her.clock.tick(3 * day);
  assert.equal((await offered(her))!.exercises, 1);
});
