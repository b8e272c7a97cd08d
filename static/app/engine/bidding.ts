// The highest bid a click (CURRICULUM.md, X13b and RA6, fact 6): what may go of an order × the share of clicks that buy.
// Money in fen, so that nothing is lost in fractions. Cases: tests/vectors/bidding.json.

export interface Ad {
  /** What an order leaves before the advertisement. */
  left: number;
  /** Of 100 who click, so many buy. */
  buys: number;
  /** What has to stay of each order. */
  keep: number;
}

/** A whole fen; 0 where nothing may go. */
export const highest = ({ left, buys, keep }: Ad): number =>
  Math.max(0, Math.floor(((left - keep) * buys) / 100));

export interface Hundred {
  cost: number;
  brought: number;
  rest: number;
}

/** What 100 clicks at this bid cost and bring. */
export function hundred({ left, buys }: Ad, bid: number): Hundred {
  const [cost, brought] = [100 * bid, buys * left];
  return { cost, brought, rest: brought - cost };
}

/** no bid · more than the orders bring · less stays than should · one more step would be possible · the highest */
export type Verdict = "none" | "loss" | "little" | "room" | "right";

/** `step` is what one step of the bid is worth. */
export function judged(ad: Ad, bid: unknown, step: number): Verdict {
  if (typeof bid !== "number" || !(bid > 0)) return "none";
  if (hundred(ad, bid).rest < 0) return "loss";
  if (bid > highest(ad)) return "little";
  return bid + step > highest(ad) ? "right" : "room";
}
