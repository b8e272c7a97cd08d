// The play of the buyer: three people to buy for, the list in an order, card by card. No DOM; the model is app/engine.
import { inOrder, missed } from "../../app/engine/buyer.ts";
import type { Need, Order } from "../../app/engine/buyer.ts";
import { shiitakeListings } from "../../app/engine/ranking.ts";
import type { Listing } from "../../app/engine/ranking.ts";
import { noSteps, reached, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export const orders: Order[] = ["usual", "price", "sales", "rating"];

/** What each of the three needs; one offer fits each of them. */
export const needs: Need[] = [
  { price: 40, hours: 24, n: 500 },
  { photo: 0.8, rating: 4.8, n: 100 },
  { price: 50, rating: 4.9 },
];

interface Position {
  order: Order;
  /** How many cards, from the top, she has looked at. */
  seen: number;
  bought: string | null;
}

export interface Play extends Position, Steps<Position> {
  /** 0, 1, 2: for whom */
  mission: number;
  won: [boolean, boolean, boolean];
}

export const begin = (mission = 0, won: Play["won"] = [false, false, false]): Play => ({
  order: "usual",
  seen: 1,
  bought: null,
  mission,
  won,
  ...noSteps,
});

export const list = ({ order }: Position): Listing[] => inOrder(shiitakeListings, order);
export const needOf = ({ mission }: Play): Need => needs[mission] as Need;

/** What the bought offer does not meet; null while nothing is bought. */
export function misses(play: Play): (keyof Need)[] | null {
  const offer = list(play).filter(({ id }) => id === play.bought)[0];
  return offer ? missed(offer, needOf(play)) : null;
}

function moved(play: Play, change: Partial<Position>): Play {
  const { order, seen, bought } = play;
  const next = stepped(play, { order, seen, bought }, change, "", true);
  const left = misses(next);
  return left && !left.length ? { ...next, won: reached(next.won, next.mission) } : next;
}

export const lookOn = (play: Play): Play =>
  play.seen < list(play).length ? moved(play, { seen: play.seen + 1 }) : play;
/** In another order she begins at the top again. */
export const sort = (play: Play, order: Order): Play => moved(play, { order, seen: 1, bought: null });
export const buy = (play: Play, id: string): Play => moved(play, { bought: id });

export const restarted = ({ mission, won }: Play): Play => begin(mission, won);
export const nextMission = ({ mission, won }: Play): Play => begin(mission + 1, won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ mission, won, order, seen, bought }: Play): unknown => ({
  ...{ mission, won, order, seen, bought },
});

export function kept(state: unknown): Play {
  const { mission, won, order, seen, bought } = Object(state) as Partial<Play>;
  const isWhole =
    needs[mission as number] &&
    Array.isArray(won) &&
    won.length === needs.length &&
    orders.indexOf(order as Order) >= 0 &&
    [1, 2, 3, 4, 5].indexOf(seen as number) >= 0;
  if (!isWhole) return begin();
  const position = { order: order as Order, seen: seen as number, bought: null };
  const isThere = list(position)
    .slice(0, seen)
    .some(({ id }) => id === bought);
  return {
    ...begin(mission, won.map((each) => each === true) as Play["won"]),
    ...position,
    bought: isThere ? (bought as string) : null,
  };
}
