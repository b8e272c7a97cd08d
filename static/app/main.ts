// Starts the app. In the shell document it draws the screens; let in by the first page of a lesson it works unseen:
// takes over what is answered there, sends it, and fetches worker, shell and lessons for the time without a network.

import { startModel, type Model } from "./lesson/model.ts";
import { observable } from "./lesson/observable.ts";
import { uuid7 } from "./storage/ids.ts";
import { openStore } from "./storage/store.ts";
import { askServer } from "./syncing/ask.ts";
import { isLanguage, wordsOf, type Language } from "./text/text.ts";
import { show } from "./views/app.tsx";
import type { Practices } from "./views/beside.ts";

/** What the build wrote into the shell document. */
interface Build {
  app: string;
  /** The address of the list of practices, a module. */
  practices: string;
  art: Record<string, string>;
  /** The style of the further rooms. */
  rooms: string;
}

const [first = "", second = ""] = location.pathname.split("/").filter((part) => part);
const connection = (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection;
const { serviceWorker } = navigator;
const hasWorker = "serviceWorker" in navigator && typeof caches !== "undefined";
const whileFirstPage = 3_000;

const newer = () => import("./newer.ts");
// A newer worker says to each of its pages that it took over. What was said before a page's script ran waits for it;
// `controllerchange` would be missed.
if (hasWorker)
  serviceWorker.onmessage = () =>
    newer()
      .then(({ loadAnew }) => loadAnew())
      .catch(() => location.reload());

const clock = {
  now: () => Date.now(),
  mono: () => Math.round(performance.now()),
  session: uuid7(Date.now()),
};

/** Words of docs/events.md; a lacking one tells the office why something is slow there. */
const abilities = () =>
  Object.entries({
    worker: hasWorker,
    locks: navigator.locks,
    hashing: crypto.subtle,
    gzip: "CompressionStream" in self,
  })
    .filter(([, has]) => has)
    .map(([name]) => name);

function language(): Language {
  if (isLanguage(first)) return first;
  return /^zh/i.test(navigator.language) ? "zh-hans" : "en";
}

function place(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** The shell document: this one, or, on a page that the server wrote, the one that the worker keeps too. */
async function shell(): Promise<Document> {
  if (document.getElementById("build")) return document;
  const { bytes } = await askServer({ method: "GET", path: "/app" });
  return new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/html");
}

/** The practices' files with their hashes, and the drawings, whose names carry the beginning of theirs. */
async function extras({ practices, art }: Build, names: string[]): Promise<Record<string, string>> {
  // Where the list cannot come now, they are looked for again after the next talk with the server.
  const { default: tools } = (await import(practices).catch(() => ({ default: {} }))) as Practices;
  const files: Record<string, string> = {};
  for (const name of names) for (const [path, hash] of tools[name] ?? []) files[path] = hash;
  for (const path of Object.values(art)) files[path] = /-([0-9a-f]{10})\.[a-z]+$/.exec(path)?.[1] ?? "";
  return files;
}

async function model(built: Build): Promise<Model> {
  const store = openStore({
    factory: indexedDB,
    place: place(),
    caches: hasWorker ? caches : null,
    clock,
  });
  return startModel({
    store,
    ask: askServer,
    app: built.app,
    language: language(),
    savesData: !!connection?.saveData || /2g/.test(connection?.effectiveType ?? ""),
    prefer: isLanguage(first) && second ? second : null,
    extras: (names) => extras(built, names),
    can: abilities(),
  });
}

/** The worker keeps the shell. Returns what looks for a newer one, which takes over once she can lose nothing by it. */
async function startWorker(): Promise<() => void> {
  if (!hasWorker) return () => undefined;
  const registration = await serviceWorker.register("/worker.js");
  const offer = () => {
    if (registration.waiting)
      void newer().then(
        ({ takeOver }) => takeOver(registration),
        () => undefined,
      );
  };
  offer();
  return () => {
    void registration.update().then(offer, () => undefined);
  };
}

async function start(): Promise<void> {
  const page = await shell();
  const built = JSON.parse(page.getElementById("build")!.textContent!) as Build;
  if (page === document) void wordsOf(language()).catch(() => undefined); // they come while the database opens
  const started = await model(built);
  const tools = { "rooms.css": built.rooms, practices: built.practices };

  const root =
    page === document
      ? page.getElementById("app")
      : first === "join"
        ? (await import("./becoming.ts")).becomeShell(page)
        : null;
  if (root) {
    const install = observable<(() => void) | null>(null);
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      install.value = () => void (event as Event & { prompt(): Promise<void> }).prompt();
    });
    show({ model: started, art: built.art, tools, tier: hasWorker ? 1 : 2, install }, root);
  } else setInterval(() => void started.adopt(), whileFirstPage);

  addEventListener("online", () => started.courier.nudge());
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) started.courier.nudge();
  });
  const update = await startWorker().catch(() => () => undefined);
  await started.courier.now();
  update();
}

// No database, no app: some browsers withhold it in private windows, and a full phone cannot open one.
start().catch(() => document.querySelector("#app > [hidden]")?.removeAttribute("hidden"));
