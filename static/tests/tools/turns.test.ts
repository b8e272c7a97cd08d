import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { journey } from "../../app/engine/deciding.ts";
import type { Fork, Story } from "../../app/engine/deciding.ts";
import { dealt } from "../../app/engine/sorting.ts";
import type { Card } from "../../app/engine/sorting.ts";
import { spotted } from "../../app/engine/spotting.ts";
import { toured } from "../../app/engine/stepping.ts";
import { asked, passes, tiles, titled } from "../../app/engine/titles.ts";
import * as codes from "../../tools/code-cards/cards.ts";
import { words as codeWords } from "../../tools/code-cards/words.ts";
import * as decision from "../../tools/decision-path/stories.ts";
import { words as decisionWords } from "../../tools/decision-path/words.ts";
import * as files from "../../tools/file-sorter/cards.ts";
import { words as fileWords } from "../../tools/file-sorter/words.ts";
import * as forms from "../../tools/form-finder/stories.ts";
import { words as formWords } from "../../tools/form-finder/words.ts";
import * as photos from "../../tools/honest-photos/cards.ts";
import { words as photoWords } from "../../tools/honest-photos/words.ts";
import { rounds as orderRounds } from "../../tools/order-the-steps/rounds.ts";
import { words as orderWords } from "../../tools/order-the-steps/words.ts";
import * as password from "../../tools/password-builder/play.ts";
import * as permissions from "../../tools/permission-cards/cards.ts";
import { words as permissionWords } from "../../tools/permission-cards/words.ts";
import type { DeckWords } from "../../tools/shared/deck.tsx";
import type { DecidingWords } from "../../tools/shared/deciding.tsx";
import * as play from "../../tools/shared/moves.ts";
import type { RoadWords, Round } from "../../tools/shared/road.tsx";
import { rounds as shopRounds } from "../../tools/shop-opening/rounds.ts";
import { words as shopWords } from "../../tools/shop-opening/words.ts";
import * as sheet from "../../tools/mini-sheet/play.ts";
import { words as sheetWords } from "../../tools/mini-sheet/words.ts";
import { messages } from "../../tools/spot-the-phishing/messages.ts";
import { words as titleWords } from "../../tools/title-builder/words.ts";

type Both<W> = { en: W; "zh-hans": W };
const languages = ["en", "zh-hans"] as const;

const decks: [string, Card[], Both<DeckWords>][] = [
  ["code-cards", codes.cards, codeWords],
  ["permission-cards", permissions.cards, permissionWords],
  ["file-sorter", files.cards, fileWords],
  ["honest-photos", photos.cards, photoWords],
];
const paths: [string, { forks: Fork[]; stories: Story[] }, Both<DecidingWords>][] = [
  ["decision-path", decision, decisionWords],
  ["form-finder", forms, formWords],
];
const roads: [string, Round[], Both<RoadWords>][] = [
  ["order-the-steps", orderRounds, orderWords],
  ["shop-opening", shopRounds, shopWords],
];

for (const [name, cards, words] of decks)
  for (const language of languages)
    test(`${name}, ${language}: every card says what it is, why it belongs there and why another place tempts`, () => {
      const say = words[language];
      for (const card of cards) {
        const others = card.bins.filter((bin) => bin !== card.bin);
        assert.equal(others.length, card.bins.length - 1, card.id);
        const called = card.bins.map((bin) => (say.called ? say.called(card, bin) : say.bins[bin]));
        const said = [...say.face(card, []), say.ask(card), say.why(card), ...called];
        for (const text of [...said, ...others.map((bin) => say.tempts(card, bin))]) assert.ok(text, card.id);
        assert.equal(new Set(called).size, card.bins.length, card.id);
      }
    });

test("twelve files, two of them with a new name, and no folder stays empty", () => {
  const naming = files.cards.filter(files.isNaming);
  assert.equal(files.cards.length - naming.length, 12);
  assert.equal(naming.length, 2);
  for (const folder of files.folders) assert.ok(files.cards.some(({ bin }) => bin === folder));
});

test("a file has its new name once it was given one", () => {
  const honey = files.cards.find(({ id }) => id === "honey")!;
  const naming = files.cards.find(({ id }) => id === "honey-name")!;
  assert.equal(fileWords.en.face(honey, [])[0], "IMG_0031.jpg");
  assert.equal(fileWords.en.face(honey, [naming])[0], "2026-11-03_honey_front.jpg");
});

for (const [name, { forks, stories }, words] of paths)
  for (const language of languages)
    test(`${name}, ${language}: every question, story and end is told, and every end is somebody's`, () => {
      const say = words[language];
      for (const { id } of forks) assert.equal(say.forks[id]!.filter(Boolean).length, 3);
      for (const { id } of stories) assert.equal(say.stories[id]!.filter(Boolean).length, 2);
      const right = stories.reduce<("yes" | "no")[]>((answers, story) => {
        for (let { now } = journey(forks, stories, answers)!; now && now.story === story;) {
          answers.push(story.so.includes(now.standing.at) ? "yes" : "no");
          now = journey(forks, stories, answers)!.now;
        }
        return answers;
      }, []);
      const ended = journey(forks, stories, right)!.ended.map(({ standing }) => standing.at);
      assert.deepEqual([...new Set(ended)].sort(), Object.keys(say.ends).sort());
    });

for (const [name, rounds, words] of roads)
  for (const language of languages)
    test(`${name}, ${language}: every step is offered once, out of order, and says why it has to wait`, () => {
      for (const { steps, traps, offered } of rounds) {
        assert.deepEqual([...offered].sort(), [...steps.flat(), ...traps].sort());
        assert.notEqual(offered[0], steps[0]![0]);
        for (const step of offered)
          assert.equal(words[language].steps[step]!.filter(Boolean).length, 2, step);
      }
    });

test("seven of twelve messages are false, and each of them gives itself away", () => {
  assert.equal(messages.length, 12);
  assert.equal(messages.filter(({ signs }) => signs.length).length, 7);
  for (const { parts, signs } of messages) assert.ok(signs.every((sign) => sign > 0 && sign < parts));
});

test("four words of a list are enough, and what neighbours know is not", () => {
  assert.equal(password.stand(["kettle", "moon", "goose", "stone"])!.strength, 3);
  assert.equal(password.stand(["name", "year", "village", "first"])!.strength, 1);
  assert.deepEqual(password.stand(["kettle", "kettle"])!.chosen, []);
  assert.equal(password.stand(["kettle", "built"]), null);
  assert.equal(password.stand(["kettle", "moon", "goose", "stone", "built", "maybe"]), null);
});

test("nothing of the words is kept, and what is kept goes on with the call", () => {
  const moves = ["kettle", "moon", "goose", "stone", "built", "no"];
  assert.deepEqual(password.keepable(moves.slice(0, 4)), []);
  assert.deepEqual(password.keepable(moves), ["built", "no"]);
  assert.deepEqual(password.stand(["built", "no"]), password.stand(moves));
});

for (const language of languages)
  test(`title-builder, ${language}: a true title of four words fits, all words do not, and each that helps nobody says why`, () => {
    const say = titleWords[language];
    const text = (all: string[]) => all.map((word) => say.word[word]).join(say.gap);
    const true4 = ["dried", "shiitake", "g500", "cut"];
    assert.ok(passes(titled(true4)!, text(true4).length, say.most));
    assert.ok(text(Object.keys(tiles)).length > say.most);
    assert.deepEqual(Object.keys(say.word).sort(), Object.keys(tiles).sort());
    const typed = asked.flatMap((search) => Object.keys(search));
    for (const [word, fault] of Object.entries(tiles))
      assert.equal(!!say.about[word], !!fault || !typed.includes(word), word);
  });

const fill = (text: string) => sheet.sheetAfter(text.split(" "))!;
const four = "E4 3 3 enter E7 6 2 enter D8 = B8 * C8 enter F9 SUM F2 F8 enter";

test("mini-sheet: four cells, and the order that lost money", () => {
  assert.equal(fill(four).step, 4);
  assert.deepEqual([fill(`${four} F5`).told, fill(`${four} F9`).told], ["earned", null]);
  const { step, told, misses } = fill(`${four} F5 E6`);
  assert.deepEqual([step, told, misses], [5, "right", 1]);
});

test("mini-sheet: the result counts, not the way to it", () => {
  const three = four.slice(0, four.indexOf(" F9"));
  assert.equal(fill("E4 = 1 1 * 3 enter").step, 1);
  assert.equal(fill(`${three} F9 = SUM F8 F2 enter`).step, 4);
  assert.equal(fill(`${three} F9 SUM F3 back back SUM F2 F7 F8 enter`).step, 4, "taken out and pointed anew");
});

test("mini-sheet: each mistake says why", () => {
  const two = four.slice(0, four.indexOf(" D8"));
  const said: [string, sheet.Was | null][] = [
    ["E4 3 3 unit enter", "word"],
    ["E4 3 4 enter", "other"],
    ["E4 enter", null],
    ["E5 3", "elsewhere"],
    [`${two} D8 1 8 0 enter`, "sign"],
    [`${two} D8 = B8 * enter`, "broken"],
    [`${two} D8 = D8`, "itself"],
    [`${two} D8 = B8 * B8 enter`, "other"],
    [`${two} D8 = B8 unit enter`, "broken"],
  ];
  for (const [moves, was] of said) assert.equal(fill(moves.trim()).told, was, moves);
  for (const language of languages)
    for (const [, was] of said)
      if (was && was !== "right") assert.ok(sheetWords[language].was[was], `${language} ${was}`);
});

/** Each with what it can be moved by. */
const practices: [string, (moves: never[]) => unknown, unknown[]][] = [
  ...decks.map(([name, cards]): [string, (moves: never[]) => unknown, unknown[]] => [
    name,
    (moves) => dealt(cards, moves),
    cards.flatMap(({ bins }) => bins),
  ]),
  ...paths.map(([name, { forks, stories }]): [string, (moves: never[]) => unknown, unknown[]] => [
    name,
    (moves) => journey(forks, stories, moves),
    ["yes", "no"],
  ]),
  ...roads.map(([name, rounds]): [string, (moves: never[]) => unknown, unknown[]] => [
    name,
    (moves) => toured(rounds, moves),
    rounds.flatMap(({ offered }) => offered),
  ]),
  ["spot-the-phishing", (moves) => spotted(messages, moves), ["real", 0, 1, 2]],
  [
    "mini-sheet",
    (moves) => sheet.sheetAfter(moves),
    [...sheet.keys, ..."BCDEF".split("").flatMap((column) => [`${column}4`, `${column}8`]), "F9"],
  ],
  ["title-builder", (moves) => titled(moves), Object.keys(tiles)],
  [
    "password-builder",
    (moves) => password.stand(moves),
    ["yes", "no", "built", ...password.tiles.map(({ id }) => id)],
  ],
];

for (const [name, follow, alphabet] of practices) {
  const canBe = (moves: unknown[]) => !!follow(moves as never[]);
  /** Moves that can be, one after the other. */
  const after = (tried: unknown[]) =>
    tried.reduce<play.Play<unknown>>((now, move) => {
      const next = play.moved(now, move);
      return canBe(next.moves) ? next : now;
    }, play.begin());
  const moves = fc.array(fc.constantFrom(...alphabet), { maxLength: 40 }).map(after);

  test(`${name}: going back step by step ends at the start, and every step on the way can be`, () => {
    fc.assert(
      fc.property(moves, (now) => {
        while (now.moves.length) {
          now = play.undone(now);
          assert.ok(canBe(now.moves));
        }
        assert.deepEqual(now, play.begin());
      }),
    );
  });

  test(`${name}: what is kept comes back; whatever else stands there begins anew`, () => {
    fc.assert(
      fc.property(moves, (now) => assert.deepEqual(play.kept(JSON.parse(JSON.stringify(now)), canBe), now)),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 1 }), (strange, strangeMoves) => {
        for (const state of [strange, { moves: strangeMoves, isTold: true }]) {
          const { moves } = play.kept(state, canBe);
          assert.ok(canBe(moves));
        }
      }),
    );
  });
}
