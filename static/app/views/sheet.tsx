// One word explained, or one dated fact. It comes by itself: most cards are read without it.

import { Component, createRef } from "preact";
import { hush, listening, voices, type Reader } from "../../lesson/aloud.ts";
import type { Words as CardWords } from "../../lesson/types.ts";
import { today, told, type Meeting } from "../engine/dated.ts";
import { spoken } from "../engine/spoken.ts";
import type { Model } from "../lesson/model.ts";
import type { Outline } from "../storage/records.ts";
import type { Language, RoomWords } from "../text/text.ts";
import type { RoomScreen } from "./parts.tsx";

interface Said {
  title: string;
  lines: string[];
}

interface Explained extends Said {
  reader: Reader;
  close: () => void;
  words: RoomWords;
  /** It is read by itself. */
  aloud: boolean;
}

/** A term by its id, a fact by `fact:` and its id, as today may tell it. */
function saidOf(outline: Outline, name: string, language: Language, day: string): Said | null {
  const term = outline.glossary.find(({ id }) => id === name);
  if (term) return { title: term.term, lines: [term.meaning] };
  const fact = outline.facts?.find(({ id }) => `fact:${id}` === name);
  return fact ? { title: fact.title, lines: told(fact, language, day) } : null;
}

export interface Tapped {
  name: string;
  /** The words of the card on which it was tapped. */
  cards: CardWords;
  close: () => void;
}

/** The room that explains it, in the first of these languages whose outline is here. Nothing where nobody knows it. */
export async function explained(model: Model, languages: Language[], { name, cards, close }: Tapped) {
  const day = today(Date.now(), (await model.recall("met")) as Meeting | null);
  for (const language of languages) {
    const outline = (await model.recall(`outline:${language}`)) as Outline | null;
    const said = outline && saidOf(outline, name, language, day);
    const heard = {
      words: { ...cards, voice: language.slice(0, 2) },
      inputs: { spoken },
      notes: outline?.say,
    };
    if (said)
      return ({ words, state: { settings } }: RoomScreen) => (
        <Sheet
          {...said}
          words={words}
          reader={{ ...heard, speed: settings.speed }}
          aloud={settings.aloud}
          close={close}
        />
      );
  }
  close();
  return () => null;
}

/** The page behind is inert, and what was read of it ends; Escape and Back close it. */
class Sheet extends Component<Explained> {
  button = createRef<HTMLButtonElement>();
  text = createRef<HTMLDivElement>();
  before: Element | null = null;

  /** One function for coming and going: `close` is a new one with every drawing. */
  close = () => this.props.close();

  override componentDidMount() {
    this.before = document.activeElement;
    document.querySelector("main")?.setAttribute("inert", "");
    history.pushState({ sheet: true }, "");
    addEventListener("popstate", this.close);
    this.button.current?.focus();
    hush();
    this.listen();
  }

  /** The phone's voices are known by now: the card below has asked for them. */
  listen() {
    const { reader, aloud } = this.props;
    const text = this.text.current!;
    if (!voices(reader.words.voice)) return;
    const { button, read } = listening(reader, () =>
      Array.from(text.children as HTMLCollectionOf<HTMLElement>),
    );
    text.parentNode!.insertBefore(button, text.nextSibling);
    if (aloud) read();
  }

  override componentWillUnmount() {
    hush();
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
          <div ref={this.text}>
            <h2>{title}</h2>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <button class="btn" type="button" ref={this.button} onClick={back}>
            {words.close}
          </button>
        </div>
      </div>
    );
  }
}
