// A room: a screen that is not needed for a lesson, in a file of its own, with words of its own.

import { Component, type ComponentChild } from "preact";
import { roomWordsOf, type Language, type RoomWords } from "../text/text.ts";
import { dress, type RoomScreen, type Screen } from "./parts.tsx";

type View<Own> = (screen: RoomScreen<Own>) => ComponentChild;
/** `own`: fetches the words that this room alone has. */
type Loading<Own> = Screen & {
  load: () => Promise<View<Own>>;
  own?: (language: Language) => Promise<Own>;
};
type Loaded<Own> = { View: View<Own>; words: RoomWords & Own; voice: string } | "away" | null;

/** Comes when it is asked for, and lies on the phone by then. */
export class Room<Own = unknown> extends Component<Loading<Own>, { loaded: Loaded<Own> }> {
  override state = { loaded: null as Loaded<Own> };

  override componentDidMount() {
    void this.load();
    addEventListener("online", this.again);
  }

  override componentDidUpdate() {
    const { loaded } = this.state;
    if (loaded && loaded !== "away" && loaded.voice !== this.props.words.voice) void this.load();
  }

  override componentWillUnmount() {
    removeEventListener("online", this.again);
  }

  again = () => {
    if (this.state.loaded === "away") void this.load();
  };

  async load() {
    const { load, own, styles } = this.props;
    const { voice } = this.props.words;
    const language = voice === "en" ? "en" : "zh-hans";
    const room = Promise.all([load(), roomWordsOf(language), own?.(language), dress(styles["rooms.css"])]);
    const loaded = await room.then(
      ([View, several, hers]) => ({ View, words: { ...several, ...hers } as RoomWords & Own, voice }),
      () => this.state.loaded || ("away" as const),
    );
    this.setState({ loaded });
  }

  override render({ load: _, own: __, ...screen }: Loading<Own>, { loaded }: { loaded: Loaded<Own> }) {
    if (loaded === "away") return <p class="page">{screen.words.nothingYetMore}</p>;
    return loaded && <loaded.View {...screen} words={{ ...screen.words, ...loaded.words }} />;
  }
}
