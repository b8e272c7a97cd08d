// Sentences of the room in which she asks her trainer, in English.

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  whoSees: "Your trainer and the head of your centre see it. Nobody else does.",
  noGroup: "Not in a group yet? With a code from your centre a trainer can answer you.",
  aboutLesson: (lesson: string) => `About the lesson: ${lesson}`,
  question: "What would you like to know?",
  takePhoto: "Take a photo",
  choosePhoto: "Pick a photo",
  yourPhoto: "Your photo",
  removePhoto: "Remove the photo",
  photoComes: "The photo is being made small",
  photoUnread: "This phone cannot open that picture. A photo from the camera will do, or another picture.",
  say: "Say it",
  saying: (seconds: number, most: number) => `Speak now: ${seconds} of ${of(most, "second", "seconds")}`,
  sayStop: "That is all",
  hear: "Listen to what you said",
  hearStop: "Stop",
  sayFirst: "Tap “That is all” first",
  removeNote: "Remove what you said",
  unheard: "This phone cannot play it. It is kept all the same.",
  micRefused:
    "This phone does not let Xiangke listen. Tap the lock beside the address, allow the microphone, and try again. Writing works too.",
  micNone: "There is no microphone to be heard here. Writing works too.",
  ask: "Send",
  askOf: (size: string) => `Send, about ${size}`,
  askWhat: "Write or say something, or add a photo",
  tooLong: (letters: number) =>
    `${letters} ${letters === 1 ? "letter" : "letters"} too many: make it shorter`,
  asked: "Saved on this phone. It goes to your trainer by itself.",
  noRoomFor: "The phone is full. Your words are still here: make room, or send them without photo and voice.",
  yours: "Your questions",
  noneYet: "Nothing asked yet. Every question is a good one.",
  asking: { here: "Saved on this phone", sent: "Sent", answered: "Answered" },
  answer: "Your trainer answered",
  otherAnswers: "Answers to what you asked on another phone",
  pieceAway: "It was sent, and is no longer on this phone.",
  listenTo: "Listen",
};

export type TrainerWords = typeof words;
