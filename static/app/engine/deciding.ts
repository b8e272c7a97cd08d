// A path of questions to the end that fits (CURRICULUM.md, X5b, X5c). Cases: tests/vectors/deciding.json.
// An answer that does not fit the case leads nowhere: the question stays.

export type Answer = "yes" | "no";

/** A question with what follows each answer: another question's id, or an end. */
export interface Fork {
  id: string;
  yes: string;
  no: string;
}

export interface Story {
  id: string;
  /** What is so in this story: the ids of the questions that it answers with yes. */
  so: string[];
}

export interface Standing {
  /** The questions that were answered, in their order. */
  way: { fork: string; answer: Answer }[];
  /** The question to answer next, or the end that was reached. */
  at: string;
  isEnd: boolean;
  /** Whether the last answer did not fit. */
  isOff: boolean;
  /** How many answers did not fit. */
  detours: number;
}

/** Where these answers lead, from the first fork on; null where there is an answer too many. */
export function walked(forks: Fork[], story: Story, answers: Answer[]): Standing | null {
  const way: Standing["way"] = [];
  let fork: Fork | undefined = forks[0];
  let at = (fork as Fork).id;
  let [isOff, detours] = [false, 0];
  for (const answer of answers) {
    if (!fork) return null;
    isOff = story.so.indexOf(fork.id) >= 0 !== (answer === "yes");
    if (isOff) {
      detours++;
      continue;
    }
    way.push({ fork: fork.id, answer });
    at = fork[answer];
    fork = forks.filter(({ id }) => id === at)[0];
  }
  return { way, at, isEnd: !fork, isOff, detours };
}
