// A newer app takes over only where she can lose nothing by it: no lesson is open in any tab, no field is being written
// in. Fetched when a newer worker waits.

import { isBusy } from "./busy.ts";

const calm = 500;

const aMoment = () => new Promise((over) => setTimeout(over, calm));

/** Runs `act` and is true, or is false at once where a lesson is open in any tab or this page is busy. */
async function whileFree(act: () => void): Promise<boolean> {
  if (isBusy()) return false;
  if (navigator.locks)
    return navigator.locks.request("xk-lesson", { ifAvailable: true }, (lock) => {
      if (lock) act();
      return !!lock;
    });
  act();
  return true;
}

/**
 * Nothing came for half a second. Chromium stops the older worker and then lets the newer one take over. Where the page
 * asks for something in between, the older one starts again and stays for half a minute, however often the newer one is told.
 */
function isCalm(): boolean {
  const last = performance.getEntriesByType("resource").pop() as PerformanceResourceTiming | undefined;
  return !last || performance.now() - last.responseEnd > calm;
}

/** Tells the worker that waits to take over. Where there are no locks, it does once all tabs are closed. */
export async function takeOver(registration: ServiceWorkerRegistration): Promise<void> {
  while (registration.waiting && navigator.locks) {
    if (isCalm()) await whileFree(() => registration.waiting?.postMessage("activate"));
    await aMoment();
  }
}

/** The worker is newer than this page. It may have taken its time, and she may have opened a lesson since. */
export async function loadAnew(): Promise<void> {
  while (!(await whileFree(() => location.reload()))) await aMoment();
}
