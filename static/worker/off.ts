// The kill switch: served as /worker.js it takes the worker and its shell away. What she did stays (IndexedDB is not
// touched), and so do pictures and practices: they are checked by their hashes, and to fetch them again would cost her data.

declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => void self.skipWaiting());
// Chromium at times forgets that it was said while the older worker was at work: the page says it again (app/newer.ts).
self.addEventListener("message", () => void self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== "packs") await caches.delete(name);
      await self.registration.unregister();
      for (const page of await self.clients.matchAll()) page.postMessage(0);
    })(),
  ),
);
