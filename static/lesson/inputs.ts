// What only some lessons need, in a file of its own: order and match by tapping, numbers in any writing, and what is
// said about exercises and practices that this app does not know yet.

export { numberIn } from "../app/engine/numerals.ts";
export { passOver, tellOfNewer } from "./newer.ts";
export { arranged } from "./places.ts";
