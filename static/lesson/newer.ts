// What cannot be asked: of a lesson that is newer than this app, it steps aside with a kind word, and the lesson goes on;
// what rests on a number that nobody has looked up for a year is left out (decision 0050).

import { freshness, today, type Fact, type Meeting } from "../app/engine/dated.ts";
import { all, icon, make } from "./dom.ts";
import type { Lesson } from "./types.ts";

const types = ["choice", "true-false", "numeric", "order", "match", "text-entry"];
const words: { [language: string]: { exercise: string; practice: string; text: string } } = {
  en: {
    exercise: "This question is newer than the app on this phone.",
    practice: "This practice is newer than the app on this phone.",
    text: "Go on learning. With the network the app renews itself, and you can come back to it.",
  },
  zh: {
    exercise: "这道题比手机里的应用新。",
    practice: "这个练习比手机里的应用新。",
    text: "先接着学。连上网，应用自己会更新，到时候再回来做。",
  },
};

function note(title: string, text: string): HTMLElement {
  const said = make("div", "grow", make("b", "", title), make("p", "", text));
  return make("div", "say hint", icon("hint"), said);
}

/** The facts that are old today, by their ids. */
function oldOf(outline: { facts?: Fact[] } | null | undefined, met: Meeting | null | undefined): string[] {
  const day = today(Date.now(), met);
  const facts = (outline && outline.facts) || [];
  return facts.filter(({ checked }) => freshness(checked, day) === "old").map(({ id }) => id);
}

/** Before the cards are made quick: an unknown form is no question any more, and a card of an old fact is gone. */
export function passOver(
  root: ParentNode,
  { items }: Lesson,
  language: string,
  outline?: { facts?: Fact[] } | null,
  met?: Meeting | null,
): void {
  const { exercise, text } = words[language]!;
  const old = oldOf(outline, met);
  for (const form of all(root, "form")) {
    const item = items[form.dataset.item!];
    if (item && old.indexOf(item.fact!) >= 0) form.closest("[data-card]")!.remove();
    else if (!item || types.indexOf(item.type) < 0) form.parentNode!.replaceChild(note(exercise, text), form);
  }
}

/** On the card of a practice that is unknown here. */
export function tellOfNewer(place: HTMLElement, language: string): void {
  const { practice, text } = words[language]!;
  all(place, ".told").forEach((told) => told.remove());
  place.appendChild(note(practice, text));
}
