// Ten codes that ask to be shown (CURRICULUM.md, PY2): five may be, five never.
import type { Card } from "../../app/engine/sorting.ts";

const belongs = {
  stall: "show",
  caller: "never",
  message: "never",
  page: "show",
  digits: "never",
  cashier: "show",
  pin: "never",
  parcel: "show",
  login: "never",
  pickup: "show",
};
export type Code = keyof typeof belongs;

export const cards: Card[] = (Object.keys(belongs) as Code[]).map((id) => ({
  id,
  bins: ["show", "never"],
  bin: belongs[id],
}));
