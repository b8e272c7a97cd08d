import assert from "node:assert/strict";
import { test } from "node:test";
import { replied, talked } from "../../app/engine/talking.ts";
import type { Talk } from "../../app/engine/talking.ts";
import { vectors } from "./vectors.ts";

type Case = { name: string; replies: string[] } & Record<string, unknown>;

const { talks, cases, rounds } = vectors<{
  talks: Record<string, Talk>;
  cases: (Case & { talk: string })[];
  rounds: Case[];
}>("talking.json");

for (const { name, talk, replies, ...expected } of cases)
  test(`talking: ${name}`, () => {
    const standing = replied(talks[talk]!, replies);
    if (expected["at"] === "never") return assert.equal(standing, null);
    assert.ok(standing);
    const said = standing.said.map(({ turn, reply }) => `${turn} ${reply}`);
    assert.deepEqual({ ...standing, said, last: standing.last && standing.last[0] }, expected);
  });

for (const { name, replies, ...expected } of rounds)
  test(`one talk after the other: ${name}`, () => {
    const found = talked(Object.values(talks), replies);
    if (expected["now"] === "never") return assert.equal(found, null);
    assert.ok(found);
    const { closed, ended, now, ...counted } = found;
    assert.deepEqual(
      {
        ...counted,
        closed: closed.map(({ talk }) => talk.id),
        ended: ended && `${ended.talk.id} ${ended.standing.at}`,
        now: now && now.talk.id,
      },
      expected,
    );
  });
