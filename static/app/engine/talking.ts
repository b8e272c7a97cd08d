// Talks that branch: each reply leads on, and does something to the mood (CURRICULUM.md, X15, X16, X18).
// Cases: tests/vectors/talking.json. A loss is a fact: the talk begins once more, until it ends well.

/** What is said, where it leads, what it does to the mood. One that leads where it stands is thought better of. */
export type Reply = [id: string, to: string, mood: number];

export interface Talk {
  id: string;
  /** How it begins: 0 (gone) to 5. */
  mood: number;
  /** The first is where it begins; what stands not here is an end. */
  turns: { [turn: string]: Reply[] };
  /** The ends that are a loss. */
  lost: string[];
}

export interface Standing {
  /** Each turn with the reply that was given, in their order. */
  said: { turn: string; reply: string }[];
  at: string;
  mood: number;
  isEnd: boolean;
  isSafe: boolean;
  /** How many replies were given, and how many of them led nowhere. */
  given: number;
  detours: number;
  /** The last reply, null before the first, and whether it led nowhere. */
  last: Reply | null;
  isOff: boolean;
}

export const best = 5;
/** The end of a talk whose mood is used up. */
export const gone = "gone";

/** Where these replies lead, to an end at most; null where a reply is none of those on offer. */
export function replied({ mood, turns, lost }: Talk, replies: string[]): Standing | null {
  const now: Standing = {
    ...{ said: [], at: Object.keys(turns)[0] as string, mood },
    ...{ isEnd: false, isSafe: false, given: 0, detours: 0, last: null, isOff: false },
  };
  for (const id of replies) {
    const last = (turns[now.at] as Reply[]).filter((reply) => reply[0] === id)[0];
    if (!last) return null;
    const [, to, change] = last;
    now.last = last;
    now.given++;
    now.mood = Math.min(best, Math.max(0, now.mood + change));
    now.isOff = to === now.at;
    if (now.isOff) now.detours++;
    else now.said.push({ turn: now.at, reply: id });
    now.at = now.mood ? to : gone;
    now.isEnd = !turns[now.at];
    if (now.isEnd) break;
  }
  now.isSafe = now.isEnd && now.at !== gone && lost.indexOf(now.at) < 0;
  return now;
}

export interface Told {
  talk: Talk;
  standing: Standing;
}

export interface Talked {
  /** The talks that ended well, in their order. */
  closed: Told[];
  /** The talk that ended last, well or not. */
  ended: Told | null;
  /** The talk that is on its way; none once all ended well. */
  now: Told | null;
  lost: number;
  detours: number;
}

/** One talk after the other with these replies; null where a reply cannot be. */
export function talked(talks: Talk[], replies: string[]): Talked | null {
  const all: Talked = { closed: [], ended: null, now: null, lost: 0, detours: 0 };
  let rest = replies;
  for (;;) {
    const talk = talks[all.closed.length];
    if (!talk) return rest.length ? null : all;
    const standing = replied(talk, rest);
    if (!standing) return null;
    all.detours += standing.detours;
    if (!standing.isEnd) return { ...all, now: { talk, standing } };
    rest = rest.slice(standing.given);
    all.ended = { talk, standing };
    if (standing.isSafe) all.closed.push(all.ended);
    else all.lost++;
  }
}
