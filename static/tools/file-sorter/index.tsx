// The file sorter (CURRICULUM.md, X6): twelve files into five folders, two with a better name.
import { deck } from "../shared/deck.tsx";
import { cards } from "./cards.ts";
import { words } from "./words.ts";

export const mount = deck({
  cards,
  words,
  picture: () => (
    <span class="blob">
      <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6" />
      </svg>
    </span>
  ),
});
