// Her own order of lessons, from what she answered (CURRICULUM.md, section 7). A suggestion, never a gate.
// The twin of courses/engine/path.py (cases: tests/vectors/path.json). Gender, birth year and education are read nowhere.

import {
  furtherNeeds,
  hintsOf,
  levelsOf,
  trackOf,
  weightsOf,
  type Answers,
  type Level,
} from "./path-answers.ts";
import * as rules from "./path-rules.ts";

/** `name` and `needs` are `module/lesson`; `planned`: nobody has written it yet. */
export interface OutlineLesson {
  name: string;
  needs: string[];
  planned: boolean;
}

/** `lessons` in her order. `checks`: lessons that five questions may spare her. `hints`: what the app may do. */
export interface Path {
  lessons: string[];
  checks: string[];
  hints: string[];
  levels: [Level, Level];
}

/** `kept`: begun or finished, in her own order. `failed`: five questions showed that the lesson would help her. */
export interface Asked {
  answers: Answers;
  outline: OutlineLesson[];
  kept?: string[];
  failed?: string[];
}

type Needs = Map<string, string[]>;

/** The whole way through the outline but for its planned lessons. What she began stays in front whatever she answers. */
export function path({ answers, outline, kept = [], failed = [] }: Asked): Path {
  const known = outline.map(({ name }) => name);
  const asked = checksOf(answers);
  const isSettled = (name: string) => kept.indexOf(name) >= 0 || failed.indexOf(name) >= 0;
  const checks = known.filter((name) => asked.indexOf(name) >= 0 && !isSettled(name));
  const needs = needsOf(answers, outline);
  const before = [...kept, ...checks];
  const order = orderOf(needs, before);
  known.filter((name) => failed.indexOf(name) >= 0).forEach(order.take);
  opening(answers).forEach(order.take);
  takeTurns(order, ranking(answers, known));
  const planned = outline.filter((lesson) => lesson.planned).map(({ name }) => name);
  const isWritten = (name: string) => needs.has(name) && planned.indexOf(name) < 0;
  return {
    lessons: [...new Set(kept), ...phishingFirst(order.names, needs, before)].filter(isWritten),
    checks: checks.filter(isWritten),
    hints: hintsOf(answers),
    levels: levelsOf(answers),
  };
}

/** Lessons one after the other, each once, each after what it needs. What stood `before` is not put in again. */
function orderOf(needs: Needs, before: string[]) {
  const taken = new Set(before);
  const names: string[] = [];
  const take = (name: string) => {
    const needed = needs.get(name);
    if (!needed || taken.has(name)) return;
    taken.add(name); // at once: lessons that need each other must not go round for ever
    needed.forEach(take);
    names.push(name);
  };
  return { names, taken, take: (name: string) => take(name) };
}

function checksOf(answers: Answers): string[] {
  const [computer, internet] = levelsOf(answers);
  return [
    ...(computer === 2 ? rules.pcChecks : []),
    ...(internet === 2 ? rules.inChecks : []),
    ...rules.trackChecks[trackOf(answers)],
  ];
}

function opening(answers: Answers): string[] {
  const [computer, internet] = levelsOf(answers);
  return [
    ...(internet === 0 ? ["in/in1", "in/in2"] : []),
    ...(computer === 0 ? ["pc/pc1"] : []),
    ...(trackOf(answers) === "begin" ? ["ec/ec1"] : []),
    "py/py1",
    "py/py2",
  ];
}

/** Every lesson of the outline, and what it needs for her. */
function needsOf(answers: Answers, outline: OutlineLesson[]): Needs {
  const needs: Needs = new Map();
  for (const lesson of outline) needs.set(lesson.name, [...lesson.needs]);
  for (const [name, need] of [...furtherNeeds(answers), ...rules.alwaysNeeds]) {
    const needed = needs.get(name);
    if (needed) needed.push(need);
  }
  return needs;
}

/** The lessons of each module, heaviest module first; modules that no rule knows come last, as in the outline. */
function ranking(answers: Answers, known: string[]): string[][] {
  const modules = new Map<string, string[]>();
  for (const [module] of rules.baseWeights) modules.set(module, []);
  for (const name of known) {
    const module = name.split("/")[0]!;
    modules.set(module, [...(modules.get(module) || []), name]);
  }
  const weights = weightsOf(answers);
  const ranked = [...modules.keys()].map((module, at) => ({ module, at, weight: weights[module] || 0 }));
  // Old browsers sort unstably: where weights are equal, the place decides.
  ranked.sort((one, other) => other.weight - one.weight || one.at - other.at);
  return ranked.map(({ module }) => modules.get(module)!);
}

/** A module that is through passes its turn to the next rank, the last one to the first. */
function takeTurns({ taken, take }: ReturnType<typeof orderOf>, ranked: string[][]): void {
  const nextOf = (modules: string[][]) => {
    for (const lessons of modules) {
      const name = lessons.find((lesson) => !taken.has(lesson));
      if (name) return name;
    }
    return undefined;
  };
  for (let turn = 0; ; turn++) {
    const rank = rules.turns[turn % rules.turns.length]!;
    const name = nextOf(ranked.slice(rank)) || nextOf(ranked);
    if (!name) return;
    take(name);
  }
}

/** The same order, but that phishing, and what it needs, stands before the opening of a shop. */
function phishingFirst(names: string[], needs: Needs, before: string[]): string[] {
  const again = new Map(needs);
  const shop = needs.get(rules.openAShop);
  if (shop) again.set(rules.openAShop, [...shop, rules.phishing]);
  const order = orderOf(again, before);
  names.forEach(order.take);
  return order.names;
}
