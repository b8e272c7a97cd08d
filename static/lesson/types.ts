// What the script is given and what it gives back.

import type { Response } from "../app/engine/grading.ts";
import type { Notes } from "../app/engine/spoken.ts";

export type { Response };

/** What instant feedback needs of one exercise (its words stand in the HTML). */
export interface Item {
  type: string;
  edition: number;
  answer: unknown;
  why?: string | null;
  whys?: Record<string, string>;
  tolerance?: number | null;
  unit?: string | null;
  /** The dated fact that it rests on; the first page leaves out what is old and does not say. */
  fact?: string | null;
  /** A number with its unit, as a reason says it. */
  told?: string;
}

/** A lesson's file as courses/README.md gives it. On the first page `html` is in the page instead. */
export interface Lesson {
  lesson: string;
  can: string;
  items: Record<string, Item>;
  tools: Record<string, { name: string; goal: string }>;
}

/** What the learner did. The host adds who and when, the module and release, and to the body the sitting. */
export interface Draft {
  kind: "answered" | "lesson_finished" | "tool_used";
  /** `lesson` or `lesson/exercise`. */
  item: string;
  body: Record<string, unknown>;
}

export interface ToolData {
  id: string;
  name: string;
  goal: string;
  /** The mission is reached: keeps `tool_used` and offers the next step. */
  done(result: unknown): void;
}

export interface Say {
  title: string;
  text: string;
}

export interface Tried {
  tries: number;
  right: boolean;
}

export interface Hooks {
  words: Words;
  /** Resolves once the event is stored; only then the screen says so. */
  keep(draft: Draft): Promise<void>;
  /** The card she was on, from 1. */
  position?: number | undefined;
  /** The exercises of this sitting that she tried before, by id; what she tries now is put into it. */
  done: Record<string, Tried>;
  /** `draw`: to be called where `done` was given more meanwhile. */
  moved(card: number, draw: () => void): void;
  tool(name: string, place: HTMLElement, data: ToolData): void;
  leave(): void;
  /** Address of the drawing on the last screen. */
  picture?: string | undefined;
  inputs: Inputs;
  next?: { href: string; title: string } | undefined;
  /** How fast is read aloud, 1 where nothing is said, and whether each card is read by itself. */
  speed?: number | undefined;
  aloud?: boolean | undefined;
  /** The course's notes on how words are said. */
  notes?: Notes | undefined;
}

/** What only some types of exercise and a voice need: at first `native.ts`, then `inputs.ts`, which comes late. */
export interface Inputs {
  /** Order and match. */
  arranged(form: HTMLFormElement, item: Item, words: Words, changed: () => void): Question;
  /** Null where it is not yet a number. */
  numberIn(text: string, unit?: string | null): number | null;
  /** How a text is read aloud. */
  spoken(text: string, language: string, notes?: Notes): string;
}

export interface Question {
  /** Null while it is not yet an answer. */
  response(): Response | null;
  /** What is missing, for the waiting button. */
  missing(): string;
  /** Shows what was right; `last` also shows where the right answer is and leaves it there. */
  mark(right: boolean, last: boolean): void;
  /** Takes the marks off again for another try. */
  clear(): void;
}

export interface Words {
  voice: string;
  back: string;
  progress: string;
  next: string;
  listen: string;
  listenAll: string;
  stop: string;
  tapOne: string;
  tapSome: string;
  chooseAll: string;
  yes: string;
  notYet: string;
  right: string;
  lookAgain: string;
  thisIs: string;
  someMissing: string;
  answerIs: string;
  tryAgain: string;
  kept: string;
  notKept: string;
  tryTool: string;
  wellDone: string;
  enough: string;
  /** Out of the lesson, to Today; her place is kept. */
  takeBreak: string;
  nextLesson: string;
  /** Offered where the phone saves data. */
  keepLessons: string;
  toolAway: string;
}
