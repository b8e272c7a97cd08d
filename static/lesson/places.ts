// Order and match by tapping: a tap sends a word to the next free place, a tap there takes it back. Dragging is an extra,
// never the only way. The first page gets this with the app; before that its lists are native.

import { all, button, make } from "./dom.ts";
import { drag } from "./drag.ts";
import type { Places, Words } from "./types.ts";

/** Replaces the numbered lists of the form by places. `changed` is called after every move. */
export function places(form: HTMLFormElement, words: Words, changed: () => void): Places {
  const rows = all(form, "label");
  const isMatch = form.dataset.type === "match";
  const labels = isMatch ? rows.map((row) => row.querySelector(".grow")!.textContent!) : [];
  const ids = rows.map((row) => row.querySelector("select")!.name.slice(2));
  const choices = isMatch
    ? Array.from(rows[0]!.querySelectorAll("option"))
        .filter((option) => option.value)
        .map((option) => ({ id: option.value, text: option.text }))
    : rows.map((row, at) => ({ id: ids[at]!, text: row.querySelector(".grow")!.textContent! }));
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
    const follow = board.querySelectorAll("button")[id ? placed.length : at];
    if (follow) follow.focus();
  };

  function swap(from: number, to: number): void {
    [placed[from], placed[to]] = [placed[to], placed[from]];
    next = placed.indexOf(undefined);
    draw();
    changed();
  }

  function slot(at: number): HTMLElement {
    const id = placed[at];
    const number = make("span", "n", isMatch ? labels[at]! : `${at + 1}`);
    const word = make("span", "grow", id ? textOf(id) : at === next ? words.tapHere : "");
    const element = button("", () => (id ? put(at, undefined) : ((next = at), draw())), number, word);
    element.className = `slot${id ? " set" : at === next ? " next" : " free"}`;
    if (isMatch) element.className += " pair";
    element.disabled = locked;
    if (id && !locked) drag(element, at, placed.length, swap);
    return element;
  }

  function draw(): void {
    board.textContent = "";
    placed.forEach((_, at) => board.appendChild(slot(at)));
    const rest = choices.filter((choice) => placed.indexOf(choice.id) < 0);
    if (!rest.length || locked || placed.indexOf(undefined) < 0) return;
    board.appendChild(make("p", "k", words.place));
    for (const choice of rest) {
      const element = button("", () => put(next, choice.id), make("span", "grow", choice.text));
      element.className = "slot rest";
      board.appendChild(element);
    }
  }

  draw();
  return {
    missing: () => placed.filter((id) => !id).length,
    response() {
      if (placed.indexOf(undefined) >= 0) return null;
      if (!isMatch) return placed as string[];
      const pairs: { [left: string]: string } = {};
      ids.forEach((id, at) => (pairs[id] = placed[at]!));
      return pairs;
    },
    show(answer) {
      placed = isMatch
        ? ids.map((id) => (answer as { [left: string]: string })[id])
        : (answer as string[]).slice();
      draw();
    },
    lock(now) {
      locked = now;
      draw();
    },
  };
}
