// A small spreadsheet: what a cell comes to (CURRICULUM.md, X8b and PC7). Cases: tests/vectors/sheet.json.
// It counts as Excel and WPS do: a formula begins with =, a word cannot be counted, SUM passes over words.

/** What stands in each cell, by its name, such as B3. */
export type Cells = { [cell: string]: string };

/** A number, a word, "" where nothing stands, null where it cannot be counted. */
export type Value = number | string | null;

const NUMBER = /^-?\d+(\.\d+)?$/;

/** All cells from one corner to the other. */
function between(from: string, to: string): string[] {
  const found: string[] = [];
  const [columns, rows] = [
    [from.charCodeAt(0), to.charCodeAt(0)].sort((a, b) => a - b),
    [+from.slice(1), +to.slice(1)].sort((a, b) => a - b),
  ] as [[number, number], [number, number]];
  for (let column = columns[0]; column <= columns[1]; column++)
    for (let row = rows[0]; row <= rows[1]; row++) found.push(String.fromCharCode(column) + row);
  return found;
}

/** `open` are the cells that are being counted: none of them can count on itself. */
function counted(cells: Cells, formula: string, open: string[]): number | null {
  // Signs, numbers, cells: whatever else stands there ends it.
  const parts = formula.match(/SUM|[A-Z][1-9]\d?|\d+(\.\d+)?|./g) || [];
  let at = 0;

  const take = (part: string): boolean => parts[at] === part && !!++at;
  const cell = (): string | null => (/^[A-Z]\d/.test(parts[at] || "") ? (parts[at++] as string) : null);

  function sum(): number | null {
    const from = take("(") ? cell() : null;
    const to = take(":") ? cell() : from;
    if (!from || !to || !take(")")) return null;
    return between(from, to).reduce<number | null>((total, name) => {
      const value = valueOf(cells, name, open);
      return total === null || value === null ? null : total + (typeof value === "number" ? value : 0);
    }, 0);
  }

  function factor(): number | null {
    if (take("SUM")) return sum();
    const name = cell();
    if (name) {
      const value = valueOf(cells, name, open);
      return value === "" ? 0 : typeof value === "number" ? value : null;
    }
    return NUMBER.test(parts[at] || "") ? +(parts[at++] as string) : null;
  }

  function product(): number | null {
    let value = factor();
    while (value !== null && take("*")) {
      const next = factor();
      value = next === null ? null : value * next;
    }
    return value;
  }

  let value = product();
  while (value !== null && (parts[at] === "+" || parts[at] === "-")) {
    const sign = parts[at++] === "+" ? 1 : -1;
    const next = product();
    value = next === null ? null : value + sign * next;
  }
  return at < parts.length ? null : value;
}

export function valueOf(cells: Cells, name: string, open: string[] = []): Value {
  const text = Object.prototype.hasOwnProperty.call(cells, name) ? (cells[name] as string) : "";
  if (text[0] === "=") return open.indexOf(name) < 0 ? counted(cells, text.slice(1), [...open, name]) : null;
  return NUMBER.test(text) ? +text : text;
}
