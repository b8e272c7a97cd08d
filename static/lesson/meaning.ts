// A word of the glossary or a dated fact on the first page: tapped, it is explained below the card, and can be heard.

import { hush, listening, voices } from "./aloud.ts";
import { all, make } from "./dom.ts";
import type { Hooks } from "./types.ts";

/** The words stand at the end of the page. What is said ends what was read, and is told in the foot's live region. */
export function explainWords(root: HTMLElement, hooks: Hooks): void {
  root.onclick = (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("[data-term]");
    const meant = link && document.getElementById(link.hash.slice(1));
    if (!meant) return;
    event.preventDefault();
    hush();
    const parts = all(meant, "b, span").map((part, at) => make(at ? "p" : "b", "", part.innerText));
    const said = make("div", "grow in", ...parts);
    const place = root.querySelector("[role=status]")!;
    place.textContent = "";
    place.append(make("div", "say word", said));
    if (voices(hooks.words.voice)) said.appendChild(listening(hooks, () => parts).button);
  };
}
