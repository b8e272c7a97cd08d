import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, walked } from "../../app/engine/deciding.ts";
import type { Answer, Fork, Story } from "../../app/engine/deciding.ts";
import { strength, tries } from "../../app/engine/passphrase.ts";
import { dealt } from "../../app/engine/sorting.ts";
import type { Card } from "../../app/engine/sorting.ts";
import { spotted } from "../../app/engine/spotting.ts";
import type { Message, Tap } from "../../app/engine/spotting.ts";
import { stepped, toured } from "../../app/engine/stepping.ts";
import type { Road } from "../../app/engine/stepping.ts";
import { vectors } from "./vectors.ts";

/** What a case expects where the moves cannot be. */
const never = "never";
type Case = { name: string } & Record<string, unknown>;

const sorting = vectors<{ cards: Card[]; cases: (Case & { moves: string[] })[] }>("sorting.json");

for (const { name, moves, ...expected } of sorting.cases)
  test(`sorting: ${name}`, () => {
    const deal = dealt(sorting.cards, moves);
    if (expected["front"] === never) return assert.equal(deal, null);
    assert.ok(deal);
    const { front, placed, last, atOnce } = deal;
    assert.deepEqual(
      {
        front: front && front.id,
        placed: placed.map(({ id }) => id),
        last: last && [last.card.id, last.bin, last.isRight],
        atOnce,
      },
      expected,
    );
  });

const deciding = vectors<{
  forks: Fork[];
  stories: Record<string, Story>;
  cases: (Case & { story: string; answers: Answer[] })[];
  journeys: (Case & { stories: string[]; answers: Answer[] })[];
}>("deciding.json");

for (const { name, story, answers, ...expected } of deciding.cases)
  test(`deciding: ${name}`, () => {
    const standing = walked(deciding.forks, deciding.stories[story]!, answers);
    const way = standing.way.map(({ fork, answer }) => `${fork} ${answer}`);
    assert.deepEqual({ ...standing, way }, expected);
  });

for (const { name, stories, answers, ...expected } of deciding.journeys)
  test(`one story after the other: ${name}`, () => {
    const all = stories.map((story) => deciding.stories[story]!);
    const found = journey(deciding.forks, all, answers);
    if (expected["now"] === never) return assert.equal(found, null);
    assert.ok(found);
    const ended = found.ended.map(({ story, standing }) => `${story.id} ${standing.at} ${standing.detours}`);
    assert.deepEqual({ ended, now: found.now && found.now.story.id }, expected);
  });

const stepping = vectors<{
  road: Road;
  cases: (Case & { taps: string[] })[];
  roads: Road[];
  tours: (Case & { taps: string[] })[];
}>("stepping.json");

for (const { name, taps, ...expected } of stepping.cases)
  test(`stepping: ${name}`, () => {
    const walk = stepped(stepping.road, taps);
    if (expected["done"] === never) return assert.equal(walk, null);
    assert.ok(walk);
    assert.deepEqual({ ...walk, last: walk.last && [walk.last.step, walk.last.was] }, expected);
  });

for (const { name, taps, ...expected } of stepping.tours)
  test(`one road after the other: ${name}`, () => {
    const tour = toured(stepping.roads, taps);
    if (expected["ended"] === never) return assert.equal(tour, null);
    assert.ok(tour);
    assert.deepEqual({ ended: tour.ended.length, done: tour.now && tour.now.done }, expected);
  });

const spotting = vectors<{ messages: Message[]; cases: (Case & { taps: Tap[] })[] }>("spotting.json");

for (const { name, taps, ...expected } of spotting.cases)
  test(`spotting: ${name}`, () => {
    const seen = spotted(spotting.messages, taps);
    if (expected["front"] === never) return assert.equal(seen, null);
    assert.ok(seen);
    const { front, last, ...counted } = seen;
    assert.deepEqual({ ...counted, front: front && front.id, last: last && last.isRight }, expected);
  });

const passphrase = vectors<{
  near: string[];
  cases: { words: string[]; tries: number; strength: number }[];
}>("passphrase.json");

for (const each of passphrase.cases)
  test(`a password of ${each.words.join(" ") || "nothing"}`, () => {
    const tiles = each.words.map((id) => ({ id, isNear: passphrase.near.includes(id) }));
    assert.equal(tries(tiles), each.tries);
    assert.equal(strength(tiles), each.strength);
  });
