import assert from "node:assert/strict";
import { test } from "node:test";
import { foldOf } from "../../app/lesson/fold.ts";
import { due, openGetting, type Needs } from "../../app/lesson/getting.ts";
import { comesByItself, doneIn, openLibrary, priceOf, yuanIn } from "../../app/lesson/library.ts";
import type { State } from "../../app/lesson/model.ts";
import { nextStep, shelf, type LessonOnShelf } from "../../app/lesson/shelf.ts";
import { nothing } from "../../app/engine/progress.ts";
import type { Manifest } from "../../app/storage/records.ts";
import type { Question } from "../../app/syncing/ask.ts";
import { answer, aPhone } from "./phone.ts";
import { aLesson, lentBy, onShelf } from "./shelved.ts";

const freely = { savesData: false, prefer: null };
const saving = { savesData: true, prefer: null };

test("a phone that holds nothing begins with the first module by itself", () => {
  assert.deepEqual(due([onShelf("ra"), onShelf("pc")], {}, freely), ["ra"]);
});

test("a module that is preferred comes before the first one, and beside what is here", () => {
  const other = { savesData: false, prefer: "pc" };
  assert.deepEqual(due([onShelf("ra"), onShelf("pc")], {}, other), ["pc"]);
  assert.deepEqual(due([onShelf("ra", { place: "here", complete: true }), onShelf("pc")], {}, other), ["pc"]);
  assert.deepEqual(due([onShelf("ra"), onShelf("pc")], { pc: "never" }, other), []);
});

test("what she began goes on, on this phone before another; a new lesson is offered only after that", () => {
  const next = (...lessons: LessonOnShelf[]) => nextStep([onShelf("ra", { lessons })])?.id;
  const fresh = aLesson({ id: "ra1", place: "here" });
  const begun = { isBegun: true, progress: { ...nothing, opened: "2026-11-20", last: "2026-11-20" } };
  const elsewhere = aLesson({ id: "ra2", ...begun });
  assert.equal(next(fresh, elsewhere), "ra2");
  assert.equal(next(fresh, elsewhere, aLesson({ id: "ra3", place: "here", ...begun })), "ra3");
});

test("where data is saved nothing comes but what she tapped, and the module whose page stands open", () => {
  const modules = [onShelf("ra", { place: "here", newer: true }), onShelf("pc"), onShelf("ec")];
  assert.deepEqual(due(modules, {}, saving), []);
  assert.deepEqual(due(modules, { ec: "words" }, saving), ["ec"]);
  assert.deepEqual(due(modules, {}, { ...saving, prefer: "pc" }), ["pc"]);
});

const learned = (at: string, finished: string | null = null) =>
  aLesson({ progress: { ...nothing, opened: at, finished, last: at } });

test("brought to another phone, all modules come that she learned in, the latest first, and not the first of all", () => {
  const [pc, ec] = [
    learned("2026-11-20T08:00:00.000Z"),
    learned("2026-11-22T08:00:00.000Z", "2026-11-22T08:00:00.000Z"),
  ];
  const modules = [
    onShelf("ra"),
    onShelf("pc", { lessons: [pc] }),
    onShelf("ec", { lessons: [aLesson({}), ec] }),
  ];
  assert.deepEqual(due(modules, {}, freely), ["ec", "pc"]);
  assert.deepEqual(due(modules, {}, saving), []);
  assert.deepEqual(due(modules, { ec: "never" }, freely), ["pc"]);
  assert.deepEqual(due(modules, {}, { savesData: false, prefer: "ra" }), ["ra", "ec", "pc"]);
});

test("how far she is in a module is said whether it is on the phone or not", () => {
  const progress = { ...nothing, checked: "2026-11-22T08:00:00.000Z" };
  const lessons = [
    learned("2026-11-22T08:00:00.000Z", "2026-11-22T08:00:00.000Z"),
    ...[aLesson({ progress }), aLesson({}), aLesson({ place: "planned" })],
  ];
  assert.deepEqual(doneIn({ lessons }), { done: 2, known: 1, of: 3 });
});

test("what was paused or removed comes by a tap alone, and nothing else comes in its place", () => {
  const half = onShelf("ra", { place: "here", isPart: true });
  assert.deepEqual(due([half, onShelf("pc")], { ra: "never" }, freely), []);
  assert.deepEqual(due([onShelf("ra"), onShelf("pc")], { ra: "never" }, freely), []);
  assert.deepEqual(due([half, onShelf("pc")], { ra: "all" }, freely), ["ra"]);
});

test("what she asked for goes before what is newer or lacks pictures", () => {
  const modules = [onShelf("ra", { place: "here", complete: true, newer: true }), onShelf("pc")];
  assert.deepEqual(due(modules, { pc: "all" }, freely), ["pc", "ra"]);
});

const mb = 1_000_000;

test("the price is hers, rounded up to a fen, and nothing is said where she named none", () => {
  assert.equal(priceOf(mb, null), null);
  assert.equal(priceOf(1.1 * mb, { yuan: 30, per: "gb" }), 0.04);
  assert.equal(priceOf(2 * mb, { yuan: 0.29, per: "mb" }), 0.58);
  assert.equal(priceOf(10_000, { yuan: 30, per: "gb" }), 0, "less than one fen");
});

test("a price is read as it is typed", () => {
  for (const [typed, yuan] of [
    ["30", 30],
    [" ¥0.5 ", 0.5],
    ["３０元", 30],
    ["0,29", 0.29],
    ["", null],
    ["0", null],
    ["-3", null],
    ["free", null],
    ["1e3", null],
  ] as const)
    assert.equal(yuanIn(typed), yuan, typed);
});

const manifest = (release = "r"): Manifest => ({
  format: 1,
  release,
  module: "ra",
  language: "en",
  title: "How products are ranked",
  about: "",
  lessons: ["ra1", "ra2"].map((id) => ({
    id,
    title: id,
    minutes: 6,
    exercises: 5,
    file: `${id}-file`,
    bytes: 2_000,
  })),
  pictures: [{ file: "picture", bytes: 7_000, type: "image/svg+xml" }],
});

test("the library knows what of a module is here, and what is still to come", async () => {
  const phone = aPhone();
  await phone.store.putPack({
    module: "ra",
    language: "en",
    manifest: manifest(),
    complete: false,
    held: ["ra1"],
  });

  const half = (await openLibrary(lentBy(phone)).look()).modules.ra;
  assert.deepEqual(half, { here: 2_000, left: 9_000, lessons: 1, of: 2 });

  await (await phone.store.keeping()).keepMedia("picture", "image/svg+xml", new ArrayBuffer(9));
  await phone.store.putPack({ module: "ra", language: "en", manifest: manifest(), complete: true });
  const stock = await openLibrary(lentBy(phone)).look();
  assert.deepEqual(stock.modules.ra, { here: 11_000, left: 0, lessons: 2, of: 2 });
  assert.equal(stock.pictures, 7_000);
});

test("the library knows the lessons that are here in another language, and the first that she has not finished", async () => {
  const phone = aPhone();
  const { store } = phone;
  const { learner } = await store.me();
  const me = { device: "d", learner, read: "", token: "" };
  const chinese = { module: "ra", language: "zh-hans" as const, manifest: manifest(), complete: false };
  const look = async (language: "en" | "zh-hans") =>
    (await openLibrary(lentBy(phone, { me, language })).look()).elsewhere;
  await store.putPack({ ...chinese, held: [] });
  assert.deepEqual(await look("en"), [], "no lesson of it came yet");

  await store.putPack({ ...chinese, held: ["ra1", "ra2"] });
  const ra = { language: "zh-hans", module: "ra", title: "How products are ranked" };
  assert.deepEqual(await look("en"), [{ ...ra, lesson: "ra1" }]);
  assert.deepEqual(await look("zh-hans"), []);

  const body = { sitting: "s" };
  await store.write({ kind: "lesson_finished", module: "ra", item: "ra1", body }, foldOf(null, ""));
  assert.deepEqual(await look("en"), [{ ...ra, lesson: "ra2" }]);
});

test("pictures that she let go on a full phone come back by a tap alone, also where she had asked for them", async () => {
  const phone = aPhone();
  const { store } = phone;
  await (await store.keeping()).keepMedia("picture", "image/svg+xml", new ArrayBuffer(9));
  await store.putPack({ module: "ra", language: "en", manifest: manifest(), complete: true });
  await store.remember("orders", { ra: "all", pc: "never" });
  const changed: Partial<State>[] = [];
  const needs = { ...lentBy(phone), options: {}, set: (change: Partial<State>) => void changed.push(change) };

  await openGetting(needs as unknown as Needs).makeRoom();

  assert.equal(await (await store.keeping()).hasMedia("picture"), false);
  assert.deepEqual(await store.recall("orders"), { ra: "words", pc: "never" });
  assert.equal(await store.recall("savesData"), true);
  assert.deepEqual(changed, [{ isFull: false }]);
});

test("a phone that she was brought to gets what she began elsewhere; one that saves data waits for a tap", async () => {
  const phone = aPhone();
  const offer = (id: string) => ({
    id,
    language: "en",
    title: id,
    lessons: 1,
    release: id,
    manifest: id,
    bytes: 1,
  });
  await phone.store.remember("catalogue:en", {
    hash: "h",
    language: "en",
    modules: [offer("ra"), offer("pc")],
  });
  const begun = [
    aLesson({ module: "pc", id: "pc1", progress: { ...nothing, last: "2026-11-22T08:00:00.000Z" } }),
  ];
  const modules = [onShelf("ra"), onShelf("pc", { lessons: begun })];
  const asked = async (over: Partial<State>): Promise<string[]> => {
    const begun: string[] = [];
    const needs = {
      ...lentBy(phone, { modules, getting: null, ...over }),
      options: { prefer: null },
      set: ({ getting }: Partial<State>) => void (getting && begun.push(getting.module)),
    };
    await openGetting(needs as unknown as Needs).fill();
    return begun;
  };

  assert.deepEqual(await asked({ savesData: false }), ["pc"]);
  assert.deepEqual(await asked({ savesData: true }), []);
  assert.deepEqual(await asked({ savesData: false, modules: [onShelf("ra"), onShelf("pc")] }), ["ra"]);
});

test("what she tapped and the network cut comes by itself, and the library says so until it is here", async () => {
  const phone = aPhone();
  const offer = { id: "ra", language: "en", title: "ra", lessons: 2, release: "r", manifest: "m", bytes: 9 };
  await phone.store.remember("catalogue:en", { hash: "h", language: "en", modules: [offer] });
  await phone.store.putText("m", JSON.stringify(manifest()));
  const lent = lentBy(phone, { last: null, getting: null, isFull: false });
  let state = lent.state();
  const needs = {
    ...lent,
    options: { extras: async () => ({}) },
    state: () => state,
    set: (change: Partial<State>) => void (state = { ...state, ...change }),
    nudge: () => undefined,
  };
  const says = async () => comesByItself("ra", await openLibrary(lent).look(), state);
  const tap = () => openGetting(needs as unknown as Needs).get("ra", { media: false });
  assert.equal(await says(), false, "she did not ask for it");

  await tap();
  assert.equal(await says(), true);
  assert.equal(comesByItself("ra", null, state), false, "nobody has looked yet");
  for (const other of [{ last: "done" }, { isFull: true }, { getting: { module: "pc", done: 0, bytes: 9 } }])
    assert.equal(
      comesByItself("ra", await openLibrary(lent).look(), { ...state, ...(other as Partial<State>) }),
      false,
    );

  for (const { file } of manifest().lessons) await phone.store.putText(file, JSON.stringify({ tools: {} }));
  await tap();
  assert.equal(await says(), false, "its words are here");

  await openGetting(needs as unknown as Needs).remove("ra");
  assert.equal(await says(), false, "what is removed comes by a tap alone");
});

for (const [first, then] of [
  ["/packs/o", "/packs/ra"],
  ["/packs/ra", "/packs/o"],
] as const)
  test(`what the network cut is not asked for again by the tap that waited meanwhile: ${first} is cut first`, async () => {
    const phone = aPhone();
    const offer = {
      id: "ra",
      language: "en",
      title: "ra",
      lessons: 2,
      release: "r",
      manifest: "m",
      bytes: 9,
    };
    const outline = { file: "o", release: "r", bytes: 9 };
    await phone.store.remember("catalogue:en", { hash: "h", language: "en", outline, modules: [offer] });
    await phone.store.putText("m", JSON.stringify(manifest()));
    const lent = lentBy(phone, { getting: null, savesData: true, modules: [onShelf("ra")] });
    let state = lent.state();
    const asked: string[] = [];
    const cuts: (() => void)[] = [];
    const needs = {
      ...lent,
      ask: ({ path }: Question) =>
        new Promise((_, reject) => {
          asked.push(path);
          cuts.push(() => reject(new Error("no network")));
        }),
      options: { extras: async () => ({}) },
      state: () => state,
      set: (change: Partial<State>) => void (state = { ...state, ...change }),
      nudge: () => undefined,
    };
    const areAsked = async (many: number) => {
      while (asked.length < many) await new Promise(setImmediate);
    };
    const cut = (begin: string) => asked.forEach((path, at) => path.startsWith(begin) && cuts[at]!());
    const getting = openGetting(needs as unknown as Needs);

    const tapped = getting.get("ra", { media: false });
    await areAsked(1);
    const filled = getting.fill();
    await areAsked(3);
    cut(first);
    await (first === "/packs/o" ? tapped : filled);
    cut(then);
    await Promise.all([tapped, filled]);

    assert.deepEqual(asked, ["/packs/o", "/packs/ra1-file", "/packs/ra2-file"]);
    assert.equal(await filled, false, "it goes on after the next talk");
    assert.deepEqual(await phone.store.recall("orders"), { ra: "words" });
  });

test("of a module half here, the lessons that came can be opened and the others are to fetch", () => {
  const pack = {
    module: "ra",
    language: "en" as const,
    manifest: manifest(),
    complete: false,
    held: ["ra2"],
  };
  const [module] = shelf({
    language: "en",
    outline: null,
    catalogue: null,
    packs: [pack],
    progress: [],
    sittings: [],
  });
  assert.deepEqual([module!.place, module!.isPart], ["here", true]);
  assert.deepEqual(
    module!.lessons.map(({ id, place }) => [id, place]),
    [
      ["ra1", "fetch"],
      ["ra2", "here"],
    ],
  );
});

test("she may show what she can of a module that is here and has an assessment, and of no other", () => {
  const offer = (id: string, more: object) => ({
    ...{ id, language: "en" as const, title: id, lessons: 2, release: id, manifest: id, bytes: 9 },
    ...more,
  });
  const modules = [offer("ra", { assessment: true }), offer("pc", {}), offer("ec", { assessment: true })];
  const catalogue = { hash: "h", language: "en" as const, outline: null, modules };
  const pack = (module: string) => ({
    module,
    language: "en" as const,
    manifest: manifest(),
    complete: true,
  });
  const packs = [pack("ra"), pack("pc")];

  const shown = shelf({ language: "en", outline: null, catalogue, packs, progress: [], sittings: [] });

  assert.deepEqual(
    shown.filter(({ hasAssessment }) => hasAssessment).map(({ id }) => id),
    ["ra"],
  );
});

test("a module that is removed leaves its files, and nothing she did", async () => {
  const phone = aPhone();
  const { store } = phone;
  for (const { file } of manifest().lessons) await store.putText(file, "{}");
  const keeping = await store.keeping();
  await keeping.keepMedia("picture", "image/svg+xml", new ArrayBuffer(9));
  await store.putPack({ module: "ra", language: "en", manifest: manifest(), complete: true });
  await answer(phone);
  const { learner } = await store.me();
  const before = [await store.events(), await store.progressOf(learner), await store.countWaiting()];

  await keeping.removePack({ module: "ra", language: "en" });

  assert.deepEqual(await store.packs(), []);
  assert.deepEqual([await store.text("ra1-file"), await keeping.hasMedia("picture")], [undefined, false]);
  assert.deepEqual(
    [await store.events(), await store.progressOf(learner), await store.countWaiting()],
    before,
  );
});

test("how the phone shows lessons is kept over a restart, also where it cannot be kept for good", () => {
  const phone = aPhone();
  phone.store.setSettings({ text: 160 });
  assert.equal(aPhone({ place: phone.place }).store.settings().text, 160);

  phone.place.setItem = () => {
    throw new Error("full");
  };
  assert.equal(phone.store.setSettings({ text: 200 }).text, 200);
  assert.equal(phone.store.settings().text, 200);
  phone.place.kept.set("xk.settings", "no json");
  assert.equal(aPhone({ place: phone.place }).store.settings().text, 100);
});
