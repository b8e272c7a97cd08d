// Coming in with a pass or a code: typed, or read from the address that her camera opened. Then: "Is this you?"

import { Component } from "preact";
import { openPassing, type Comer, type Heard, type Known } from "../lesson/passing.ts";
import { Hint, Icon, Portrait } from "./parts.tsx";
import { Returning } from "./returning.tsx";
import { go } from "./route.ts";
import { BackTo } from "./somebody.tsx";
import { rememberTyped, typed } from "./typed.ts";
import type { Sharing } from "./who.tsx";

interface Coming extends Sharing {
  /** From the address, else "". */
  code: string;
  /** Null: there is nothing to go back to. */
  back: (() => void) | null;
}

interface Typed {
  code: string;
  heard: Heard<Comer> | "asking" | null;
  isFull: boolean;
  /** Who learned in this browser before it threw everything away, and is not back yet. */
  known: Known[];
}

/** A one-time code has 8 characters, a pass 16. */
const shortest = 8;

export class Admission extends Component<Coming, Typed> {
  override state: Typed = { code: this.props.code || typed(), heard: null, isFull: false, known: [] };
  passing = this.props.model.lend(openPassing);

  override componentDidMount() {
    if (this.state.code) void this.look();
    else void this.lookAround();
  }

  /** Whom a tap brings back. A lock takes a pass or a code, and those are asked for here already. */
  lookAround = async () => {
    const known = await this.passing.known();
    this.setState({ known: known.filter((face) => !face.is_locked) });
  };

  look = async () => {
    rememberTyped(this.state.code);
    this.setState({ heard: "asking" });
    this.setState({ heard: await this.passing.look(this.state.code) });
  };

  comeIn = async (who: Comer) => {
    if (!(await this.passing.comeIn(who))) return this.setState({ isFull: true });
    rememberTyped("");
    go("/");
    await this.props.model.courier.now();
  };

  leave = () => {
    rememberTyped("");
    if (this.props.back) this.props.back();
    else go("/");
  };

  /** Somebody else: where there is a page behind this one, another code may be typed. */
  away = () => {
    if (!this.props.back) return this.leave();
    rememberTyped("");
    this.setState({ heard: null, code: "" });
  };

  override render(screen: Coming, { code, heard, isFull, known }: Typed) {
    const { words } = screen;
    if (heard && heard !== "asking" && heard.kind === "here")
      return <IsYou {...screen} who={heard.of} isFull={isFull} yes={this.comeIn} no={this.away} />;
    const isAsking = heard === "asking";
    const isReady = code.replace(/[^0-9a-z]/gi, "").length >= shortest;
    const say =
      heard && heard !== "asking"
        ? heard.kind === "offline"
          ? words.codeOffline
          : heard.say || words.joinAgain
        : "";
    return (
      <main class="page">
        <BackTo words={words} back={this.leave} />
        <h1>{words.codeTitle}</h1>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void this.look();
          }}
        >
          <p>{words.codeMore}</p>
          <label class="field">
            <b>{words.code}</b>
            <input
              type="text"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              maxLength={24}
              value={code}
              onInput={(event) => this.setState({ code: event.currentTarget.value })}
            />
          </label>
          <Hint say={say} />
          <button
            class={`btn ${isReady && !isAsking ? "go" : "wait"}`}
            type="submit"
            disabled={!isReady || isAsking}
          >
            {isAsking ? words.wait : words.codeGo}
          </button>
          {say && (
            // The code of a group looks the same.
            <a class="btn bare" href="/join/">
              {words.haveCode}
            </a>
          )}
        </form>
        <div aria-live="polite">
          {known[0] && <Returning {...screen} faces={known} away={null} needsWay={false} />}
        </div>
      </main>
    );
  }
}

interface Asked extends Coming {
  who: Comer;
  isFull: boolean;
  yes: (who: Comer) => Promise<void>;
  no: () => void;
}

function IsYou({ words, state, art, who, isFull, yes, no }: Asked) {
  return (
    <main class="page">
      <h1>{words.isYou}</h1>
      <div class="card one-face">
        {who.picture ? (
          <Portrait art={art} name={who.picture} size={144} />
        ) : (
          <span class="blob">
            <Icon name="me" />
          </span>
        )}
        <b>{who.nickname || words.noName}</b>
      </div>
      <p>{state.savesData ? words.isYouSaving : words.isYouMore}</p>
      <Hint say={isFull ? words.noRoom : ""} />
      <div class="foot">
        <button class="btn go" type="button" onClick={() => void yes(who)}>
          <span>{words.yes}</span>
          <Icon name="next" />
        </button>
        <button class="btn bare" type="button" onClick={no}>
          {words.no}
        </button>
      </div>
    </main>
  );
}
