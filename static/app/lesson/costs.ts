// What a download costs at most, before its list of files is here.

/** Of a lesson: its practices with what they share, and what is sent around each file (tests/budgets.test.ts). */
export const besides = 9_000;

/** `bytes` of words and pictures, as the server says, and the practices of so many lessons. */
export const costOf = (bytes: number, lessons: number) => bytes + lessons * besides;
