// When an exercise is due again (FSRS-6), and today's review: the twin of courses/engine/reviews.py, which names the
// source of formulas and parameters (cases: tests/vectors/reviews.json). A day is a number: whole local days since 1970.

/** By grade: 1 again, 2 hard, 3 good. In days. */
const initialStability = [0.212, 1.2931, 2.3065];
/** FSRS-6's w4 to w20 under their own numbers; easy, which nobody gives, has no bonus here. */
const w = {
  4: 6.4133,
  5: 0.8334,
  6: 3.0194,
  7: 0.001,
  8: 1.8722,
  9: 0.1666,
  10: 0.796,
  11: 1.4835,
  12: 0.0614,
  13: 0.2629,
  14: 1.6483,
  15: 0.6014,
  17: 0.5425,
  18: 0.0912,
  19: 0.0658,
  20: 0.1542,
};
const { exp, max, min, pow, round } = Math;
const decay = -w[20];
const factor = pow(0.9, 1 / decay) - 1;
const leastStability = 0.001;
const longestDays = 180;
const mostInAReview = 8;
const easy = 4;
const dayLength = 86_400_000;

export type Grade = 1 | 2 | 3;

/** One `answered` event. `exercise` is `module/lesson/item@edition`; `at` is ISO 8601, UTC, with milliseconds. */
export interface Answer {
  exercise: string;
  sitting: string;
  at: string;
  attempt: number;
  full: boolean;
}

/** `stability`: days until nine of ten would still know it; `difficulty` 1 to 10; `last`: the day. */
export interface Memory {
  stability: number;
  difficulty: number;
  last: number;
}

/** The local day of a moment (ms since 1970); `offset` is how far local time is ahead of UTC, in minutes. */
export const dayOf = (moment: number, offset: number): number =>
  Math.floor((moment + offset * 60_000) / dayLength);

const initialDifficulty = (grade: number) => w[4] - exp(w[5] * (grade - 1)) + 1;

const between1And10 = (difficulty: number) => min(max(difficulty, 1), 10);

function nextDifficulty(difficulty: number, grade: Grade): number {
  const moved = difficulty - (w[6] * (grade - 3) * (10 - difficulty)) / 9;
  return between1And10(w[7] * initialDifficulty(easy) + (1 - w[7]) * moved);
}

function sameDayStability(stability: number, grade: Grade): number {
  const growth = exp(w[17] * (grade - 3 + w[18])) * pow(stability, -w[19]);
  return stability * (grade === 1 ? growth : max(growth, 1));
}

function nextStability({ stability, difficulty }: Memory, grade: Grade, known: number): number {
  if (grade === 1) {
    const forgotten =
      w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp((1 - known) * w[14]);
    return min(forgotten, stability / exp(w[17] * w[18]));
  }
  const ease = exp(w[8]) * (11 - difficulty) * pow(stability, -w[9]);
  return stability * (1 + ease * (exp((1 - known) * w[10]) - 1) * (grade === 2 ? w[15] : 1));
}

/** How likely she still knows it on that day, 0 to 1. */
export const retrievability = ({ stability, last }: Memory, day: number): number =>
  pow(1 + (factor * max(day - last, 0)) / stability, decay);

/** The day on which nine of ten would still know it (that is what stability means); 1 to 180 days after the last. */
export const dueDay = ({ stability, last }: Memory): number =>
  last + min(max(round(stability), 1), longestDays);

/** The memory after one more recall, the first if there is none before. `day` is never before its last day. */
export function recalled(before: Memory | undefined, grade: Grade, day: number): Memory {
  if (!before)
    return {
      stability: initialStability[grade - 1]!,
      difficulty: between1And10(initialDifficulty(grade)),
      last: day,
    };
  const stability =
    day === before.last
      ? sameDayStability(before.stability, grade)
      : nextStability(before, grade, retrievability(before, day));
  return {
    stability: max(stability, leastStability),
    difficulty: nextDifficulty(before.difficulty, grade),
    last: day,
  };
}

interface Recall {
  exercise: string;
  sitting: string;
  at: string;
  /** The first try that earned full credit. */
  full: number;
}

/** A sitting is one recall of an exercise, at the moment of its first answer there. In order of time. */
function recalls(answers: Answer[]): Recall[] {
  const found: { [sitting: string]: Recall } = {};
  for (const { exercise, sitting, at, attempt, full } of answers) {
    const key = `${exercise} ${sitting}`;
    const one = (found[key] = found[key] || { exercise, sitting, at, full: Infinity });
    if (at < one.at) one.at = at;
    if (full) one.full = min(one.full, attempt);
  }
  return Object.keys(found)
    .map((key) => found[key]!)
    .map((one): [string, Recall] => [`${one.at} ${one.sitting} ${one.exercise}`, one])
    .sort(([order], [other]) => (order < other ? -1 : 1))
    .map(([, one]) => one);
}

/** Each exercise's memory. Answers from a day after `today` (somebody's clock was ahead) count as today's. */
export function memories(answers: Answer[], offset: number, today: number): { [exercise: string]: Memory } {
  const found: { [exercise: string]: Memory } = {};
  for (const { exercise, at, full } of recalls(answers)) {
    const grade = full === 1 ? 3 : full === 2 ? 2 : 1;
    found[exercise] = recalled(found[exercise], grade, min(dayOf(Date.parse(at), offset), today));
  }
  return found;
}

/** `ra/ra1` of `ra/ra1/q1@1`. */
export const lessonOf = (exercise: string): string => exercise.slice(0, exercise.lastIndexOf("/"));

/** Always of the lesson that has most left, but for the one just asked; among equals the one that comes first. */
function takingTurns(exercises: string[]): string[] {
  const left = exercises.slice();
  const order: string[] = [];
  while (left.length) {
    const lessons = left.map(lessonOf);
    const count = (lesson: string) => lessons.filter((other) => other === lesson).length;
    const just = order.length ? lessonOf(order[order.length - 1]!) : "";
    const others = lessons.filter((lesson) => lesson !== just);
    const most = (others.length ? others : lessons).reduce((a, b) => (count(b) > count(a) ? b : a));
    order.push(...left.splice(lessons.indexOf(most), 1));
  }
  return order;
}

/**
 * At most eight exercises that are due, of finished lessons (`module/lesson`) alone, those most likely forgotten;
 * lessons take turns. What does not fit waits and is not counted: days without a review cost nothing.
 */
export function todaysReview(
  remembered: { [exercise: string]: Memory },
  finished: string[],
  today: number,
): string[] {
  const known = (exercise: string) => retrievability(remembered[exercise]!, today);
  const due = Object.keys(remembered)
    .filter((exercise) => finished.indexOf(lessonOf(exercise)) >= 0 && dueDay(remembered[exercise]!) <= today)
    .sort((one, other) => known(one) - known(other) || (one < other ? -1 : 1));
  return takingTurns(due.slice(0, mostInAReview));
}
