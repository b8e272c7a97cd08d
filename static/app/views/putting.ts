// Puts an answer she gave before back into its form, by the same controls that she uses.

const textsOf = (rows: HTMLElement[]) => {
  const texts: Record<string, string> = {};
  for (const row of rows) {
    const name = row.querySelector("select")?.name.slice(2);
    if (name) texts[name] = row.querySelector(".grow")!.textContent!;
  }
  return texts;
};

function partnersOf(form: HTMLFormElement) {
  const texts: Record<string, string> = {};
  const options = form.querySelector("select")?.options ?? [];
  for (const { value, text } of Array.from(options)) texts[value] = text;
  return texts;
}

/** Taps the words to their places, one after the other. */
function place(form: HTMLFormElement, words: (string | undefined)[]): void {
  for (const word of words) {
    const free = Array.from(form.querySelectorAll<HTMLButtonElement>(".slot.rest"));
    free.find(({ firstChild }) => firstChild?.textContent === word)?.click();
  }
}

function fill(form: HTMLFormElement, response: unknown): void {
  const given = ([] as unknown[]).concat(response).map(String);
  for (const input of Array.from(form.querySelectorAll("input")))
    if (/radio|checkbox/.test(input.type)) input.checked = given.indexOf(input.value) >= 0;
    else input.value = given[0]!;
}

/** To be asked before the script replaces the form's lists; what comes back puts an answer in after it. */
export function putter(form: HTMLFormElement, type: string): (response: unknown) => void {
  const rows = textsOf(Array.from(form.querySelectorAll("label")));
  const partners = partnersOf(form);
  return (response) => {
    if (type === "order")
      place(
        form,
        (response as string[]).map((id) => rows[id]),
      );
    else if (type === "match")
      place(
        form,
        Object.keys(rows).map((left) => partners[(response as Record<string, string>)[left]!]),
      );
    else fill(form, response);
  };
}
