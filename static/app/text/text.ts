// Words of one language, fetched by themselves, and the few formats that need more than a template.

import type { LibraryWords } from "./library.en.ts";
import type { MeWords } from "./me.en.ts";
import type { PathWords } from "./path.en.ts";
import type { RoomWords } from "./rooms.en.ts";
import type { Words } from "./words.en.ts";

export type { LibraryWords, MeWords, PathWords, RoomWords, Words };
export type Language = "en" | "zh-hans";

export const languages: { id: Language; tag: string; name: string }[] = [
  { id: "zh-hans", tag: "zh-Hans", name: "中文" },
  { id: "en", tag: "en", name: "English" },
];

export const tagOf = (language: Language) => (language === "en" ? "en" : "zh-Hans");

/** A day as people write it, never as numbers alone: "23 November 2026", "2026年11月23日". */
export const dayIn = (language: Language, at: string) =>
  new Date(at).toLocaleDateString(language === "en" ? "en-GB" : "zh-Hans", {
    year: "numeric",
    month: "long",
    day: "numeric",
  });

export const isLanguage = (value: unknown): value is Language => value === "en" || value === "zh-hans";

export const wordsOf = async (language: Language): Promise<Words> =>
  (await (language === "en" ? import("./words.en.ts") : import("./words.zh-hans.ts"))).words;

/** Those of the further rooms come with the rooms: what several of them say, and what one alone says. */
export const roomWordsOf = async (language: Language): Promise<RoomWords> =>
  (await (language === "en" ? import("./rooms.en.ts") : import("./rooms.zh-hans.ts"))).words;
