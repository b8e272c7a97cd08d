// Words of one language, fetched by themselves, and the few formats that need more than a template.

import type { RoomWords } from "./rooms.en.ts";
import type { Words } from "./words.en.ts";

export type { RoomWords, Words };
export type Language = "en" | "zh-hans";

export const languages: { id: Language; tag: string; name: string }[] = [
  { id: "zh-hans", tag: "zh-Hans", name: "中文" },
  { id: "en", tag: "en", name: "English" },
];

export const tagOf = (language: Language) => (language === "en" ? "en" : "zh-Hans");

export const isLanguage = (value: unknown): value is Language => value === "en" || value === "zh-hans";

export const wordsOf = async (language: Language): Promise<Words> =>
  (await (language === "en" ? import("./words.en.ts") : import("./words.zh-hans.ts"))).words;

/** Those of the further rooms come with the rooms. */
export const roomWordsOf = async (language: Language): Promise<RoomWords> =>
  (await (language === "en" ? import("./rooms.en.ts") : import("./rooms.zh-hans.ts"))).words;

/** How long ago, in words; both times in ms. */
export function ago(words: Words, then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return words.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? words.hoursAgo(hours) : words.daysAgo(Math.floor(hours / 24));
}

/** A size people pay for: rounded up, never "0". */
export function size(words: Pick<RoomWords, "kb" | "mb">, bytes: number): string {
  return bytes < 100_000
    ? words.kb(String(Math.max(1, Math.ceil(bytes / 1000))))
    : words.mb((Math.ceil(bytes / 100_000) / 10).toFixed(1));
}
