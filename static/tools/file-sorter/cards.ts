// Twelve files, five folders, two names that help nobody (CURRICULUM.md, PC5). A name to give is a card of its own,
// dealt before its file.
import type { Card } from "../../app/engine/sorting.ts";

export const folders = ["goods", "papers", "numbers", "proofs", "family"] as const;
export type Folder = (typeof folders)[number];
/** What a file could be called: by what is in it alone, with its day as well, or as the newest. */
export const names = ["plain", "dated", "newest"] as const;
export type Name = (typeof names)[number];

const belongs = {
  shiitake: "goods",
  licence: "papers",
  "honey-name": "dated",
  honey: "goods",
  packed: "proofs",
  birthday: "family",
  prices: "numbers",
  "contract-name": "dated",
  contract: "papers",
  broken: "proofs",
  kiwi: "goods",
  festival: "family",
  orders: "numbers",
  "id-copy": "papers",
};
export type File = keyof typeof belongs;
export type Renamed = "honey" | "contract";

export const isNaming = ({ id }: { id: string }): boolean => /-name$/.test(id);
/** The file that this card gives a name to, or puts away. */
export const fileOf = ({ id }: { id: string }): string => id.replace(/-name$/, "");

export const cards: Card[] = (Object.keys(belongs) as File[]).map((id) => ({
  id,
  bins: (isNaming({ id }) ? names : folders).slice(),
  bin: belongs[id],
}));
