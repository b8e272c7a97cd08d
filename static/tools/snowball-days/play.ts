// The play of the ten days: how the shop starts, day after day, what each start brought. No DOM; the model is app/engine.
import { dayCount, starts, tenDays } from "../../app/engine/snowball.ts";
import type { Day, Setup, Start } from "../../app/engine/snowball.ts";
import { noSteps, reached, stepped } from "../shared/steps.ts";
import type { Steps } from "../shared/steps.ts";

export const startNames = Object.keys(starts) as Start[];
/** Tenths of the photo, and hours until it is sent. */
export const photoSteps = 11;
export const hourSteps = [72, 48, 24];

interface Position {
  /** `photo` here in tenths, `hours` as a step: whole numbers. */
  setup: { start: Start; photo: number; hours: number; isLifted: boolean };
  /** How many days have gone by. */
  day: number;
}

/** What ten days brought, and with which photo and speed. */
export interface Run {
  sold: number;
  photo: number;
  hours: number;
}

export interface Play extends Position, Steps<Position> {
  /** 0: an honest start beside a bought one · 1: from nothing to place 3 */
  mission: number;
  won: [boolean, boolean];
  runs: { [start in Start]?: Run };
}

const firstSetup = (mission: number): Position["setup"] => ({
  start: mission ? "none" : "real",
  photo: 5,
  hours: 1,
  isLifted: false,
});

export const begin = (mission = 0, won: Play["won"] = [false, false]): Play => ({
  setup: firstSetup(mission),
  day: 0,
  mission,
  won,
  runs: {},
  ...noSteps,
});

const setupOf = ({ setup }: Position): Setup => ({
  ...setup,
  photo: setup.photo / 10,
  hours: hourSteps[setup.hours] as number,
});

/** The days that have gone by. */
export const days = (play: Position): Day[] => tenDays(setupOf(play)).slice(0, play.day);

export const soldIn = (all: Day[]): number => all.reduce((sum, { sold }) => sum + sold, 0);

const isSame = (a: Run | undefined, b: Run | undefined): boolean =>
  !!a && !!b && a.photo === b.photo && a.hours === b.hours;

function isReached({ mission, runs, setup, day, ...rest }: Play): boolean {
  if (!mission) return isSame(runs.real, runs.bought);
  const last = days({ ...rest, setup, day })[dayCount - 1];
  return setup.start === "none" && !!last && last.place <= 3;
}

/** Both starts have had their ten days, but not with the same photo and speed. */
export const isUnlike = ({ mission, won, runs }: Play): boolean =>
  !mission && !won[0] && !!runs.real && !!runs.bought;

function moved(play: Play, change: Partial<Position>, key: string, isSettled: boolean): Play {
  const { setup, day } = play;
  const next = stepped(play, { setup, day }, change, key, isSettled);
  const { start, photo, hours } = next.setup;
  const whole: Play =
    next.day === dayCount
      ? { ...next, runs: { ...next.runs, [start]: { sold: soldIn(days(next)), photo, hours } } }
      : next;
  return isReached(whole) ? { ...whole, won: reached(whole.won, whole.mission) } : whole;
}

/** Whatever is changed, the days begin anew. */
export const turned = (play: Play, change: Partial<Position["setup"]>, isSettled = true): Play =>
  moved(play, { setup: { ...play.setup, ...change }, day: 0 }, Object.keys(change).join(), isSettled);

export const wait = (play: Play, until: number): Play =>
  until > dayCount || until === play.day ? play : moved(play, { day: until }, "day", true);

export const restarted = ({ mission, won, runs }: Play): Play => ({ ...begin(mission, won), runs });
export const nextMission = ({ won, runs }: Play): Play => ({ ...begin(1, won), runs });

/** What is worth keeping; `kept` reads it again, or begins anew where it cannot be read. */
export const toKeep = ({ mission, won, setup, day, runs }: Play): unknown => ({
  ...{ mission, won, setup, day, runs },
});

const isWithin = (value: unknown, count: number): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;

const isRun = (value: unknown): boolean =>
  value === undefined ||
  (isWithin(Object(value).photo, photoSteps) &&
    isWithin(Object(value).hours, hourSteps.length) &&
    isWithin(Object(value).sold, 1e4));

export function kept(state: unknown): Play {
  const { mission, won, setup, day, runs } = Object(state) as Partial<Play>;
  const { start, photo, hours, isLifted } = Object(setup) as Position["setup"];
  const isWhole =
    isWithin(mission, 2) &&
    Array.isArray(won) &&
    won.length === 2 &&
    startNames.indexOf(start) >= 0 &&
    isWithin(photo, photoSteps) &&
    isWithin(hours, hourSteps.length) &&
    isWithin(day, dayCount + 1) &&
    startNames.every((name) => isRun(Object(runs)[name]));
  if (!isWhole) return begin();
  return {
    ...begin(mission, won.map((each) => each === true) as Play["won"]),
    setup: { start, photo, hours, isLifted: isLifted === true },
    day: day as number,
    runs: Object(runs),
  };
}
