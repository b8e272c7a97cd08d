// A room: a screen that is not needed for a lesson, in a file of its own, with words of its own.

import { Component, type ComponentChild } from "preact";
import { roomWordsOf, type RoomWords, type Words } from "../text/text.ts";
import { dress, type RoomScreen, type Screen } from "./parts.tsx";

type View = (screen: RoomScreen) => ComponentChild;
type Loading = Screen & { load: () => Promise<View> };
type Loaded = { View: View; words: RoomWords; of: Words } | "away" | null;

/** Comes when it is asked for, and lies on the phone by then. */
export class Room extends Component<Loading, { loaded: Loaded }> {
  override state = { loaded: null as Loaded };

  override componentDidMount() {
    void this.load();
    addEventListener("online", this.again);
  }

  override componentDidUpdate() {
    const { loaded } = this.state;
    if (loaded && loaded !== "away" && loaded.of !== this.props.words) void this.load();
  }

  override componentWillUnmount() {
    removeEventListener("online", this.again);
  }

  again = () => {
    if (this.state.loaded === "away") void this.load();
  };

  async load() {
    const of = this.props.words;
    const room = Promise.all([
      this.props.load(),
      roomWordsOf(of.voice === "en" ? "en" : "zh-hans"),
      dress(this.props.styles["rooms.css"]),
    ]);
    const loaded = await room.then(
      ([View, words]) => ({ View, words, of }),
      () => this.state.loaded || ("away" as const),
    );
    this.setState({ loaded });
  }

  override render({ load: _, ...screen }: Loading, { loaded }: { loaded: Loaded }) {
    if (loaded === "away") return <p class="page">{screen.words.nothingYetMore}</p>;
    return loaded && <loaded.View {...screen} words={{ ...loaded.of, ...loaded.words }} />;
  }
}
