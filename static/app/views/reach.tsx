// What may leave this phone and what may reach her: the two questions of the survey, answered anew at any time.

import { Component } from "preact";
import { openSurveying, type Said } from "../lesson/surveying.ts";
import type { MeWords } from "../text/text.ts";
import type { RoomScreen } from "./parts.tsx";

type MeScreen = RoomScreen<MeWords>;

class Allowed extends Component<MeScreen, { said: Said | null }> {
  override state = { said: null as Said | null };

  override async componentDidMount() {
    this.setState({ said: await this.props.model.lend(openSurveying).said() });
  }

  say = async (change: Partial<Said>) => {
    const said = { ...this.state.said!, ...change };
    this.setState({ said });
    await this.props.model.lend(openSurveying).say(said);
  };

  override render({ words }: MeScreen, { said }: { said: Said | null }) {
    if (!said) return null;
    const row = (name: "needs" | "contact", title: string, more: string) => (
      <label class="switching">
        <span class="grow">
          {title}
          <br />
          <span class="small soft">{more}</span>
        </span>
        <input
          type="checkbox"
          class="switch"
          checked={!!said[name]}
          onChange={(event) => void this.say({ [name]: event.currentTarget.checked })}
        />
      </label>
    );
    return (
      <section class="card">
        <h2>{words.reach}</h2>
        {row("contact", words.reachContact, words.reachContactMore)}
        {row("needs", words.reachNeeds, words.reachNeedsMore)}
      </section>
    );
  }
}

export const Reach = (screen: MeScreen) => <Allowed {...screen} />;
