// One word explained, or one dated fact. It comes by itself: most cards are read without it.

import { Component, createRef } from "preact";
import { dayAt, told } from "../engine/dated.ts";
import type { Model } from "../lesson/model.ts";
import type { Outline } from "../storage/records.ts";
import type { Language, RoomWords } from "../text/text.ts";
import type { RoomScreen } from "./parts.tsx";

interface Said {
  title: string;
  lines: string[];
}

interface Explained extends Said {
  close: () => void;
  words: RoomWords;
}

/** A term by its id, a fact by `fact:` and its id, as today may tell it. */
function saidOf(outline: Outline, name: string, language: Language): Said | null {
  const term = outline.glossary.find(({ id }) => id === name);
  if (term) return { title: term.term, lines: [term.meaning] };
  const fact = outline.facts?.find(({ id }) => `fact:${id}` === name);
  return fact ? { title: fact.title, lines: told(fact, language, dayAt(new Date())) } : null;
}

/** The room that explains it, in the first of these languages whose outline is here. Nothing where nobody knows it. */
export async function explained(model: Model, languages: Language[], name: string, close: () => void) {
  for (const language of languages) {
    const outline = (await model.recall(`outline:${language}`)) as Outline | null;
    const said = outline && saidOf(outline, name, language);
    if (said) return ({ words }: RoomScreen) => <Sheet {...said} words={words} close={close} />;
  }
  close();
  return () => null;
}

/** The page behind is inert; Escape and Back close it. */
class Sheet extends Component<Explained> {
  button = createRef<HTMLButtonElement>();
  before: Element | null = null;

  /** One function for coming and going: `close` is a new one with every drawing. */
  close = () => this.props.close();

  override componentDidMount() {
    this.before = document.activeElement;
    document.querySelector("main")?.setAttribute("inert", "");
    history.pushState({ sheet: true }, "");
    addEventListener("popstate", this.close);
    this.button.current?.focus();
  }

  override componentWillUnmount() {
    document.querySelector("main")?.removeAttribute("inert");
    removeEventListener("popstate", this.close);
    (this.before as HTMLElement | null)?.focus();
  }

  override render({ title, lines, words }: Explained) {
    const back = () => history.back();
    return (
      <div class="veil" onClick={(event) => event.target === event.currentTarget && back()}>
        <div
          class="sheet"
          role="dialog"
          aria-modal="true"
          aria-label={words.term}
          onKeyDown={(event) => event.key === "Escape" && back()}
        >
          <h2>{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <button class="btn" type="button" ref={this.button} onClick={back}>
            {words.close}
          </button>
        </div>
      </div>
    );
  }
}
