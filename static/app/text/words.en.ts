// The app's sentences in English. Short, warm, blaming nobody (design: Voice).

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  voice: "en",
  name: "Xiangke",
  tabs: "Main",
  today: "Today",
  path: "Path",
  library: "Library",
  me: "Me",
  back: "Back",
  close: "Close",
  hello: (name: string) => (name ? `Hello, ${name}` : "Hello"),
  nextStep: (minutes: number) => `Your next step · ${of(minutes, "minute", "minutes")}`,
  cardsDone: "Cards done",
  cardOf: (card: number, cards: number) => `${card} of ${cards}`,
  goOn: "Go on learning",
  begin: "Begin",
  trays: "A woman with a basket of dried mushrooms",
  allDone: "You have finished every lesson that is here",
  allDoneMore: "New lessons come by themselves when there is a network. You can look at any lesson again.",
  lookAgain: "Look at a lesson again",
  nothingYet: "Your lessons are on their way",
  nothingYetMore: "They need the network once. After that they stay on this phone.",
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
  away: "A phone at rest; the work is saved",
  toolAway: "This practice comes as soon as there is a network.",
  openOutside: "Open this page in the browser",
  openOutsideMore:
    "Here it works only with a network. In the browser the lessons stay on the phone. Tap ⋯ above and choose “Open in browser”.",
  onlyConnected: "At this address the lessons need a network. Your answers are safe all the same.",
  term: "What the word means",
};

export type Words = typeof words;
