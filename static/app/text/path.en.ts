// Sentences of the path and the survey in English.

const more = (count: number) => (count === 1 ? "1 more question" : `${count} more questions`);

export const words = {
  yourPath: "Your path",
  pathSay: "In this order each lesson builds on the one before. Any lesson is open at any time.",
  finished: "Finished",
  mastered: "Finished, and most answers right",
  checked: "Known: you showed it with questions",
  begun: (card: string) => (card ? `begun, ${card}` : "begun"),
  knowThis: "I know this already",
  showCan: "Show what you can",
  challenges: "For those who sell already",
  challengesMore: "Ten things to try in your own shop",
  isHere: "on this phone",
  toFetch: "to fetch",
  planned: "being written",
  pathHers: "This order follows your answers. Any lesson is open at any time.",
  pathKnown: "Perhaps you know these already",
  surveyBegin: "Answer the questions",
  surveyAgain: "Change my answers",
  surveyDone: "Questions so far",
  surveyAt: (at: number) => `Question ${at}`,
  surveyRest: "That is enough: your lessons are in order.",
  surveyRestMore: (count: number) =>
    `${more(count)} would fit them to you more closely. They can wait for another day.`,
  surveyMore: "Answer more",
  surveyLeft: (count: number) => `${more(count)}, whenever you like. Skip any of them.`,
  surveyHers: "You can change your answers at any time.",
  surveySay: "Every answer is a good one. It only puts your lessons in order.",
  surveyAside: "This changes nothing in your path. Leave it out if you like.",
  surveyNext: "Next question",
  surveyShow: "Show my path",
  surveySkip: "Skip this one",
  surveyEnough: "Enough for now",
  surveyTakeBack: "Take my answer back",
  yes: "Yes",
  no: "No",
  howOften: ["Never", "Seldom", "Sometimes", "Often"],
  howTrue: ["Not true for me", "A little", "Mostly", "Very true for me"],
  mayNeeds: "May your centre see your answers?",
  mayNeedsMore:
    "They put your lessons in order on this phone. With a yes your centre can plan lessons that help you.",
  mayNeedsYes: "Yes, my centre may see them",
  mayNeedsNo: "Only this phone",
  mayContact: "May your centre call or write to you about your lessons?",
  mayContactMore: "Only if you say yes. This is kept apart from your answers.",
  mayContactYes: "Yes",
  mayContactNo: "No, thank you",
};

export type PathWords = typeof words;
