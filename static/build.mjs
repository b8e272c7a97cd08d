// Builds the phone app into dist/. Run by `manage.py up` where the sources changed: `node build.mjs`.
//
// What comes out (docs: static/README.md):
//   manifest.json         {files: {logical name: "/static/…"}, tools: {name: [paths]}, shell: [{path, hash, bytes, part}]}
//   app.html              the shell document; every address of the app shows it
//   worker.js             the service worker, with the shell's list inside, so that any change is a new worker
//   first.<language>.js, first.css   what the first lesson page carries inline: no hash in the name
//   gone.js               what the server gives in place of a script that it no longer keeps
//   everything else       has a hash in its name, and stays for a year after the last day on which it was of the newest app
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const target = "es2018";
const prefix = "/static/";
const yearInSeconds = 366 * 24 * 3600;

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".svg": "text" },
  tsconfig: join(here, "tsconfig.base.json"),
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
};

/** @type {Record<string, string>} logical name → address */
const files = {};
/** @type {Record<string, string[]>} tool's name → its file and what that file imports */
const tools = {};

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

function put(name, bytes) {
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function putHashed(name, bytes) {
  const ending = extname(name);
  const path = `${name.slice(0, -ending.length)}-${sha256(bytes).slice(0, 10)}${ending}`;
  put(path, bytes);
  files[name] = prefix + path;
}

function sourcesIn(folder) {
  const path = join(here, folder);
  return existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(here, join(entry.parentPath, entry.name)))
        .sort()
    : [];
}

/** A tool is `tools/<name>/index.tsx` (or .ts), or `tools/<name>.tsx`. */
function toolEntries() {
  return Object.fromEntries(
    sourcesIn("tools")
      .map((path) => [/^tools\/([a-z0-9-]+)(?:\/index)?\.tsx?$/.exec(path)?.[1], path])
      .filter(([name]) => name)
      .map(([name, path]) => [`tools/${name}`, path]),
  );
}

async function buildApp() {
  const entries = { ...toolEntries(), app: "app/main.ts", "lesson/inputs": "lesson/inputs.ts" };
  const { metafile } = await build({
    ...shared,
    entryPoints: entries,
    format: "esm",
    splitting: true,
    metafile: true,
    outdir: dist,
    entryNames: "[dir]/[name]-[hash]",
    chunkNames: "app/[name]-[hash]",
  });
  const outputs = Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, output]) => [relative("dist", path), output]),
  );
  for (const [path, output] of Object.entries(outputs)) {
    const name = path.replace(/-[A-Z0-9]{8}\.js$/, ".js");
    const isShared = !output.entryPoint;
    files[isShared ? path : name] = prefix + path;
    if (name.startsWith("tools/"))
      tools[basename(name, ".js")] = withImports(outputs, path).map((p) => prefix + p);
  }
  return outputs;
}

/** A built file and every file it needs at once, itself first. */
function withImports(outputs, path, seen = []) {
  if (!seen.includes(path)) {
    seen.push(path);
    for (const needed of outputs[path].imports)
      if (needed.kind === "import-statement") withImports(outputs, relative("dist", needed.path), seen);
  }
  return seen;
}

async function buildStyles() {
  for (const [name, hashed] of [
    ["first.css", false],
    ["app.css", true],
    ["shell.css", true],
    ["rooms.css", true],
    ["tools.css", true],
  ]) {
    const result = await build({
      ...shared,
      entryPoints: [`css/${name}`],
      // Written for Chrome 64 and Safari 12: keep the longhands that newer shorthands would swallow.
      target: ["chrome64", "safari12"],
      write: false,
      outdir: "unused",
    });
    const text = result.outputFiles[0].contents;
    if (hashed) putHashed(name, text);
    else put(name, text);
  }
}

/** Names that only the inline scripts use among themselves: one letter is enough. None of them is a name of the DOM's. */
const ownNames =
  /^(tapOne|tapSome|chooseAll|notYet|lookAgain|thisIs|someMissing|answerIs|tryAgain|notKept|tryTool|wellDone|enough|takeBreak|nextLesson|keepLessons|toolAway|listenAll|listen|stop|kept|yes|moved|leave|position)$/;

/** Scripts that pages carry inline: `lesson/first.en.ts` … and the preview's. No hash in the name. */
async function buildInline() {
  const entries = sourcesIn("lesson").filter((path) =>
    /^lesson\/(first\.(en|zh-hans)|preview)\.ts$/.test(path),
  );
  if (entries.length)
    await build({ ...shared, entryPoints: entries, format: "iife", outdir: dist, mangleProps: ownNames });
}

function copyArt() {
  for (const path of sourcesIn("art")) putHashed(path, readFileSync(join(here, path)));
}

/** What the running app must know of the build: who it is, where the list of practices and the pictures lie. */
function known(outputs) {
  const views = viewSources();
  const isShown = (name) => name.startsWith("art/pictures/") || views.includes(`"${basename(name, ".svg")}"`);
  const art = Object.fromEntries(
    Object.entries(files).filter(
      ([name]) => name === "art/icon.svg" || (/^art\/.*\.svg$/.test(name) && isShown(name)),
    ),
  );
  const app = sha256(JSON.stringify([files, tools])).slice(0, 12);
  return { app, practices: files["app/practices.js"], art, rooms: files["rooms.css"] };
}

/** Each file of a practice, its script first and the style last, with the beginning of the hash of its bytes. */
function verifiedTools(outputs) {
  const shell = inShell(outputs);
  const hashOf = (path) => sha256(readFileSync(join(dist, path.slice(prefix.length))));
  return Object.fromEntries(
    Object.entries(tools).map(([name, paths]) => [
      name,
      [...paths, files["tools.css"]]
        .filter((path) => !shell.includes(path))
        .map((path) => [path, hashOf(path).slice(0, 16)]),
    ]),
  );
}

/** A list that grows with every practice, so it is a late file of its own. */
function writePractices(outputs) {
  putHashed("app/practices.js", Buffer.from(`export default ${JSON.stringify(verifiedTools(outputs))}`));
}

const viewSources = () =>
  sourcesIn("app/views")
    .map((path) => readFileSync(join(here, path), "utf8"))
    .join("\n");

/** The icons that the screens name, of all that were drawn. */
function usedIcons() {
  const views = viewSources();
  const drawn = readFileSync(join(here, "art/icons.svg"), "utf8").match(/<symbol .*?<\/symbol>/gs) ?? [];
  const used = drawn.filter((icon) => views.includes(`"${/id="(.+?)"/.exec(icon)?.[1]}"`));
  return `<svg class="sprite" width="0" height="0" aria-hidden="true">${used.join("")}</svg>`;
}

/** The shell document. It names hashed files alone, so it changes whenever anything in the shell does. */
function writeShell(outputs) {
  const scripts = inShell(outputs);
  const html = readFileSync(join(here, "app/app.html"), "utf8")
    .replaceAll(/\s*\n\s*/g, " ") // its lines are for who reads the source
    .replaceAll("> <", "><")
    .replace(
      "<!--build-->",
      `<script type="application/json" id="build">${JSON.stringify(known(outputs))}</script>`,
    )
    .replace("<!--icons-->", usedIcons())
    .replace("<!--style-->", `<link rel="stylesheet" href="${files["shell.css"]}">`)
    .replace(
      "<!--script-->",
      [
        ...scripts.slice(1).map((path) => `<link rel="modulepreload" href="${path}">`),
        `<script type="module" src="${scripts[0]}"></script>`,
      ].join(""),
    )
    .replaceAll(
      /\{\{(.+?)\}\}/g,
      (_, name) => files[name] ?? fail(`app.html names ${name}, which was not built`),
    );
  put("app.html", html);
  const core = ["/app", ...scripts, files["shell.css"], ...lazy(outputs, /words\./), files["art/icon.svg"]];
  const late = [
    files["rooms.css"],
    files["app/practices.js"],
    ...lazy(outputs, /^app\/(?!syncing\/)|lesson\/inputs/).filter((path) => !core.includes(path)),
  ];
  const list = (paths) =>
    [...new Set(paths)].map((path) => {
      const bytes = path === "/app" ? Buffer.from(html) : readFileSync(join(dist, path.slice(prefix.length)));
      return { path, hash: sha256(bytes), bytes: bytes.length, part: partOf(outputs, path) };
    });
  const rooms = list(late);
  putHashed("app/rooms.json", Buffer.from(JSON.stringify(named(rooms))));
  return { core: list([...core, files["app/rooms.json"]]), rooms };
}

/** What the app imports by and by: words of each language, rooms. With all that they need. */
function lazy(outputs, source) {
  return Object.entries(outputs)
    .filter(([, output]) => source.test(output.entryPoint ?? "") && output.entryPoint !== "app/main.ts")
    .flatMap(([path]) => withImports(outputs, path).map((needed) => prefix + needed));
}

/** The script of the app and all that it needs at once. */
const inShell = (outputs) =>
  withImports(outputs, files["app.js"].slice(prefix.length)).map((path) => prefix + path);

/** Whose budget a file counts in: the shell's, that of one language's words, that of a room, or what rooms share. */
function partOf(outputs, path) {
  const source = outputs[path.slice(prefix.length)]?.entryPoint ?? "";
  if (path === files["rooms.css"]) return "views.style";
  if (path === files["app/practices.js"]) return "views.practices";
  if (path === files["app/rooms.json"]) return "views.rooms";
  const [, folder, name] =
    /(text|views|lesson|syncing|storage)\/([a-z-]+(?:\.[a-z-]+)?)\.tsx?$/.exec(source) ?? [];
  if (folder) return folder === "text" || /^words\./.test(name) ? name : `${folder}.${name}`;
  const isShell = [...inShell(outputs), "/app", files["shell.css"], files["art/icon.svg"]].includes(path);
  return isShell ? "shell" : "rooms.shared";
}

/** As the worker takes them: each address with the beginning of its file's hash. */
const named = (shell) => shell.map(({ path, hash }) => [path, hash.slice(0, 16)]);

/** The list of the rooms is a file of its own, the last that the worker names: it changes with each of them. */
async function buildWorker(shell) {
  const list = named(shell);
  const version = sha256(JSON.stringify([list, tools])).slice(0, 16);
  const define = {
    SHELL: JSON.stringify(list),
    VERSION: JSON.stringify(version),
  };
  await build({
    ...shared,
    entryPoints: { worker: "worker/worker.ts", "worker-off": "worker/off.ts", gone: "app/gone.ts" },
    format: "iife",
    outdir: dist,
    define: { ...shared.define, ...define },
  });
}

function writeWebManifest() {
  const text = readFileSync(join(here, "app/manifest.webmanifest"), "utf8").replaceAll(
    /\{\{(.+?)\}\}/g,
    (_, name) => files[name] ?? fail(`the web manifest names ${name}, which was not built`),
  );
  put("app.webmanifest", JSON.stringify(JSON.parse(text)));
}

/** `.br` and `.gz` beside each text file: the server sends them as they are. */
function compress() {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue;
    const bytes = readFileSync(path);
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      }),
    );
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** The addresses of the app that was the newest until now. */
function filesBefore() {
  const path = join(dist, "manifest.json");
  if (!existsSync(path)) return [];
  const { files, tools, shell } = JSON.parse(readFileSync(path, "utf8"));
  const rooms = shell.map(({ path }) => path).filter((path) => path.startsWith(prefix)); // some share a name in `files`
  return [...Object.values(files), ...Object.values(tools).flat(), ...rooms];
}

/** Phones that were away still ask for the files of the app they hold: for a year after it was the newest. */
function removeOld(before) {
  const now = Date.now() / 1000;
  for (const address of [...before, ...Object.values(files)]) {
    const path = join(dist, address.slice(prefix.length));
    if (existsSync(path)) utimesSync(path, now, now);
  }
  const built = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of built.filter((path) => !/\.(br|gz)$/.test(path)))
    if (now - statSync(path).mtimeMs / 1000 > yearInSeconds)
      for (const ending of ["", ".br", ".gz"]) rmSync(path + ending, { force: true });
}

function fail(message) {
  throw new Error(message);
}

mkdirSync(dist, { recursive: true });
const before = filesBefore();
copyArt();
await buildStyles();
await buildInline();
const outputs = await buildApp();
writeWebManifest();
writePractices(outputs);
const { core, rooms } = writeShell(outputs);
await buildWorker(core);
put("manifest.json", JSON.stringify({ files, tools, shell: [...core, ...rooms] }, null, 1));
compress();
removeOld(before);
