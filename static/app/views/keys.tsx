// What a lock is made of and opened with: four digits to type, or three of twelve pictures to tap, in any order.

import { Component } from "preact";
import { picturesTapped, pinLength, type Lock } from "../engine/locks.ts";
import { Portrait } from "./parts.tsx";
import type { Sharing } from "./who.tsx";

interface Giving extends Sharing {
  kind: Lock["kind"];
  /** What the button says that hands four digits over; three pictures hand themselves over. */
  go: string;
  given: (given: string[]) => Promise<void>;
}

export const Keys = (screen: Giving) =>
  screen.kind === "pin" ? <Digits {...screen} /> : <Pictures {...screen} />;

class Digits extends Component<Giving, { typed: string }> {
  override state = { typed: "" };

  override render({ words, go, given }: Giving, { typed }: { typed: string }) {
    const isReady = typed.length === pinLength;
    return (
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void given([typed]);
        }}
      >
        <label class="field pin">
          <b>{words.digits4}</b>
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={pinLength}
            value={typed}
            onInput={(event) => {
              const digits = event.currentTarget.value.normalize("NFKC").replace(/\D/g, "");
              event.currentTarget.value = digits; // a letter that is not taken must not stay on the screen
              this.setState({ typed: digits });
            }}
          />
        </label>
        <button class={`btn ${isReady ? "go" : "wait"}`} type="submit" disabled={!isReady}>
          {go}
        </button>
      </form>
    );
  }
}

class Pictures extends Component<Giving, { tapped: string[] }> {
  override state = { tapped: [] as string[] };

  tap = (name: string) => {
    const { tapped } = this.state;
    const now = tapped.indexOf(name) < 0 ? [...tapped, name] : tapped.filter((one) => one !== name);
    this.setState({ tapped: now });
    if (now.length === picturesTapped) void this.props.given(now);
  };

  override render({ words, art }: Giving, { tapped }: { tapped: string[] }) {
    const names = Object.keys(words.names) as (keyof typeof words.names)[];
    return (
      <>
        <div class="dots" role="img" aria-label={words.tapped(tapped.length)}>
          {[0, 1, 2].map((at) => (
            <i class={at < tapped.length ? "on" : ""} />
          ))}
        </div>
        <div class="keys">
          {names.map((name) => (
            <button
              type="button"
              aria-pressed={tapped.indexOf(name) >= 0}
              onClick={() => this.tap(name)}
              key={name}
            >
              <Portrait art={art} name={name} size={68} />
              {words.names[name]}
            </button>
          ))}
        </div>
      </>
    );
  }
}
