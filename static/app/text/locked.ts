// Words of a lock in her language, where the phone shows another one.

import { householdWordsOf, type HouseholdWords } from "./sharing.ts";
import type { Language, RoomWords, Words } from "./text.ts";

/** All that it says. They lie on the phone since she read them. */
export async function lockWordsOf(language: Language): Promise<Words & RoomWords & HouseholdWords> {
  const [shell, rooms, household] = await Promise.all([
    language === "en" ? import("./words.en.ts") : import("./words.zh-hans.ts"),
    language === "en" ? import("./rooms.en.ts") : import("./rooms.zh-hans.ts"),
    householdWordsOf(language),
  ]);
  return { ...shell.words, ...rooms.words, ...household };
}
