// Me, a room of its own: name and picture, group, language, messages, what is kept where.

import { useState } from "preact/hooks";
import type { Joined } from "../lesson/joining.ts";
import { languages, tagOf, type MeWords } from "../text/text.ts";
import { Go, Icon, Picture, Portrait, type RoomScreen } from "./parts.tsx";
import { Status } from "./status.tsx";

export function Me(screen: RoomScreen<MeWords>) {
  const { state, words, install } = screen;
  return (
    <>
      <h1>{words.me}</h1>
      <Profile {...screen} />
      <Group {...screen} />
      <a class="card" href="/path">
        <span class="blob">
          <Icon name="path" />
        </span>
        <span class="grow">
          <b>{words.surveyMine}</b>
        </span>
        <Icon name="more" />
      </a>
      <Languages {...screen} />
      <Messages {...screen} />
      {install && (
        <section class="card">
          <h2>{words.installTitle}</h2>
          <p>{words.installMore}</p>
          <button class="btn" type="button" onClick={install}>
            {words.install}
          </button>
        </section>
      )}
      <section class="card">
        <h2>{words.aboutData}</h2>
        <p>{words.aboutDataMore}</p>
        <Status state={state} words={words} now={Date.now()} />
        {state.waiting > 0 && (
          <button class="btn" type="button" onClick={() => void screen.model.courier.now()}>
            {words.sendNow}
          </button>
        )}
      </section>
    </>
  );
}

function Profile({ model, state, words, art }: RoomScreen<MeWords>) {
  const [nickname, setNickname] = useState(state.profile?.nickname ?? "");
  const [picture, setPicture] = useState(state.profile?.picture ?? "");
  const [isSaved, setSaved] = useState(false);
  const isChanged =
    nickname !== (state.profile?.nickname ?? "") || picture !== (state.profile?.picture ?? "");
  const save = async (event: Event) => {
    event.preventDefault();
    if (!isChanged) return;
    await model.setProfile({ nickname: nickname.trim(), picture });
    setSaved(true);
  };
  return (
    <form class="card" onSubmit={(event) => void save(event)}>
      <label class="field">
        <b>{words.nickname}</b>
        <input
          type="text"
          maxLength={24}
          autocomplete="nickname"
          value={nickname}
          onInput={(event) => setNickname(event.currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend>{words.picture}</legend>
        <div class="portraits">
          {Object.keys(words.pictures).map((name) => (
            <label>
              <input
                type="radio"
                name="picture"
                checked={name === picture}
                onChange={() => setPicture(name)}
              />
              <Portrait art={art} name={name} size={72} />
              <span>{words.pictures[name as keyof typeof words.pictures]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {isChanged ? (
        <button class="btn go" type="submit">
          {words.save}
        </button>
      ) : (
        isSaved && (
          <p class="status" role="status">
            <Icon name="check" />
            <span>{words.saved}</span>
          </p>
        )
      )}
    </form>
  );
}

function Group({ state, words }: RoomScreen<MeWords>) {
  const { membership } = state;
  return membership ? (
    <p class="card">
      <Icon name="two" /> {words.yourCentre(membership.centre, membership.group)}
    </p>
  ) : (
    <a class="card" href="/join/">
      <span class="blob">
        <Icon name="code" />
      </span>
      <span class="grow">
        <b>{words.haveCode}</b>
      </span>
      <Icon name="more" />
    </a>
  );
}

function Languages({ model, state }: RoomScreen<MeWords>) {
  return (
    <fieldset class="card" aria-label="语言 Language">
      {languages.map(({ id, name }) => (
        <label class="choice" lang={tagOf(id)}>
          <input
            type="radio"
            name="language"
            checked={id === state.language}
            onChange={() => void model.choose(id).then(() => model.courier.now())}
          />
          <b>{name}</b>
        </label>
      ))}
    </fieldset>
  );
}

function Messages({ model, state, words }: RoomScreen<MeWords>) {
  return (
    <section class="card">
      <h2>{words.messages}</h2>
      {!state.messages.length && <p class="soft">{words.noMessages}</p>}
      <ul class="messages">
        {state.messages.map((message) => (
          <li>
            <p>
              <b>{message.title}</b>
            </p>
            <p>{message.text}</p>
            <p class="row">
              <span class="small soft grow">
                {new Date(message.created_at).toLocaleDateString(tagOf(state.language))}
              </span>
              {message.link && (
                <a class="btn fit" href={message.link} onClick={() => void model.read(message)}>
                  {words.goOn}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By a code that is typed, or by the link in a QR that the phone's own camera opened. */
export function Join(screen: RoomScreen<MeWords> & { code: string }) {
  const { model, words } = screen;
  const [code, setCode] = useState(screen.code);
  const [joined, setJoined] = useState<Joined | "asking" | null>(null);
  const ask = async (event: Event) => {
    event.preventDefault();
    setJoined("asking");
    const answer = await model.join(code);
    if (answer.kind === "joined") await model.begin(); // she has arrived: nobody asks her to start again
    setJoined(answer);
  };
  if (joined && joined !== "asking" && joined.kind === "joined")
    return (
      <main class="page">
        <Picture art={screen.art} name="together" alt="" />
        <h1>{words.joined(joined.in.group)}</h1>
        <p>{words.joinedMore}</p>
        <div class="foot">
          <Go href="/">{words.begin}</Go>
        </div>
      </main>
    );
  // The page that her scan opened says which group the code leads to.
  const group = document.querySelector<HTMLMetaElement>("meta[name=group]")?.content;
  const greeting = code && code === screen.code ? group : "";
  const isAsking = joined === "asking";
  const isReady = code.replace(/[^0-9a-z]/gi, "").length >= 8;
  return (
    <main class="page">
      <header class="row">
        <a class="btn bare fit" href="/">
          <Icon name="back" />
          {words.back}
        </a>
      </header>
      <h1>{words.joinTitle}</h1>
      <p>{greeting ? <b>{greeting}</b> : words.joinSay}</p>
      <form class="stack" onSubmit={(event) => void ask(event)}>
        <label class="field">
          <b>{words.code}</b>
          <input
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={12}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <div role="status">
          {joined && joined !== "asking" && (
            <p class="say hint">
              <Icon name="bulb" />
              <span>{joined.kind === "offline" ? words.joinOffline : joined.say || words.joinAgain}</span>
            </p>
          )}
        </div>
        <button
          class={`btn ${isReady && !isAsking ? "go" : "wait"}`}
          type="submit"
          disabled={!isReady || isAsking}
        >
          {isAsking ? words.wait : words.join}
        </button>
      </form>
    </main>
  );
}
