// A jar of data and a week of wishes, each fulfilled in one of several ways (CURRICULUM.md, X18a).
// Cases: tests/vectors/jar.json. What is unsafe empties nothing, and leads nowhere either.

export interface Way {
  id: string;
  /** How much mobile data it takes, in MB; 0 over Wi-Fi, or where it is on the phone already. */
  mb: number;
  isUnsafe?: boolean;
}

export interface Day {
  id: string;
  ways: Way[];
}

export interface Week {
  /** The days that are over, each with its way. */
  spent: { day: Day; way: Way }[];
  /** MB in the jar, never below 0. */
  left: number;
  /** The day whose wish is open; none once the jar is empty or the week over. */
  now: Day | null;
  /** The day on which the jar ran dry. */
  dry: Day | null;
  last: { day: Day; way: Way } | null;
  /** How often an unsafe way was tried. */
  unsafe: number;
}

/** Where these ways lead, one a day; null where one is not on offer on its day, or one too many. */
export function poured(days: Day[], full: number, ways: string[]): Week | null {
  const week: Week = { spent: [], left: full, now: days[0] || null, dry: null, last: null, unsafe: 0 };
  for (const id of ways) {
    const day = week.now;
    const way = day && day.ways.filter((each) => each.id === id)[0];
    if (!day || !way) return null;
    week.last = { day, way };
    if (way.isUnsafe) {
      week.unsafe++;
      continue;
    }
    week.spent.push({ day, way });
    week.left = Math.max(0, week.left - way.mb);
    week.dry = week.left ? null : day;
    week.now = (week.left && days[week.spent.length]) || null;
  }
  return week;
}

/** The week is over, and something is left. */
export const isThrough = ({ now, dry }: Week): boolean => !now && !dry;
