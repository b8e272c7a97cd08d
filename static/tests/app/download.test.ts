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

test("a module can be learned as soon as its words are here, while the pictures still come", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer, pictures } = aModule(put);
  const seen: boolean[] = [];
  const readable = async () => {
    const [pack] = await store.packs();
    for (const { file } of pack!.manifest.lessons) assert.ok(await store.text(file));
    seen.push(pack!.complete, await (await store.keeping()).hasMedia(pictures[0]!.file));
  };

  await fetchPack(store, ask, offer, { ...calmly, readable });

  assert.deepEqual(seen, [false, false]);
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
  await assert.rejects(fetchPack(store, slowly, offer, calmly), { name: "NoAnswer" });
  assert.equal(underWay, 0);
  assert.deepEqual(await store.packs(), []);

  await fetchPack(store, ask, offer, calmly);
  assert.equal((await store.packs()).length, 1, "what had come is not asked for again, and the rest comes");
});

test("a download that is paused offers nothing half", async () => {
  const { store } = aPhone();
  const { put, ask } = aShelf();
  const { offer } = aModule(put);
  let files = 0;
  await fetchPack(store, ask, offer, { ...calmly, progress: () => void files++, stopped: () => files > 1 });
  assert.deepEqual(await store.packs(), []);
});
