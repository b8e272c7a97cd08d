import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checked, looks, verdicts } from "../../app/engine/checking.ts";
import { found } from "../../app/engine/finding.ts";
import type { Task } from "../../app/engine/finding.ts";
import { isThrough, poured } from "../../app/engine/jar.ts";
import * as week from "../../tools/data-jar/week.ts";
import { words as jarWords } from "../../tools/data-jar/words.ts";
import { messages } from "../../tools/message-check/messages.ts";
import { words as messageWords } from "../../tools/message-check/words.ts";
import * as pages from "../../tools/results-page/pages.ts";
import { words as pageWords } from "../../tools/results-page/words.ts";
import * as rules from "../../tools/rule-hunt/notices.ts";
import { words as ruleWords } from "../../tools/rule-hunt/words.ts";
import * as play from "../../tools/shared/moves.ts";

const languages = ["en", "zh-hans"] as const;

const practices: [string, Task[], string[]][] = [
  ["results-page", pages.tasks, []],
  ["rule-hunt", rules.tasks, Object.keys(rules.shelves)],
];

for (const language of languages)
  test(`results-page, ${language}: all that can be tapped has its words, and why it is not the page`, () => {
    const say = pageWords[language];
    assert.equal(say.asks.length, pages.searches.length);
    for (const { queries, hits, ads, page } of pages.searches) {
      for (const id of queries) assert.equal(say.queries[id]!.filter(Boolean).length, 2, id);
      for (const id of hits) {
        assert.equal(say.hits[id]!.length, 5);
        assert.equal(!say.hits[id]![4], ads.includes(id), id);
      }
      assert.ok(!ads.includes(page) && hits[0] !== page, "the first is never the best");
    }
  });

for (const language of languages)
  test(`rule-hunt, ${language}: twenty notices on five shelves, three of them in full`, () => {
    const say = ruleWords[language];
    const all = Object.values(rules.shelves).flat();
    assert.deepEqual(Object.keys(say.notices).sort(), [...all].sort());
    assert.deepEqual([all.length, Object.keys(say.shelves).length], [20, 5]);
    for (const id of all) assert.equal(say.notices[id]!.filter(Boolean).length, 2, id);
    for (const id of rules.hunted)
      assert.ok(say.asks[id] && say.effects[id] && say.texts[id]!.filter(Boolean).length === 4, id);
    for (const id of Object.keys(say.alike)) assert.ok(all.includes(id) && !rules.hunted.includes(id), id);
    assert.deepEqual(Object.keys(say.dates), rules.dates);
    assert.deepEqual(Object.keys(say.whys), rules.dates);
  });

test("rule-hunt: a changed rule is published at least seven days before it applies", () => {
  for (const id of rules.hunted) {
    const [, published, comment, begins] = ruleWords.en.texts[id]!.map((text) => Date.parse(`${text} UTC`));
    assert.ok(published! < comment! && comment! < begins! && begins! - published! >= 7 * 86_400_000, id);
  }
});

for (const language of languages)
  test(`message-check, ${language}: six messages, each with its three looks and a reason, no verdict unused`, () => {
    const say = messageWords[language];
    assert.deepEqual(
      Object.keys(say.messages),
      messages.map(({ id }) => id),
    );
    for (const { id } of messages)
      assert.equal(say.messages[id]!.filter(Boolean).length, 3 + looks.length, id);
    assert.deepEqual(new Set(messages.map(({ verdict }) => verdict)), new Set(verdicts));
  });

for (const language of languages)
  test(`data-jar, ${language}: every day has its wish, every way its reason`, () => {
    const say = jarWords[language];
    const ways = week.days.flatMap((day) => day.ways);
    assert.deepEqual(
      Object.keys(say.days),
      week.days.map(({ id }) => id),
    );
    assert.deepEqual(
      Object.keys(say.ways),
      ways.map(({ id }) => id),
    );
    for (const { id } of week.days) assert.equal(say.days[id]!.filter(Boolean).length, 2, id);
    for (const { id, isUnsafe } of ways)
      assert.equal(say.ways[id]!.filter(Boolean).length, isUnsafe ? 2 : 3, id);
  });

test("data-jar: always the most runs dry, the least gets through, and one video call can be afforded", () => {
  const through = (pick: (mb: number, other: number) => boolean, also: string[] = []): boolean => {
    const ways = week.days.map((day) => {
      const safe = day.ways.filter(({ isUnsafe }) => !isUnsafe);
      const wanted = safe.find(({ id }) => also.includes(id));
      return (wanted ?? safe.reduce((best, way) => (pick(way.mb, best.mb) ? way : best))).id;
    });
    const dryOn = ways.findIndex((_, n) => !!poured(week.days, week.full, ways.slice(0, n + 1))!.dry);
    return isThrough(poured(week.days, week.full, dryOn < 0 ? ways : ways.slice(0, dryOn + 1))!);
  };
  assert.ok(!through((mb, other) => mb > other));
  assert.ok(through((mb, other) => mb < other));
  assert.ok(through((mb, other) => mb < other, ["videocall"]));
  assert.ok(!through((mb, other) => mb < other, ["film"]));
});

/** Each with what it can be moved by. */
const follows: [string, (moves: string[]) => unknown, string[]][] = [
  ...practices.map(([name, tasks, doors]): [string, (moves: string[]) => unknown, string[]] => [
    name,
    (taps) => found(tasks, doors, taps),
    [...doors, ...tasks.flatMap(({ items }) => items)],
  ]),
  [
    "data-jar",
    (ways) => poured(week.days, week.full, ways),
    week.days.flatMap((day) => day.ways.map(({ id }) => id)),
  ],
  ["message-check", (moves) => checked(messages, moves), [...looks, ...verdicts]],
];

for (const [name, tasks, doors] of practices)
  test(`${name}: what is wanted, one after the other, reaches it without a miss`, () => {
    const now = found(
      tasks,
      doors,
      tasks.flatMap(({ wanted }) => wanted),
    )!;
    assert.deepEqual([now.done, now.misses], [tasks.length, 0]);
    for (const { items, wanted } of tasks) {
      assert.ok(wanted.every((id) => items.includes(id)) && wanted.length < items.length);
      assert.equal(new Set(items).size, items.length);
    }
  });

for (const [name, follow, alphabet] of follows) {
  const canBe = (moves: unknown[]): boolean => !!follow(moves as string[]);

  test(`${name}: one step back can always be taken, what is kept comes back, strange things begin anew`, () => {
    const taps = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((tried) =>
      tried.reduce<play.Play<string>>((now, tap) => {
        const next = play.moved(now, tap);
        return canBe(next.moves) ? next : now;
      }, play.begin()),
    );
    fc.assert(
      fc.property(taps, (begun) => {
        assert.deepEqual(play.kept(JSON.parse(JSON.stringify(begun)), canBe), begun);
        for (let now = begun; now.moves.length;) {
          now = play.undone(now);
          assert.ok(canBe(now.moves));
        }
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.jsonValue(), { minLength: 1 }), (strange, list) => {
        for (const state of [strange, { moves: list, isTold: true }])
          assert.ok(canBe(play.kept(state, canBe).moves));
      }),
    );
  });
}
