// A messy page of dried shiitake, the notes beside it, and the page as it should be (CURRICULUM.md, PC4).
import type { Task } from "../../app/engine/editing.ts";

/** Words are parted by "|" in Chinese and by blanks in English; each line ends with its end. */
const words = (text: string, mark: string): string[] =>
  text.split("\n").reduce<string[]>((all, line) => [...all, ...line.split(mark), "\n"], []);

const task = (mark: string, page: string, notes: string, target: string): Task => ({
  page: words(page, mark),
  notes: words(notes, mark),
  target: target.split("\n").map((line) => line.split(mark)),
});

export const tasks: { [language in "en" | "zh-hans"]: Task } = {
  en: task(
    " ",
    "Dried shiitake\nNet weight: 50 g\nFrom Qingshan village.\nFrom Qingshan village.\nShips within two days.",
    "Net weight: 500 g\nKeep dry and cool.",
    "Dried shiitake\nNet weight: 500 g\nFrom Qingshan village.\nKeep dry and cool.\nShips within two days.",
  ),
  "zh-hans": task(
    "|",
    "干|香菇\n净重：|50|克\n产自|青山村。\n产自|青山村。\n两天内|发货。",
    "净重：|500|克\n放在|阴凉|干燥处。",
    "干|香菇\n净重：|500|克\n产自|青山村。\n放在|阴凉|干燥处。\n两天内|发货。",
  ),
};

/** What is wrong at the beginning: these lines of the target. */
export const weight = 1;
export const origin = 2;
export const storage = 3;
