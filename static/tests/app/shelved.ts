// What stands on a shelf, and what a room of the app is lent, for tests of rooms.

import type { Lent, State } from "../../app/lesson/model.ts";
import type { LessonOnShelf, ModuleOnShelf } from "../../app/lesson/shelf.ts";
import { nothing } from "../../app/engine/progress.ts";
import type { Phone } from "./phone.ts";

export const onShelf = (id: string, over: Partial<ModuleOnShelf> = {}): ModuleOnShelf => ({
  id,
  title: id,
  place: "fetch",
  isPart: false,
  complete: false,
  newer: false,
  bytes: 100,
  hasAssessment: false,
  lessons: [],
  ...over,
});

export const aLesson = (over: Partial<LessonOnShelf>): LessonOnShelf => ({
  ...{ module: "ra", id: "ra1", title: "ra1", minutes: 5, progress: nothing, place: "fetch" },
  ...{ sitting: null, isBegun: false },
  ...over,
});

export function lentBy({ store }: Phone, over: Partial<State> = {}): Lent {
  const me = { device: "d", learner: "", read: "", token: "" };
  const state = { me, language: "en", modules: [], profile: null, ...over } as unknown as State;
  return {
    store,
    ask: () => Promise.reject(new Error("no network")),
    state: () => state,
    set: () => undefined,
    chose: () => undefined,
    refresh: async () => undefined,
  };
}
