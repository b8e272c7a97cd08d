// Words of the tabs' rooms and of joining. They come with these rooms.

import type { Language, LibraryWords, MeWords, PathWords } from "./text.ts";

export const pathWordsOf = async (language: Language): Promise<PathWords> =>
  (await (language === "en" ? import("./path.en.ts") : import("./path.zh-hans.ts"))).words;

export const libraryWordsOf = async (language: Language): Promise<LibraryWords> =>
  (await (language === "en" ? import("./library.en.ts") : import("./library.zh-hans.ts"))).words;

export const meWordsOf = async (language: Language): Promise<MeWords> =>
  (await (language === "en" ? import("./me.en.ts") : import("./me.zh-hans.ts"))).words;
