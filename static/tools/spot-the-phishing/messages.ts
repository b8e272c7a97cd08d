// Twelve messages, seven false and five real (CURRICULUM.md, PY3). The parts of a message stand in words.ts: who sent it,
// then its sentences; these numbers say which of them are signs:
// hurry, secrecy, reward or threat, a link to sign in, a wish for a code, for a screen, for money.
import type { Message } from "../../app/engine/spotting.ts";

const signs = {
  fee: [2],
  order: [],
  closing: [1, 2],
  bank: [],
  friend: [1, 2],
  pickup: [],
  subsidy: [1, 2],
  code: [],
  screen: [1, 2],
  prize: [1, 2],
  sister: [],
  police: [1, 2],
};
export type Id = keyof typeof signs;

/** A sender and two sentences each. */
export const parts = 3;

export const messages: Message[] = (Object.keys(signs) as Id[]).map((id) => ({
  id,
  parts,
  signs: signs[id],
}));
