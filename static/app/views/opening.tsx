// A locked profile, in her language: her four digits or three pictures; and where she forgot them, six digits for her trainer.

import { Component } from "preact";
import type { Face } from "../lesson/household.ts";
import { openLocking, type Tried } from "../lesson/locking.ts";
import { tagOf } from "../text/text.ts";
import { Keys } from "./keys.tsx";
import { Clauses, Go, Hint } from "./parts.tsx";
import { BackTo } from "./somebody.tsx";
import type { Sharing } from "./who.tsx";

interface Locked extends Sharing {
  face: Face;
  name: string;
  opened: (to?: string) => void;
  back: () => void;
}

interface Trying {
  said: Tried | null;
  /** How often was tried: after each the keys begin anew. */
  tries: number;
  /** Six digits for the trainer; null: she did not forget. */
  digits: string | null;
  typed: string;
  /** Her trainer opened it, and the lock is gone. */
  isFree: boolean;
}

export class Opening extends Component<Locked, Trying> {
  override state: Trying = { said: null, tries: 0, digits: null, typed: "", isFree: false };
  locking = this.props.model.lend(openLocking);

  heard = (said: Tried) => {
    if (said === "right") this.props.opened();
    else this.setState({ said, tries: this.state.tries + 1, typed: "" });
  };

  try = async (given: string[]) => this.heard(await this.locking.open(this.props.face.learner, given));

  answer = async (event: Event) => {
    event.preventDefault();
    const said = await this.locking.answered(this.props.face.learner, this.state.typed);
    if (said === "right") this.setState({ isFree: true });
    else this.heard(said);
  };

  forgot = async () => {
    this.setState({ digits: await this.locking.digits(this.props.face.learner), said: null });
    scrollTo(0, 0);
  };

  override render(screen: Locked, { said, tries, digits, typed, isFree }: Trying) {
    const { words, state, face, name, back } = screen;
    if (isFree) return <Free {...screen} />;
    if (digits !== null) return this.trainer(screen, digits, typed, said);
    const isPin = face.lock === "pin";
    return (
      <main class="page" lang={tagOf(state.language)}>
        <BackTo words={words} back={back} />
        <h1>
          <Clauses text={isPin ? words.pin(name) : words.tap(name)} language={state.language} />
        </h1>
        <Hint say={said === "rest" ? words.rest : said === "wrong" ? words.notIt : ""} />
        <Keys {...screen} kind={face.lock ?? "pin"} go={words.open} given={this.try} key={tries} />
        <div class="foot">
          <button class="btn bare" type="button" onClick={() => void this.forgot()}>
            {words.forgotten}
          </button>
        </div>
      </main>
    );
  }

  trainer({ words, state }: Locked, digits: string, typed: string, said: Tried | null) {
    const isReady = typed.replace(/\D/g, "").length === digits.length;
    return (
      <main class="page" lang={tagOf(state.language)}>
        <BackTo words={words} back={() => this.setState({ digits: null, said: null })} />
        <h1>{words.forgottenTitle}</h1>
        <form class="stack" onSubmit={(event) => void this.answer(event)}>
          <p>{words.readOut}</p>
          <p class="card six">{digits.replace(/(...)(...)/, "$1 $2")}</p>
          <p class="small soft">{words.noTrainer}</p>
          <label class="field">
            <b>{words.readBack}</b>
            <input
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={8}
              value={typed}
              onInput={(event) => this.setState({ typed: event.currentTarget.value })}
            />
          </label>
          <Hint say={said === "rest" ? words.rest : said === "wrong" ? words.notThese : ""} />
          <button class={`btn ${isReady ? "go" : "wait"}`} type="submit" disabled={!isReady}>
            {words.open}
          </button>
        </form>
      </main>
    );
  }
}

/** She may choose anew at once, or learn on without a lock. */
function Free({ words, state, opened }: Locked) {
  return (
    <main class="page" lang={tagOf(state.language)}>
      <h1>{words.isFree}</h1>
      <p role="status">{words.isFreeMore}</p>
      <div class="foot">
        <Go onClick={() => opened(`/${state.language}/-/mylock/`)}>{words.lockAnew}</Go>
        <button class="btn bare" type="button" onClick={() => opened()}>
          {words.noLock}
        </button>
      </div>
    </main>
  );
}
