// What comes to the cards of a lesson: its practices, and the way to her trainer; at the end a word where its last step is
// for a computer, and she may say that she passed it on.

import { openComputers } from "../lesson/computers.ts";
import { openTeaching, type Lesson } from "../lesson/teaching.ts";
import type { Model } from "../lesson/model.ts";
import { roomWordsOf } from "../text/text.ts";
import type { ToolData } from "../../lesson/types.ts";
import type { Mount, ToolOptions } from "../../tools/shared/options.ts";
import type { Address, Found } from "./lesson.tsx";
import type { dress } from "./parts.tsx";

/** Of each practice its files with the beginning of their hashes, its script first, the style last. */
export interface Practices {
  default: Record<string, [string, string][]>;
}

interface Open {
  address: Address;
  model: Model;
  found: Found;
  tools: Record<string, string>;
  dress: typeof dress;
}

interface Practice {
  name: string;
  place: HTMLElement;
  data: ToolData;
  /** Under which it finds again what it kept. */
  key: string;
}

/**
 * Fetches a practice and puts it onto its card; where it cannot come, the card says so and she goes on. Gives what takes it
 * down again.
 */
export async function practise(
  { address, model, found, tools, dress }: Open,
  { name, place, data, key }: Practice,
): Promise<() => void> {
  const nothing = () => undefined;
  const options: ToolOptions = {
    language: address.language,
    goal: data.goal,
    state: await model.recall(key),
    keep: (state) => void model.remember(key, state),
    done: (result) => data.done(result),
  };
  try {
    const { default: practices } = (await import(tools.practices!)) as Practices;
    const files = practices[name];
    if (!files) {
      found.inputs.tellOfNewer(place, found.cards.voice);
      return nothing;
    }
    const [{ mount }] = await Promise.all([
      import(files[0]![0]) as Promise<{ mount: Mount }>,
      dress(files[files.length - 1]![0]),
    ]);
    place.textContent = "";
    return mount(place, options);
  } catch {
    place.append(found.cards.toolAway);
    return nothing;
  }
}

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
