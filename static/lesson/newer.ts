// A lesson that is newer than this app: what it does not know steps aside with a kind word, and the lesson goes on.

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

/** Before the cards are made quick: what stays of an unknown form or practice is no question any more. */
export function tellOfNewer(
  root: ParentNode,
  { items }: Lesson,
  practices: { [name: string]: unknown },
  language: string,
): void {
  const { exercise, practice, text } = words[language]!;
  const note = (title: string) =>
    make("div", "say hint", icon("hint"), make("div", "grow", make("b", "", title), make("p", "", text)));
  for (const form of all(root, "form")) {
    const item = items[form.dataset.item!];
    if (!item || types.indexOf(item.type) < 0) form.parentNode!.replaceChild(note(exercise), form);
  }
  for (const place of all(root, "[data-tool]"))
    if (!practices[place.dataset.name!]) {
      place.removeAttribute("data-tool");
      place.className = "in";
      all(place, ".told").forEach((told) => told.remove());
      place.appendChild(note(practice));
    }
}
