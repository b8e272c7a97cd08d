// What stands beside the cards of a lesson: the way to her trainer; at the end a word where its last step is for a
// computer, and she may say that she passed it on.

import { openComputers } from "../lesson/computers.ts";
import { openTeaching, type Lesson } from "../lesson/teaching.ts";
import type { Model } from "../lesson/model.ts";
import { roomWordsOf } from "../text/text.ts";
import type { Address } from "./lesson.tsx";

/** Under what the lesson offers at its end. */
export async function offerTeaching(model: Model, root: HTMLElement, lesson: Lesson): Promise<void> {
  const foot = root.querySelector(":scope > .foot")!; // an exercise has one of its own
  const teaching = model.lend(openTeaching);
  const words = await roomWordsOf(lesson.language);
  const atComputer = await model.lend(openComputers)();
  if (atComputer.indexOf(`${lesson.module}/${lesson.lesson}`) >= 0) {
    const note = document.createElement("p");
    note.textContent = words.atComputer;
    foot.insertBefore(note, foot.firstChild);
  }
  const thanks = document.createElement("p");
  thanks.setAttribute("role", "status");
  thanks.className = "soft";
  foot.appendChild(thanks);
  const thank = () => (thanks.textContent = words.taughtThanks);
  if (await teaching.wasSaidToday(lesson)) return void thank();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn bare";
  button.textContent = words.taught;
  button.onclick = () => {
    button.remove();
    void teaching.say(lesson).then(thank);
  };
  foot.appendChild(button);
}

/**
 * The question takes the lesson along. It stands below what she is asked or practises, and at the end: a card to read fills the
 * screen, and its button stays at the thumb.
 */
export async function offerAsking(root: HTMLElement, { language, module, lesson }: Address): Promise<void> {
  const words = await roomWordsOf(language);
  const link = document.createElement("a");
  link.className = "btn bare";
  link.href = `/${language}/-/ask${module === "-" ? "" : `:${module}:${lesson}`}/`;
  link.textContent = words.askTrainer;
  const place = () => {
    const card = root.querySelector("[data-card].on");
    const isRead = !!card && !card.querySelector("form, [data-tool]");
    link.style.display = isRead ? "none" : "";
  };
  new MutationObserver(place).observe(root, { subtree: true, attributes: true, attributeFilter: ["class"] });
  place();
  root.appendChild(link);
}
