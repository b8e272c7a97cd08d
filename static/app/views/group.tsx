// In Me: her group; a code that joins her as soon as there is a network, or what the centre said to it; else the way to join.

import { Component } from "preact";
import type { Joining } from "../lesson/joining.ts";
import type { MeWords } from "../text/text.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

type MeScreen = RoomScreen<MeWords>;

export class Group extends Component<MeScreen, { joining: Joining | undefined }> {
  override state = { joining: undefined as Joining | undefined };

  override componentDidMount() {
    void this.look();
  }

  override componentDidUpdate(before: MeScreen) {
    if (before.state !== this.props.state) void this.look();
  }

  look = async () => {
    const { model, state } = this.props;
    const joining = await model.recall(`joining:${state.me.learner}`);
    this.setState({ joining: joining as Joining | undefined });
  };

  override render({ state, words }: MeScreen, { joining }: { joining: Joining | undefined }) {
    const { membership } = state;
    return (
      <>
        {membership && (
          <p class="card">
            <Icon name="two" /> {words.yourCentre(membership.centre, membership.group)}
          </p>
        )}
        {(joining || !membership) && (
          <a class="card" href="/join/">
            <span class="blob">
              <Icon name="code" />
            </span>
            <span class="grow">
              <b>{words.haveCode}</b>
              {joining && (
                <>
                  <br />
                  <span class="small soft">{joining.refused ?? words.joinsByItself(joining.code)}</span>
                </>
              )}
            </span>
            <Icon name="more" />
          </a>
        )}
      </>
    );
  }
}
