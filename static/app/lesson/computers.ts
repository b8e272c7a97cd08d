// Lessons whose last step is for a computer: the outline says which.

import type { Outline } from "../storage/records.ts";
import type { Lent } from "./model.ts";

export const openComputers = ({ store, state }: Pick<Lent, "store" | "state">) =>
  /** `module/lesson` of each. */
  async function atComputer(): Promise<string[]> {
    const outline = await store.recall<Outline>(`outline:${state().language}`);
    const found: string[] = [];
    for (const { id, lessons } of outline?.modules ?? [])
      for (const lesson of lessons) if (lesson.computer) found.push(`${id}/${lesson.id}`);
    return found;
  };
