// A rule centre of twenty notices (CURRICULUM.md, RA7): three of them to find, each with the day from which it holds.
// The dates are invented; between publishing and beginning lie at least seven days (E-Commerce Law art. 34).
import type { Task } from "../../app/engine/finding.ts";

/** The shelves, and what lies on them; the newest first. */
export const shelves: { [shelf: string]: string[] } = {
  shipping: ["festival", "dispatch", "frozen", "label"],
  fees: ["guide", "deposit", "bill", "coupon"],
  listing: ["photos", "words", "titles", "weight"],
  reviews: ["reply", "fakes", "stars", "report"],
  shop: ["name", "closing", "password", "holiday"],
};

/** What a notice says of dates, in the order of the page. */
export const dates = ["published", "comment", "begins"];

export const hunted = ["dispatch", "deposit", "words"];

const all = Object.keys(shelves).reduce<string[]>(
  (sum, shelf) => [...sum, ...(shelves[shelf] as string[])],
  [],
);

/** First the notice, then its day. */
export const tasks: Task[] = hunted.reduce<Task[]>(
  (sum, id) => [
    ...sum,
    { id, items: all, wanted: [id] },
    { id: `${id} day`, items: dates, wanted: ["begins"] },
  ],
  [],
);
