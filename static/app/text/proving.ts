// Words of the rooms in which she proves what she can. They come with these rooms.

import type { CertificatesWords } from "./certificates.en.ts";
import type { ProofWords } from "./proof.en.ts";
import type { Language } from "./text.ts";

export type { CertificatesWords, ProofWords };

export const proofWordsOf = async (language: Language): Promise<ProofWords> =>
  (await (language === "en" ? import("./proof.en.ts") : import("./proof.zh-hans.ts"))).words;

export const certificatesWordsOf = async (language: Language): Promise<CertificatesWords> =>
  (await (language === "en" ? import("./certificates.en.ts") : import("./certificates.zh-hans.ts"))).words;
