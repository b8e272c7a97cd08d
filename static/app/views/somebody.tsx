// Somebody else learns here from now on: a name and a picture, or neither.

import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { Face } from "../lesson/household.ts";
import { Hint, Icon, Portrait } from "./parts.tsx";
import { go } from "./route.ts";
import type { Sharing } from "./who.tsx";

export interface Adding extends Sharing {
  add: (said: { nickname: string; picture: string }) => Promise<string | null>;
  back: () => void;
  /** She learned before, on another phone or in this browser. */
  type: () => void;
  faces: Face[];
  /** The question to those who learned here before the browser threw everything away. */
  returning: ComponentChild;
}

export function Somebody({ words, art, add, back, type, faces, returning }: Adding) {
  const [nickname, setNickname] = useState("");
  const [picture, setPicture] = useState("");
  const [isFull, setFull] = useState(false);
  const begin = async (event: Event) => {
    event.preventDefault();
    const next = await add({ nickname: nickname.trim(), picture });
    if (!next) return setFull(true);
    history.replaceState(null, "", "/"); // back leads to where she came from, not to this form
    go(next);
  };
  const taken = faces.map((face) => face.picture);
  const names = Object.keys(words.names) as (keyof typeof words.names)[];
  return (
    <main class="page">
      <BackTo words={words} back={back} />
      <h1>{words.newTitle}</h1>
      {returning}
      <form class="stack" onSubmit={(event) => void begin(event)}>
        <p>{words.newMore}</p>
        <label class="field">
          <b>{words.name}</b>
          <input
            type="text"
            maxLength={24}
            autocomplete="off"
            value={nickname}
            onInput={(event) => setNickname(event.currentTarget.value)}
          />
        </label>
        <fieldset>
          <legend>{words.picture}</legend>
          <div class="portraits">
            {names
              .filter((name) => taken.indexOf(name) < 0)
              .map((name) => (
                <label key={name}>
                  <input
                    type="radio"
                    name="picture"
                    checked={name === picture}
                    onChange={() => setPicture(name)}
                  />
                  <Portrait art={art} name={name} size={72} />
                  <span>{words.names[name]}</span>
                </label>
              ))}
          </div>
        </fieldset>
        <Hint say={isFull ? words.noRoom : ""} />
        <button class="btn go" type="submit">
          <span>{words.begin}</span>
          <Icon name="next" />
        </button>
        <button class="btn bare" type="button" onClick={type}>
          {words.otherPhone}
        </button>
      </form>
    </main>
  );
}

/** Back within the room: nothing was opened that the browser's own way back could close. */
export const BackTo = ({ words, back }: { words: { back: string }; back: () => void }) => (
  <header class="row">
    <button class="btn bare fit" type="button" onClick={back}>
      <Icon name="back" />
      {words.back}
    </button>
  </header>
);
