// How hard a password of words is to guess (CURRICULUM.md, X4b). Cases: tests/vectors/passphrase.json.
// Length counts, not odd signs (NIST SP 800-63B): each further word that has nothing to do with the others multiplies
// the tries. Counted as if a guesser held a list of 2,000 words, and knew what neighbours know.

export interface Tile {
  id: string;
  /** Known to whoever knows her: a name, a year, the village, or the first thing anybody tries. */
  isNear: boolean;
}

export const listed = 2000;
/** How many tries somebody needs who knows her. */
export const near = 10;

/** How many tries find it at the latest; a word said twice adds none. */
export function tries(tiles: Tile[]): number {
  const other = tiles.filter(({ id }, n) => tiles.map((tile) => tile.id).indexOf(id) === n);
  return other.reduce((product, { isNear }) => product * (isNear ? near : listed), 1);
}

/** 0 nothing yet, 1 found at once, 2 found with patience, 3 nobody tries that many. */
export function strength(tiles: Tile[]): 0 | 1 | 2 | 3 {
  if (!tiles.length) return 0;
  const count = tries(tiles);
  return count < Math.pow(listed, 2) ? 1 : count < Math.pow(listed, 4) ? 2 : 3;
}
