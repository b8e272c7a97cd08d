// Sentences that several of the further rooms say in English.

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  village: "A road climbs from a village to the sun",
  promise: "Learn to sell online, a few minutes a day. It works without a network too.",
  start: "Start",
  haveCode: "I have a code from my centre",
  wait: "One moment",
  getting: (done: string, bytes: string) => `On its way: ${done} of ${bytes}`,
  notHere: "This lesson is not on the phone yet",
  notHereOffline: (size: string) =>
    `There is no network now. Open this page where there is a signal: it comes by itself${size && `, ${size}`}.`,
  notHereGet: (size: string) => `It needs the network once: ${size}.`,
  onItsWay: "Your lesson is on its way",
  onItsWayMore: "It opens by itself.",
  erased: "What was kept about you here is gone, as asked. Begin again whenever you like.",
  notHerePlanned: "This lesson is still being written. It will appear here by itself.",
  notFound: "There is no such lesson",
  notFoundMore: "Perhaps the link lost a letter on its way.",
  learnWhatIsHere: "Learn what is here",
  full: "Your answers are safe. The phone has no room for this lesson.",
  fullMore: "Pictures and sounds can go to make room. They come back when you want them.",
  makeRoom: "Make room",
  fullPicture: "A phone that is full to the brim",
  minutes: (count: number) => of(count, "minute", "minutes"),
  mb: (count: string) => `${count}\u00a0MB`,
  kb: (count: string) => `${count}\u00a0KB`,
  lessonsPlanned: (count: number) => `${of(count, "lesson", "lessons")}, being written`,
  later: "Later",
  joinAgain: "Try again",
  askName: "What may we call you?",
  askNameMore: "So that your trainer knows who learns here.",
  reviewTitle: "Today's review",
  reviewMore: (count: number, minutes: number) =>
    `${of(count, "question", "questions")} · ${of(minutes, "minute", "minutes")}`,
  reviewGoesOn: "Go on where you stopped",
  welcomeBack: "Welcome back",
  reviewDone: "What you bring to mind again stays longer.",
  nothingDue: "Nothing to review now",
  nothingDueMore: "You know it well for today.",
  surveyOffer: "Your lessons in your order",
  surveyOfferMore: "A few questions. Skip any you like; you can change them later.",
  taught: "I taught a neighbour",
  taughtThanks: "Thank you. What you teach, you keep.",
  close: "Close",
  term: "What the word means",
  allDone: "You have finished every lesson that is here",
  allDoneMore: "New lessons come by themselves when there is a network. You can look at any lesson again.",
  lookAgain: "Look at a lesson again",
  nothingYet: "Your lessons are on their way",
  message: "A message for you",
  waiting: (count: number) =>
    count === 1
      ? "1 thing you did waits for the network. It is safe on this phone."
      : `${count} things you did wait for the network. They are safe on this phone.`,
  allSent: (ago: string) => `All sent ${ago}.`,
  allSafe: "What you do is saved on this phone.",
  justNow: "just now",
  minutesAgo: (count: number) => `${of(count, "minute", "minutes")} ago`,
  hoursAgo: (count: number) => `${of(count, "hour", "hours")} ago`,
  daysAgo: (count: number) => `${of(count, "day", "days")} ago`,
  noAnswer: "No network just now. They leave by themselves when there is a signal.",
  notReady: "The centre is not ready to take them yet. They stay safe here and leave by themselves.",
  openOutside: "Open this page in the browser",
  openOutsideMore:
    "Here it works only with a network. In the browser the lessons stay on the phone. Tap ⋯ above and choose “Open in browser”.",
  onlyConnected: "At this address the lessons need a network. Your answers are safe all the same.",
  helping: "You help: the learner decides",
  helpingSteps: ["Ask: what do you think?", "Wait, without a word", "Let the learner tap"],
};

export type RoomWords = typeof words;
