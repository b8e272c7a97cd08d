import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { before, test } from "node:test";
import { besides } from "../app/lesson/costs.ts";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const kb = 1024;
/** OFFLINE.md, 3: as sent with brotli; gzip, for plain http, may be 15 % over each. */
const limits = { shell: 28 * kb, room: 8 * kb, tool: 6 * kb };
const gzipMay = 1.15;
const languages = ["en", "zh-hans"];

interface Manifest {
  files: Record<string, string>;
  tools: Record<string, string[]>;
  shell: { path: string; part: string }[];
}

let built: Manifest;

before(() => {
  if (!existsSync(join(dist, "manifest.json"))) execFileSync(process.execPath, [join(root, "build.mjs")]);
  built = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as Manifest;
});

const onDisk = (path: string) => join(dist, path === "/app" ? "app.html" : path.replace("/static/", ""));
const sent = (paths: string[], ending: string) =>
  paths.reduce((sum, path) => sum + statSync(onDisk(path) + ending).size, 0);

function assertWithin(name: string, paths: string[], limit: number): void {
  const [brotli, gzip] = [sent(paths, ".br"), sent(paths, ".gz")];
  assert.ok(brotli <= limit, `${name}: ${brotli} B with brotli, ${limit} allowed`);
  assert.ok(gzip <= limit * gzipMay, `${name}: ${gzip} B with gzip, ${Math.floor(limit * gzipMay)} allowed`);
}

for (const language of languages)
  test(`worker and shell, with the words of ${language}, stay within 28 KB`, () => {
    const parts = ["shell", `words.${language}`];
    const paths = built.shell.filter(({ part }) => parts.includes(part)).map(({ path }) => path);
    assertWithin(language, [...paths, "/static/worker.js"], limits.shell);
  });

/** What a file imports at once, and what that imports, without what the shell has already. */
function neededBy(path: string, seen: string[] = []): string[] {
  const shell = built.shell.filter(({ part }) => part === "shell").map((file) => file.path);
  if (seen.includes(path) || shell.includes(path)) return seen;
  seen.push(path);
  const text = path.endsWith(".js") ? readFileSync(onDisk(path), "utf8") : "";
  for (const [, name] of text.matchAll(/(?:from|import)"([^"]+)"/g))
    neededBy(posix.join(dirname(path), name!), seen);
  return seen;
}

test("each further room stays within 8 KB, with its words and all that it needs", () => {
  const isWords = ({ part }: { part: string }) => /\.(en|zh-hans)$|^rooms\./.test(part);
  const rooms = built.shell.filter((file) => file.part !== "shell" && !isWords(file));
  assert.ok(rooms.length > 3);
  for (const { path, part } of rooms)
    for (const language of languages) {
      const own = part.replace(/^views\./, "");
      const words = built.shell.filter((file) =>
        [`rooms.${language}`, `${own}.${language}`].includes(file.part),
      );
      assertWithin(part, [...neededBy(path), ...words.map((file) => file.path)], limits.room);
    }
});

test("each practice stays within 6 KB beside what the app has already, and its style within as much", () => {
  const shell = built.shell.map(({ path }) => path);
  assert.ok(Object.keys(built.tools).length >= 2);
  for (const [name, paths] of Object.entries(built.tools))
    assertWithin(
      name,
      paths.filter((path) => !shell.includes(path)),
      limits.tool,
    );
  assertWithin("tools.css", [built.files["tools.css"]!], limits.tool);
});

test("the shell is built for old phones: nothing in it is newer than 2018", () => {
  for (const { path } of built.shell.filter(({ path }) => path.endsWith(".js"))) {
    const text = readFileSync(onDisk(path), "utf8");
    assert.doesNotMatch(
      text,
      /\?\?=|\|\|=|\(\?<[=!]|\.replaceAll\(|\.flatMap\(|\.flat\(|Object\.fromEntries|\.at\(-/,
      path,
    );
  }
});

/** What HTTP/2 sends around a file. */
const around = 200;

test("what the library says a module costs at most is at most what comes beside its words and pictures", () => {
  const course = resolve(root, "../content/village-ecommerce");
  const shell = built.shell.map(({ path }) => path);
  for (const module of readdirSync(course).filter((name) => !name.includes("."))) {
    const lessons = readdirSync(join(course, module)).filter((name) => !name.includes("."));
    const texts = lessons
      .map((lesson) => readFileSync(join(course, module, lesson, "en.md"), "utf8"))
      .join("\n");
    const names = [...texts.matchAll(/```tool\n[^`]*?\bname: (\S+)/g)].map(([, name]) => name!);
    assert.ok(names.length >= lessons.length, `${module}: the practices of its lessons are read`);
    const files = new Set(names.flatMap((name) => [...built.tools[name]!, built.files["tools.css"]!]));
    const late = [...files].filter((path) => !shell.includes(path));
    const sentFiles = late.length + lessons.length + texts.split("![").length;
    const besideAll = sent(late, ".br") + sentFiles * around;
    assert.ok(
      besideAll <= lessons.length * besides,
      `${module}: ${besideAll} of ${lessons.length * besides}`,
    );
  }
});
