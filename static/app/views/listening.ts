// Listening to a question and its answers, as on a lesson's cards.

import { hush, read, whenVoice } from "../../lesson/aloud.ts";
import type { Words } from "../../lesson/types.ts";
import type { Settings } from "../storage/settings.ts";

const spoken = "legend, label .grow, .slot .grow";

export interface Listening {
  /** The question that is shown now. */
  at(card: HTMLElement): void;
  end(): void;
}

/** A button in the question, once the phone is known to have a voice; it reads by itself where she asked for that. */
export function openListening({ voice, listenAll, stop }: Words, { speed, aloud }: Settings): Listening {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn fit";
  button.textContent = listenAll;
  let card: HTMLElement | null = null;
  let isReading = false;
  let hasVoice = false;

  const readAll = () => {
    const parts = Array.from(card!.querySelectorAll<HTMLElement>(spoken)).filter((part) => part.innerText);
    isReading = true;
    button.textContent = stop;
    read(parts, voice, speed || 1, () => {
      isReading = false;
      button.textContent = listenAll;
    });
  };
  const show = () => {
    if (!card || !hasVoice) return;
    const first = card.querySelector("fieldset > label, .slots");
    if (first) first.parentNode!.insertBefore(button, first);
    if (aloud) readAll();
  };
  button.onclick = () => (isReading ? hush() : readAll());
  whenVoice(voice, () => {
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
