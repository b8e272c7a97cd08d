import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "..");

/** From the lowest to the highest: a layer imports itself and what is below. */
const layers = ["app/engine", "app/text", "app/storage", "app/syncing", "app/lesson", "app/views"];
/** The card script and the practices stand beside the app: views may mount them, they know only rules and ids. */
const beside: Record<string, string[]> = {
  lesson: ["lesson", "app/engine", "app/storage/ids.ts"],
  tools: ["tools", "app/engine"],
  worker: ["worker"],
};

function filesIn(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** Own files that a file imports for their values or types. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const names = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((found) => found[1]!);
  return names.map((name) => relative(root, resolve(root, dirname(file), name)));
}

const isUnder = (file: string, folders: string[]) =>
  folders.some((folder) => file === folder || file.startsWith(`${folder}/`));

for (const [at, layer] of layers.entries())
  test(`${layer} imports nothing above it`, () => {
    const views = ["lesson", "tools/shared/options.ts", "art/icons.svg"];
    const allowed = [...layers.slice(0, at + 1), ...(layer === "app/views" ? views : [])];
    for (const file of filesIn(layer))
      for (const needed of importsOf(file)) assert.ok(isUnder(needed, allowed), `${file} imports ${needed}`);
  });

for (const [folder, allowed] of Object.entries(beside))
  test(`${folder}/ imports only ${allowed.join(", ")}`, () => {
    for (const file of filesIn(folder))
      for (const needed of importsOf(file)) assert.ok(isUnder(needed, allowed), `${file} imports ${needed}`);
  });

const appFiles = layers.flatMap(filesIn).concat("app/main.ts");
const withoutComments = (file: string) =>
  readFileSync(join(root, file), "utf8").replace(/^\s*(\/\/|\/\*|\*).*$/gm, "");

test("only syncing calls fetch", () => {
  for (const file of appFiles)
    if (!file.startsWith("app/syncing/"))
      assert.doesNotMatch(withoutComments(file), /(?<![.\w])fetch\(/, file);
});

test("only storage touches IndexedDB and the cache", () => {
  const opens = /indexedDB\.|IDBKeyRange|\.objectStore\(|caches\.(open|match|keys|delete)/;
  for (const file of appFiles)
    if (!file.startsWith("app/storage/")) assert.doesNotMatch(withoutComments(file), opens, file);
});

test("what the learner is doing knows no page", () => {
  for (const file of ["app/lesson", "app/engine", "app/text"].flatMap(filesIn))
    assert.doesNotMatch(withoutComments(file), /\b(document|window|history|location)\./, file);
});
