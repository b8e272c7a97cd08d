// Me, a room of its own: name and picture, group, how this phone shows lessons, messages. What is kept where, and what this is, comes after it.

import { useEffect, useState } from "preact/hooks";
import { openMessages } from "../lesson/messages.ts";
import { openMine } from "../lesson/mine.ts";
import { meWordsOf } from "../text/tabs.ts";
import { dayIn, languages, tagOf, type MeWords } from "../text/text.ts";
import { householdWordsOf, type HouseholdWords } from "../text/sharing.ts";
import { Drawn } from "./drawn.tsx";
import { Group } from "./group.tsx";
import { Hint, Icon, Portrait, type RoomScreen } from "./parts.tsx";
import { askAtOnce } from "./questions.ts";
import { Room } from "./room.tsx";
import { Showing } from "./showing.tsx";

type MeScreen = RoomScreen<MeWords>;

const sharing = async () => (await import("./sharing.tsx")).Sharing;
const reach = async () => (await import("./reach.tsx")).Reach;
const kept = async () => (await import("./kept.tsx")).Kept;
const household = async () => (await import("../lesson/household.ts")).openHousehold;

export function Me(screen: MeScreen) {
  const { words, install } = screen;
  return (
    <>
      <h1>{words.me}</h1>
      <Profile {...screen} />
      <Group {...screen} />
      <a class="card" href={`/${screen.state.language}/-/ask/`}>
        <span class="blob">
          <Drawn of="bubble" />
        </span>
        <span class="grow">
          <b>{words.askTrainer}</b>
          <br />
          <span class="small soft">{words.askTrainerMore}</span>
        </span>
        <Icon name="more" />
      </a>
      <a class="card" href="/path" onClick={askAtOnce}>
        <span class="blob">
          <Icon name="path" />
        </span>
        <span class="grow">
          <b>{words.surveyMine}</b>
        </span>
        <Icon name="more" />
      </a>
      <a class="card" href={`/${screen.state.language}/-/certificates/`}>
        <span class="blob good">
          <Icon name="check" />
        </span>
        <span class="grow">
          <b>{words.certificates}</b>
        </span>
        <Icon name="more" />
      </a>
      <Room<HouseholdWords> {...screen} load={sharing} own={householdWordsOf} />
      <Languages {...screen} />
      <Showing {...screen} />
      <Messages {...screen} />
      <Room<MeWords> {...screen} load={reach} own={meWordsOf} />
      {install && (
        <section class="card">
          <h2>{words.installTitle}</h2>
          <p>{words.installMore}</p>
          <button class="btn" type="button" onClick={install}>
            {words.install}
          </button>
        </section>
      )}
      <Room<MeWords> {...screen} load={kept} own={meWordsOf} />
    </>
  );
}

/**
 * The pictures of the others here are not offered: who cannot read knows herself by hers. A picture is kept on the tap,
 * with the name that stands beside it; a name alone when she says so.
 */
function Profile({ model, state, words, art }: MeScreen) {
  const known = { nickname: state.profile?.nickname ?? "", picture: state.profile?.picture ?? "" };
  const [nickname, setNickname] = useState(known.nickname);
  const [others, setOthers] = useState<string[]>([]);
  const [picked, setPicked] = useState(""); // until it is kept, so that the tap shows at once
  const [saved, setSaved] = useState<"name" | "picture" | null>(null);
  const [isAskedFor, setAskedFor] = useState(false); // "Save" was tapped with no name there
  useEffect(() => {
    const look = async () => {
      const faces = await model.lend(await household()).faces();
      setOthers(faces.filter((face) => face.learner !== state.me.learner).map(({ picture }) => picture));
    };
    look().catch(() => undefined); // without a network that file may be away: then all are offered
  }, []);
  const isChanged = nickname.trim() !== known.nickname;
  const offered = Object.keys(words.pictures).filter(
    (name) => name === known.picture || others.indexOf(name) < 0,
  );
  const keep = async (change: Partial<typeof known>) => {
    await model.lend(openMine).setProfile(change);
    setSaved(change.picture ? "picture" : "name");
  };
  const save = (event: Event) => {
    event.preventDefault();
    setAskedFor(!nickname.trim() && !isChanged);
    if (isChanged) void keep({ nickname: nickname.trim() });
    else if (known.nickname) setSaved("name");
  };
  return (
    <form class="card" onSubmit={save}>
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
      <Hint say={isAskedFor && !nickname.trim() ? words.nameFirst : ""} />
      <Saved say={saved === "name" && !isChanged ? words.saved : ""} />
      <button class={isChanged ? "btn go" : "btn"} type="submit">
        {words.save}
      </button>
      <fieldset>
        <legend>{words.picture}</legend>
        <div class="portraits">
          {offered.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="picture"
                checked={name === (picked || known.picture)}
                onChange={() => {
                  setPicked(name);
                  void keep({ picture: name, ...(nickname.trim() && { nickname: nickname.trim() }) });
                }}
              />
              <Portrait art={art} name={name} size={72} />
              <span>{words.pictures[name as keyof typeof words.pictures]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Saved say={saved === "picture" && !isChanged ? words.saved : ""} />
    </form>
  );
}

/** Stands where she tapped: above "Save", which is in view, and below the pictures, of which the one that she tapped is marked. */
const Saved = ({ say }: { say: string }) => (
  <div role="status">
    {say && (
      <p class="status">
        <Icon name="check" />
        <span>{say}</span>
      </p>
    )}
  </div>
);

function Languages({ model, state }: MeScreen) {
  return (
    <div class="card" role="radiogroup" aria-labelledby="languages">
      <h2 id="languages">语言 · Language</h2>
      {languages.map(({ id, name }) => (
        <label class="choice" lang={tagOf(id)}>
          <input
            type="radio"
            name="language"
            checked={id === state.language}
            onChange={() =>
              void model
                .lend(openMine)
                .choose(id)
                .then(() => model.courier.now())
            }
          />
          <b>{name}</b>
        </label>
      ))}
    </div>
  );
}

function Messages({ model, state, words }: MeScreen) {
  const read = model.lend(openMessages);
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
              <span class="small soft grow">{dayIn(state.language, message.created_at)}</span>
              {message.link && (
                <a class="btn fit" href={message.link} onClick={() => void read(message)}>
                  {message.kind === "answer" ? words.toAnswer : words.goOn}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
