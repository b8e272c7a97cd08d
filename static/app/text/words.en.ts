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
  hello: (name: string) => (name ? `Hello, ${name}` : "Hello"),
  nextStep: (minutes: number) => `Your next step · ${of(minutes, "minute", "minutes")}`,
  cardsDone: "Cards done",
  cardOf: (card: number, cards: number) => `${card} of ${cards}`,
  goOn: "Go on learning",
  begin: "Begin",
  trays: "A woman with a basket of dried mushrooms",
  nothingYetMore: "They need the network once. After that they stay on this phone.",
};

export type Words = typeof words;
