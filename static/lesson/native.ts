// What the form itself offers, until `inputs.ts` has come: lists to choose from, and numbers in digits. A voice reads what
// is written.

import { all } from "./dom.ts";
import type { Inputs, Item, Question, Response, Words } from "./types.ts";

/** The form's own lists: a number, or a partner, beside each row. */
function lists(form: HTMLFormElement, item: Item, words: Words, changed: () => void): Question {
  const fields = all(form, "select") as HTMLSelectElement[];
  const ids = fields.map((field) => field.name.slice(2));
  const isOrder = item.type === "order";
  form.onchange = changed;
  return {
    response() {
      if (fields.some(({ value }) => !value)) return null;
      if (!isOrder)
        return fromPairs(
          ids,
          fields.map(({ value }) => value),
        );
      const order = fields.map((_, at) => ids[fields.findIndex(({ value }) => +value === at + 1)]!);
      return order.every((id) => id) ? order : null;
    },
    missing: () => words.chooseAll,
    mark(right, last) {
      const key = item.answer as string[] & Record<string, string>;
      fields.forEach((field, at) => {
        if (last) field.value = isOrder ? `${key.indexOf(ids[at]!) + 1}` : key[ids[at]!]!;
        field.disabled = right || last;
      });
    },
    clear() {},
  };
}

function fromPairs(ids: string[], values: string[]): Response {
  const pairs: { [left: string]: string } = {};
  ids.forEach((id, at) => (pairs[id] = values[at]!));
  return pairs;
}

function numberIn(text: string): number | null {
  const digits = text.normalize("NFKC").replace(/[¥\s]|,(?=\d{3})/g, "");
  return /^-?\d{1,15}(\.\d+)?$/.test(digits) ? +digits : null;
}

export const native: Inputs = { arranged: lists, numberIn, spoken: (text) => text };
