// The service worker: it keeps files and knows nothing of learning. The build puts in which files the shell is made of.

declare const self: ServiceWorkerGlobalScope;
type Files = [string, string][];
/**
 * [address, beginning of its SHA-256] of each file of the shell; "/app" is the document that every address of the app
 * shows, the last is the list of the further rooms.
 */
declare const SHELL: Files;
/** Names this shell: the hash of its list. */
declare const VERSION: string;

const shellCache = `shell-${VERSION}`;
/** Filled by the app on an explicit download (app/storage/packs.ts); an update of the worker leaves it alone. */
const mediaCache = "packs";
const appAddress = /^\/($|today$|path$|library$|me$|join(\/|$)|(en|zh-hans)\/[^/]+\/[^/]+\/?$)/;

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => (byte + 256).toString(16).slice(1)).join("");

const hashOf = async (response: Response) =>
  hex(await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer()));

/** From the phone where the same bytes are there already, else whole from the server; never a byte unverified. */
async function fetchVerified(path: string, hash: string): Promise<Response> {
  const kept = await caches.match(path);
  if (kept && (await hashOf(kept)).startsWith(hash)) return kept;
  // What the browser itself keeps may have been cut on its way: a wrong answer is asked for anew, once.
  for (const cache of ["no-cache", "reload"] as const) {
    const response = await fetch(path, { cache, credentials: "same-origin" });
    if (response.status === 200 && (await hashOf(response)).startsWith(hash)) return response;
  }
  throw new Error(`not what was built: ${path}`);
}

/** One file after the other; what an interrupted install has stored is found again. */
async function install(): Promise<void> {
  await bring(SHELL);
  await bring(await rooms());
  await bringTools();
}

async function bring(files: Files): Promise<void> {
  const shell = await caches.open(shellCache);
  for (const [path, hash] of files)
    if (!(await shell.match(path))) await shell.put(path, await fetchVerified(path, hash));
}

const textOf = async (path: string) =>
  (await (await caches.match(path, { cacheName: shellCache }))?.text()) ?? "";

const rooms = async () => JSON.parse((await textOf(SHELL[SHELL.length - 1]![0])) || "[]") as Files;

/** The list of practices: a module that the build writes, `export default {name: files}`. */
const practices = async () =>
  textOf((await rooms()).map(([path]) => path).find((path) => /app\/practices-/.test(path)) ?? "");

/** The practices on this phone, as the new shell has them. */
async function bringTools(): Promise<void> {
  const media = await caches.open(mediaCache);
  const kept = (await media.keys()).map(({ url }) => new URL(url).pathname);
  const list = await practices();
  const tools = JSON.parse(list.slice(list.indexOf("{")) || "{}") as Record<string, [string, string][]>;
  for (const name of Object.keys(tools)) {
    if (!kept.some((path) => path.startsWith(`/static/tools/${name}-`))) continue;
    for (const [path, hash] of tools[name]!)
      if (!(await caches.match(path))) await media.put(path, await fetchVerified(path, hash));
  }
}

/**
 * The older shell goes, and of the drawings and practices those that the new one does not name. Where a lesson is open,
 * the page of the older app is still at work: what it needs stays until the next newer app.
 */
async function activate(): Promise<void> {
  for (const page of await self.clients.matchAll()) page.postMessage(0);
  const { locks } = navigator;
  if (locks && (await locks.query()).held!.some(({ mode }) => mode === "shared")) return; // an open lesson's, and no other
  for (const name of await caches.keys())
    if (name.startsWith("shell-") && name !== shellCache) await caches.delete(name);
  const shell = await textOf("/app");
  const named = shell + (await practices());
  const media = await caches.open(mediaCache);
  for (const request of await media.keys()) {
    const { pathname } = new URL(request.url);
    if (shell && pathname.startsWith("/static/") && !named.includes(pathname)) await media.delete(request);
  }
}

/** Safari plays sound only from real 206 answers, and a 206 is never what is kept. */
async function slice(response: Response, range: string): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const size = bytes.byteLength;
  const start = from ? Number(from) : Math.max(0, size - Number(to));
  const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
  const headers = new Headers(response.headers);
  headers.set("Content-Range", start > end ? `bytes */${size}` : `bytes ${start}-${end}/${size}`);
  if (start > end) return new Response(null, { status: 416, headers });
  headers.set("Content-Length", String(end - start + 1));
  return new Response(bytes.slice(start, end + 1), { status: 206, headers });
}

async function keptOrFetched(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (!kept) return fetch(request);
  const range = request.headers.get("Range");
  return range ? slice(kept, range) : kept;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

// The page asks for this once no lesson is open in any tab.
self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (appAddress.test(pathname))
      event.respondWith(
        caches.match("/app", { cacheName: shellCache }).then((kept) => kept ?? fetch(request)),
      );
  } else if (/^\/(static|packs)\//.test(pathname)) event.respondWith(keptOrFetched(request));
});
