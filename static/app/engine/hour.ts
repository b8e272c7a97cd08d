// A card for one booked hour at a computer: jobs, what to bring, how to leave (CURRICULUM.md, X7d).
// Cases: tests/vectors/hour.json.

export interface Plan {
  /** How long each may take, in minutes, and what it needs. */
  jobs: { id: string; minutes: number; needs: string }[];
  /** What is better left at home. */
  risky: string[];
  /** What is done before leaving, and what is never done there. */
  leaving: string[];
  traps: string[];
}

export const stages = ["jobs", "bring", "leave", "card"] as const;
export type Stage = (typeof stages)[number];

export interface Hour {
  stage: Stage;
  chosen: { jobs: string[]; bring: string[]; leave: string[] };
  minutes: number;
  /** Why it did not go on, and about which thing. */
  said: { why: "none" | "many" | "long" | "missing" | "risky" | "forgotten" | "trap"; about: string } | null;
  detours: number;
  /** What was ticked on the card. */
  ticked: string[];
}

export const mostJobs = 3;
/** The last ten of sixty minutes are for leaving. */
export const mostMinutes = 50;

const toggled = (list: string[], id: string): string[] =>
  list.indexOf(id) < 0 ? [...list, id] : list.filter((each) => each !== id);
const firstOf = (wanted: string[], list: string[], isIn: boolean): string | undefined =>
  wanted.filter((each) => list.indexOf(each) >= 0 === isIn)[0];

/** What there is to choose from at this stage. */
export function offered({ jobs, risky, leaving, traps }: Plan, stage: Stage): string[] {
  if (stage === "jobs") return jobs.map(({ id }) => id);
  return stage === "bring" ? jobs.map(({ needs }) => needs).concat(risky) : leaving.concat(traps);
}

function complaint(plan: Plan, { stage, chosen, minutes }: Hour): Hour["said"] {
  const { jobs, bring, leave } = chosen;
  if (stage === "jobs") {
    if (!jobs.length) return { why: "none", about: "" };
    if (jobs.length > mostJobs) return { why: "many", about: "" };
    return minutes > mostMinutes ? { why: "long", about: "" } : null;
  }
  const isBring = stage === "bring";
  const bad = isBring ? firstOf(plan.risky, bring, true) : firstOf(plan.traps, leave, true);
  if (bad) return { why: isBring ? "risky" : "trap", about: bad };
  const needed = plan.jobs.filter(({ id }) => jobs.indexOf(id) >= 0).map(({ needs }) => needs);
  const gone = isBring ? firstOf(needed, bring, false) : firstOf(plan.leaving, leave, false);
  return gone ? { why: isBring ? "missing" : "forgotten", about: gone } : null;
}

function gone(plan: Plan, now: Hour): Hour {
  const said = complaint(plan, now);
  if (said) return { ...now, said, detours: now.detours + 1 };
  return { ...now, stage: stages[stages.indexOf(now.stage) + 1] as Stage, said: null };
}

function chose(plan: Plan, now: Hour, id: string): Hour {
  const { stage, chosen } = now;
  const list = toggled(chosen[stage as "jobs"], id);
  const minutes =
    stage === "jobs"
      ? plan.jobs.reduce((sum, job) => sum + (list.indexOf(job.id) < 0 ? 0 : job.minutes), 0)
      : now.minutes;
  return { ...now, chosen: { ...chosen, [stage]: list }, minutes, said: null };
}

/** All that stands on the card. */
export const onCard = ({ chosen }: Hour): string[] => [...chosen.jobs, ...chosen.bring, ...chosen.leave];

/** The card after these moves: an id chooses or lets go, or ticks on the card; "next" goes on. Null where one cannot be. */
export function hour(plan: Plan, moves: unknown[]): Hour | null {
  let now: Hour = {
    ...{ stage: "jobs", chosen: { jobs: [], bring: [], leave: [] }, minutes: 0 },
    ...{ said: null, detours: 0, ticked: [] },
  };
  for (const move of moves) {
    const id = move as string;
    const isCard = now.stage === "card";
    if (id === "next" && !isCard) now = gone(plan, now);
    else if ((isCard ? onCard(now) : offered(plan, now.stage)).indexOf(id) < 0) return null;
    else now = isCard ? { ...now, ticked: toggled(now.ticked, id) } : chose(plan, now, id);
  }
  return now;
}
