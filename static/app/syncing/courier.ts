// When to talk: at once when something new waits, later and later while nobody answers, one tab at a time.

import { syncAll, type Outcome, type Talk } from "./sync.ts";

export const shortest = 5_000;
export const longest = 30 * 60_000;

/** ms until the next attempt after `failures` in a row: full jitter under a doubling ceiling. */
export function pause(failures: number, chance: number, retryAfter: number | null): number {
  const ceiling = Math.min(longest, shortest * 2 ** Math.min(failures, 20));
  return Math.max(shortest, chance * ceiling, (retryAfter ?? 0) * 1000);
}

const leaseName = "xk.lease";
const leaseLasts = 90_000;

/** Runs `work` unless another tab is at it. Web Locks; on plain http a lease that runs out by itself. */
export async function alone(now: () => number, work: () => Promise<void>): Promise<void> {
  if (navigator.locks) {
    await navigator.locks.request("xk-sync", { ifAvailable: true }, (lock) => (lock ? work() : undefined));
    return;
  }
  if (!takeLease(now())) return;
  const release = () => localStorage.removeItem(leaseName);
  // A page that is left in the middle must not keep the next one waiting.
  addEventListener("pagehide", release);
  try {
    await work();
  } finally {
    release();
    removeEventListener("pagehide", release);
  }
}

/** False while another tab holds it. A full or forbidden localStorage keeps nobody from sending: twice is harmless. */
function takeLease(now: number): boolean {
  try {
    const held = Number(localStorage.getItem(leaseName));
    if (held > now && held <= now + leaseLasts) return false;
    localStorage.setItem(leaseName, String(now + leaseLasts));
  } catch {
    // See above.
  }
  return true;
}

export interface Courier {
  /** Something waits, or the network came back: talk soon. */
  nudge(): void;
  /** Talk now, and say how it went. */
  now(): Promise<Outcome | null>;
}

/** `told` keeps what an outcome brings, and says whether all of it came: else there is another talk later. */
export function startCourier(talk: () => Talk, told: (outcome: Outcome) => Promise<boolean>): Courier {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<Outcome | null> | null = null;
  let again = false;
  let failures = 0;
  let isWhole = false;

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };

  async function once(): Promise<Outcome | null> {
    let outcome: Outcome | null = null;
    isWhole = false;
    await alone(Date.now, async () => {
      // What cannot be read is not our server's answer: a network that first wants to be signed in to speaks in its place.
      outcome = await syncAll(talk()).catch(() => ({
        kind: "silent" as const,
        retryAfter: null,
        news: false,
        sent: false,
      }));
      isWhole = await told(outcome);
    });
    return outcome;
  }

  function run(): Promise<Outcome | null> {
    if (running) {
      again = true;
      return running;
    }
    running = once()
      .catch(() => null)
      .then((outcome) => {
        running = null;
        failures = isWhole ? 0 : failures + 1;
        if (again && isWhole) plan(0);
        else if (!isWhole || outcome?.retryAfter)
          plan(pause(failures, Math.random(), outcome?.retryAfter ?? null));
        again = false;
        return outcome;
      });
    return running;
  }

  return {
    nudge: () => plan(failures ? pause(0, 0, null) : 800),
    now: () => {
      clearTimeout(timer);
      return run();
    },
  };
}
