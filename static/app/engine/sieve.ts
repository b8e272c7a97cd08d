// The sieve: which of twelve cards a search finds, and how these line up (cases: tests/vectors/sieve.json).
// Relevance = how clear the page is × the share of the search's words that stand in the title. For the search
// “干香菇 500克” this gives the six listings of CURRICULUM.md, section 6.1, the relevance that stands there.
import { defaultWeights, leastRelevance, ranked, shiitakeListings } from "./ranking.ts";
import type { Listing, Placed } from "./ranking.ts";

export type Word = "dried" | "fresh" | "shiitake" | "g500" | "gift" | "kiwi" | "jin5" | "honey" | "wood-ear";

interface Card extends Listing {
  words: Word[];
  /** 0 to 1 */
  clear: number;
}

/** Words of a search with their shares, together 1. */
export type Search = { [word in Word]?: number };

export const searches: Search[] = [
  { dried: 0.35, shiitake: 0.35, g500: 0.3 },
  { fresh: 0.6, shiitake: 0.4 },
  { shiitake: 0.6, gift: 0.4 },
  { kiwi: 0.7, jin5: 0.3 },
];

/** What the learner may write in her title before the amount: words a search can find, or none. */
export const titleChoices: Word[][] = [[], ["shiitake"], ["dried", "shiitake"], []];
export const titleRest: Word = "g500";

export const own = "B";

const dried: Word[] = ["dried", "shiitake", "g500"];
const has: { [id: string]: [Word[], number] } = {
  A: [dried, 0.8],
  B: [[], 0.95],
  C: [dried, 0.55],
  D: [[...dried, "gift"], 0.85],
  E: [dried, 0.95],
  F: [["fresh", "shiitake"], 0.3 / 0.35],
};

const cards: Card[] = [
  ...shiitakeListings.map((listing) => {
    const [words, clear] = has[listing.id] as [Word[], number];
    return { ...listing, words, clear };
  }),
  ...(
    [
      ["G", ["kiwi", "jin5"], 0.95, 800, 4.8, 500, 45, 24, 0.8],
      ["H", ["honey", "g500"], 0.9, 300, 4.7, 210, 68, 48, 0.6],
      ["I", ["shiitake", "gift"], 0.9, 260, 4.7, 180, 88, 24, 0.9],
      ["J", ["dried", "wood-ear"], 0.9, 700, 4.6, 420, 32, 48, 0.5],
      ["K", ["fresh", "shiitake"], 0.8, 90, 4.8, 40, 22, 24, 0.6],
      ["L", ["kiwi", "gift"], 0.85, 150, 4.5, 60, 49, 48, 0.7],
    ] as [string, Word[], number, number, number, number, number, number, number][]
  ).map(([id, words, clear, sales, rating, n, price, hours, photo]) => ({
    ...{ id, words, clear, rel: 0, sales, rating, n, price, hours, photo },
  })),
];

/** The words of a card's title, in their order; the learner's own are what she chose. */
export const wordsOf = (card: string): Word[] => (cards.filter(({ id }) => id === card)[0] as Card).words;

/** How much of a search these words answer, 0 to 1. */
export const shareOf = (search: { [word: string]: number }, words: string[]): number =>
  Object.keys(search).reduce(
    (sum, word) => sum + (words.indexOf(word) < 0 ? 0 : (search[word] as number)),
    0,
  );

export interface Outcome {
  /** in the order of their points */
  stay: Placed[];
  fall: string[];
}

/** What the search at this place finds, when the learner's title holds these words. */
export function sieve(search: Search, title: Word[]): Outcome {
  const listings = cards.map((card) => {
    const words = card.id === own ? title : card.words;
    const share = shareOf(search as { [word: string]: number }, words);
    // Rounded, because 0.857 × 0.35 should be 0.30 and 0.5 × 0.8 not a hair less than 0.40.
    return { ...card, rel: Math.round(card.clear * share * 1e6) / 1e6 };
  });
  return {
    stay: ranked(listings, defaultWeights),
    fall: listings.filter(({ rel }) => rel < leastRelevance).map(({ id }) => id),
  };
}
