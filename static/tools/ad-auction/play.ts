// The play of the auction: a bid, a photo, a page; the place, and whether it pays. No DOM; the model is app/engine.
import { highestBid, returns } from "../../app/engine/auction.ts";
import type { Ad, Returns } from "../../app/engine/auction.ts";
import { leftPerOrder } from "../../app/engine/margin.ts";
import { adSlot, shiitakeListings } from "../../app/engine/ranking.ts";
import type { Listing } from "../../app/engine/ranking.ts";
import { noSteps, reached, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export type DialName = "bid" | "photo" | "page";
/** The step each dial is on, from 0; whole numbers, so that nothing is lost in fractions. */
export type Dials = { [dial in DialName]: number };

/** Bid: 2 fen a step · photo: a tenth a step · page: from 4 of 100 clicks that buy, one more a step. */
export const steps: Dials = { bid: 76, photo: 11, page: 9 };
export const names = Object.keys(steps) as DialName[];

interface Position {
  dials: Dials;
}

export interface Play extends Position, Steps<Position> {
  /** 0: have the place · 1: and earn · 2: the highest bid that loses nothing */
  mission: number;
  won: [boolean, boolean, boolean];
}

export const own = "B";
/** How many see the place. */
export const views = 1000;
/** Yuan left of an order at ¥45 before the advertisement, to the cent (CURRICULUM.md, section 6.2). */
export const left =
  Math.round(100 * leftPerOrder({ price: 45, goods: 25, packing: 2, freight: 6, fee: 0.006 })) / 100;

const firstDials: Dials[] = [
  { bid: 10, photo: 5, page: 4 },
  { bid: 51, photo: 5, page: 4 },
  { bid: 35, photo: 9, page: 4 },
];

export const begin = (mission = 0, won: Play["won"] = [false, false, false]): Play => ({
  dials: firstDials[mission] as Dials,
  mission,
  won,
  ...noSteps,
});

/** At the photo of the listing, 5 of 10, 4 of 100 click; a better one gets more clicks. */
export const adOf = ({ dials }: Position): Ad => ({
  bid: (2 * dials.bid) / 100,
  pctr: (15 + 5 * dials.photo) / 1000,
  buys: (4 + dials.page) / 100,
  left,
});

/** Who bids: three others and the learner's shop. */
export const bidders = (play: Position): Listing[] =>
  shiitakeListings
    .map((each) => (each.id === own ? { ...each, ...adOf(play) } : each))
    .filter(({ id, bid }) => bid || id === own);

/** Best first; yuan for the platform when so many see it. */
export function slot(play: Position): [string, number][] {
  const found = adSlot(bidders(play)).map(([id, value]): [string, number] => [id, views * value]);
  return adOf(play).bid ? found : [...found, [own, 0]];
}

export const hasPlace = (play: Position): boolean => (slot(play)[0] as [string, number])[0] === own;

export const brings = (play: Position): Returns => returns(adOf(play), views);
export const mostBid = (play: Position): number => highestBid(adOf(play));

function isReached(play: Play): boolean {
  if (play.mission === 2) {
    const next = { dials: { ...play.dials, bid: play.dials.bid + 1 } };
    return brings(play).earned >= 0 && brings(next).earned < 0;
  }
  return hasPlace(play) && (!play.mission || brings(play).earned > 0);
}

export function turned(play: Play, dial: DialName, step: number, isSettled: boolean): Play {
  const { dials } = play;
  const next = stepped(play, { dials }, { dials: { ...dials, [dial]: step } }, dial, isSettled);
  // While the thumb slides past the place, nothing is found yet.
  return isSettled && isReached(next) ? { ...next, won: reached(next.won, next.mission) } : next;
}

export const restarted = ({ mission, won }: Play): Play => begin(mission, won);
export const nextMission = ({ mission, won }: Play): Play => begin(mission + 1, won);

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ mission, won, dials }: Play): unknown => ({ mission, won, dials });

export function kept(state: unknown): Play {
  const { mission, won, dials } = Object(state) as Partial<Play>;
  const isWhole =
    firstDials[mission as number] &&
    Array.isArray(won) &&
    won.length === firstDials.length &&
    names.every((name) => {
      const step: unknown = Object(dials)[name];
      return Number.isInteger(step) && (step as number) >= 0 && (step as number) < steps[name];
    });
  return isWhole
    ? { ...begin(mission, won.map((each) => each === true) as Play["won"]), dials: dials as Dials }
    : begin();
}
