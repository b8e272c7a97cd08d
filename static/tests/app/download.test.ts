import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import type { CatalogueModule } from "../../app/storage/records.ts";
import type { Ask } from "../../app/syncing/ask.ts";
import { fetchPack, type Fetching } from "../../app/syncing/download.ts";
import { aPhone, reply } from "./phone.ts";

/** Files as a server holds them: each named by the hash of its bytes. */
function aShelf() {
  const files = new Map<string, string>();
  const put = (text: string) => {
    const hash = createHash("sha256").update(text).digest("hex");
    files.set(hash, text);
    return hash;
  };
  const ask: Ask = async ({ path }) => {
    const text = files.get(path.slice(-64));
    if (text === undefined) return reply(404, {});
    const bytes = new TextEncoder().encode(text).buffer as ArrayBuffer;
    return { status: 200, retryAfter: null, bytes };
  };
  return { put, ask };
}

function aModule(put: (text: string) => string) {
  const lessons = ["ra1", "ra2", "ra3"].map((id) => ({ id, file: put(`{"lesson":"${id}"}`), bytes: 20 }));
  const pictures = ["a", "b"].map((name) => ({
    file: put(`<svg id="${name}"/>`),
    bytes: 30,
    type: "image/svg+xml",
  }));
  const manifest = put(JSON.stringify({ release: "r", module: "ra", language: "en", lessons, pictures }));
  return { lessons, pictures, offer: { id: "ra", language: "en", manifest } as CatalogueModule };
}

const calmly: Fetching = {
  media: true,
  progress: () => undefined,
  stopped: () => false,
  readable: async () => undefined,
};

test("each lesson can be learned as soon as its words are here, while the rest still comes", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, pictures } = aModule(put);
  const seen: (string[] | "all words")[] = [];
  const readable = async () => {
    const [pack] = await store.packs();
    const { lessons } = pack!.manifest;
    const held = lessons.filter(({ id }) => !pack!.held || pack!.held.includes(id));
    for (const { file } of held) assert.ok(await store.text(file));
    assert.equal(await (await store.keeping()).hasMedia(pictures[0]!.file), false);
    seen.push(pack!.held ? held.map(({ id }) => id) : "all words");
  };

  await fetchPack(store, ask, offer, { ...calmly, readable });

  assert.equal(seen.length, 4, "after each of three lessons, and once all words are here");
  assert.equal(seen[3], "all words");
  assert.equal((await store.packs())[0]!.complete, true);
  for (const { file } of pictures) assert.ok(await (await store.keeping()).hasMedia(file));
});

test("a file that cannot come ends the download once, with nothing still under way", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, lessons } = aModule(put);
  let underWay = 0;
  const slowly: Ask = async (question) => {
    if (question.path.endsWith(lessons[0]!.file)) return reply(404, {});
    underWay++;
    await new Promise((soon) => setTimeout(soon, 20));
    underWay--;
    return ask(question);
  };
  await assert.rejects(fetchPack(store, slowly, offer, calmly), { name: "NotIt" });
  assert.equal(underWay, 0);
  assert.deepEqual(
    (await store.packs()).map(({ held }) => held),
    [["ra2"]],
  );

  const asked: string[] = [];
  const counted: Ask = (question) => {
    asked.push(question.path.slice(-64));
    return ask(question);
  };
  await fetchPack(store, counted, offer, calmly);
  assert.ok(!asked.includes(lessons[1]!.file), "what had come is not asked for again");
  const [whole] = await store.packs();
  assert.deepEqual([whole!.complete, whole!.held], [true, undefined]);
});

test("a file cut at half is never kept, and after an outage among the pictures only what lacks is asked for", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, lessons, pictures } = aModule(put);
  const asked: string[] = [];
  let network: "cuts" | "gone after one picture" | "good" = "cuts";
  const unsteady: Ask = async (question) => {
    const file = question.path.slice(-64);
    asked.push(file);
    const answer = await ask(question);
    if (network === "cuts" && file === lessons[2]!.file)
      return { ...answer, bytes: answer.bytes.slice(0, answer.bytes.byteLength >> 1) };
    if (network === "gone after one picture" && file === pictures[1]!.file) throw new Error("no network");
    return answer;
  };

  await assert.rejects(fetchPack(store, unsteady, offer, calmly), { name: "NotIt" });
  assert.equal(await store.text(lessons[2]!.file), undefined);
  network = "gone after one picture";
  await assert.rejects(fetchPack(store, unsteady, offer, calmly), { name: "NoAnswer" });
  assert.ok(await store.text(lessons[2]!.file));
  assert.equal((await store.packs())[0]!.complete, false);

  network = "good";
  asked.length = 0;
  await fetchPack(store, unsteady, offer, calmly);
  assert.deepEqual(asked, [pictures[1]!.file]);
  assert.equal((await store.packs())[0]!.complete, true);
});

test("what the browser kept of an answer that was cut is asked for anew, once", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, lessons } = aModule(put);
  const asked: boolean[] = [];
  const withACutCopy: Ask = async (question) => {
    const answer = await ask(question);
    if (!question.path.endsWith(lessons[1]!.file)) return answer;
    asked.push(!!question.anew);
    return question.anew ? answer : { ...answer, bytes: new ArrayBuffer(0) };
  };
  await fetchPack(store, withACutCopy, offer, calmly);
  assert.deepEqual(asked, [false, true]);
  assert.equal((await store.packs())[0]!.complete, true);
});

test("a download that is paused keeps what came, and says which lessons that is", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, lessons } = aModule(put);
  let files = 0;
  await fetchPack(store, ask, offer, { ...calmly, progress: () => void files++, stopped: () => files > 0 });
  const [pack] = await store.packs();
  assert.equal(pack!.complete, false);
  assert.ok(pack!.held!.length > 0 && pack!.held!.length < lessons.length);
  for (const { id, file } of lessons)
    assert.equal((await store.text(file)) !== undefined, pack!.held!.includes(id), id);
});

for (const [whole, underWay] of [1, 2, 2, 1, 2, 1].entries())
  test(`a browser killed when ${whole} of six files had come asks for the others alone at its next start`, async () => {
    const phone = aPhone();
    const { put, ask } = aShelf();
    const { offer, lessons } = aModule(put);
    const [came, hangs] = [[] as string[], [] as string[]];
    const dying: Ask = (question) => {
      if (came.length === whole) return new Promise(() => void hangs.push(question.path));
      came.push(question.path);
      return ask(question);
    };
    void fetchPack(phone.store, dying, offer, calmly);
    const turn = () => new Promise((soon) => setImmediate(soon));
    while (hangs.length < underWay) await turn();
    const isHere = async (path: string) =>
      !!(await phone.store.text(path.slice(-64))) || (await phone.store.keeping()).hasMedia(path.slice(-64));
    for (const path of came) while (!(await isHere(path))) await turn();

    const { store } = aPhone(phone);
    for (const id of (await store.packs())[0]?.held ?? [])
      assert.ok(await store.text(lessons.find((lesson) => lesson.id === id)!.file), "it can be learned");
    const again: string[] = [];
    await fetchPack(store, (question) => (again.push(question.path), ask(question)), offer, calmly);

    assert.equal(again.length, 6 - whole);
    assert.deepEqual(
      again.filter((path) => came.includes(path)),
      [],
    );
    assert.equal((await store.packs())[0]!.complete, true);
  });

test("a newer release takes the older one's place only when it is whole", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, lessons } = aModule(put);
  await fetchPack(store, ask, offer, calmly);
  const changed = lessons.map((lesson) => ({ ...lesson, file: put(`{"lesson":"${lesson.id}","newer":1}`) }));
  const newer = { release: "s", module: "ra", language: "en", lessons: changed, pictures: [] };
  let files = 0;
  const stops: Fetching = { ...calmly, progress: () => void files++, stopped: () => files > 0 };

  await fetchPack(store, ask, { ...offer, manifest: put(JSON.stringify(newer)) }, stops);
  assert.deepEqual(
    (await store.packs()).map(({ manifest, complete }) => [manifest.release, complete]),
    [["r", true]],
  );
});
