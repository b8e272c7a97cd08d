// The first page of a lesson: keeps what she does in localStorage until the app has arrived, then lets it in.

import type { Notes } from "../app/engine/spoken.ts";
import { enhance } from "./enhance.ts";
import { button, make } from "./dom.ts";
import { explainWords } from "./meaning.ts";
import { native } from "./native.ts";
import { keepEvent, load, me, store } from "./mint.ts";
import type { At } from "./mint.ts";
import type { Draft, Hooks, Inputs, Lesson, ToolData, Words } from "./types.ts";

interface Page extends Lesson {
  module: string;
  language: string;
  release: string;
  next?: { href: string; title: string };
  /** The drawing of the last screen. */
  picture?: string;
  /** Addresses of the app's script and style, and of each practice of this lesson. */
  app?: string;
  style?: string;
  practices?: Record<string, string>;
  inputs?: string;
  /** How words of this lesson are said. */
  say?: Notes;
}

interface Practice {
  mount(
    place: HTMLElement,
    options: {
      language: string;
      goal: string;
      done(result: unknown): void;
      state: unknown;
      keep(state: unknown): void;
    },
  ): () => void;
}

const ignore = () => undefined;

/** Where anything goes wrong the page falls back to what it is without script: all cards, plain forms. */
export function start(words: Words): void {
  try {
    begin(words);
  } catch (problem) {
    document.documentElement.className = "broken";
    throw problem;
  }
}

function begin(words: Words): void {
  const page = JSON.parse(document.getElementById("lesson")!.textContent!) as Page;
  const root = document.querySelector("main")!;
  const key = `at.${page.module}/${page.lesson}`;
  const { module, language, release } = page;
  let at = load<At>(key);

  const keep = (kind: string, item: string, body: Record<string, unknown>) =>
    keepEvent(language, { kind, module, release, item, body });

  function remember(change: Partial<At>): void {
    if (!at) return;
    at = { ...at, ...change };
    store(key, at);
  }

  /** What she can do without: the place she was at. */
  function trying(change: Partial<At>): void {
    try {
      remember(change);
    } catch {
      // The phone is full; she only loses her place.
    }
  }

  function opened(): At {
    if (!at) {
      const sitting = keep("lesson_opened", page.lesson, { language });
      at = { sitting, seq: load<number>("seq")!, release, card: 1, done: {} };
      store(key, at);
    }
    return at;
  }

  async function keepDraft({ kind, item, body }: Draft): Promise<void> {
    const { sitting, done } = opened();
    keep(kind, item, { sitting, ...body });
    if (kind === "answered") {
      const id = item.slice(page.lesson.length + 1);
      remember({ done: { ...done, [id]: { tries: body.try as number, right: body.credit === 1 } } });
    }
    if (kind === "lesson_finished") {
      localStorage.removeItem(`xk.${key}`);
      at = null;
    }
  }

  function practice(name: string, place: HTMLElement, data: ToolData): void {
    const address = page.practices && page.practices[name];
    if (!address) return;
    dress();
    import(address).then(
      ({ mount }: Practice) => {
        place.textContent = "";
        const { id, goal, done } = data;
        mount(place, {
          language,
          goal,
          done,
          state: at && at.tools && at.tools[id],
          keep: (state) => trying({ tools: { ...(at && at.tools), [id]: state } }),
        });
      },
      () => place.append(words.toolAway),
    );
  }

  /** The whole style is needed by practices and by the app; the lesson itself has all of its own. */
  function dress(): void {
    if (!page.style || document.querySelector("link[rel=stylesheet]")) return;
    const link = make("link");
    link.rel = "stylesheet";
    link.href = page.style;
    document.head.append(link);
  }

  function letAppIn(): void {
    if (!page.app) return;
    if (page.inputs) {
      dress();
      import(page.inputs).then((late: Inputs) => (hooks.inputs = late), ignore);
    }
    const script = make("script");
    script.type = "module";
    script.src = page.app;
    document.head.append(script);
  }

  function waitForTap(): void {
    const offer = button(
      "bare",
      () => {
        offer.remove();
        letAppIn();
      },
      words.keepLessons,
    );
    root.append(offer);
  }

  const shown = load<{ text: number }>("settings");
  if (shown) document.documentElement.style.fontSize = `${shown.text * 1.125}%`;
  me(language);
  try {
    opened();
  } catch {
    // The phone is full: the first answer will say so.
  }
  const hooks: Hooks = {
    words,
    keep: keepDraft,
    position: at ? at.card : 1,
    done: { ...(at && at.done) },
    moved: (card) => trying({ card }),
    picture: page.picture,
    tool: practice,
    inputs: native,
    leave: () => location.assign(page.app ? "/today" : "/"),
    next: page.next,
    notes: page.say,
  };
  enhance(root, page, hooks);
  explainWords(root, hooks);
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (saving && saving.saveData) waitForTap();
  else addEventListener("load", () => setTimeout(letAppIn, 1500));
}
