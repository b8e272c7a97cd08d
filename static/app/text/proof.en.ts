// Sentences of check sets and assessments in English.

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  checkSay: (questions: number, needed: number) =>
    `${of(questions, "question", "questions")}, one try each. ${needed} right, and you can skip this lesson.`,
  checkSafe: "If it is not enough, nothing is lost: the lesson waits for you.",
  checkBegin: "Begin",
  checkNone: "There are no questions of this lesson on the phone yet.",
  checkEnd: "See how it went",
  known: "You know this lesson",
  knownMore: (right: number, all: number) =>
    `${right} of ${all} right. You can skip it now, or open it whenever you like.`,
  notKnown: "This lesson has something for you",
  notKnownMore: (right: number, all: number) =>
    `${right} of ${all} right. The reasons stand below; the lesson shows them step by step.`,
  openLesson: "Open the lesson",
  toPath: "To my path",
  asked: "Questions so far",
  nextOne: "Next question",
  leaveOpen: "Leave it open for now",
  isAnswered: "answered",
  isOpen: "still open",

  show: "Show what you can",
  showSay: (questions: number, pass: number) =>
    `${of(questions, "question", "questions")}, about 5 minutes. With ${pass} right you get a certificate.`,
  showTry: "One try each. Until you hand in, you can go back and change.",
  showNetwork: "The network is needed twice: now, and at the end. In between it works without.",
  getQuestions: "Get the questions",
  goOn: "Go on with the questions",
  moment: "One moment",
  needsNetwork: "This needs the network. Try again where there is a signal.",
  tryAgain: "Try again",
  allThere: "All questions are answered",
  someOpen: (open: number) => `${of(open, "question is", "questions are")} still open`,
  beforeHandIn: "You can still change your answers. Once handed in, they stay as they are.",
  lookOver: "Look it over",
  handIn: "Hand in",
  handedIn: "Handed in",
  handedInMore: "Saved on this phone. The result comes when there is a network.",
  askResult: "Ask for the result",
  noResult: "It is not there yet. It comes by itself.",
  passed: "You have shown what you can",
  passedMore: (right: number, all: number) => `${right} of ${all} right. Your certificate is ready for you.`,
  toCertificates: "To my certificates",
  notPassed: "Not yet this time",
  notPassedMore: (right: number, all: number) =>
    `${right} of ${all} right. Look at the lessons once more; they are all here.`,
  againFrom: (day: string) => `From ${day} on, new questions wait for you.`,
  lookAgain: "Look at the lessons",
  newQuestions: "Get new questions",
};

export type ProofWords = typeof words;
