// The play of the password: words are taken and put back, then a call comes. No DOM. The words are never kept: what is
// stored on the phone begins with the call.
import { walked } from "../../app/engine/deciding.ts";
import type { Answer, Fork, Standing, Story } from "../../app/engine/deciding.ts";
import { strength } from "../../app/engine/passphrase.ts";
import type { Tile } from "../../app/engine/passphrase.ts";

const far = [
  ...(["kettle", "cloud", "drum", "ladder", "goose", "pepper"] as const),
  ...(["bridge", "button", "moon", "basket", "whistle", "stone"] as const),
];
const near = ["name", "year", "village", "first"] as const;
export type Word = (typeof far)[number] | (typeof near)[number];

/** Near ones stand between the others. */
export const tiles: (Tile & { id: Word })[] = [0, 1, 2, 3].reduce<(Tile & { id: Word })[]>(
  (all, n) => [
    ...all,
    ...far.slice(3 * n, 3 * n + 3).map((id) => ({ id, isNear: false })),
    { id: near[n] as Word, isNear: true },
  ],
  [],
);

/** She has her words and goes on. */
export const built = "built";
export const most = 6;

/** The call: what it asks, and whether the first answer is the one that keeps the account safe. */
export const turns: Fork[] = [
  { id: "code", yes: "hurry", no: "hurry" },
  { id: "hurry", yes: "check", no: "check" },
  { id: "check", yes: "safe", no: "safe" },
];
export const call: Story = { id: "call", so: ["hurry", "check"] };

export interface Stand {
  chosen: (Tile & { id: Word })[];
  /** 0 to 3, as in app/engine/passphrase.ts. */
  strength: 0 | 1 | 2 | 3;
  /** The call, once it came. */
  call: Standing | null;
}

const isAnswer = (move: string): move is Answer => move === "yes" || move === "no";

function choose(taps: string[]): Stand["chosen"] | null {
  let chosen: Stand["chosen"] = [];
  for (const tap of taps) {
    const tile = tiles.filter(({ id }) => id === tap)[0];
    if (!tile) return null;
    chosen = chosen.indexOf(tile) < 0 ? [...chosen, tile] : chosen.filter((each) => each !== tile);
    if (chosen.length > most) return null;
  }
  return chosen;
}

/** Null where the moves cannot be. What was kept begins with `built`; else enough words come before it. */
export function stand(moves: string[]): Stand | null {
  const at = moves.indexOf(built);
  const chosen = choose(at < 0 ? moves : moves.slice(0, at));
  if (!chosen) return null;
  const found = strength(chosen);
  if (at < 0) return { chosen, strength: found, call: null };
  const answers = moves.slice(at + 1);
  if ((at && found < 3) || !answers.every(isAnswer)) return null;
  const standing = walked(turns, call, answers as Answer[]);
  return standing.given < answers.length ? null : { chosen: [], strength: 3, call: standing };
}

export const keepable = (moves: string[]): string[] =>
  moves.indexOf(built) < 0 ? [] : moves.slice(moves.indexOf(built));
