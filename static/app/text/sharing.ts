// Words of the rooms of a phone that several people use. They come with these rooms.

import type { HouseholdWords } from "./household.en.ts";
import type { Language } from "./text.ts";

export type { HouseholdWords };

export const householdWordsOf = async (language: Language): Promise<HouseholdWords> =>
  (await (language === "en" ? import("./household.en.ts") : import("./household.zh-hans.ts"))).words;
