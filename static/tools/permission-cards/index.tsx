// Permission cards (CURRICULUM.md, X4c): what does this app need?
import { deck } from "../shared/deck.tsx";
import { cards, partsOf } from "./cards.ts";
import type { Asked } from "./cards.ts";
import { words } from "./words.ts";

const drawn: { [what in Asked]: string } = {
  camera: "M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7",
  contacts: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 20c0-7 16-7 16 0",
  location: "M12 21c-9-9-6-17 0-17s9 8 0 17M12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4",
  storage: "M4 5h16v14H4zM4 16l5-5 5 5 2-2 4 4",
};

export const mount = deck({
  cards,
  words,
  picture: (card) => (
    <span class="blob">
      <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
        <path d={drawn[partsOf(card)[1]]} />
      </svg>
    </span>
  ),
});
