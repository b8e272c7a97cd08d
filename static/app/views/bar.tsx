// Above every screen of a phone that several people use: who learns here now, and the way to whoever takes it next.

import { Component } from "preact";
import { openHousehold } from "../lesson/household.ts";
import type { HouseholdWords } from "../text/sharing.ts";
import { Icon, Portrait, type RoomScreen } from "./parts.tsx";
import { route } from "./route.ts";

const touches = ["pointerdown", "keydown", "touchmove", "wheel"];
const lookEvery = 30_000;

export class Watching extends Component<RoomScreen<HouseholdWords>> {
  household = this.props.model.lend(openHousehold);
  looking: ReturnType<typeof setInterval> | undefined;

  override componentDidMount() {
    void this.household.note();
    touches.forEach((name) => addEventListener(name, this.touched, true));
    document.addEventListener("visibilitychange", this.look);
    this.looking = setInterval(this.look, lookEvery);
  }

  override componentWillUnmount() {
    touches.forEach((name) => removeEventListener(name, this.touched, true));
    document.removeEventListener("visibilitychange", this.look);
    clearInterval(this.looking);
  }

  touched = () => void this.household.touched();
  look = () => this.household.look();

  override render({ state, art, words }: RoomScreen<HouseholdWords>) {
    const at = route.value;
    if (at.screen === "lesson" && at.lesson.split(":")[0] === "who") return null; // it leads there
    const { nickname, picture } = state.profile ?? { nickname: "", picture: "" };
    return (
      <nav class="whose" aria-label={words.who}>
        <a href={`/${state.language}/-/who/`}>
          {picture ? <Portrait art={art} name={picture} size={36} /> : <Icon name="me" />}
          <b class="grow">{nickname || words.who}</b>
          <Icon name="two" />
        </a>
      </nav>
    );
  }
}

export const Bar = (screen: RoomScreen<HouseholdWords>) => <Watching {...screen} />;
