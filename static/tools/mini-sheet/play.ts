// The play of the small sheet: seven orders; two costs are missing, one product, one sum, and one order lost money.
// No DOM; how a cell counts is app/engine/sheet.ts.
import { valueOf } from "../../app/engine/sheet.ts";
import type { Cells } from "../../app/engine/sheet.ts";

export const columns = ["B", "C", "D", "E", "F"] as const;
/** The rows of the orders; the next one is for all of them. */
export const rows = [2, 3, 4, 5, 6, 7, 8];
export const sumRow = 9;

/** Bags, and what they cost in all: goods 25 and packing 2 a bag, and the freight. At ¥45 a bag. */
const orders: [number, number | null][] = [
  [1, 33],
  [2, 60],
  [1, null],
  [3, 89],
  [1, 49],
  [2, null],
  [4, 116],
];

const first: Cells = { D9: "=SUM(D2:D8)", E9: "=SUM(E2:E8)" };
orders.forEach(([bags, costs], n) => {
  const row = n + 2;
  first[`B${row}`] = `${bags}`;
  first[`C${row}`] = "45";
  if (row !== 8) first[`D${row}`] = `=B${row}*C${row}`;
  if (costs) first[`E${row}`] = `${costs}`;
  first[`F${row}`] = `=D${row}-E${row}`;
});

export interface Task {
  /** The cell to fill; the last task fills none. */
  cell: string;
  value: number;
  isFormula: boolean;
}

export const tasks: Task[] = [
  { cell: "E4", value: 33, isFormula: false },
  { cell: "E7", value: 62, isFormula: false },
  { cell: "D8", value: 180, isFormula: true },
  { cell: "F9", value: 188, isFormula: true },
];
/** The row whose order lost money. */
export const lostRow = 6;

export const keys = [..."1234567890", "=", "*", "SUM", "unit", "back", "enter"];
/** Stands for the unit until the words of a language take its place. */
export const unit = "u";

/** right, or why not: a word · another number · no sign at the start · cannot be counted · another cell · itself · earned */
export type Was = "right" | "word" | "other" | "sign" | "broken" | "elsewhere" | "itself" | "earned";

export interface Sheet {
  cells: Cells;
  at: string;
  /** What is being written into the cell; null where it is only looked at. */
  draft: string | null;
  /** How many tasks are done. */
  step: number;
  told: Was | null;
  misses: number;
}

const isCell = (move: unknown): move is string =>
  typeof move === "string" && /^[B-F][2-9]$/.test(move) && move !== "B9" && move !== "C9";

const done = (sheet: Sheet, change: Partial<Sheet>): Sheet => ({
  ...{ ...sheet, ...change, step: sheet.step + 1, told: "right", draft: null },
});
const missed = (sheet: Sheet, told: Was): Sheet => ({ ...sheet, told, misses: sheet.misses + 1 });

/** A cell that is tapped while a formula is written goes into it, as on every phone. */
function pointed(draft: string, cell: string): string | null {
  if (/SUM\([A-F]\d$/.test(draft)) return `${draft}:${cell}`;
  if (/[A-F]\d$/.test(draft)) return draft.slice(0, -2) + cell;
  return /[=*(:]$/.test(draft) ? draft + cell : null;
}

function tapped(sheet: Sheet, cell: string): Sheet {
  const { at, draft, step } = sheet;
  if (step === tasks.length) {
    const looked = { ...sheet, at: cell };
    if (cell[1] === `${sumRow}`) return looked;
    return cell[1] === `${lostRow}` ? done(sheet, { at: cell }) : missed(looked, "earned");
  }
  const longer = draft && draft[0] === "=" ? pointed(draft, cell) : null;
  if (longer && cell === at) return { ...sheet, told: "itself" };
  return longer ? { ...sheet, draft: longer } : { ...sheet, at: cell, draft: null };
}

function entered(sheet: Sheet, { cell, value, isFormula }: Task): Sheet {
  const { cells, draft } = sheet;
  if (!draft) return sheet;
  const text = /\([^)]+$/.test(draft) ? `${draft})` : draft;
  const filled = { ...cells, [cell]: text };
  const found = valueOf(filled, cell);
  if (typeof found === "string") return missed(sheet, isFormula ? "sign" : "word");
  if (isFormula && text[0] !== "=") return missed(sheet, "sign");
  if (found === null) return missed(sheet, "broken");
  return found === value ? done(sheet, { cells: filled }) : missed(sheet, "other");
}

function written(sheet: Sheet, key: string): Sheet {
  const task = tasks[sheet.step];
  if (!task) return sheet;
  if (sheet.at !== task.cell) return { ...sheet, told: "elsewhere" };
  const draft = sheet.draft || "";
  if (key === "enter") return entered(sheet, task);
  if (key === "back") return { ...sheet, draft: draft.replace(/([A-F]\d|SUM\(|.)$/, "") || null };
  if (draft.length > 15) return sheet;
  const more = key === "SUM" ? (draft ? "SUM(" : "=SUM(") : key === "unit" ? unit : key;
  return { ...sheet, draft: draft + more };
}

/** The sheet after these moves, each a cell or a key; null where a move is neither. */
export function sheetAfter(moves: string[]): Sheet | null {
  let sheet: Sheet = { cells: first, at: "", draft: null, step: 0, told: null, misses: 0 };
  for (const move of moves) {
    const calm = { ...sheet, told: null };
    if (isCell(move)) sheet = tapped(calm, move);
    else if (keys.indexOf(move) >= 0) sheet = written(calm, move);
    else return null;
  }
  return sheet;
}
