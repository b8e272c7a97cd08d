// Sentences of the library in English.

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  lessons: (count: number) => of(count, "lesson", "lessons"),
  onPhone: "On this phone",
  wordsOnPhone: "The words are on this phone.",
  partOnPhone: (here: number, all: number) => `${here} of ${all} lessons are here and work.`,
  toCome: (amount: string) => `Still to come: ${amount}`,
  newerThere: "There is a newer one.",
  isUsed: (size: string, price: string) => `${size}${price && ` · ${price}`}`,
  about: (yuan: string) => `about ¥${yuan}`,
  almostNothing: "less than ¥0.01",
  get: "Get",
  getPictures: "Get the pictures",
  getRest: "Get the rest",
  getNewer: "Get the newer one",
  goesOn: "If the network drops, it goes on from here.",
  pause: "Pause",
  remove: "Remove from this phone",
  removeAsk: (size: string) => `Remove it? That frees ${size}.`,
  removeMore: "What you did in it stays. You can get it again.",
  removeYes: "Yes, remove it",
  removeNo: "No, keep it",
  removed: (title: string) => `“${title}” is gone from this phone. What you did stays.`,
  saveData: "Save data",
  saveDataOn: "On: lessons and pictures come on your tap alone. What you do is still sent.",
  saveDataOff: "Off: new lessons and pictures come by themselves.",
  rate: "What does your network cost?",
  rateMore: "Then you see the price before you get a lesson. It stays on this phone.",
  rateOf: "The price of",
  rateYuan: "in yuan, such as 30",
  rateNot: "Type a number, such as 30 or 0.5.",
  gb: "1 GB",
  mbOne: "1 MB",
  uses: (mine: string) => `Xiangke takes ${mine} on this phone.`,
  free: (size: string) => `About ${size} more would fit.`,
  freePlenty: "There is plenty of room for more.",
  freePictures: (size: string) => `Remove the pictures: frees ${size}`,
  freeModules: "You can remove a module below that you have finished.",
  itsLessons: "Its lessons",
  done: "Done",
  doneOf: (done: number, all: number, known: number) =>
    `${done} of ${of(all, "lesson", "lessons")} done${known ? `, ${known} of them shown with questions` : ""}`,
  showCan: "Show what you can",
};

export type LibraryWords = typeof words;
