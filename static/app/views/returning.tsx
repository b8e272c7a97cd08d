// "Is this you?": the faces of those who learned in this browser, after it threw everything away but one cookie.

import { Component } from "preact";
import { openPassing, type Known } from "../lesson/passing.ts";
import type { HouseholdWords } from "../text/sharing.ts";
import { Hint, Icon, Portrait, type RoomScreen } from "./parts.tsx";
import { go } from "./route.ts";

interface Returns extends RoomScreen<HouseholdWords> {
  faces: Known[];
  /** None of them, or not now. Null: the question stands beside others, and need not be answered. */
  away: (() => void) | null;
  /** There is no field for a code on the same screen. */
  needsWay: boolean;
}

interface Tapped {
  /** Who was tapped and is being asked for. */
  asked: Known | null;
  say: string;
  /** She had a lock: a pass or a code opens it. */
  needsCode: boolean;
  /** That the phone changed hands was tapped: it says what that does before it does it. */
  isLeaving: boolean;
}

export class Returning extends Component<Returns, Tapped> {
  override state: Tapped = { asked: null, say: "", needsCode: false, isLeaving: false };
  passing = this.props.model.lend(openPassing);

  tap = async (face: Known) => {
    const { words, model } = this.props;
    if (this.state.asked) return;
    if (face.is_locked) return this.setState({ say: words.backLocked, needsCode: true });
    this.setState({ asked: face, say: "", needsCode: false });
    const heard = await this.passing.back(face);
    if (heard.kind !== "here")
      return this.setState({
        asked: null,
        say: heard.kind === "offline" ? words.codeOffline : heard.say || words.joinAgain,
        needsCode: heard.kind === "refused",
      });
    if (!(await this.passing.comeIn(heard.of))) return this.setState({ asked: null, say: words.noRoom });
    go("/");
    await model.courier.now();
  };

  forget = () => {
    if (!this.state.isLeaving)
      return this.setState({ isLeaving: true, say: this.props.words.ownerAsks, needsCode: false });
    void this.passing.forget();
    this.props.away?.();
  };

  override render({ words, state, art, faces, away, needsWay }: Returns, { asked, say, needsCode }: Tapped) {
    const Heading = away ? "h1" : "h2";
    return (
      <section class="card returning" aria-labelledby="returning">
        <Heading id="returning">{words.isYou}</Heading>
        {!faces.every((face) => face.is_locked) && <p>{words.backMore}</p>}
        <ul class="faces">
          {faces.map((face) => (
            <li key={face.which}>
              <button type="button" aria-busy={asked === face} onClick={() => void this.tap(face)}>
                {face.picture ? (
                  <Portrait art={art} name={face.picture} size={56} />
                ) : (
                  <span class="blob">
                    <Icon name="me" />
                  </span>
                )}
                {asked === face ? words.wait : face.nickname || words.noName}
                {face.is_locked && <span class="status">{words.isLocked}</span>}
              </button>
            </li>
          ))}
        </ul>
        <Hint say={say} />
        {needsCode && needsWay && (
          <a class="btn" href={`/${state.language}/-/who:code/`}>
            {words.codeTitle}
          </a>
        )}
        {away && (
          <div class="row">
            <button class="btn bare grow" type="button" onClick={away}>
              {words.newHere}
            </button>
            <button class="btn bare grow" type="button" onClick={this.forget}>
              {words.otherOwner}
            </button>
          </div>
        )}
      </section>
    );
  }
}
