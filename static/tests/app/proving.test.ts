// Check sets, assessments, certificates and passing it on: what is written, kept and sent, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldNothing, foldOf } from "../../app/lesson/fold.ts";
import { openAssessing, type Draw } from "../../app/lesson/assessing.ts";
import { openCertifying } from "../../app/lesson/certifying.ts";
import { openChecking } from "../../app/lesson/checking.ts";
import { nextStep, shelf } from "../../app/lesson/shelf.ts";
import { openTeaching } from "../../app/lesson/teaching.ts";
import type { Lent, State } from "../../app/lesson/model.ts";
import type { Language, LessonFile, Manifest, Pack, Proof } from "../../app/storage/records.ts";
import type { Ask, Question } from "../../app/syncing/ask.ts";
import { aClock, aPhone, aServer, reply, sync } from "./phone.ts";

const language: Language = "en";
const day = 86_400_000;
const card = (id: string) =>
  `<article class="quiz" id="c-${id}" data-card><h2>?</h2><form id="${id}" data-item="${id}"><fieldset></fieldset></form></article>`;
const item = (fact: string | null = null) => ({ type: "choice", edition: 1, answer: "b", why: "", fact });

/** A phone with a lesson of six exercises, the last one about a dated fact, and its learner. */
async function aLearner() {
  const clock = aClock();
  const phone = aPhone({ clock });
  const { store } = phone;
  const { learner } = await store.me();
  const items: LessonFile["items"] = {};
  for (const id of ["q1", "q2", "q3", "q4", "q5"]) items[id] = item();
  items.q6 = item("V01");
  const html = `<article data-card>Words.</article>${Object.keys(items).map(card).join("")}`;
  for (const lesson of ["ra1", "ra2"])
    await store.putText(
      lesson,
      JSON.stringify({ module: "ra", lesson, title: "Searching", html, items, tools: {} }),
    );
  const lessons = ["ra1", "ra2"].map((id) => ({
    id,
    title: id,
    minutes: 6,
    exercises: 6,
    file: id,
    bytes: 1,
  }));
  const manifest = { release: "one", module: "ra", language, title: "Ranking", lessons, pictures: [] };
  await store.putPack({ module: "ra", language, manifest, complete: true } as unknown as Pack & {
    manifest: Manifest;
  });

  const asked: Question[] = [];
  const her = {
    ...phone,
    clock,
    learner,
    asked,
    answer: (_: Question): ReturnType<Ask> => Promise.reject(new Error("no network")),
    wrote: 0,
    modules: async () =>
      shelf({
        language,
        outline: null,
        catalogue: null,
        packs: await store.packs(),
        progress: await store.progressOf(learner),
        sittings: [],
      }),
    async lend<T>(
      open: (needs: Lent, nothing: typeof foldNothing, wrote: () => Promise<void>, fold: typeof foldOf) => T,
    ): Promise<T> {
      const state = { me: await store.me(), language, modules: await her.modules() } as unknown as State;
      const ask: Ask = (question) => {
        asked.push(question);
        return her.answer(question);
      };
      const wrote = () => Promise.resolve(void her.wrote++);
      return open({ store, ask, state: () => state } as Lent, foldNothing, wrote, foldOf);
    },
    kinds: async () =>
      (await store.events())
        .sort((one, other) => one.seq - other.seq)
        .map(({ kind, item, body }) => [kind, item, body]),
  };
  return her;
}

type Her = Awaited<ReturnType<typeof aLearner>>;

const all = (response: string, among: string[]) => {
  const responses: Record<string, string> = {};
  for (const id of among) responses[id] = response;
  return responses;
};
const five = ["q1", "q2", "q3", "q4", "q5"];

async function checks(her: Her, right: number, lesson = "ra1"): Promise<boolean> {
  const set = (await (await her.lend(openChecking))("ra", lesson))!;
  return set.handIn({ ...all("a", five), ...all("b", five.slice(0, right)) }, right);
}

test("a check set asks the lesson's own exercises without its cards, and nothing about dated facts", async () => {
  const her = await aLearner();
  const set = (await (await her.lend(openChecking))("ra", "ra1"))!;
  assert.deepEqual(
    set.asked.map(({ id }) => id),
    five,
  );
  assert.ok(
    set.asked.every(({ html, id }) => html.startsWith("<article") && html.includes(`data-item="${id}"`)),
  );
  assert.deepEqual(await her.store.events(), []);
});

test("four of five make the lesson known, in one event, and the next step is another lesson", async () => {
  const her = await aLearner();
  assert.equal(await checks(her, 4), true);
  const [[kind, of, body]] = (await her.kinds()) as [[string, string, { right: number; responses: object }]];
  assert.deepEqual([kind, of, body.right, Object.keys(body.responses)], ["checked", "ra1", 4, five]);
  const modules = await her.modules();
  assert.ok(modules[0]!.lessons[0]!.progress.checked);
  assert.equal(modules[0]!.lessons[0]!.progress.finished, null);
  assert.equal(nextStep(modules)?.id, "ra2");
  assert.equal(her.wrote, 1);
});

test("a lesson she had begun and then showed to know is not her next step any more", async () => {
  const her = await aLearner();
  const opening = { kind: "lesson_opened", module: "ra", release: "one", item: "ra1", body: { language } };
  await her.store.write(opening, foldOf(null, "one"));
  assert.equal(nextStep(await her.modules())?.id, "ra1");
  await checks(her, 4);
  assert.equal(nextStep(await her.modules())?.id, "ra2");
});

test("three of five take nothing, and her path begins with the lesson; passed later, it does not", async () => {
  const her = await aLearner();
  assert.equal(await checks(her, 3), false);
  assert.deepEqual(await her.store.recall(`failed:${her.learner}`), ["ra/ra1"]);
  assert.equal(nextStep(await her.modules())?.id, "ra1");
  assert.equal(await checks(her, 5), true);
  assert.deepEqual(await her.store.recall(`failed:${her.learner}`), []);
});

test("what the server says of a check set on her other phone is shown here too", async () => {
  const her = await aLearner();
  const server = aServer();
  const at = "2026-11-20T08:00:00.000Z";
  const times = { opened_at: null, finished_at: null, mastered_at: null, checked_at: at, last_at: at };
  server.progress = [{ module: "ra", lesson: "ra1", ...times, right: [] }];
  await sync(her, server.ask);
  assert.equal((await her.modules())[0]!.lessons[0]!.progress.checked, at);
});

test("a lesson that is not here has no check set", async () => {
  const her = await aLearner();
  assert.equal(await (await her.lend(openChecking))("ra", "ra9"), null);
  assert.equal(await (await her.lend(openChecking))("pc", "pc1"), null);
});

const draw: Draw = {
  draw: "018f0000-0000-7000-8000-000000000001",
  module: "ra",
  release: "pool",
  language,
  title: "How products are ranked",
  pass: 4,
  of: 5,
  items: five.map((id) => ({ id, type: "choice", html: `<form data-item="${id}"></form>` })),
};
const proof = (over: Partial<Proof> = {}): Proof => ({
  module: "ra",
  way: "assessment",
  passed: true,
  right: 4,
  of: 5,
  at: "2026-11-21T09:00:00.000Z",
  again_at: null,
  certificate: { code: "7KQ4MN2P", state: "open" },
  ...over,
});
const isTold = (her: Her, ...proofs: Proof[]) => {
  const server = aServer();
  server.proofs = proofs;
  return sync(her, server.ask);
};

test("an assessment is drawn once with the network, and answered without it over reloads", async () => {
  const her = await aLearner();
  her.answer = async () => reply(200, draw);
  const before = await her.lend(openAssessing);
  assert.deepEqual(await before.standing("ra"), { at: "start" });
  assert.deepEqual(await before.draw("ra"), { kind: "drawn" });
  assert.equal(her.asked[0]!.path, "/api/v1/assessments/ra");
  assert.deepEqual(Object.keys(her.asked[0]!.body as object).sort(), [
    "device",
    "language",
    "learner",
    "read",
  ]);
  await before.answered("ra", { q1: "b" });

  const after = await her.lend(openAssessing);
  assert.deepEqual(await after.standing("ra"), { at: "answering", draw, responses: { q1: "b" } });
  assert.deepEqual(await her.store.events(), []);
});

test("the same draw fetched again keeps what she answered; another one begins anew", async () => {
  const her = await aLearner();
  her.answer = async () => reply(200, draw);
  const assessing = await her.lend(openAssessing);
  await assessing.draw("ra");
  await assessing.answered("ra", { q1: "b" });
  await assessing.draw("ra");
  assert.deepEqual(await assessing.standing("ra"), { at: "answering", draw, responses: { q1: "b" } });
  const other = { ...draw, draw: "018f0000-0000-7000-8000-000000000002" };
  her.answer = async () => reply(200, other);
  await assessing.draw("ra");
  assert.deepEqual(await assessing.standing("ra"), { at: "answering", draw: other, responses: {} });
});

test("what is still being kept counts for where she is, and is handed in", async () => {
  const her = await aLearner();
  her.answer = async () => reply(200, draw);
  const assessing = await her.lend(openAssessing);
  await assessing.draw("ra");
  void assessing.answered("ra", { q1: "b" });
  void assessing.answered("ra", { q1: "b", q2: "a" });
  assert.deepEqual(await assessing.standing("ra"), {
    at: "answering",
    draw,
    responses: { q1: "b", q2: "a" },
  });
  void assessing.answered("ra", { q1: "b", q2: "c" });
  await assessing.handIn("ra");
  assert.deepEqual(await her.kinds(), [
    ["assessed", "", { draw: draw.draw, responses: { q1: "b", q2: "c" } }],
  ]);
});

test("handed in is one event however often she taps, and then she waits for the result", async () => {
  const her = await aLearner();
  her.answer = async () => reply(200, draw);
  const assessing = await her.lend(openAssessing);
  await assessing.draw("ra");
  await assessing.answered("ra", { q1: "b", q2: "a" });
  await assessing.handIn("ra");
  await assessing.handIn("ra");
  assert.deepEqual(await her.kinds(), [
    ["assessed", "", { draw: draw.draw, responses: { q1: "b", q2: "a" } }],
  ]);
  assert.deepEqual(await assessing.standing("ra"), { at: "waiting" });
});

test("the result comes with a sync; an older one is not taken for it", async () => {
  const her = await aLearner();
  const older = proof({ passed: false, right: 2, at: "2026-11-19T09:00:00.000Z", certificate: null });
  await isTold(her, older);
  const assessing = await her.lend(openAssessing);
  assert.deepEqual(await assessing.standing("ra"), { at: "told", proof: older });
  her.answer = async () => reply(200, draw);
  await assessing.draw("ra");
  await assessing.handIn("ra");
  await isTold(her, older);
  assert.deepEqual(await assessing.standing("ra"), { at: "waiting" });
  await isTold(her, proof());
  assert.deepEqual(await assessing.standing("ra"), { at: "told", proof: proof() });
});

test("without a network, and where she rests first, nothing is lost and the reason is said", async () => {
  const her = await aLearner();
  const assessing = await her.lend(openAssessing);
  assert.deepEqual(await assessing.draw("ra"), { kind: "offline" });
  her.answer = async () => reply(502, {});
  assert.deepEqual(await assessing.draw("ra"), { kind: "offline" });
  her.answer = async () => ({
    status: 200,
    retryAfter: null,
    bytes: new TextEncoder().encode("<html>").buffer,
  });
  assert.deepEqual(await assessing.draw("ra"), { kind: "offline" });
  her.answer = async () => reply(409, { code: "rest-first", message: "From tomorrow on." });
  assert.deepEqual(await assessing.draw("ra"), { kind: "refused", say: "From tomorrow on." });
  assert.deepEqual(await assessing.standing("ra"), { at: "start" });
});

const paper = { code: "7KQ4MN2P", address: "/verify/7KQ4MN2P", pdf: "/certificates/7KQ4MN2P/k.pdf" };

test("a certificate is there to claim, claimed with a name, and named anew", async () => {
  const her = await aLearner();
  await isTold(her, proof());
  const certifying = await her.lend(openCertifying);
  const [open] = await certifying.certificates();
  assert.deepEqual(
    [open!.title, open!.way, open!.paper, open!.isRevoked],
    ["Ranking", "assessment", null, false],
  );
  her.answer = async () => reply(200, paper);
  assert.deepEqual(await certifying.claim("ra", { name: "陈秀兰", shows: false }), { kind: "claimed" });
  const { name, show_name, module } = her.asked[0]!.body as Record<string, unknown>;
  assert.deepEqual([name, show_name, module], ["陈秀兰", false, "ra"]);
  assert.deepEqual((await certifying.certificates())[0]!.paper, paper);
});

test("the name on the paper is kept nowhere on the phone", async () => {
  const her = await aLearner();
  await isTold(her, proof());
  her.answer = async () => reply(200, paper);
  await (await her.lend(openCertifying)).claim("ra", { name: "陈秀兰", shows: true });
  assert.deepEqual(await her.store.events(), []);
  assert.ok(!JSON.stringify(await her.store.recall(`paper:${her.learner}/ra`)).includes("陈秀兰"));
});

test("one taken back says so, whatever was told before", async () => {
  const her = await aLearner();
  await isTold(her, proof());
  const at = "2026-11-25T09:00:00.000Z";
  await isTold(her, proof({ passed: false, at, certificate: { code: "7KQ4MN2P", state: "revoked" } }));
  const found = await (await her.lend(openCertifying)).certificates();
  assert.deepEqual(
    found.map(({ code, isRevoked }) => [code, isRevoked]),
    [["7KQ4MN2P", true]],
  );
});

test("a claim without a network says so and can be made again", async () => {
  const her = await aLearner();
  await isTold(her, proof());
  const certifying = await her.lend(openCertifying);
  assert.deepEqual(await certifying.claim("ra", { name: "Mei", shows: false }), { kind: "offline" });
  assert.equal((await certifying.certificates())[0]!.paper, null);
});

test("passing a lesson on is said once a day", async () => {
  const her = await aLearner();
  const teaching = await her.lend(openTeaching);
  const lesson = { module: "ra", lesson: "ra1", release: "one", language };
  assert.equal(await teaching.wasSaidToday(lesson), false);
  await teaching.say(lesson);
  await teaching.say(lesson);
  assert.equal(await teaching.wasSaidToday(lesson), true);
  assert.equal(await teaching.wasSaidToday({ ...lesson, lesson: "ra2" }), false);
  her.clock.tick(2 * day);
  await teaching.say(lesson);
  assert.deepEqual(await her.kinds(), [
    ["taught", "ra1", {}],
    ["taught", "ra1", {}],
  ]);
});
