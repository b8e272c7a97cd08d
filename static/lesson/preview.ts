// The editors' preview: the lesson as a phone shows it, and nothing is kept.

import { spoken } from "../app/engine/spoken.ts";
import { enhance } from "./enhance.ts";
import { native } from "./native.ts";
import type { Lesson } from "./types.ts";
import { words as chinese } from "./words.zh-hans.ts";
import { words as english } from "./words.en.ts";

const root = document.querySelector("main")!;
const lesson = JSON.parse(document.getElementById("lesson")!.textContent!) as Lesson;

enhance(root, lesson, {
  words: document.documentElement.lang.slice(0, 2) === "zh" ? chinese : english,
  keep: () => Promise.resolve(),
  done: {},
  moved: () => undefined,
  tool: () => undefined,
  inputs: { ...native, spoken },
  leave: () => location.reload(),
});
