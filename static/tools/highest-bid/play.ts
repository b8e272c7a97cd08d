// The play of the highest bid: three goods, one bid for each, and back. No DOM; the model is app/engine/bidding.ts.
import { judged } from "../../app/engine/bidding.ts";
import type { Ad, Verdict } from "../../app/engine/bidding.ts";
import { noSteps, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

/** In fen: nothing is to be lost · two yuan are to stay · few buy, and others bid more than it brings. */
export const ads: Ad[] = [
  { left: 600, buys: 4, keep: 0 },
  { left: 1200, buys: 8, keep: 200 },
  { left: 300, buys: 2, keep: 0 },
];
/** What one step of the dial is worth, and how many there are. */
export const worth = 2;
export const steps = 61;

interface Position {
  /** Which ad is in hand; after the last one all are shown. */
  at: number;
  /** The step of each bid. */
  bids: number[];
}

export interface Play extends Position, Steps<Position> {
  told: Verdict | null;
  misses: number;
  won: boolean;
}

/** Where others begin: too high for two, for one too low. */
const first = [30, 20, 15];

export const begin = (won = false): Play => ({
  ...{ at: 0, bids: first, told: null, misses: 0, won },
  ...noSteps,
});

export const bidOf = ({ at, bids }: Position): number => worth * (bids[at] as number);

export function turned(play: Play, step: number, isSettled: boolean): Play {
  const { at, bids } = play;
  const next = bids.map((bid, n) => (n === at ? step : bid));
  return { ...stepped(play, { at, bids }, { bids: next }, "bid", isSettled), told: null };
}

/** The bid is placed where it is the highest that may be, or it is told why not. */
export function placed(play: Play): Play {
  const { at, bids } = play;
  const told = judged(ads[at] as Ad, bidOf(play), worth);
  if (told !== "right") return { ...play, told, misses: play.misses + 1 };
  const next = stepped(play, { at, bids }, { at: at + 1 }, "place", true);
  return { ...next, told, won: play.won || next.at === ads.length };
}

export const restarted = ({ won }: Play): Play => begin(won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ at, bids, misses, won }: Play): unknown => ({ at, bids, misses, won });

export function kept(state: unknown): Play {
  const { at, bids, misses, won } = Object(state) as Partial<Play>;
  const isWhole =
    [0, 1, 2, 3].indexOf(at as number) >= 0 &&
    Array.isArray(bids) &&
    bids.length === ads.length &&
    bids.every((bid) => Number.isInteger(bid) && bid >= 0 && bid < steps);
  if (!isWhole) return begin();
  const count = typeof misses === "number" && misses > 0 ? Math.round(misses) : 0;
  return { ...begin(won === true), at: at as number, bids: bids as number[], misses: count };
}
