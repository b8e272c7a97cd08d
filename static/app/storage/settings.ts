// How this phone shows lessons, whoever learns on it. In localStorage: the size of text must be known before the first
// picture of a screen.

import type { Place } from "./mirror.ts";

export interface Settings {
  /** Size of text in percent. */
  text: number;
  /** How fast is read aloud; 1 is the voice's own speed. */
  speed: number;
  /** Each card is read aloud by itself. */
  aloud: boolean;
  /** Somebody sits beside the learner and helps. */
  helps: boolean;
  /** What a megabyte or a gigabyte costs her; null: nobody said. */
  rate: { yuan: number; per: "mb" | "gb" } | null;
}

const name = "xk.settings";
const usual: Settings = { text: 100, speed: 1, aloud: false, helps: false, rate: null };

export function openSettings(place: Place | null, full: (problem: unknown) => void) {
  // A full or forbidden localStorage keeps them only until the app is closed.
  let changed: Partial<Settings> = {};
  const read = (): Settings => {
    try {
      return { ...usual, ...(JSON.parse(place?.getItem(name) ?? "{}") as Partial<Settings>), ...changed };
    } catch {
      return { ...usual, ...changed };
    }
  };
  return {
    settings: read,
    setSettings(change: Partial<Settings>): Settings {
      changed = { ...changed, ...change };
      const value = read();
      try {
        place?.setItem(name, JSON.stringify(value));
      } catch (problem) {
        full(problem); // see above
      }
      return value;
    },
  };
}
