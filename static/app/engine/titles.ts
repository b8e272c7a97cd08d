// A title of words that buyers type and that are true (CURRICULUM.md, X10). Cases: tests/vectors/titles.json.
// A search finds a title as in the sieve, by the share of its words that stand there; here all of them have to.
import { searches as sieved, shareOf } from "./sieve.ts";

/** Why a word may not stand there: the law forbids it, it is not in the bag, or the name is somebody else's. */
export type Fault = "absolute" | "untrue" | "brand";

/** As they are offered: true ones, one that nobody types, and those with a fault. */
export const tiles: { [word: string]: Fault | null } = {
  treasure: null,
  dried: null,
  best: "absolute",
  g500: null,
  fresh: "untrue",
  shiitake: null,
  brand: "brand",
  cut: null,
  gift: "untrue",
  place: null,
  national: "absolute",
  autumn: null,
  wild: "untrue",
};

/** What five buyers type, with the share of each word. The last one wants what is not in the bag. */
export const asked = [
  { dried: 0.5, shiitake: 0.5 },
  sieved[0],
  { shiitake: 0.5, cut: 0.5 },
  { place: 0.5, shiitake: 0.5 },
  sieved[2],
] as { [word: string]: number }[];

export const enough = 3;

export interface Title {
  words: string[];
  /** How much of each search it answers, 0 to 1. */
  shares: number[];
  /** How many searches find it by all of their words. */
  found: number;
  faults: string[];
}

/** The title after these taps; a tap takes a word, or puts it back. Null where a tap is no word. */
export function titled(taps: string[]): Title | null {
  let words: string[] = [];
  for (const tap of taps) {
    if (typeof tap !== "string" || !Object.prototype.hasOwnProperty.call(tiles, tap)) return null;
    words = words.indexOf(tap) < 0 ? [...words, tap] : words.filter((word) => word !== tap);
  }
  // Rounded, because 0.35 + 0.35 + 0.3 is all of it.
  const shares = asked.map((search) => Math.round(100 * shareOf(search, words)) / 100);
  return {
    ...{ words, shares },
    found: shares.filter((share) => share === 1).length,
    faults: words.filter((word) => tiles[word]),
  };
}

/** Reached: enough searches find it, every word may stand there, and it fits. */
export const passes = ({ found, faults }: Title, length: number, most: number): boolean =>
  found >= enough && !faults.length && length <= most;
