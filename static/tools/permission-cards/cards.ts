// What four apps ask for (CURRICULUM.md, IN7): the learning app needs none of it.
import type { Card } from "../../app/engine/sorting.ts";

export type App = "torch" | "courier" | "shop" | "lessons";
export type Asked = "camera" | "contacts" | "location" | "storage";

const asked: [App, Asked, "allow" | "refuse"][] = [
  ["torch", "contacts", "refuse"],
  ["courier", "camera", "allow"],
  ["shop", "storage", "allow"],
  ["torch", "location", "refuse"],
  ["courier", "contacts", "refuse"],
  ["shop", "camera", "allow"],
  ["lessons", "contacts", "refuse"],
  ["courier", "location", "allow"],
  ["torch", "storage", "refuse"],
  ["shop", "contacts", "refuse"],
  ["lessons", "location", "refuse"],
  ["courier", "storage", "allow"],
];

export const cards: Card[] = asked.map(([app, what, bin]) => ({
  id: `${app}-${what}`,
  bins: ["allow", "refuse"],
  bin,
}));

export const partsOf = ({ id }: { id: string }): [App, Asked] => id.split("-") as [App, Asked];
