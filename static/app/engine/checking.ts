// Checking a message before it is passed on (CURRICULUM.md, X17b): who says it, when, where else; then what to do
// with it. Cases: tests/vectors/checking.json. A verdict counts only after two looks; one that does not fit stays.

export const looks = ["who", "when", "else"] as const;
export const verdicts = ["use", "ask", "leave"] as const;
export type Look = (typeof looks)[number];
export type Verdict = (typeof verdicts)[number];

/** How many looks a verdict needs. */
export const enough = 2;

export interface Message {
  id: string;
  verdict: Verdict;
}

export interface Checked {
  /** How many messages are done. */
  done: number;
  /** The message that is open; null once all are done. */
  now: Message | null;
  /** What was looked at in it. */
  seen: Look[];
  /** The last move, its message and what was seen of that by then; null before the first. */
  last: { message: Message; move: string; was: "look" | "early" | "off" | "right"; seen: Look[] } | null;
  /** Verdicts before enough was seen, and such as did not fit. */
  early: number;
  off: number;
}

const isLook = (move: unknown): move is Look => looks.indexOf(move as Look) >= 0;
const isVerdict = (move: unknown): move is Verdict => verdicts.indexOf(move as Verdict) >= 0;

/** Where these moves lead; null where one cannot be: neither look nor verdict, a look twice, a move too many. */
export function checked(messages: Message[], moves: string[]): Checked | null {
  const all: Checked = { done: 0, now: messages[0] || null, seen: [], last: null, early: 0, off: 0 };
  for (const move of moves) {
    const message = all.now;
    if (!message) return null;
    if (isLook(move)) {
      if (all.seen.indexOf(move) >= 0) return null;
      all.seen = [...all.seen, move];
      all.last = { message, move, was: "look", seen: all.seen };
    } else if (isVerdict(move)) {
      const was = all.seen.length < enough ? "early" : move === message.verdict ? "right" : "off";
      all.last = { message, move, was, seen: all.seen };
      if (was !== "right") all[was]++;
      else {
        all.done++;
        all.now = messages[all.done] || null;
        all.seen = [];
      }
    } else return null;
  }
  return all;
}
