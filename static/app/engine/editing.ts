// Editing a text with select, cut, copy, paste, undo, save (CURRICULUM.md, X8). Cases: tests/vectors/editing.json.
// A text is a list of words; "\n" ends a line. Only what stands there at the end counts, never the way to it.

export interface Task {
  /** What can be changed, and what can only be copied from. */
  page: string[];
  notes: string[];
  /** The lines of the page as it should be. */
  target: string[][];
}

export type Sheet = "page" | "notes";

export type Said =
  | "selected"
  | "cursor"
  | "copied"
  | "cut"
  | "pasted"
  | "undone"
  | "nothing"
  | "empty"
  | "notes"
  | "original"
  | "fault"
  | "saved";

/** What is not yet as it should be: a line that is missing or stands more than once, words too many, the order. */
export type Fault = { kind: "missing" | "twice"; line: number } | { kind: "extra" | "order" };

export interface Edited {
  page: string[];
  sheet: Sheet;
  /** What is selected: from this word up to before that one; the cursor where both are the same. */
  from: number;
  to: number;
  clipboard: string[];
  /** The page before each change. */
  past: string[][];
  said: Said | null;
  isSaved: boolean;
}

const isWord = (word: string): boolean => word !== "\n";

const places = (words: string[], line: string[]): number[] =>
  words.map((_, at) => at).filter((at) => line.every((word, n) => words[at + n] === word));

export function faults(target: string[][], page: string[]): Fault[] {
  const words = page.filter(isWord);
  const found: Fault[] = [];
  target.forEach((each, line) => {
    const { length } = places(words, each);
    if (length !== 1) found.push({ kind: length ? "twice" : "missing", line });
  });
  if (found.length) return found;
  const whole = target.reduce((all, line) => all.concat(line), []);
  if (words.length > whole.length) return [{ kind: "extra" }];
  return places(words, whole).length ? [] : [{ kind: "order" }];
}

/** From the first to behind the last word of the line of this place, with its end. */
export function lineAt(words: string[], at: number): [number, number] {
  let [from, to] = [at, at];
  while (from && isWord(words[from - 1] as string)) from--;
  while (to < words.length && isWord(words[to] as string)) to++;
  return [from, Math.min(words.length, to + 1)];
}

const textOf = ({ notes }: Task, { sheet, page }: Edited): string[] => (sheet === "notes" ? notes : page);

function changed(now: Edited, words: string[], said: Said): Edited {
  const page = [...now.page.slice(0, now.from), ...words, ...now.page.slice(now.to)];
  const at = now.from + words.length;
  return { ...now, page, past: [...now.past, now.page], from: at, to: at, said };
}

function done(task: Task, now: Edited, act: string): Edited | null {
  const chosen = textOf(task, now).slice(now.from, now.to);
  if (act === "undo") {
    const [before] = now.past.slice(-1);
    if (!before) return { ...now, said: "original" };
    const at = Math.min(now.from, before.length);
    return {
      ...now,
      ...{ page: before, past: now.past.slice(0, -1), sheet: "page", from: at, to: at, said: "undone" },
    };
  }
  if (act === "save") {
    const isSaved = !faults(task.target, now.page).length;
    return { ...now, isSaved, said: isSaved ? "saved" : "fault" };
  }
  if (act === "paste")
    return now.sheet === "notes"
      ? { ...now, said: "notes" }
      : now.clipboard.length
        ? changed(now, now.clipboard, "pasted")
        : { ...now, said: "empty" };
  if (act !== "copy" && act !== "cut") return null;
  if (!chosen.length) return { ...now, said: "nothing" };
  if (act === "copy") return { ...now, clipboard: chosen, said: "copied" };
  return now.sheet === "notes"
    ? { ...now, said: "notes" }
    : changed({ ...now, clipboard: chosen }, [], "cut");
}

function selected(task: Task, now: Edited, move: string): Edited | null {
  const [, sheet, from, to] = /^(page|notes) (\d{1,3}) (\d{1,3})$/.exec(move) || [];
  if (!sheet) return null;
  const next = { ...now, sheet: sheet as Sheet, from: +(from as string), to: +(to as string) };
  if (next.from > next.to || next.to > textOf(task, next).length) return null;
  return { ...next, said: next.from < next.to ? "selected" : "cursor" };
}

/** The text after these moves: "page 3 5" selects, "cut", "copy", "paste", "undo", "save" act; null where one cannot be. */
export function edited(task: Task, moves: unknown[]): Edited | null {
  let now: Edited = {
    ...{ page: task.page, sheet: "page", from: 0, to: 0 },
    ...{ clipboard: [], past: [], said: null, isSaved: false },
  };
  for (const move of moves) {
    if (typeof move !== "string" || now.isSaved) return null;
    const next = done(task, now, move) || selected(task, now, move);
    if (!next || next.page.length > 200) return null;
    now = next;
  }
  return now;
}
