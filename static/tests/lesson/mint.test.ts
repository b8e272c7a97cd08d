import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { keepEvent, load, me } from "../../lesson/mint.ts";

class Phone implements Pick<Storage, "getItem" | "setItem"> {
  kept = new Map<string, string>();
  full = false;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => {
    if (this.full) throw new Error("QuotaExceededError");
    this.kept.set(key, value);
  };
}

let phone: Phone;

beforeEach(() => {
  phone = new Phone();
  Object.defineProperty(globalThis, "localStorage", { value: phone, configurable: true });
});

const draft = { kind: "answered", module: "ra", release: "r", item: "ra1/q1", body: { try: 1 } };

test("who she is is minted once", () => {
  const first = me("en");
  assert.deepEqual(me("zh-hans"), first);
  assert.match(first.device, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.match(first.token, /^[0-9a-f]{32}$/);
  assert.notEqual(first.device, first.learner);
});

test("events queue in the order of their counter and carry who and where", () => {
  const id = keepEvent("en", draft);
  keepEvent("en", { ...draft, kind: "lesson_finished" });
  const queue = load<Record<string, unknown>[]>("queue")!;
  assert.deepEqual(
    queue.map((event) => event.seq),
    [1, 2],
  );
  assert.equal(queue[0]!.id, id);
  assert.equal(queue[0]!.device, me("en").device);
  assert.equal(queue[0]!.v, 1);
  assert.match(queue[0]!.at as string, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test("the counter goes on where the app left it", () => {
  phone.kept.set("xk.seq", "41");
  keepEvent("en", draft);
  assert.equal(load("seq"), 42);
});

test("a phone without room says so and still knows who she is", () => {
  phone.full = true;
  assert.throws(() => keepEvent("en", draft));
  assert.deepEqual(me("en"), me("en"));
});

test("a key that something else has written over is like none", () => {
  phone.kept.set("xk.me", "{broken");
  assert.ok(me("en").device);
});

test("what is done on a page stays hers who opened it, whoever is chosen in another window", () => {
  const her = me("en");
  phone.setItem("xk.me", JSON.stringify({ ...her, learner: "somebody else" }));
  keepEvent("en", draft);
  const queue = load<{ learner: string }[]>("queue")!;
  assert.equal(queue[0]!.learner, her.learner);
});
