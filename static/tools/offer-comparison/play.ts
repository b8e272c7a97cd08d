// The play of the comparison: three offers, what matters to me, undo. No DOM; the model is app/engine/offers.ts.
import { isDated } from "../../app/engine/offers.ts";
import type { Cost, Merit, Offer, Weights } from "../../app/engine/offers.ts";
import { noSteps, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export type CostDial = Cost | "commission";

/** How many steps a dial has, and what one of them is worth: yuan, or a share. */
export const scale: { [dial in CostDial]: { steps: number; worth: number } } = {
  deposit: { steps: 101, worth: 100 },
  fee: { steps: 61, worth: 50 },
  ads: { steps: 61, worth: 50 },
  stock: { steps: 61, worth: 100 },
  packing: { steps: 51, worth: 20 },
  commission: { steps: 41, worth: 0.005 },
};
export const costDials = Object.keys(scale) as CostDial[];
export const merits: Merit[] = ["time", "buyers", "rules"];
export const aims: (keyof Weights)[] = ["money", "time", "buyers", "rules"];
/** Merits and weights go from 0 to 5. */
export const marks = 6;

interface Position {
  offers: Offer[];
  weights: Weights;
}

export interface Play extends Position, Steps<Position> {
  won: boolean;
}

const offer = (deposit: number, fee: number, commission: number, merit: [number, number, number]): Offer => ({
  costs: { deposit, fee, ads: 0, stock: 500, packing: 100 },
  commission,
  merits: { time: merit[0], buyers: merit[1], rules: merit[2] },
  date: "",
});

/** Invented: she puts in what she looked up herself. */
const firstOffers = [
  offer(1000, 0, 0.05, [2, 5, 2]),
  offer(0, 600, 0.01, [3, 3, 4]),
  offer(0, 0, 0, [4, 1, 5]),
];
const evenWeights: Weights = { money: 3, time: 3, buyers: 3, rules: 3 };

export const begin = (won = false): Play => ({
  offers: firstOffers,
  weights: evenWeights,
  won,
  ...noSteps,
});

/** Reached once two offers carry the day on which they were looked up. */
const isReached = ({ offers }: Position): boolean => offers.filter(isDated).length >= 2;

function moved(play: Play, key: string, isSettled: boolean, change: Partial<Position>): Play {
  const { offers, weights } = play;
  const next = stepped(play, { offers, weights }, change, key, isSettled);
  return { ...next, won: next.won || isReached(next) };
}

const withOffer = (play: Play, place: number, change: Partial<Offer>): Offer[] =>
  play.offers.map((each, n) => (n === place ? { ...each, ...change } : each));

export const stepOf = ({ costs, commission }: Offer, dial: CostDial): number =>
  Math.round((dial === "commission" ? commission : costs[dial]) / scale[dial].worth);

export function turnCost(play: Play, place: number, dial: CostDial, step: number, isSettled: boolean): Play {
  const value = +(step * scale[dial].worth).toFixed(3);
  const { costs } = play.offers[place] as Offer;
  const change = dial === "commission" ? { commission: value } : { costs: { ...costs, [dial]: value } };
  return moved(play, `${place}-${dial}`, isSettled, { offers: withOffer(play, place, change) });
}

export function turnMerit(play: Play, place: number, merit: Merit, mark: number, isSettled: boolean): Play {
  const change = { merits: { ...(play.offers[place] as Offer).merits, [merit]: mark } };
  return moved(play, `${place}-${merit}`, isSettled, { offers: withOffer(play, place, change) });
}

export const turnWeight = (play: Play, aim: keyof Weights, mark: number, isSettled: boolean): Play =>
  moved(play, aim, isSettled, { weights: { ...play.weights, [aim]: mark } });

export const setDate = (play: Play, place: number, date: string): Play =>
  moved(play, "date", true, { offers: withOffer(play, place, { date }) });

export const restarted = ({ won }: Play): Play => begin(won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ offers, weights, won }: Play): unknown => ({ offers, weights, won });

const isMark = (value: unknown): boolean => [0, 1, 2, 3, 4, 5].indexOf(value as number) >= 0;

function isOffer(value: unknown): value is Offer {
  const { costs, commission, merits: given, date } = Object(value) as Partial<Offer>;
  const read = { costs: Object(costs), commission } as Offer;
  return (
    typeof date === "string" &&
    merits.every((merit) => isMark(Object(given)[merit])) &&
    costDials.every((dial) => {
      const step = stepOf(read, dial);
      return step >= 0 && step < scale[dial].steps;
    })
  );
}

export function kept(state: unknown): Play {
  const { offers, weights, won } = Object(state) as Partial<Play>;
  const isWhole =
    Array.isArray(offers) &&
    offers.length === firstOffers.length &&
    offers.every(isOffer) &&
    aims.every((aim) => isMark(Object(weights)[aim]));
  return isWhole ? ({ ...begin(won === true), offers, weights } as Play) : begin();
}
