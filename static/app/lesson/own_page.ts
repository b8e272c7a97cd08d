// What she takes along, as a page: she reads it in any browser, and a program finds the whole record in it.

import type { Export } from "./mine.ts";

export interface OwnPage {
  language: string;
  words: {
    own: string;
    ownLessons: readonly string[];
    ownCount: (events: number) => string;
    ownAll: string;
  };
}

/** A whole document. The record stands in `<pre id="record">` as JSON, byte for byte, but for its escaped signs. */
export function ownPage(all: Export, { language, words }: OwnPage): string {
  const day = (at: string | null) => (at ? new Date(at).toLocaleDateString(language) : "–");
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  const lessons = all.progress.map((each) =>
    row([each.title || each.lesson, ...[each.opened_at, each.finished_at, each.mastered_at].map(day)], "td"),
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(words.own)}</title>
<style>body{font:1.1em/1.6 sans-serif;margin:1em}td,th{padding:.4em;text-align:start}td+td{font-size:.75em}</style>
</head><body>
<h1>${escaped(words.own)}</h1>
<p>${escaped(all.profile ? all.profile.nickname : "")} ${day(all.exported_at)}</p>
<table>${row([...words.ownLessons], "th")}${lessons.join("")}</table>
<p>${escaped(words.ownCount(all.events.length))}</p>
<details><summary>${escaped(words.ownAll)}</summary>
<pre id="record">${escaped(JSON.stringify(all, null, 1))}</pre></details>
</body></html>
`;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
