// Reading aloud, where the browser has a voice of the language, and the button for it.

import type { Notes } from "../app/engine/spoken.ts";
import { button, icon, make } from "./dom.ts";
import type { Inputs, Words } from "./types.ts";

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

/** Who reads, how fast, and how a text is said that is written otherwise. A lesson's hooks are one. */
export interface Reader {
  words: Pick<Words, "voice" | "listen" | "stop">;
  /** 1 where nothing is said. */
  speed?: number | undefined;
  notes?: Notes | undefined;
  /** The rules of speech may come late: they are looked for when she listens. */
  inputs: Pick<Inputs, "spoken">;
}

/** Reads the parts one after another and marks the one being read; `end` is called when it falls silent. */
export function read(parts: HTMLElement[], reader: Reader, end: () => void): void {
  hush();
  const language = reader.words.voice;
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
    const speech = new SpeechSynthesisUtterance(reader.inputs.spoken(textOf(part), language, reader.notes));
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.rate = reader.speed || 1;
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

/** It says Stop while it reads. `parts`: what is read when it is tapped; `label`: what the button says till then. */
export function listening(
  reader: Reader,
  parts: () => HTMLElement[],
  label = () => reader.words.listen,
): Listen {
  const text = make("span");
  let isReading = false;
  const draw = (to = isReading) => {
    isReading = to;
    text.textContent = to ? reader.words.stop : label();
  };
  const readAll = () => {
    hush();
    draw(true);
    const shown = parts().filter((part) => part.innerText);
    read(shown, reader, () => draw(false));
  };
  const tapped = button("fit", () => (isReading ? hush() : readAll()), icon("hear"), text);
  draw();
  return { button: tapped, draw, read: readAll };
}
