// Sentences of the room that shows what waits, in English.

const of = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export const words = {
  nothing: "Nothing waits. What you did is with your centre.",
  nothingYetSent: "Nothing waits here yet.",
  safe: "It is safe on this phone until it has arrived.",
  why: {
    offline: "There is no network just now. It leaves by itself when there is a signal.",
    busy: "Your centre’s site is busy just now. The phone tries again by itself.",
    refused: "Your centre’s site is not ready to take it yet. The phone tries again by itself.",
    soon: "It leaves in a moment.",
  },
  tryNow: "Try to send now",
  tried: {
    offline: "There is no network yet. It goes by itself.",
    busy: "Your centre’s site is still busy. It goes by itself.",
    refused: "Your centre’s site is not ready yet. It goes by itself.",
    soon: "It leaves in a moment.",
  },
  beside: "Beside lessons",
  kinds: {
    lesson_opened: () => "opened",
    answered: (count: number) => of(count, "answer", "answers"),
    lesson_finished: () => "finished",
    tool_used: () => "practised",
    checked: () => "checked",
    assessed: () => "assessment",
    taught: () => "taught",
    profile_set: () => "name or picture",
    consent_set: () => "what you allow",
    survey_answered: (count: number) => of(count, "answer about you", "answers about you"),
    asked: (count: number) => of(count, "question", "questions"),
    message_read: (count: number) => of(count, "message read", "messages read"),
  } as Record<string, ((count: number) => string) | undefined>,
  carried: "With your questions",
  photos: (count: number) => of(count, "photo", "photos"),
  notes: (count: number) => of(count, "spoken note", "spoken notes"),
  more: (count: number) => of(count, "thing", "things"),
  others: (count: number) =>
    `${of(count, "more is", "more are")} of somebody else who learns on this phone. They leave together.`,
  keepTitle: "Keep a copy",
  keepMore:
    "All that waits goes into one file. Give it to your trainer: there it counts as if it had been sent. It stays here too.",
  keep: (size: string) => `Save a file, ${size}`,
  send: "Send it to somebody",
  kept: (name: string) => `It is with your downloads: ${name}`,
  receipts: "What you did, and where it is",
  receipt: { here: "On this phone", sent: "Sent", counted: "Counted" },
  countedSince: (count: number) =>
    count === 1
      ? "1 thing that had to wait there has been counted."
      : `${count} things that had to wait there have been counted.`,
  parkedTitle: "With your centre, not counted yet",
  parkedMore: "Your centre has these and looks at them. Nothing is lost.",
  parked: {
    "not-your-learner":
      "You began on another phone. Bring it here with your pass, or with a code from your trainer.",
    "revoked-device": "This phone was blocked. Ask your trainer.",
    "unknown-kind": "Your app is newer than your centre’s site.",
    "unknown-version": "Your app is newer than your centre’s site.",
  } as Record<string, string | undefined>,
  parkedOther: "Your centre could not read them yet.",
};

export type WaitingWords = typeof words;
