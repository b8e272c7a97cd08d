// What comes after the first card, in a file of its own: order and match by tapping, numbers in any writing, how a voice
// says what is written, and what is said about exercises and practices that this app does not know yet.

export { numberIn } from "../app/engine/numerals.ts";
export { spoken } from "../app/engine/spoken.ts";
export { passOver, tellOfNewer } from "./newer.ts";
export { arranged } from "./places.ts";
