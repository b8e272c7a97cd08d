// Ten pictures before and after (CURRICULUM.md, X9, PC6): what a buyer gets is what she sees, or it is not.
import type { Card } from "../../app/engine/sorting.ts";

export type Edit =
  ("cut" | "straight" | "bright" | "smaller" | "ruler") | ("colour" | "cup" | "spots" | "made" | "more");

const edits: [Edit, "honest" | "misleads"][] = [
  ["cut", "honest"],
  ["colour", "misleads"],
  ["bright", "honest"],
  ["spots", "misleads"],
  ["straight", "honest"],
  ["cup", "misleads"],
  ["ruler", "honest"],
  ["more", "misleads"],
  ["made", "misleads"],
  ["smaller", "honest"],
];

export const cards: Card[] = edits.map(([id, bin]) => ({ id, bins: ["honest", "misleads"], bin }));
