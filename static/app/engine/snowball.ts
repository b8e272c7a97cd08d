// Ten days of a shop (CURRICULUM.md, X1c): the place decides who sees it, who sees it decides what is sold, and what is
// sold decides the place (cases: tests/vectors/snowball.json). All numbers are invented, for learning.
import { defaultWeights, ranked, shiitakeListings } from "./ranking.ts";
import type { Listing } from "./ranking.ts";

export type Start = "none" | "real" | "bought";

export interface Setup {
  start: Start;
  /** 0 to 1 */
  photo: number;
  /** until it is sent */
  hours: number;
  /** The platform lifts new shops for the first days; `real` and `bought` are not new. */
  isLifted: boolean;
}

export interface Day {
  /** 1 is first */
  place: number;
  looks: number;
  clicks: number;
  sold: number;
  /** Bought sales were found: taken away, and the shop stands last. */
  isFound: boolean;
}

/** Before the first day: real sales in 30 days, reviews, sales that were bought. */
export const starts: { [start in Start]: [number, number, number] } = {
  none: [0, 0, 0],
  real: [20, 9, 0],
  bought: [20, 9, 200],
};
export const dayCount = 10;
export const foundOn = 4;
const liftedDays = 5;
const lift = 15;
/** Of the buyers of a day, how many look as far as each place: seven of ten look on each time. */
const looksAt = [400, 280, 196, 137, 96, 67, 47, 33];

export const snowballListings: Listing[] = [
  ...shiitakeListings,
  { id: "G", rel: 0.85, sales: 300, rating: 4.7, n: 200, price: 48, hours: 48, photo: 0.6 },
  { id: "H", rel: 0.9, sales: 120, rating: 4.6, n: 60, price: 44, hours: 48, photo: 0.5 },
  { id: "I", rel: 0.8, sales: 40, rating: 4.6, n: 30, price: 46, hours: 48, photo: 0.5 },
];

/** Every third buyer writes a review; of the bought sales every second has one. */
function placeOf({ start, photo, hours, isLifted }: Setup, day: number, sold: number): number {
  const [real, n, bought] = starts[start];
  const still = day < foundOn ? bought : 0;
  const own = {
    ...{ photo, hours, new: start === "none" ? 1 : 0 },
    sales: real + sold + still,
    n: n + Math.floor(sold / 3) + still / 2,
  };
  const shops = snowballListings.map((shop) => (shop.id === "B" ? { ...shop, ...own } : shop));
  const order = ranked(shops, { ...defaultWeights, new: isLifted && day <= liftedDays ? lift : 0 });
  return bought && day >= foundOn ? order.length : order.findIndex(({ id }) => id === "B") + 1;
}

/** Of 100 who see it 5 click and one more for each tenth of the photo; every fifth click buys. Whole people. */
export function tenDays(setup: Setup): Day[] {
  const days: Day[] = [];
  let total = 0;
  for (let day = 1; day <= dayCount; day++) {
    const place = placeOf(setup, day, total);
    const looks = looksAt[place - 1] as number;
    const clicks = Math.round((looks * (5 + Math.round(10 * setup.photo))) / 100);
    const sold = Math.round(clicks / 5);
    total += sold;
    days.push({ place, looks, clicks, sold, isFound: day >= foundOn && starts[setup.start][2] > 0 });
  }
  return days;
}
