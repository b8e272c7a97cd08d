// A practice that is a list of moves: what is shown follows from the list, and one step back takes the last one away.

export interface Play<Move> {
  moves: Move[];
  /** The last move is being talked about; a tap goes on. */
  isTold: boolean;
  /** What was reached stays reached. */
  won: boolean;
}

export const begin = <Move>(won = false): Play<Move> => ({ moves: [], isTold: false, won });

export const moved = <Move>(play: Play<Move>, move: Move): Play<Move> => ({
  ...play,
  moves: [...play.moves, move],
  isTold: true,
});

export const goneOn = <Move>(play: Play<Move>): Play<Move> => ({ ...play, isTold: false });

export const undone = <Move>(play: Play<Move>): Play<Move> => ({
  ...play,
  moves: play.moves.slice(0, -1),
  isTold: false,
});

/** What was kept on this phone, or the beginning where these moves cannot be. */
export function kept<Move>(state: unknown, canBe: (moves: Move[]) => boolean): Play<Move> {
  const { moves, isTold, won } = Object(state) as Partial<Play<Move>>;
  if (!Array.isArray(moves) || !canBe(moves)) return begin();
  return { moves, isTold: isTold === true && !!moves.length, won: won === true };
}
