// Sorting a deck of cards (CURRICULUM.md, X4c, X4d, X6). Cases: tests/vectors/sorting.json.
// Nothing can be lost: a card that was put elsewhere comes back at the end, until each lies where it belongs.

export interface Card {
  id: string;
  /** Where it may be put, and where it belongs: an index of these. */
  bins: string[];
  bin: string;
}

export interface Deal {
  /** The card in the hand; none once all lie where they belong. */
  front: Card | null;
  /** In the order in which they were put down. */
  placed: Card[];
  /** Where the last card was put. */
  last: { card: Card; bin: string; isRight: boolean } | null;
  /** How many lay right at the first look. */
  atOnce: number;
}

/** What lies where after these moves, each the bin of the card in the hand; null where a move cannot be. */
export function dealt(cards: Card[], moves: string[]): Deal | null {
  const hand = cards.slice();
  const placed: Card[] = [];
  const again: string[] = [];
  let last: Deal["last"] = null;
  for (const bin of moves) {
    const card = hand.shift();
    if (!card || card.bins.indexOf(bin) < 0) return null;
    const isRight = bin === card.bin;
    last = { card, bin, isRight };
    if (isRight) placed.push(card);
    else {
      hand.push(card);
      again.push(card.id);
    }
  }
  const atOnce = placed.filter(({ id }) => again.indexOf(id) < 0).length;
  return { front: hand[0] || null, placed, last, atOnce };
}
