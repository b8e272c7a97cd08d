import assert from "node:assert/strict";
import { test } from "node:test";
import { takeAlong } from "../../app/lesson/own_data.ts";
import { ownPage } from "../../app/lesson/own_page.ts";
import { nothing } from "../../app/engine/progress.ts";
import { words } from "../../app/text/me.en.ts";
import { answer, aPhone } from "./phone.ts";
import { aLesson, lentBy, onShelf } from "./shelved.ts";

test("what she takes along holds every event of hers, none of her sister's, and no key", async () => {
  const phone = aPhone();
  await answer(phone, "ra1/q1");
  await answer(phone, "ra1/q2");
  const me = await phone.store.me();
  const all = await takeAlong(lentBy(phone, { me }));
  assert.deepEqual(
    all.events.map(({ item }) => item),
    ["ra1/q1", "ra1/q2"],
  );
  const file = JSON.stringify(all);
  assert.ok(!file.includes(me.token) && !file.includes(me.read));

  const sister = await takeAlong(lentBy(phone, { me: { ...me, learner: "another" } }));
  assert.deepEqual(sister.events, []);
});

test("what she takes along is a page to read, and the record stands in it unchanged", async () => {
  const phone = aPhone();
  await answer(phone, "ra1/q1");
  const lessons = [
    aLesson({ title: "1 < 2 & 3", progress: { ...nothing, opened: "2026-11-20T08:00:00.000Z" } }),
  ];
  const me = await phone.store.me();
  const all = await takeAlong(lentBy(phone, { me, modules: [onShelf("ra", { lessons })] }));

  const page = ownPage(all, { language: "en", words });

  assert.match(page, /<td>1 &lt; 2 &amp; 3<\/td><td>20 November 2026<\/td><td>–<\/td><td>–<\/td>/);
  const record = /<pre id="record">([^]*)<\/pre>/.exec(page)![1]!;
  const plain = record
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
  assert.deepEqual(JSON.parse(plain), JSON.parse(JSON.stringify(all)));
});
