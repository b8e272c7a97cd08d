// Times and sizes as people say them.

import type { RoomWords } from "./rooms.en.ts";

/** How long ago, in words; both times in ms. */
export function ago(words: RoomWords, then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return words.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? words.hoursAgo(hours) : words.daysAgo(Math.floor(hours / 24));
}

/** A size people pay for: rounded up, never "0". */
export function size(words: Pick<RoomWords, "kb" | "mb">, bytes: number): string {
  return bytes < 1_000_000
    ? words.kb(String(Math.max(1, Math.ceil(bytes / 1000))))
    : words.mb((Math.ceil(bytes / 100_000) / 10).toFixed(1));
}
