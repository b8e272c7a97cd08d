// Makes a lesson's HTML quicker: one card at a time, instant feedback, reading aloud. Where it stops, the page without
// script is still there underneath: nothing here writes words that the HTML has already.

import { grade } from "../app/engine/grading.ts";
import { hush, listening, whenVoice } from "./aloud.ts";
import { all, button, icon, make } from "./dom.ts";
import { feedback, question } from "./question.ts";
import type { Draft, Hooks, Lesson, Question, Say } from "./types.ts";

const TRIES = 2;

/** `root` holds the cards; header and foot are put around them. Gives back what takes it all down again. */
export function enhance(root: HTMLElement, lesson: Lesson, hooks: Hooks): () => void {
  const { words } = hooks;
  const cards = all(root, "[data-card]");
  const form = (card: HTMLElement) => card.querySelector("form");
  const tried = hooks.done;
  const questions: Record<string, Question> = {};
  const toolsDone: Record<string, boolean> = {};
  let at = Math.min(Math.max(hooks.position || 1, 1), cards.length) - 1;
  let hasVoice = false;

  const bar = make("progress", "grow");
  bar.max = cards.length;
  bar.setAttribute("aria-label", words.progress);
  const count = make("span", "count");
  const rest = button("bare fit", () => hooks.leave(), words.takeBreak);
  const header = make("header", "row", button("bare fit", back, icon("back"), words.back), bar, count, rest);
  const listen = listening(
    hooks,
    () => all(cards[at]!, ".one, legend, label .grow, .slot .grow, .hear"),
    () => (form(cards[at]!) ? words.listenAll : words.listen),
  );
  // Screen readers hear what is put into a live region that was there before, and stays where it is.
  const told = make("div");
  told.setAttribute("role", "status");
  const foot = make("div", "foot", told);

  root.insertBefore(header, cards[0]!);
  root.append(foot);
  document.documentElement.classList.add("js");

  const lessonItem = (id: string) => `${lesson.lesson}/${id}`;
  function back(): void {
    if (at) go(at - 1);
    else hooks.leave();
  }

  function go(to: number): void {
    hush();
    at = to;
    hooks.moved(at + 1, draw);
    draw();
    scrollTo(0, 0);
    const start = cards[at]!.querySelector("h2")!;
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
    readByItself();
  }

  function readByItself(): void {
    if (hooks.aloud && hasVoice) listen.read();
  }

  function draw(): void {
    const card = cards[at]!;
    cards.forEach((other) => other.classList.toggle("on", other === card));
    bar.value = at + 1;
    count.textContent = `${at + 1} / ${cards.length}`;
    told.textContent = "";
    const ask = form(card);
    const place = card.querySelector<HTMLElement>("[data-tool]");
    if (ask) drawQuestion(ask);
    else if (place) drawTool(place);
    else fill(button("go", forward, words.next));
    drawListen();
  }

  function fill(...actions: HTMLElement[]): void {
    while (told.nextSibling) told.nextSibling.remove();
    foot.append(...actions);
  }

  function forward(): void {
    if (at + 1 < cards.length) return go(at + 1);
    const open = cards.findIndex((card) => {
      const ask = form(card);
      return !!ask && !tried[ask.dataset.item!];
    });
    if (open >= 0) return go(open);
    finish();
  }

  // Questions

  function isOver(ask: HTMLFormElement): boolean {
    const before = tried[ask.dataset.item!];
    return !!before && (before.right || before.tries >= TRIES);
  }

  function drawQuestion(ask: HTMLFormElement): void {
    const id = ask.dataset.item!;
    if (!questions[id]) {
      questions[id] = question(ask, lesson.items[id]!, hooks, () => drawAnswering(ask));
      ask.noValidate = true;
      ask.onsubmit = (event) => {
        event.preventDefault();
        check(ask);
      };
    }
    if (!isOver(ask)) return drawAnswering(ask);
    told.append(make("p", "saved", words.kept));
    fill(button("go", forward, words.next));
  }

  function drawAnswering(ask: HTMLFormElement): void {
    if (isOver(ask)) return;
    const asked = questions[ask.dataset.item!]!;
    const ready = asked.response() !== null;
    const label = ready ? ask.querySelector("[name=item]")!.textContent! : asked.missing();
    const act = button(ready ? "go" : "wait", () => check(ask), label);
    act.disabled = !ready;
    fill(act);
  }

  function check(ask: HTMLFormElement): void {
    const id = ask.dataset.item!;
    const item = lesson.items[id]!;
    const asked = questions[id]!;
    const response = asked.response();
    const before = tried[id] || { tries: 0, right: false };
    if (response === null || isOver(ask)) return;
    const credit = grade({ ...item, answer: item.answer as never }, response);
    const right = credit === 1;
    const tries = before.tries + 1;
    const last = tries >= TRIES;
    tried[id] = { tries, right };
    hush();
    asked.mark(right, right || last);
    tell(feedback(item, response, right, last, words), right ? "good" : "hint");
    if (right || last) fill(button("go", forward, words.next));
    else fill(button("go", () => again(ask, asked), words.tryAgain));
    save({ kind: "answered", item: lessonItem(id), body: { try: tries, response, credit } });
    (foot.lastChild as HTMLElement).focus({ preventScroll: true });
    foot.scrollIntoView({ block: "end" });
  }

  function again(ask: HTMLFormElement, asked: Question): void {
    asked.clear();
    told.textContent = "";
    drawAnswering(ask);
    scrollTo(0, 0);
  }

  function tell({ title, text }: Say, kind: "good" | "hint"): void {
    told.textContent = "";
    const said = make("div", "grow", make("b", "", title), make("p", "", text));
    told.append(make("div", `say ${kind}`, icon(kind), said));
  }

  /** What is said about saving comes after the saving. */
  function save(draft: Draft): void {
    const say = (text: string) => () => {
      const line = told.querySelector(".saved") || told.appendChild(make("p", "saved"));
      line.textContent = text;
    };
    Promise.resolve()
      .then(() => hooks.keep(draft))
      .then(say(words.kept), say(words.notKept));
  }

  // Practices

  function drawTool(place: HTMLElement): void {
    const id = place.dataset.tool!;
    const draw = () =>
      fill(toolsDone[id] ? button("go", forward, words.next) : button("", forward, words.tryTool));
    draw();
    if (place.dataset.on) return;
    place.dataset.on = "1";
    const name = place.dataset.name!;
    hooks.tool(name, place, {
      id,
      name,
      goal: lesson.tools[id]!.goal,
      done(result) {
        toolsDone[id] = true;
        if (cards[at]!.contains(place)) draw();
        save({ kind: "tool_used", item: lessonItem(id), body: { result } });
      },
    });
  }

  // Reading aloud

  function drawListen(): void {
    if (!hasVoice) return;
    listen.draw();
    const before = cards[at]!.querySelector("fieldset > label, .slots, .in > :last-child, [data-tool]");
    if (before)
      before.parentNode!.insertBefore(listen.button, before.matches(".one") ? before.nextSibling : before);
  }

  // The end

  function finish(): void {
    cards.forEach((card) => card.classList.remove("on"));
    header.remove();
    const title = make("h2", "one", words.wellDone);
    const picture = make("img", "pic");
    picture.alt = "";
    // A drawing that cannot come leaves no hole.
    picture.onerror = () => picture.remove();
    const end = make("section", "end", title, make("p", "", lesson.can));
    if (hooks.picture) {
      picture.src = hooks.picture;
      end.insertBefore(picture, title);
    }
    root.insertBefore(end, foot);
    told.textContent = "";
    const leave = button(hooks.next ? "bare" : "go", () => hooks.leave(), words.enough);
    if (hooks.next) {
      const link = make("a", "btn go", words.nextLesson.replace("{}", hooks.next.title));
      link.href = hooks.next.href;
      fill(link, leave);
    } else fill(leave);
    save({ kind: "lesson_finished", item: lesson.lesson, body: {} });
    scrollTo(0, 0);
    title.tabIndex = -1;
    title.focus();
  }

  draw();
  whenVoice(words.voice, () => {
    hasVoice = true;
    drawListen();
    readByItself();
  });
  return hush;
}
