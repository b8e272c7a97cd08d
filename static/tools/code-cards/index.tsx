// Code cards (CURRICULUM.md, X4d): which code may be shown, and which never.
import type { VNode } from "preact";
import { deck } from "../shared/deck.tsx";
import { cards } from "./cards.ts";
import type { Code } from "./cards.ts";
import { words } from "./words.ts";

// Real-looking but empty: a square that no scanner reads, bars, or dots in place of digits.
const square =
  "M2 2h8v8H2zM4 4v4h4V4zM22 2h8v8h-8zM24 4v4h4V4zM2 22h8v8H2zM4 24v4h4v-4zM14 4h4v4h-4zM12 12h4v4h-4zM20 14h6v3h-6zM14 20h3v8h-3zM21 21h4v4h-4zM27 26h3v4h-3z";
const bars = "M2 5h2v22H2zM6 5h1v22H6zM9 5h3v22H9zM14 5h1v22h-1zM17 5h2v22h-2zM21 5h4v22h-4zM27 5h1v22h-1z";
const dots = "M4 13h5v5H4zM13 13h5v5h-5zM22 13h5v5h-5z";
const drawn: { [code in Code]: string } = {
  stall: square,
  page: square,
  login: square,
  caller: bars,
  cashier: bars,
  parcel: bars,
  digits: dots,
  message: dots,
  pin: dots,
  pickup: dots,
};

const Picture = ({ code }: { code: Code }): VNode => (
  <svg class="code" viewBox="0 0 32 32" aria-hidden="true">
    <path fill-rule="evenodd" d={drawn[code]} />
  </svg>
);

export const mount = deck({ cards, words, picture: ({ id }) => <Picture code={id as Code} /> });
