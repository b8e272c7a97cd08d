// The play of the ranking simulator: three missions, what can be turned, undo. No DOM; the model is app/engine.
import { leftPerOrder } from "../../app/engine/margin.ts";
import { defaultWeights, ranked, shiitakeListings } from "../../app/engine/ranking.ts";
import type { Feature, Listing, Placed, Weights } from "../../app/engine/ranking.ts";
import { noSteps, reached, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export type ShopDial = "photo" | "hours" | "sales" | "n" | "price";
export type Shop = { [dial in ShopDial]: number };

interface Position {
  shop: Shop;
  weights: Weights;
}

export interface Play extends Position, Steps<Position> {
  /** 0, 1, 2 */
  mission: number;
  won: [boolean, boolean, boolean];
}

const counting = (from: number, to: number, by = 1): number[] =>
  Array.from({ length: (to - from) / by + 1 }, (_, n) => from + n * by);

export const shopSteps: { [dial in ShopDial]: number[] } = {
  photo: counting(0, 10).map((n) => n / 10),
  hours: [72, 48, 24],
  sales: [0, 20, 50, 100, 200, 500, 1000, 3000],
  n: [0, 9, 30, 90, 300, 1000],
  price: counting(20, 60),
};
export const weightSteps = counting(0, 100, 5);

export const costs = { goods: 25, packing: 2, freight: 6, fee: 0.006 };

const firstShop: Shop = { photo: 0.5, hours: 48, sales: 20, n: 9, price: 45 };
const betterShop: Shop = { photo: 0.9, hours: 24, sales: 200, n: 90, price: 45 };

const startOf = (mission: number): Position => ({
  shop: mission === 2 ? betterShop : firstShop,
  weights: defaultWeights,
});

export const begin = (mission = 0, won: Play["won"] = [false, false, false]): Play => ({
  ...startOf(mission),
  mission,
  won,
  ...noSteps,
});

export const listings = ({ shop }: Position): Listing[] =>
  shiitakeListings.map((each) => (each.id === "B" ? { ...each, ...shop } : each));

export const ranking = (play: Position): Placed[] => ranked(listings(play), play.weights);
export const placeOf = (list: Placed[]): number => list.findIndex(({ id }) => id === "B") + 1;
export const left = ({ shop }: Position): number => leftPerOrder({ ...costs, price: shop.price });

/** Points of the shop above or below the mission's start. */
export function gain(play: Play): number {
  const points = (position: Position): number =>
    (ranking(position).find(({ id }) => id === "B") as Placed).score;
  return points(play) - points(startOf(play.mission));
}

export const hasOtherWeights = ({ weights }: Position): boolean =>
  (Object.keys(weights) as Feature[]).some((key) => weights[key] !== defaultWeights[key]);

/** More than this in 30 days is in the buyers' hands, not in the shop's. */
const mostSales = 200;

/** The shop is where the mission wants it, but not by what a shop can do; the words say which. */
export function isUnfair(play: Play): "otherWeights" | "boughtPlace" | "atLoss" | null {
  if (play.mission === 1 || placeOf(ranking(play)) > 2) return null;
  if (hasOtherWeights(play)) return "otherWeights";
  if (play.mission) return null;
  if (play.shop.sales > mostSales) return "boughtPlace";
  return left(play) < 0 ? "atLoss" : null;
}

function isReached(play: Play): boolean {
  const list = ranking(play);
  if (play.mission === 1) {
    const cheapest = listings(play)
      .filter(({ id }) => id !== "F")
      .reduce((a, b) => (b.price < a.price ? b : a));
    return (list[0] as Placed).id === cheapest.id;
  }
  if (isUnfair(play)) return false;
  return play.mission ? placeOf(list) === 1 && play.shop.price <= 30 : placeOf(list) <= 2;
}

/** What was turned, and by how much, as a new play. */
export function turned(
  play: Play,
  change: { shop?: Partial<Shop>; weights?: Partial<Weights> },
  isSettled: boolean,
): Play {
  const key = Object.keys({ ...change.shop, ...change.weights }).join();
  const { shop, weights } = play;
  const to = { shop: { ...shop, ...change.shop }, weights: { ...weights, ...change.weights } };
  const next = stepped(play, { shop, weights }, to, key, isSettled);
  return isReached(next) ? { ...next, won: reached(next.won, next.mission) } : next;
}

export const restarted = ({ mission, won }: Play): Play => begin(mission, won);
export const nextMission = ({ mission, won }: Play): Play => begin(mission + 1, won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ mission, won, shop, weights }: Play): unknown => ({ mission, won, shop, weights });

export function kept(state: unknown): Play {
  const { mission, won, shop, weights } = Object(state) as Partial<Play>;
  const isWhole =
    [0, 1, 2].includes(mission as number) &&
    Array.isArray(won) &&
    won.length === 3 &&
    (Object.keys(firstShop) as ShopDial[]).every((key) => shopSteps[key].includes(Object(shop)[key])) &&
    (Object.keys(defaultWeights) as Feature[]).every((key) => weightSteps.includes(Object(weights)[key]));
  return isWhole ? ({ ...begin(mission, won as Play["won"]), shop, weights } as Play) : begin();
}
