// Sentences of the library in English.

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  lessons: (count: number) => of(count, "lesson", "lessons"),
  onPhone: "On this phone",
  wordsOnPhone: "The words are on this phone, some pictures are not yet.",
  getPictures: "Get the pictures",
  goesOn: "No matter if the network goes: it goes on from here.",
  pause: "Pause",
  saveData: "Save data",
  saveDataMore: "Words by themselves, pictures on your tap.",
  uses: (mine: string) => `Xiangke uses ${mine} on this phone.`,
  get: (size: string) => `Get · ${size}`,
};

export type LibraryWords = typeof words;
