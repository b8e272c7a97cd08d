// Telling false messages from real ones by their sign (CURRICULUM.md, X4). Cases: tests/vectors/spotting.json.
// Reached with 10 of 12, and at most two real messages taken for false: "everything is false" does not get there.

export interface Message {
  id: string;
  /** How many parts can be tapped, and which of them are signs; a real message has none. */
  parts: number;
  signs: number[];
}

/** The part that was tapped as a sign, or "real". */
export type Tap = number | "real";

export interface Look {
  message: Message;
  tap: Tap;
  isRight: boolean;
}

export interface Spotted {
  /** What to look at next; none once enough was seen. */
  front: Message | null;
  last: Look | null;
  /** By the newest look at each message. */
  right: number;
  alarms: number;
  isReached: boolean;
}

export const enough = 10;
export const alarmsAllowed = 2;

/**
 * What was seen after these taps; null where a tap cannot be. After all were looked at, those that were not
 * right come once more, until enough is right.
 */
export function spotted(messages: Message[], taps: Tap[]): Spotted | null {
  const newest: { [id: string]: Look } = {};
  const looks = (): Look[] => Object.keys(newest).map((id) => newest[id] as Look);
  const right = (): number => looks().filter((look) => look.isRight).length;
  const alarms = (): number =>
    looks().filter(({ message, tap }) => !message.signs.length && tap !== "real").length;
  let hand = messages.slice();
  let last: Look | null = null;
  let isReached = false;
  for (const tap of taps) {
    const message = hand.shift();
    const isPart = typeof tap === "number" && tap >= 0 && tap % 1 === 0;
    if (!message || !(tap === "real" || (isPart && tap < message.parts))) return null;
    const isRight = tap === "real" ? !message.signs.length : message.signs.indexOf(tap) >= 0;
    last = newest[message.id] = { message, tap, isRight };
    if (hand.length) continue;
    isReached = right() >= enough && alarms() <= alarmsAllowed;
    if (!isReached) hand = messages.filter(({ id }) => !(newest[id] as Look).isRight);
  }
  return { front: hand[0] || null, last, right: right(), alarms: alarms(), isReached };
}
