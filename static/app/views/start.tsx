// The first screen of a phone that knows nobody yet: the language, and Start. A browser that threw everything away asks
// whether it is she; that stands where the picture was, and moves nothing under her finger.

import { Component } from "preact";
import { openMine } from "../lesson/mine.ts";
import { openPassing, type Known } from "../lesson/passing.ts";
import { householdWordsOf, type HouseholdWords } from "../text/sharing.ts";
import { languages, tagOf } from "../text/text.ts";
import { Go, Hint, Icon, Picture, type RoomScreen } from "./parts.tsx";
import { Room } from "./room.tsx";
import { go } from "./route.ts";

const returning = (faces: Known[], away: () => void) => async () => {
  const { Returning } = await import("./returning.tsx");
  return (screen: RoomScreen<HouseholdWords>) => <Returning {...screen} faces={faces} away={away} needsWay />;
};

interface Beginning {
  faces: Known[];
  /** Start was tapped though there are faces: it says what it does before it does it. */
  isAsked: boolean;
}

class Starting extends Component<RoomScreen, Beginning> {
  override state: Beginning = { faces: [], isAsked: false };

  override componentDidMount() {
    this.look();
  }

  /** Shown once all of it is here: a strange phone, and one without a network, see nothing of it. */
  look = () => void this.find().catch(() => undefined);

  async find() {
    const { model, state } = this.props;
    const faces = await model.lend(openPassing).known();
    if (!faces[0]) return;
    await Promise.all([import("./returning.tsx"), householdWordsOf(state.language)]);
    this.setState({ faces });
  }

  begin = async () => {
    if (this.state.faces[0] && !this.state.isAsked) return this.setState({ isAsked: true });
    await this.props.model.lend(openMine).begin();
    go("/");
  };

  away = () => this.setState({ faces: [] });

  /**
   * Away first, and no way back: the lesson that stood open would begin for somebody new. Since this stood here the phone may
   * have been found: so it asks once more whether it is she.
   */
  read = () => {
    history.replaceState(null, "", "/");
    go("/");
    this.look();
    return this.props.model.lend(openMine).goneIsRead();
  };

  override render(screen: RoomScreen, { faces, isAsked }: Beginning) {
    const { model, state, words } = screen;
    if (state.wasErased) return <Gone {...screen} read={() => void this.read()} />;
    return (
      <main class="page">
        <div class="either">
          <div aria-live="polite">
            {faces[0] && (
              <Room<HouseholdWords> {...screen} load={returning(faces, this.away)} own={householdWordsOf} />
            )}
          </div>
          <Greeting {...screen} />
        </div>
        <fieldset aria-label="语言 Language">
          {languages.map(({ id, name }) => (
            <label class="choice" lang={tagOf(id)}>
              <input
                type="radio"
                name="language"
                checked={id === state.language}
                onChange={() => void model.lend(openMine).choose(id)}
              />
              <b>{name}</b>
            </label>
          ))}
        </fieldset>
        <div class="foot">
          <Hint say={isAsked && faces[0] ? words.startAsks : ""} />
          {faces[0] ? (
            <button class="btn" type="button" onClick={() => void this.begin()}>
              {words.start}
            </button>
          ) : (
            <Go onClick={() => void this.begin()}>{words.start}</Go>
          )}
          <a class="btn bare" href="/join/">
            {words.haveCode}
          </a>
          <a class="btn bare" href={`/${state.language}/-/who:code/`}>
            {words.otherPhone}
          </a>
        </div>
      </main>
    );
  }
}

/** It may come while she taps her way through a lesson: alone, and its button lies where none was. */
function Gone({ words, state, read }: RoomScreen & { read: () => void }) {
  return (
    <main class="page">
      <h1>{words.name}</h1>
      <div class="say" role="status">
        <Icon name="leaf" />
        <div>
          <p>{state.wasErased === "revoked" ? words.revoked : words.erased}</p>
          <button class="btn fit" type="button" onClick={read}>
            {words.close}
          </button>
        </div>
      </div>
    </main>
  );
}

function Greeting({ words, art }: RoomScreen) {
  return (
    <div class="stack">
      <header class="row brand">
        <img src={art["art/icon.svg"]} width={60} height={60} alt="" />
        <div>
          <h1>{words.name}</h1>
        </div>
      </header>
      <Picture art={art} name="village" alt={words.village} />
      <p class="lead">{words.promise}</p>
    </div>
  );
}

export const Start = (screen: RoomScreen) => <Starting {...screen} />;
