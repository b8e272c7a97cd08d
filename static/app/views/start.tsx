// The first screen of a phone that knows nobody yet: the language, and Start.

import { languages, tagOf } from "../text/text.ts";
import { Go, Icon, Picture, type RoomScreen } from "./parts.tsx";
import { go } from "./route.ts";

export function Start({ model, state, words, art }: RoomScreen) {
  const begin = async () => {
    await model.begin();
    go("/");
  };
  return (
    <main class="page">
      <header class="row brand">
        <img src={art["art/icon.svg"]} width={60} height={60} alt="" />
        <div>
          <h1>{words.name}</h1>
        </div>
      </header>
      {state.wasErased && (
        <p class="say" role="status">
          <Icon name="leaf" />
          <span>{state.wasErased === "revoked" ? words.revoked : words.erased}</span>
        </p>
      )}
      <Picture art={art} name="village" alt={words.village} />
      <p class="lead">{words.promise}</p>
      <fieldset aria-label="语言 Language">
        {languages.map(({ id, name }) => (
          <label class="choice" lang={tagOf(id)}>
            <input
              type="radio"
              name="language"
              checked={id === state.language}
              onChange={() => void model.choose(id)}
            />
            <b>{name}</b>
          </label>
        ))}
      </fieldset>
      <div class="foot">
        <Go onClick={() => void begin()}>{words.start}</Go>
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
