// A word of the glossary or a dated fact on the first page: tapped, it is explained below the card, and can be heard.

import { hush, listening, voices } from "./aloud.ts";
import { all, make } from "./dom.ts";
import { mannerOf } from "./enhance.ts";
import type { Hooks } from "./types.ts";

/** What is said stands at the end of the page. The foot's live region, in which it is told, is there by now. */
export function explainWords(root: HTMLElement, hooks: Hooks): void {
  root.onclick = (event) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-term]");
    const meant = link && document.getElementById(`word-${link.dataset.term}`);
    if (!meant) return;
    event.preventDefault();
    explain(root.querySelector(".foot > [role=status]")!, meant, hooks);
  };
}

/** It ends what was read of the card. */
function explain(place: HTMLElement, meant: HTMLElement, hooks: Hooks): void {
  const { words } = hooks;
  const [title, text] = all(meant, "b, span");
  const parts = [make("b", "", title!.innerText), make("p", "", text!.innerText)];
  const said = make("div", "grow", ...parts);
  hush();
  place.textContent = "";
  place.appendChild(make("div", "say word", said));
  const { button } = listening(
    words,
    mannerOf(hooks),
    () => words.listen,
    () => parts,
  );
  if (voices(words.voice)) said.appendChild(button);
}
