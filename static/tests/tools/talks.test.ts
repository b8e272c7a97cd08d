import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { replied, talked } from "../../app/engine/talking.ts";
import type { Talk } from "../../app/engine/talking.ts";
import * as play from "../../tools/shared/moves.ts";
import type { TalkWords } from "../../tools/shared/talk.tsx";
import { talks as cases } from "../../tools/case-desk/talks.ts";
import { words as caseWords } from "../../tools/case-desk/words.ts";
import { talks as chats } from "../../tools/chat-trainer/talks.ts";
import { words as chatWords } from "../../tools/chat-trainer/words.ts";
import { places, talks as orders } from "../../tools/money-path/talks.ts";
import { words as orderWords } from "../../tools/money-path/words.ts";

const practices: [string, Talk[], TalkWords][] = [
  ["case-desk", cases, caseWords],
  ["chat-trainer", chats, chatWords],
  ["money-path", orders, orderWords],
];

/** Every way through a talk on which no turn is met twice. */
function ways(talk: Talk): string[][] {
  const found: string[][] = [];
  const follow = (at: string, way: string[], seen: string[]): void => {
    const replies = talk.turns[at];
    if (!replies) found.push(way);
    else
      for (const [id, to] of replies)
        if (to !== at && !seen.includes(to)) follow(to, [...way, id], [...seen, to]);
  };
  const first = Object.keys(talk.turns)[0]!;
  follow(first, [], [first]);
  return found;
}

const safeWay = (talk: Talk): string[] => ways(talk).find((way) => replied(talk, way)!.isSafe)!;

for (const [name, talks, words] of practices) {
  test(`${name}: every turn, reply and end has its words in both languages; what is thought better of says why`, () => {
    const lines = (row: string[] | undefined): number => row!.filter(Boolean).length / 2;
    const frame = [words.title, words.rule, words.won, words.ask, ...Object.values(words.asks ?? {})];
    for (const row of [...frame, words.off ?? words.ask, ...Object.values(words.turns)])
      assert.equal(lines(row), 1, row[0]);
    for (const talk of talks) {
      assert.equal(lines(words.talks[talk.id]), 2, talk.id);
      for (const [turn, replies] of Object.entries(talk.turns)) {
        assert.ok(words.turns[turn], turn);
        for (const [id, to, mood] of replies) {
          const told = lines(words.replies[id]);
          assert.ok(told === 2 || (told === 1 && (words.off || (to !== turn && mood >= 0))), id);
          if (!talk.turns[to]) assert.equal(lines(words.ends[to]), 1, to);
        }
      }
    }
    const used = talks.flatMap(({ turns }) => Object.values(turns).flatMap((each) => each.map(([id]) => id)));
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words.replies).sort(), "no words left over");
    const reached = talks.flatMap(({ turns }) => [
      ...Object.keys(turns),
      ...Object.values(turns).flatMap((each) => each.map(([, to]) => to)),
    ]);
    for (const turn of [...Object.keys(words.turns), ...Object.keys(words.ends)])
      assert.ok(reached.includes(turn), turn);
  });

  test(`${name}: every talk can end well, what can be lost is, and no turn is a dead end`, () => {
    for (const talk of talks) {
      const ended = ways(talk).map((way) => replied(talk, way)!);
      assert.ok(ended.every(({ isEnd }) => isEnd));
      assert.ok(
        ended.some(({ isSafe }) => isSafe),
        talk.id,
      );
      for (const end of talk.lost)
        assert.ok(
          ended.some(({ at }) => at === end),
          end,
        );
      const reached = new Set(ended.flatMap(({ said }) => said.map(({ turn }) => turn)));
      for (const turn of Object.keys(talk.turns)) assert.ok(reached.has(turn), turn);
    }
  });

  test(`${name}: the safe ways, one after the other, reach it`, () => {
    const found = talked(talks, talks.flatMap(safeWay))!;
    assert.deepEqual([found.closed.length, found.now, found.lost], [talks.length, null, 0]);
  });

  test(`${name}: one step back can always be taken, what is kept comes back, strange things begin anew`, () => {
    const canBe = (moves: unknown[]): boolean => !!talked(talks, moves as string[]);
    const alphabet = talks.flatMap(({ turns }) =>
      Object.values(turns).flatMap((each) => each.map(([id]) => id)),
    );
    const moves = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((tried) =>
      tried.reduce<play.Play<string>>((now, move) => {
        const next = play.moved(now, move);
        return canBe(next.moves) ? next : now;
      }, play.begin()),
    );
    fc.assert(
      fc.property(moves, (begun) => {
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

test("every standing of an order has a place for its coin and its parcel", () => {
  for (const talk of orders)
    for (const way of ways(talk))
      for (const [n] of [...way, ""].entries())
        assert.equal(places[replied(talk, way.slice(0, n))!.at]!.length, 2);
});
