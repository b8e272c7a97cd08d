// Words of the room that shows what waits to be sent. They come with it.

import type { Language } from "./text.ts";
import type { WaitingWords } from "./waiting.en.ts";

export type { WaitingWords };

export const waitingWordsOf = async (language: Language): Promise<WaitingWords> =>
  (await (language === "en" ? import("./waiting.en.ts") : import("./waiting.zh-hans.ts"))).words;
