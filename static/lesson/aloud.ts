// Reading aloud, where the browser has a voice of the language, and the button for it.

import { button, icon, make } from "./dom.ts";
import type { Words } from "./types.ts";

const engine = self.speechSynthesis as SpeechSynthesis | undefined;

const voiceOf = (language: string) =>
  engine && engine.getVoices().find((voice) => voice.lang.startsWith(language));

export const voices = (language: string) => !!voiceOf(language);

/** Calls back once a voice of the language is there; on many phones it never is. */
export function whenVoice(language: string, ready: () => void): void {
  if (voiceOf(language)) ready();
  else if (engine) engine.onvoiceschanged = () => voiceOf(language) && ready();
}

/** `innerText` drops the space between two clauses that stand on lines of their own. */
const textOf = (part: HTMLElement) => (part.querySelector(".cl") ? part.textContent! : part.innerText);

/** Ends what is being read. */
let quiet = () => {};

export const hush = () => quiet();

/** Who reads, how fast, and how a text is said that is written otherwise (`engine/spoken.ts`). */
export interface Manner {
  /** The language of the voice. */
  voice: string;
  /** 1 where nothing is said. */
  speed?: number | undefined;
  said(text: string): string;
}

/** Reads the parts one after another and marks the one being read; `end` is called when it falls silent. */
export function read(parts: HTMLElement[], { voice: language, speed, said }: Manner, end: () => void): void {
  hush();
  const voice = voiceOf(language);
  if (!engine || !voice) return end();
  let at = -1;
  let isOver = false;
  const unmark = () => parts[at] && parts[at]!.classList.remove("read");
  const stop = () => {
    if (isOver) return;
    isOver = true;
    unmark();
    engine.cancel();
    end();
  };
  const next = () => {
    if (isOver) return;
    unmark();
    // A practice may have gone on meanwhile: what is no longer shown is not read.
    do at++;
    while (parts[at] && !parts[at]!.isConnected);
    const part = parts[at];
    if (!part) return stop();
    const speech = new SpeechSynthesisUtterance(said(textOf(part)));
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = speed || 1;
    part.classList.add("read");
    speech.onend = next;
    speech.onerror = stop;
    engine.speak(speech);
  };
  quiet = stop;
  next();
}

export interface Listen {
  button: HTMLElement;
  /** Says again what the button does: what it stands by may have changed. */
  draw(): void;
  read(): void;
}

/** It says Stop while it reads. `label` and `parts`: what the button says else, and what is read when it is tapped. */
export function listening(
  { stop }: Words,
  manner: Manner,
  label: () => string,
  parts: () => HTMLElement[],
): Listen {
  const text = make("span");
  let isReading = false;
  const draw = () => {
    text.textContent = isReading ? stop : label();
  };
  const turn = (to: boolean) => {
    isReading = to;
    draw();
  };
  const readAll = () => {
    hush();
    turn(true);
    const shown = parts().filter((part) => part.innerText);
    read(shown, manner, () => turn(false));
  };
  const tapped = button("fit", () => (isReading ? hush() : readAll()), icon("hear"), text);
  draw();
  return { button: tapped, draw, read: readAll };
}
