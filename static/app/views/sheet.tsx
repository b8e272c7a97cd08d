// One word explained. It comes by itself: most cards are read without it.

import { Component, createRef } from "preact";
import type { RoomWords } from "../text/text.ts";

interface Explained {
  title: string;
  text: string;
  close: () => void;
  words: RoomWords;
}

/** One word explained. The page behind is inert; Escape and Back close it. */
export class Sheet extends Component<Explained> {
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

  override render({ title, text, words }: Explained) {
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
          <p>{text}</p>
          <button class="btn" type="button" ref={this.button} onClick={back}>
            {words.close}
          </button>
        </div>
      </div>
    );
  }
}
