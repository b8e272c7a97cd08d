// How this phone shows lessons: the size of text, reading aloud, and a helper at the learner's side.

import { Component } from "preact";
import { hush, read, voices, whenVoice } from "../../lesson/aloud.ts";
import type { MeWords } from "../text/text.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

type MeScreen = RoomScreen<MeWords>;

const sizes = [100, 130, 160, 200];
const speeds = [0.7, 1, 1.3];

export const Showing = (screen: MeScreen) => (
  <>
    <TextSize {...screen} />
    <Aloud {...screen} key={screen.words.voice} />
    <Helps {...screen} />
  </>
);

function TextSize({ model, state, words }: MeScreen) {
  return (
    <section class="card">
      <h2 id="text-size">{words.textSize}</h2>
      <div class="few" role="radiogroup" aria-labelledby="text-size">
        {sizes.map((size, at) => (
          <label class="choice">
            <input
              type="radio"
              name="text"
              checked={size === state.settings.text}
              onChange={() => model.setting({ text: size })}
            />
            <b>{words.textSizes[at]}</b>
          </label>
        ))}
      </div>
    </section>
  );
}

/** Where the phone has no voice of the language it says so, once, and offers nothing that would stay silent. */
class Aloud extends Component<MeScreen, { hasVoice: boolean }> {
  override state = { hasVoice: voices(this.props.words.voice) };

  override componentDidMount() {
    whenVoice(this.props.words.voice, () => this.setState({ hasVoice: true }));
  }

  override componentWillUnmount() {
    hush();
  }

  try = (speed: number) => {
    const sample = document.getElementById("sample");
    this.props.model.setting({ speed });
    const { voice } = this.props.words;
    const words = { voice, listen: "", stop: "" };
    if (sample) read([sample], { words, speed, inputs: { spoken: (text) => text } }, () => undefined);
  };

  override render({ model, state, words }: MeScreen, { hasVoice }: { hasVoice: boolean }) {
    const { aloud, speed } = state.settings;
    if (!hasVoice)
      return (
        <section class="card">
          <h2>{words.aloud}</h2>
          <p class="soft">{words.noVoice}</p>
        </section>
      );
    return (
      <section class="card">
        <h2>{words.aloud}</h2>
        <label class="switching">
          <span class="grow">
            {words.aloudSelf}
            <br />
            <span class="small soft">{words.aloudSelfMore}</span>
          </span>
          <input
            type="checkbox"
            class="switch"
            checked={aloud}
            onChange={(event) => model.setting({ aloud: event.currentTarget.checked })}
          />
        </label>
        <fieldset>
          <legend>{words.speed}</legend>
          <div class="few">
            {speeds.map((value, at) => (
              <label class="choice">
                <input type="radio" name="speed" checked={value === speed} onChange={() => this.try(value)} />
                <b>{words.speeds[at]}</b>
              </label>
            ))}
          </div>
        </fieldset>
        <p id="sample" class="soft">
          {words.sample}
        </p>
      </section>
    );
  }
}

function Helps({ model, state, words }: MeScreen) {
  return (
    <label class="card switching">
      <span class="blob">
        <Icon name="two" />
      </span>
      <span class="grow">
        <b>{words.helps}</b>
        <br />
        <span class="small soft">{words.helpsMore}</span>
      </span>
      <input
        type="checkbox"
        class="switch"
        checked={state.settings.helps}
        onChange={(event) => model.setting({ helps: event.currentTarget.checked })}
      />
    </label>
  );
}
