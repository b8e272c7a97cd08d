// The list as a buyer sees it (CURRICULUM.md, X1b): in the order she chooses, card by card, against what she needs
// (cases: tests/vectors/buyer.json).
import { defaultWeights, matched, ranked } from "./ranking.ts";
import type { Listing } from "./ranking.ts";

export type Order = "usual" | "price" | "sales" | "rating";

/** What a buyer needs; whatever is left out does not matter to her. */
export interface Need {
  /** yuan at most */
  price?: number;
  /** until it is sent, at most */
  hours?: number;
  /** reviews at least */
  n?: number;
  /** 1 to 5, at least */
  rating?: number;
  /** 0 to 1, at least */
  photo?: number;
}

const atMost: (keyof Need)[] = ["price", "hours"];

/** Whose words fit, in that order; equals keep the order given. */
export function inOrder(listings: Listing[], order: Order): Listing[] {
  const found = matched(listings);
  const score: { [id: string]: number } = {};
  if (order === "usual")
    for (const placed of ranked(listings, defaultWeights)) score[placed.id] = placed.score;
  else for (const each of found) score[each.id] = order === "price" ? -each.price : each[order];
  return found
    .map((each, place): [Listing, number] => [each, place])
    .sort((a, b) => (score[b[0].id] as number) - (score[a[0].id] as number) || a[1] - b[1])
    .map(([each]) => each);
}

/** What of her needs this offer does not meet. */
export const missed = (listing: Listing, need: Need): (keyof Need)[] =>
  (Object.keys(need) as (keyof Need)[]).filter((key) => {
    const wanted = need[key] as number;
    return atMost.indexOf(key) < 0 ? listing[key] < wanted : listing[key] > wanted;
  });
