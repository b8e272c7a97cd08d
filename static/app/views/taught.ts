// At the end of a lesson: she may say that she passed it on. One quiet button, and a word of thanks.

import { openTeaching, type Lesson } from "../lesson/teaching.ts";
import type { Model } from "../lesson/model.ts";
import { roomWordsOf } from "../text/text.ts";

/** Under what the lesson offers at its end. */
export async function offerTeaching(model: Model, foot: HTMLElement, lesson: Lesson): Promise<void> {
  const teaching = model.lend(openTeaching);
  const words = await roomWordsOf(lesson.language);
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
