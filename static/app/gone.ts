// What the server gives in place of a script that it no longer keeps: the page that asks for it is over a year old. The page
// says that this cannot come now, and is loaded anew once nothing can be lost by it: no lesson stands open, no field is
// being written in. Once a day, so that a server which lacks its own files costs nobody data.

import { isBusy } from "./busy.ts";

const name = "xk.gone";
const day = 24 * 3600_000;

/** False where it was done today, or nothing can be noted. */
function isFirstToday(): boolean {
  try {
    if (Number(sessionStorage.getItem(name)) > Date.now() - day) return false;
    sessionStorage.setItem(name, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}

const timer = setInterval(() => {
  if (isBusy()) return;
  clearInterval(timer);
  if (!isFirstToday()) return;
  const { serviceWorker } = navigator as Partial<Navigator>;
  // A worker would give the same old page again; a newer worker loads all pages anew.
  if (serviceWorker?.controller) void serviceWorker.getRegistration().then((one) => one?.update());
  else location.reload();
}, 500);

throw new Error("This page is older than the files that the server keeps.");
