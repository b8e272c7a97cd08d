// Words of the room in which she asks her trainer. They come with it.

import type { Language } from "./text.ts";
import type { TrainerWords } from "./trainer.en.ts";

export type { TrainerWords };

export const trainerWordsOf = async (language: Language): Promise<TrainerWords> =>
  (await (language === "en" ? import("./trainer.en.ts") : import("./trainer.zh-hans.ts"))).words;
