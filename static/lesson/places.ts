// Order and match by tapping: a tap sends a word to the next free place, a tap there takes it back. Dragging is an extra,
// never the only way: keys move a word up and down. Until this has come the lists of the form do the same.

import { all, button, make } from "./dom.ts";
import { drag } from "./drag.ts";
import type { Item, Question, Response, Words } from "./types.ts";

/** `{}` is a place's number, or what stands on the left. What follows a blank is heard, not seen. */
const texts: { [language: string]: { [name: string]: string } } = {
  en: {
    rest: "Still to place",
    full: "To change one, tap it: it comes back here.",
    tapHere: "Tap one below",
    left: "{} more to place",
    back: ", tap to take it back",
    free: ", fill this place next",
    into: ", goes to: {}",
  },
  zh: {
    rest: "还没放的",
    full: "想换哪个，点一下它，就回到这里。",
    tapHere: "点下面的一个",
    left: "还有{}个没放",
    back: "，点一下拿回来",
    free: "，先放这里",
    into: "，放到：{}",
  },
};

/** Replaces the numbered lists of the form by places. `changed` is called after every move. */
export function arranged(
  form: HTMLFormElement,
  { answer }: Item,
  { voice }: Words,
  changed: () => void,
): Question {
  const words = texts[voice]!;
  const rows = all(form, "label");
  const isMatch = form.dataset.type === "match";
  const labels = isMatch ? rows.map((row) => row.querySelector(".grow")!.textContent!) : [];
  const ids = rows.map((row) => row.querySelector("select")!.name.slice(2));
  const choices = isMatch
    ? Array.from(rows[0]!.querySelectorAll("option"))
        .filter((option) => option.value)
        .map((option) => ({ id: option.value, text: option.text }))
    : rows.map((row, at) => ({ id: ids[at]!, text: row.querySelector(".grow")!.textContent! }));
  const partners = isMatch ? ids.map((id) => (answer as { [left: string]: string })[id]) : [];
  /** Where two lines share a partner, a word may be taken more than once. */
  const isShared = partners.some((id, at) => partners.indexOf(id) < at);
  let placed: (string | undefined)[] = ids.map(() => undefined);
  let next = 0;
  let locked = false;

  const board = make("div", "slots");
  rows.forEach((row) => row.parentNode!.removeChild(row));
  form.querySelector("fieldset")!.appendChild(board);

  const textOf = (id: string) => choices.find((choice) => choice.id === id)!.text;
  const put = (at: number, id: string | undefined) => {
    if (locked) return;
    placed[at] = id;
    const free = placed.indexOf(undefined);
    next = id ? free : at;
    draw();
    changed();
    // On to the next word; once all are placed, to the place just filled.
    board.querySelectorAll("button")[free < 0 || !id ? at : placed.length]!.focus();
  };

  function swap(from: number, to: number): void {
    [placed[from], placed[to]] = [placed[to], placed[from]];
    next = placed.indexOf(undefined);
    draw();
    changed();
  }

  function choose(at: number): void {
    next = at;
    draw();
    board.querySelectorAll("button")[at]!.focus();
  }

  function move(event: KeyboardEvent, from: number): void {
    const to = from + (event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : NaN);
    if (!(to >= 0 && to < placed.length)) return;
    event.preventDefault();
    swap(from, to);
    board.querySelectorAll("button")[to]!.focus();
  }

  function slot(at: number): HTMLElement {
    const id = placed[at];
    const number = make("span", "n", isMatch ? labels[at]! : `${at + 1}`);
    const word = make("span", "grow", id ? textOf(id) : at === next ? words.tapHere! : "");
    const heard = make("span", "t", locked || at === next ? "" : id ? words.back! : words.free!);
    const element = button("", () => (id ? put(at, undefined) : choose(at)), number, word, heard);
    element.className = `slot${id ? " set" : at === next ? " next" : " free"}`;
    if (isMatch) element.className += " pair";
    element.disabled = locked;
    if (id && !locked) {
      drag(element, at, placed.length, swap);
      element.onkeydown = (event) => move(event, at);
    }
    return element;
  }

  function draw(): void {
    board.textContent = "";
    placed.forEach((_, at) => board.appendChild(slot(at)));
    const rest = choices.filter((choice) => isShared || placed.indexOf(choice.id) < 0);
    if (locked) return;
    // Once all are placed, nothing else on the screen says that a tap takes one back: above all at the second try.
    const isFull = placed.indexOf(undefined) < 0;
    board.appendChild(make("p", isFull ? "k hear" : "k", isFull ? words.full! : words.rest!));
    if (isFull) return;
    for (const choice of rest) {
      const heard = words.into!.replace("{}", isMatch ? labels[next]! : `${next + 1}`);
      const element = button(
        "",
        () => put(next, choice.id),
        make("span", "grow", choice.text),
        make("span", "t", heard),
      );
      element.className = "slot rest";
      board.appendChild(element);
    }
  }

  draw();
  return {
    missing: () => words.left!.replace("{}", `${placed.filter((id) => !id).length}`),
    response(): Response | null {
      if (placed.indexOf(undefined) >= 0) return null;
      if (!isMatch) return placed as string[];
      const pairs: { [left: string]: string } = {};
      ids.forEach((id, at) => (pairs[id] = placed[at]!));
      return pairs;
    },
    mark(right, last) {
      locked = right || last;
      if (last) placed = isMatch ? partners.slice() : (answer as string[]).slice();
      draw();
    },
    clear() {
      locked = false;
      draw();
    },
  };
}
