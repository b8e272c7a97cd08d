// What an advertisement brings (CURRICULUM.md, X1d and RA6): a click costs the bid, an order brings what is left of it
// (cases: tests/vectors/auction.json). Who gets the place: `adSlot` in ranking.ts.

export interface Ad {
  /** yuan a click */
  bid: number;
  /** share of those who see it that click, 0 to 1 */
  pctr: number;
  /** share of the clicks that buy, 0 to 1 */
  buys: number;
  /** yuan left of an order before the advertisement */
  left: number;
}

export interface Returns {
  clicks: number;
  orders: number;
  /** yuan */
  cost: number;
  /** yuan; below 0 is a loss */
  earned: number;
}

/** When so many people see it. */
export function returns({ bid, pctr, buys, left }: Ad, views: number): Returns {
  const clicks = views * pctr;
  const orders = clicks * buys;
  return { clicks, orders, cost: clicks * bid, earned: orders * left - clicks * bid };
}

/** Yuan a click at which nothing is left and nothing lost, however many see or click. */
export const highestBid = ({ buys, left }: Ad): number => Math.max(0, left * buys);
