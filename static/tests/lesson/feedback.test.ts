import assert from "node:assert/strict";
import { test } from "node:test";
import { feedback } from "../../lesson/question.ts";
import type { Item, Response } from "../../lesson/types.ts";
import { words } from "../../lesson/words.en.ts";
import { words as chinese } from "../../lesson/words.zh-hans.ts";

const choice: Item = {
  type: "choice",
  edition: 1,
  answer: "b",
  why: "The search looks for words.",
  whys: { a: "Many think of the price. But it counts later.", b: "Yes. Words come first." },
};

const say = (item: Item, response: Response, right: boolean, last: boolean) =>
  feedback(item, response, right, last, words);

test("a first wrong answer hears why it tempts, and not yet the reason", () => {
  assert.deepEqual(say(choice, "a", false, false), {
    title: "Many think of the price.",
    text: "But it counts later.",
  });
});

test("a second wrong answer hears the reason too", () => {
  assert.match(say(choice, "a", false, true).text, /But it counts later\.\nThe search looks for words\./);
});

test("a right answer hears why it is right and the reason", () => {
  assert.deepEqual(say(choice, "b", true, false), {
    title: "Yes. Words come first.",
    text: "The search looks for words.",
  });
});

test("an option without a reason of its own gets a kind word", () => {
  assert.equal(say(choice, "c", false, false).title, words.lookAgain);
});

test("of several, only those that do not belong are explained", () => {
  const several: Item = { ...choice, answer: ["a", "c"], whys: { a: "Yes.", b: "Only the neighbour can." } };
  assert.equal(say(several, ["a", "b"], false, false).title, "Only the neighbour can.");
  assert.equal(say(several, ["a"], false, false).title, words.someMissing);
});

test("a text that was not meant hears one that was", () => {
  const text: Item = { type: "text-entry", edition: 1, answer: ["ranking", "order"], why: "First match." };
  assert.equal(say(text, "paying", false, true).text, "One good answer: ranking\nFirst match.");
  assert.equal(say(text, "paying", false, false).text, "");
});

test("a number that was not meant hears the number", () => {
  const number: Item = { type: "numeric", edition: 1, answer: 5.76, tolerance: 0.01, why: "40 − 34.24." };
  assert.match(say(number, 6, false, true).text, /5\.76/);
});

test("true or not has reasons by what was chosen", () => {
  const truth: Item = {
    type: "true-false",
    edition: 1,
    answer: false,
    why: "Secret.",
    whys: { true: "Handy." },
  };
  assert.equal(say(truth, true, false, false).title, "Handy.");
});

test("both languages have every word", () => {
  assert.deepEqual(Object.keys(chinese).sort(), Object.keys(words).sort());
  for (const word of [...Object.values(words), ...Object.values(chinese)]) assert.ok(word.trim());
});
