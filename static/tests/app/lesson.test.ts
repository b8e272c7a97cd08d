import assert from "node:assert/strict";
import { test } from "node:test";
import { holdFirstPages } from "../../app/lesson/holding.ts";
import { startModel } from "../../app/lesson/model.ts";
import { openLesson } from "../../app/lesson/sitting.ts";
import { nextStep, shelf } from "../../app/lesson/shelf.ts";
import { nothing, type Progress } from "../../app/engine/progress.ts";
import { uuid7 } from "../../app/storage/ids.ts";
import type { Language, Manifest } from "../../app/storage/records.ts";
import { aClock, aPhone, type Phone } from "./phone.ts";

const title = (release: string, lesson: string) => `${lesson} of ${release}`;

/** A module of two lessons with one exercise each, as a release of that name. */
async function aModule(phone: Phone, release: string, language: Language = "en"): Promise<void> {
  const lessons = [];
  for (const lesson of ["ra1", "ra2"]) {
    const file = `${release}-${language}-${lesson}`;
    const text = {
      lesson,
      title: title(release, lesson),
      html: '<article data-card><form data-item="q1"></form></article><article data-card></article>',
      items: { q1: { type: "choice", edition: 1, answer: "b", why: "" } },
      tools: {},
    };
    await phone.store.putText(file, JSON.stringify(text));
    lessons.push({ id: lesson, title: text.title, minutes: 6, exercises: 1, file, bytes: 9 });
  }
  const manifest = { release, module: "ra", language, title: "Ranking", lessons, pictures: [] };
  await phone.store.putPack({
    module: "ra",
    language,
    manifest: manifest as unknown as Manifest,
    complete: true,
  });
  await (await phone.store.keeping()).dropUnused();
}

async function open(phone: Phone, lesson = "ra1", language: Language = "en") {
  const { learner } = await phone.store.me();
  const opened = await openLesson(phone.store, { learner, module: "ra", lesson, language });
  assert.ok(opened);
  return opened;
}

const answered = { kind: "answered" as const, item: "ra1/q1", body: { try: 1, response: "b", credit: 1 } };
const finished = { kind: "lesson_finished" as const, item: "ra1", body: {} };

test("a reload goes on where she was, in the same sitting", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  const before = await open(phone);
  await before.keep(answered);
  await before.moved(2);

  const after = await open(phone);
  assert.equal(after.sitting.sitting, before.sitting.sitting);
  assert.deepEqual([after.sitting.card, after.sitting.done], [2, { q1: { tries: 1, right: true } }]);
  const kinds = (await phone.store.events()).map(({ kind }) => kind).sort();
  assert.deepEqual(kinds, ["answered", "lesson_opened"]);
});

test("what one window answered or finished in a sitting is not taken back by another", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  const one = await open(phone);
  const other = await open(phone);
  const wrong = { ...answered, body: { try: 1, response: "a", credit: 0 } };
  await one.keep({ ...answered, item: "ra1/q2" });
  await other.keep({ ...answered, body: { ...answered.body, try: 2 } });
  await one.keep(wrong);
  await one.moved(2);
  const { done } = (await open(phone)).sitting;
  assert.deepEqual(done, { q1: { tries: 2, right: true }, q2: { tries: 1, right: true } });

  assert.deepEqual(await other.moved(2), done, "a card shows what was answered in another window");

  await other.keep(finished);
  await one.moved(1);
  assert.notEqual((await open(phone)).sitting.sitting, one.sitting.sitting, "finished is finished");
});

/** Two windows with the same sitting; it ends in the other one, which begins a new one and goes to its second card. */
async function anOlderWindow(phone: Phone, setClock: (ms: number) => void = () => undefined) {
  const older = await open(phone);
  await (await open(phone)).keep(finished);
  setClock(-86_400_000);
  const newer = await open(phone);
  await newer.moved(2);
  return { older, newer };
}

for (const [began, aPage] of Object.entries({
  "in the app": {},
  "on its first page": { "xk.at.ra/ra1": { sitting: "first", seq: 1, release: "one", card: 1, done: {} } },
}))
  test(`a newer sitting keeps its place when an older window, begun ${began}, is still used`, async () => {
    const clock = aClock();
    const phone = aPhone({ clock });
    await aModule(phone, "one");
    for (const [name, value] of Object.entries(aPage)) phone.place.setItem(name, JSON.stringify(value));
    phone.place.setItem("xk.seq", "1");
    const { older, newer } = await anOlderWindow(phone, clock.tick);
    assert.ok(newer.sitting.seq! > older.sitting.seq!);

    await older.moved(1);
    await older.keep(answered);
    await older.keep(finished);

    const again = await open(phone);
    assert.equal(again.sitting.sitting, newer.sitting.sitting, "the clock was set back meanwhile");
    assert.deepEqual([again.sitting.card, again.sitting.done], [2, {}]);
    const written = (await phone.store.events()).filter(({ kind }) => kind === "answered");
    assert.deepEqual(
      written.map(({ body }) => body.sitting),
      [older.sitting.sitting],
    );
  });

test("an open lesson stays on its release, and the next opening is new", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  await open(phone);
  await aModule(phone, "two");

  const still = await open(phone);
  assert.equal(still.file.title, title("one", "ra1"));
  await still.keep(answered);
  await still.keep(finished);

  assert.equal((await open(phone)).file.title, title("two", "ra1"));
  const releases = (await phone.store.events())
    .filter(({ kind }) => kind === "answered")
    .map(({ release }) => release);
  assert.deepEqual(releases, ["one"]);
});

test("a sitting lasts over a change of language", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  await aModule(phone, "eins", "zh-hans");
  const english = await open(phone);
  const chinese = await open(phone, "ra1", "zh-hans");
  assert.equal(chinese.sitting.sitting, english.sitting.sitting);
  assert.equal(chinese.file.title, title("eins", "ra1"));
});

test("what the first page of a lesson began goes on in the app", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  const at = {
    sitting: "begun-on-the-first-page",
    release: "one",
    card: 2,
    done: { q1: { tries: 1, right: false } },
  };
  phone.place.setItem("xk.at.ra/ra1", JSON.stringify(at));

  const opened = await open(phone);
  assert.equal(opened.sitting.sitting, at.sitting);
  assert.deepEqual([opened.sitting.card, opened.sitting.done], [2, at.done]);
  assert.equal(await phone.store.countWaiting(), 0, "no second lesson_opened");
  assert.equal(phone.place.getItem("xk.at.ra/ra1"), null);
});

test("Today shows where she left a lesson: in the app, and on its first page after that", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  const noNetwork = () => Promise.reject(new Error("no network"));
  const options = { app: "test", language: "en" as const, savesData: true, prefer: null };
  const start = () =>
    startModel({ store: phone.store, ask: noNetwork, ...options, extras: async () => ({}) });
  const { sitting } = (await open(phone)).sitting;
  assert.equal((await start()).state.value.next?.sitting?.card, 1);

  phone.place.setItem("xk.at.ra/ra1", JSON.stringify({ sitting, release: "one", card: 2, done: {} }));
  assert.equal((await start()).state.value.next?.sitting?.card, 2);
});

test("a lesson that its first page finished begins anew, also where it was held open", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  const { learner, device } = await phone.store.me();
  const at = { sitting: "on-the-first-page", release: "one", card: 2, done: {} };
  phone.place.setItem("xk.at.ra/ra1", JSON.stringify(at));
  await holdFirstPages(phone.store, learner);
  assert.equal((await phone.store.sittingOf(learner, "ra", "ra1"))?.finished, false);

  phone.place.removeItem("xk.at.ra/ra1");
  const body = { sitting: at.sitting };
  const finished = { id: uuid7(9), v: 1, device, seq: 9, learner, kind: "lesson_finished", at: "2026-11-21" };
  const event = { ...finished, session: "s", mono: 1, module: "ra", release: "one", item: "ra1", body };
  phone.place.setItem("xk.queue", JSON.stringify([event]));
  await phone.store.adopt((before) => before);

  const opened = await open(phone);
  assert.equal(opened.sitting.card, 1);
  assert.notEqual(opened.sitting.sitting, at.sitting);
});

/** What the server tells of a lesson that was begun on another phone. */
async function toldOf(phone: Phone, over: Partial<Progress>): Promise<void> {
  const { learner } = await phone.store.me();
  const opened = "2026-11-20T08:00:00.000Z";
  const progress = { ...nothing, opened, ...over };
  await phone.store.takeChanges(
    learner,
    { progress: [{ module: "ra", lesson: "ra1", progress }], inbox: [] },
    1,
  );
}

test("a lesson that was begun on another phone goes on after what was right there; a finished one begins anew", async () => {
  const at = "2026-11-20T08:05:00.000Z";
  const phone = aPhone();
  await aModule(phone, "one");
  await toldOf(phone, { right: { "q1@1": at } });
  const { sitting } = await open(phone);
  assert.deepEqual([sitting.card, sitting.done], [2, { q1: { tries: 1, right: true } }]);

  for (const over of [{ right: { "q1@2": at } }, { right: { "q1@1": at }, finished: at }]) {
    const other = aPhone();
    await aModule(other, "one");
    await toldOf(other, over);
    const { sitting } = await open(other);
    assert.deepEqual([sitting.card, sitting.done], [1, {}], "another edition of the exercise, or all of it");
  }
});

test("a lesson that is not on the phone opens nothing and writes nothing", async () => {
  const phone = aPhone();
  const { learner } = await phone.store.me();
  assert.equal(await openLesson(phone.store, { learner, module: "pc", lesson: "pc1", language: "en" }), null);
  assert.equal(await phone.store.countWaiting(), 0);
});

test("the next step is the lesson she left, then the first that is not finished", async () => {
  const phone = aPhone();
  await aModule(phone, "one");
  const { learner } = await phone.store.me();
  const next = async () =>
    nextStep(
      shelf({
        language: "en",
        outline: null,
        catalogue: null,
        packs: await phone.store.packs(),
        progress: await phone.store.progressOf(learner),
        sittings: await phone.store.sittingsOf(learner),
      }),
    )?.id;
  assert.equal(await next(), "ra1");
  await open(phone, "ra2");
  assert.equal(await next(), "ra2");
  const second = await open(phone, "ra2");
  await second.keep({ ...finished, item: "ra2" });
  assert.equal(await next(), "ra1");
  const first = await open(phone);
  await first.keep(finished);
  assert.equal(await next(), undefined);
});
