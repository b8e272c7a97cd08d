// The play of the margin calculator: what can be turned, two missions, undo. No DOM; the model is app/engine/margin.ts.
import { leftPerOrder } from "../../app/engine/margin.ts";
import type { Order } from "../../app/engine/margin.ts";
import { noSteps, reached, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export type DialName =
  | "price"
  | "broken"
  | "goods"
  | "packing"
  | "freight"
  | "fee"
  | "ads"
  | "returned"
  | "sold_again"
  | "return_freight";
/** The step each dial is on, from 0; whole numbers, so that nothing is lost in fractions. */
export type Dials = { [dial in DialName]: number };

/** How many steps a dial has, and what one of them is worth: yuan, or a share. */
export const scale: { [dial in DialName]: { steps: number; worth: number } } = {
  price: { steps: 101, worth: 1 },
  broken: { steps: 61, worth: 0.005 },
  goods: { steps: 61, worth: 1 },
  packing: { steps: 21, worth: 1 },
  freight: { steps: 31, worth: 1 },
  fee: { steps: 51, worth: 0.002 },
  ads: { steps: 31, worth: 1 },
  returned: { steps: 61, worth: 0.005 },
  sold_again: { steps: 11, worth: 0.1 },
  return_freight: { steps: 31, worth: 1 },
};
export const costs: DialName[] = ["goods", "packing", "freight", "fee"];
export const later: DialName[] = ["returned", "sold_again", "return_freight", "ads"];
const names = Object.keys(scale) as DialName[];

interface Position {
  dials: Dials;
  feeKept: boolean;
}

export interface Play extends Position, Steps<Position> {
  /** 0: the breakage at which nothing is left · 1: a price that leaves enough */
  mission: number;
  won: [boolean, boolean];
}

/** Yuan that the second mission wants left of an order, and the breakage (in steps) it must bear. */
export const target = 5;
const targetBroken = 20;

const start: Dials = {
  price: 40,
  broken: 0,
  goods: 22,
  packing: 3,
  freight: 9,
  fee: 3,
  ads: 0,
  returned: 0,
  sold_again: 9,
  return_freight: 6,
};

export const begin = (mission = 0, won: Play["won"] = [false, false]): Play => ({
  dials: mission ? { ...start, broken: targetBroken } : start,
  feeKept: false,
  mission,
  won,
  ...noSteps,
});

export const worthOf = (dial: DialName, step: number): number => +(step * scale[dial].worth).toFixed(3);

export function orderOf({ dials, feeKept }: Position): Order {
  const worth = {} as { [dial in DialName]: number };
  for (const name of names) worth[name] = worthOf(name, dials[name]);
  return { ...worth, fee_kept: feeKept };
}

/** Yuan to the cent. */
export const left = (position: Position): number => Math.round(100 * leftPerOrder(orderOf(position))) / 100;

/** What becomes of the price of an average order, in yuan: the parts and what is left add up to it. */
export function parts(position: Position): [string, number][] {
  const {
    price,
    goods,
    packing,
    freight,
    fee,
    ads = 0,
    broken = 0,
    returned = 0,
    ...rest
  } = orderOf(position);
  const charged = rest.fee_kept ? 1 : 1 - broken - returned;
  const comesBack = (rest.sold_again || 0) * goods - (rest.return_freight || 0);
  return [
    ["c1", goods],
    ["c2", packing],
    ["c3", freight],
    ["c4", price * fee * charged + ads],
    ["c5", price * (broken + returned) - returned * comesBack],
    ["c6", Math.max(0, left(position))],
  ];
}

/** Whether the costs are not as the second mission gives them. */
export const hasOtherCosts = ({ dials, feeKept }: Position): boolean =>
  feeKept ||
  dials.broken < targetBroken ||
  costs.concat(later).some((name) => name !== "fee" && dials[name] < begin(1).dials[name]) ||
  dials.fee < start.fee ||
  dials.sold_again > start.sold_again;

function isReached(play: Play): boolean {
  const now = left(play);
  if (play.mission) return now >= target && !hasOtherCosts(play);
  const { broken } = play.dials;
  const oneLess = left({ ...play, dials: { ...play.dials, broken: broken - 1 } });
  return broken > 0 && now <= 0 && oneLess > 0;
}

function moved(play: Play, key: string, isSettled: boolean, change: Partial<Position>): Play {
  const { dials, feeKept } = play;
  const next = stepped(play, { dials, feeKept }, change, key, isSettled);
  // While the thumb slides past the place, nothing is found yet.
  return isSettled && isReached(next) ? { ...next, won: reached(next.won, next.mission) } : next;
}

export const turned = (play: Play, dial: DialName, step: number, isSettled: boolean): Play =>
  moved(play, dial, isSettled, { dials: { ...play.dials, [dial]: step } });

export const keepFee = (play: Play, feeKept: boolean): Play => moved(play, "fee-kept", true, { feeKept });

export const restarted = ({ mission, won }: Play): Play => begin(mission, won);
export const nextMission = ({ won }: Play): Play => begin(1, won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ mission, won, dials, feeKept }: Play): unknown => ({ mission, won, dials, feeKept });

export function kept(state: unknown): Play {
  const { mission, won, dials, feeKept } = Object(state) as Partial<Play>;
  const isWhole =
    (mission === 0 || mission === 1) &&
    Array.isArray(won) &&
    won.length === 2 &&
    names.every((name) => {
      const step: unknown = Object(dials)[name];
      return Number.isInteger(step) && (step as number) >= 0 && (step as number) < scale[name].steps;
    });
  return isWhole
    ? ({
        ...begin(mission),
        won: won.map((each) => each === true) as Play["won"],
        dials,
        feeKept: feeKept === true,
      } as Play)
    : begin();
}
