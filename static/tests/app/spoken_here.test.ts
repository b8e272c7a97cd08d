// The language that she chose on the first page stays hers: when the app opens later, and when the phone changes hands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foldOf } from "../../app/lesson/fold.ts";
import { openHousehold } from "../../app/lesson/household.ts";
import { openMine } from "../../app/lesson/mine.ts";
import { startModel } from "../../app/lesson/model.ts";
import type { Ask } from "../../app/syncing/ask.ts";
import { aPhone, aServer, type Phone } from "./phone.ts";

/** A phone whose browser speaks English, with what the Chinese first page left in its second place. */
async function begunInChinese(): Promise<Phone> {
  const first = aPhone();
  const draft = { kind: "lesson_opened", module: "pc", item: "pc1", body: { language: "zh-hans" } };
  await first.store.write(draft, foldOf(null, ""));
  return aPhone({ place: first.place });
}

const opened = ({ store }: Phone) =>
  startModel({
    store,
    ask: aServer().ask as Ask,
    app: "test",
    language: "en",
    savesData: true,
    prefer: null,
    extras: async () => ({}),
  });

test("the app speaks the language of the first page, whatever the browser speaks", async () => {
  assert.equal((await opened(await begunInChinese())).state.value.language, "zh-hans");
});

test("a language that was chosen in the app stays, whatever is taken over later", async () => {
  const phone = await begunInChinese();
  await phone.store.remember("language", "en");
  assert.equal((await opened(phone)).state.value.language, "en");
});

test("who never chose a language has hers again after somebody else spoke another", async () => {
  const model = await opened(aPhone());
  const household = model.lend(openHousehold);
  const { learner } = model.state.value.me;
  await household.add({ nickname: "Guo", picture: "fish" });
  await model.lend(openMine).choose("zh-hans");
  await household.choose(learner);
  assert.equal(model.state.value.language, "en");
});
