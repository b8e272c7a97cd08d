// Listening to a question and its answers, as on a lesson's cards.

import { hush, listening, whenVoice } from "../../lesson/aloud.ts";
import type { Words } from "../../lesson/types.ts";
import type { Settings } from "../storage/settings.ts";

const heard = "legend, label .grow, .slot .grow";

export interface Listening {
  /** The question that is shown now. */
  at(card: HTMLElement): void;
  end(): void;
}

/** A button in the question, once the phone is known to have a voice; it reads by itself where she asked for that. */
export function openListening(
  words: Words,
  { speed, aloud }: Settings,
  said: (text: string) => string,
): Listening {
  let card: HTMLElement | null = null;
  let hasVoice = false;
  const { button, read } = listening(
    words,
    { voice: words.voice, speed, said },
    () => words.listenAll,
    () => Array.from(card!.querySelectorAll<HTMLElement>(heard)),
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
