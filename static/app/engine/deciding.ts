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
  /** How many answers did not fit, and how many were given in this story. */
  detours: number;
  given: number;
}

/** Where these answers lead, from the first fork to an end at most. */
export function walked(forks: Fork[], story: Story, answers: Answer[]): Standing {
  const standing: Standing = {
    ...{ way: [], at: (forks[0] as Fork).id, isEnd: false },
    ...{ isOff: false, detours: 0, given: 0 },
  };
  for (const answer of answers) {
    const fork = forks.filter(({ id }) => id === standing.at)[0];
    if (!fork) break;
    standing.given++;
    standing.isOff = story.so.indexOf(fork.id) >= 0 !== (answer === "yes");
    if (standing.isOff) standing.detours++;
    else {
      standing.way.push({ fork: fork.id, answer });
      standing.at = fork[answer];
    }
  }
  standing.isEnd = !forks.some(({ id }) => id === standing.at);
  return standing;
}

export interface Journey {
  /** The stories that reached their end, in their order. */
  ended: { story: Story; standing: Standing }[];
  /** The story that is on its way; none once all ended. */
  now: { story: Story; standing: Standing } | null;
}

/** One story after the other goes its way with these answers; null where there is an answer too many, or none of the two. */
export function journey(forks: Fork[], stories: Story[], answers: Answer[]): Journey | null {
  const ended: Journey["ended"] = [];
  let rest = answers;
  if (!answers.every((answer) => answer === "yes" || answer === "no")) return null;
  for (const story of stories) {
    const standing = walked(forks, story, rest);
    rest = rest.slice(standing.given);
    if (!standing.isEnd) return { ended, now: { story, standing } };
    ended.push({ story, standing });
  }
  return rest.length ? null : { ended, now: null };
}
