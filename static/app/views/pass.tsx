// Under Me: her pass, that brings her and what she did to another phone. Asked for once, then kept.

import { Component } from "preact";
import { openPassing, type Heard, type Pass as Kept } from "../lesson/passing.ts";
import type { HouseholdWords } from "../text/sharing.ts";
import { Back, Hint, type RoomScreen } from "./parts.tsx";

type Showing = RoomScreen<HouseholdWords>;

export class Passing extends Component<Showing, { heard: Heard<Kept> | null }> {
  override state = { heard: null as Heard<Kept> | null };

  override componentDidMount() {
    void this.ask();
    addEventListener("online", this.again);
  }

  override componentWillUnmount() {
    removeEventListener("online", this.again);
  }

  /** What the centre knows of her is what the other phone will show: it hears of her name first. */
  ask = async (anew = false) => {
    const { model, state } = this.props;
    if (state.waiting) await model.courier.now();
    this.setState({ heard: await model.lend(openPassing).pass({ anew }) });
  };

  again = () => {
    if (this.state.heard?.kind !== "here") void this.ask();
  };

  override render(screen: Showing, { heard }: { heard: Heard<Kept> | null }) {
    const { words } = screen;
    return (
      <main class="page" aria-busy={!heard}>
        <Back words={words} href="/me" />
        <h1>{words.passTitle}</h1>
        {heard?.kind === "here" && (
          <>
            <div class="card pass">
              {heard.of.qr && <Squares rows={heard.of.qr} label={words.passQr} />}
              <p class="six">{heard.of.code}</p>
            </div>
            <p>{words.passSay}</p>
            <p class="say">{words.passKeep}</p>
            <a class="btn bare" href={heard.of.address} target="_blank" rel="noopener">
              {words.passPaper}
            </a>
            <button class="btn bare" type="button" onClick={() => void this.ask(true)}>
              {words.passAnew}
            </button>
          </>
        )}
        {heard && heard.kind !== "here" && (
          <>
            <Hint say={heard.kind === "offline" ? words.passOffline : heard.say || words.joinAgain} />
            <button class="btn" type="button" onClick={() => void this.ask()}>
              {words.joinAgain}
            </button>
          </>
        )}
      </main>
    );
  }
}

/** Dark on white in the dark too: that is what cameras read. Four modules of quiet around it. */
function Squares({ rows, label }: { rows: string[]; label: string }) {
  const wide = rows.length + 8;
  const path = rows
    .map((row, down) =>
      row.replace(/1+|0+/g, (run, at: number) => (run[0] === "1" ? part(run.length, at, down) : "")),
    )
    .join("");
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${wide} ${wide}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${wide}v${wide}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}

const part = (length: number, at: number, down: number) => `M${at + 4} ${down + 4}h${length}v1h-${length}z`;

export const MyPass = (screen: Showing) => <Passing {...screen} />;
