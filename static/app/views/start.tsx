// The first screen of a phone that knows nobody yet: the language, and Start. A browser that threw everything away asks
// whether it is she; that stands where the picture was, and moves nothing under her finger.

import { Component } from "preact";
import { openMine } from "../lesson/mine.ts";
import { openPassing, type Known } from "../lesson/passing.ts";
import { householdWordsOf, type HouseholdWords } from "../text/sharing.ts";
import { languages, tagOf } from "../text/text.ts";
import { Go, Icon, Picture, type RoomScreen } from "./parts.tsx";
import { Room } from "./room.tsx";
import { go } from "./route.ts";

const returning = (faces: Known[], away: () => void) => async () => {
  const { Returning } = await import("./returning.tsx");
  return (screen: RoomScreen<HouseholdWords>) => <Returning {...screen} faces={faces} away={away} />;
};

class Starting extends Component<RoomScreen, { faces: Known[] }> {
  override state = { faces: [] as Known[] };

  override componentDidMount() {
    void this.look().catch(() => undefined);
  }

  /** Shown once all of it is here: a strange phone, and one without a network, see nothing of it. */
  async look() {
    const { model, state } = this.props;
    const faces = await model.lend(openPassing).known();
    if (!faces[0]) return;
    await Promise.all([import("./returning.tsx"), householdWordsOf(state.language)]);
    this.setState({ faces });
  }

  begin = async () => {
    await this.props.model.lend(openMine).begin();
    go("/");
  };

  away = () => this.setState({ faces: [] });

  override render(screen: RoomScreen, { faces }: { faces: Known[] }) {
    const { model, state, words } = screen;
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
        {state.wasErased && (
          <p class="say" role="status">
            <Icon name="leaf" />
            <span>{state.wasErased === "revoked" ? words.revoked : words.erased}</span>
          </p>
        )}
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
          <Go onClick={() => void this.begin()}>{words.start}</Go>
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
