// Listening to a question and its answers, as on a lesson's cards.

import { hush, listening, whenVoice, type Reader } from "../../lesson/aloud.ts";
import type { Words } from "../../lesson/types.ts";

const heard = "legend, label .grow, .slot .grow";

export interface Listening {
  /** The question that is shown now. */
  at(card: HTMLElement): void;
  end(): void;
}

/** A button in the question, once the phone is known to have a voice; it reads by itself where she asked for that. */
export function openListening(reader: Reader & { words: Words; aloud: boolean }): Listening {
  const { words, aloud } = reader;
  let card: HTMLElement | null = null;
  let hasVoice = false;
  const { button, read } = listening(
    reader,
    () => Array.from(card!.querySelectorAll<HTMLElement>(heard)),
    () => words.listenAll,
  );

  const show = () => {
    if (!card || !hasVoice) return;
    const first = card.querySelector("fieldset > label, .slots");
    if (first) first.parentNode!.insertBefore(button, first);
    if (aloud) read();
  };
  whenVoice(words.voice, () => {
    hasVoice = true;
    show();
  });

  return {
    at(next) {
      hush();
      card = next;
      show();
    },
    end() {
      hush();
      card = null;
      button.remove();
    },
  };
}
