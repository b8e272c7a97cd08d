// What she takes along, as a page: she reads it in any browser, and a program finds the whole record in it.

import { isPhoto } from "./attached.ts";
import { dayIn, tagOf, type Language } from "../text/text.ts";
import type { Export } from "./own_data.ts";

export interface OwnPage {
  language: Language;
  words: {
    own: string;
    ownLessons: readonly string[];
    ownQuestions: string;
    ownPhoto: string;
    ownCount: (events: number) => string;
    ownAll: string;
  };
}

/**
 * A whole document. The record stands in `<pre id="record">` as JSON, byte for byte, but for its escaped signs and for the bytes
 * of photos and notes: those stand once, where they are seen and heard, under the attachment's id.
 */
export function ownPage(all: Export, { language, words }: OwnPage): string {
  const day = (at: string | null) => (at ? dayIn(language, at) : "–");
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  const lessons = all.progress.map((each) =>
    row([each.title || each.lesson, ...[each.opened_at, each.finished_at, each.mastered_at].map(day)], "td"),
  );
  const piece = ({ id, type, data }: Export["attachments"][number]) => {
    const source = `id="${escaped(id)}" src="data:${escaped(type)};base64,${data}"`;
    return isPhoto(type)
      ? `<p><img ${source} alt="${escaped(words.ownPhoto)}"></p>`
      : `<p><audio controls ${source}></audio></p>`;
  };
  const questions = all.events
    .filter(({ kind }) => kind === "asked")
    .map(({ id, at, body }) => {
      const pieces = all.attachments.filter(({ event }) => event === id).map(piece);
      return `<section><p>${day(at)}</p><p>${escaped(String(body.text))}</p>${pieces.join("")}</section>`;
    });
  const record = { ...all, attachments: all.attachments.map(({ data: _, ...named }) => named) };
  return `<!doctype html>
<html lang="${tagOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(words.own)}</title>
<style>body{font:1.1em/1.6 sans-serif;margin:1em}td,th{padding:.4em;text-align:start}td+td{font-size:.75em}img{max-width:100%}</style>
</head><body>
<h1>${escaped(words.own)}</h1>
<p>${escaped(all.profile ? all.profile.nickname : "")} ${day(all.exported_at)}</p>
<table>${row([...words.ownLessons], "th")}${lessons.join("")}</table>
${questions.length ? `<h2>${escaped(words.ownQuestions)}</h2>` : ""}${questions.join("")}
<p>${escaped(words.ownCount(all.events.length))}</p>
<details><summary>${escaped(words.ownAll)}</summary>
<pre id="record">${escaped(JSON.stringify(record, null, 1))}</pre></details>
</body></html>
`;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
