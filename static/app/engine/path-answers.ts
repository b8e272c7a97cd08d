// What a survey's answers say: track, levels, weights, further needs and hints (CURRICULUM.md, section 7.1).
// The twin of courses/engine/path_answers.py. What is missing, unknown or of the wrong kind counts as skipped.

import * as rules from "./path-rules.ts";

export type Answers = { readonly [question: string]: unknown };
export type Level = 0 | 1 | 2;

/** 1 to 4, or 0 where she skipped it. */
function scale(answers: Answers, question: string): number {
  const value = answers[question];
  return typeof value === "number" && [1, 2, 3, 4].indexOf(value) >= 0 ? value : 0;
}

const isSeldom = (answers: Answers, ...questions: string[]) =>
  questions.some((question) => [1, 2].indexOf(scale(answers, question)) >= 0);

const isOften = (answers: Answers, ...questions: string[]) =>
  questions.some((question) => scale(answers, question) >= 3);

function chosen(answers: Answers, question: string): unknown[] {
  const value = answers[question];
  return Array.isArray(value) ? value : [];
}

function ownWords(answers: Answers): string {
  const value = answers["wants-other"];
  return typeof value === "string" ? value.normalize("NFKC").toLowerCase() : "";
}

/** P1–P4. */
export function trackOf(answers: Answers): rules.Track {
  if (answers.selling !== true) return "begin";
  return rules.advancedYears.indexOf(answers["selling-years"] as string) >= 0 ? "advanced" : "growing";
}

/** With computers and with the internet (P19–P22); 0 is taught from the start, 2 is asked five questions. */
export const levelsOf = (answers: Answers): [Level, Level] => [
  computerLevel(answers),
  internetLevel(answers),
];

function computerLevel(answers: Answers): Level {
  const [text, image] = [scale(answers, "use-text"), scale(answers, "use-image")];
  const isUnsure = isSeldom(answers, "use-text", "use-image") || isOften(answers, "feel-unfamiliar");
  if (isUnsure || !(text || image)) return 0;
  return text === 4 && image === 4 ? 2 : 1;
}

function internetLevel(answers: Answers): Level {
  const search = scale(answers, "use-search");
  if (search <= 2 || isOften(answers, "feel-lost", "feel-needs-help")) return 0;
  return search === 4 && isOften(answers, "feel-confident") ? 2 : 1;
}

/** Module → weight: the base and all that her answers add. */
export function weightsOf(answers: Answers): { [module: string]: number } {
  const weights: { [module: string]: number } = {};
  for (const [module, weight] of rules.baseWeights) weights[module] = weight;
  const [computer, internet] = levelsOf(answers);
  const wants = chosen(answers, "wants");
  const added = [
    rules.trackWeights[trackOf(answers)],
    ...rules.wantsWeights.filter(([want]) => wants.indexOf(want) >= 0).map(([, more]) => more),
    ...ownWishes(answers).map(([, module, more]) => ({ [module]: more })),
    ...(computer === 0 ? [{ pc: 20 }] : []),
    ...(internet === 0 ? [{ in: 20 }] : []),
    ...(scale(answers, "use-finance") <= 2 || isSeldom(answers, "use-shopping") ? [{ py: 15 }] : []),
  ];
  for (const one of added)
    for (const [module, more] of Object.entries(one)) weights[module] = (weights[module] || 0) + more;
  return weights;
}

/** P11. */
function ownWishes(answers: Answers) {
  const words = ownWords(answers);
  return rules.otherWords.filter(([pattern]) => pattern.test(words));
}

/** [lesson, what it needs for her], of P19 and P24–P26. */
export function furtherNeeds(answers: Answers): [string, string][] {
  const found: [boolean, string, string][] = [
    [computerLevel(answers) === 0, "ec/ec6", "pc/pc4"],
    [isSeldom(answers, "use-image"), "ec/ec6", "sh/sh1"],
    [isSeldom(answers, "use-messages", "use-social"), "sh/sh6", "in/in5"],
    [isSeldom(answers, "use-shopping"), "ec/ec2", "in/in6"],
    [isSeldom(answers, "use-news"), "ec/ec2", "in/in3"],
  ];
  return found.filter(([holds]) => holds).map(([, name, need]) => [name, need]);
}

/** What the app may do for her (P3, P11–P18, P24, P27–P31), in the order of the rules. No hint moves a lesson. */
export function hintsOf(answers: Answers): string[] {
  const hasNoComputer = answers.computer === false;
  const has = (question: string, ...some: string[]) =>
    chosen(answers, question).some((one) => some.indexOf(one as string) >= 0);
  const hints: [string, boolean][] = [
    ["challenges", trackOf(answers) === "advanced"],
    ["course-list", !!ownWords(answers) && !ownWishes(answers).length],
    ...rules.platforms.map((name): [string, boolean] => [`platform-${name}`, has("platform", name)]),
    ["phone-first", hasNoComputer],
    ["used-computer", hasNoComputer && answers["computer-plan"] === true],
    ["full-download", answers["mobile-internet"] === false],
    ["wide-layout", has("devices", "computer", "tablet")],
    ["first-computer-hour", answers["phone-only"] === true],
    ["one-a-day", answers.hours === "under-1"],
    ["eye-break", answers.hours === "over-5"],
    ["chat-bridge", scale(answers, "use-messages") === 4 || scale(answers, "use-social") === 4],
    ["learn-here", isSeldom(answers, "use-maps", "use-books", "use-courses")],
    ["familiar", isOften(answers, "use-games", "use-music", "use-tv")],
    ["read-aloud", isOften(answers, "feel-lost")],
    ["helper", isOften(answers, "feel-needs-help")],
    [
      "mentor",
      isOften(answers, "feel-helps-others") || answers.role === "trainer" || answers.role === "volunteer",
    ],
  ];
  return hints.filter(([, holds]) => holds).map(([name]) => name);
}
