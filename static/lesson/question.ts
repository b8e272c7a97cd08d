// One question on the screen: what is answered so far, and what is said about it.

import { all, make } from "./dom.ts";
import type { Hooks, Item, Question, Response, Say, Words } from "./types.ts";

export function question(form: HTMLFormElement, item: Item, hooks: Hooks, changed: () => void): Question {
  const { words } = hooks;
  if (item.type === "order" || item.type === "match")
    return hooks.inputs.arranged(form, item, words, changed);
  return item.type === "choice" || item.type === "true-false"
    ? options(form, item, words, changed)
    : written(form, item, hooks, changed);
}

// Rows tell of a change at once, a text field with every letter: only one of the two, since redrawing the button under a
// finger would swallow the tap.
function written(form: HTMLFormElement, item: Item, hooks: Hooks, changed: () => void): Question {
  form.oninput = changed;
  const field = form.querySelector("input")!;
  return {
    response() {
      const text = field.value.trim();
      if (item.type !== "numeric") return text || null;
      return hooks.inputs.numberIn(text, item.unit);
    },
    missing: () => field.getAttribute("aria-label")!,
    mark(right, last) {
      field.readOnly = right || last;
      field.parentElement!.className = `choice ${right ? "yes" : "no"}`;
    },
    clear() {
      field.readOnly = false;
      field.parentElement!.className = "choice";
    },
  };
}

function options(form: HTMLFormElement, item: Item, words: Words, changed: () => void): Question {
  form.onchange = changed;
  const inputs = all(form, "input") as HTMLInputElement[];
  const several = Array.isArray(item.answer);
  const isRight = (value: string) =>
    several ? (item.answer as string[]).indexOf(value) >= 0 : `${item.answer}` === value;
  const tag = (input: HTMLInputElement, right: boolean) => {
    const row = input.parentElement!;
    row.className = `choice ${right ? "yes" : "no"}`;
    row.append(make("span", `tag ${right ? "good" : "hint"}`, right ? words.yes : words.notYet));
  };
  const clear = () => {
    for (const input of inputs) {
      input.disabled = false;
      input.parentElement!.className = "choice";
      all(input.parentElement!, ".tag").forEach((mark) => mark.remove());
    }
  };
  return {
    response() {
      const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
      if (!chosen.length) return null;
      if (several) return chosen.sort();
      return item.type === "true-false" ? chosen[0] === "true" : chosen[0]!;
    },
    missing: () => (several ? words.tapSome : words.tapOne),
    mark(right, last) {
      clear();
      for (const input of inputs) {
        if (last ? isRight(input.value) || input.checked : input.checked) tag(input, isRight(input.value));
        input.disabled = right || last;
      }
    },
    clear,
  };
}

/** First why the answer tempts (or why it is right), then the reason, once there is nothing left to try. */
export function feedback(item: Item, response: Response, right: boolean, last: boolean, words: Words): Say {
  const { type, answer, why, whys = {} } = item;
  const several = type === "choice" && Array.isArray(answer);
  const chosen = several
    ? (response as string[]).filter((id) => !right && answer.indexOf(id) < 0)
    : [`${response}`];
  const said = chosen.map((id) => whys[id] || "").join(" ");
  const over = right || last;
  const general = right ? words.right : last ? words.thisIs : several ? words.someMissing : words.lookAgain;
  // Of why a wrong answer tempts, the first sentence stands out.
  const [, title, rest] = (!right && /^(.+?[.!?。！？])\s*(.+)$/.exec(said)) || [, said || general, ""];
  const shown =
    last &&
    !right &&
    /text|num/.test(type) &&
    words.answerIs.replace("{}", item.told || `${[].concat(answer as never)[0]}`);
  return { title: title!, text: [rest, shown, over && why].filter((part) => part).join("\n") };
}
