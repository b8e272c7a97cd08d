// Joining a group, a room of its own.

import { useEffect, useState } from "preact/hooks";
import { codeOf, openJoining, type Joined, type Joining } from "../lesson/joining.ts";
import { openMine } from "../lesson/mine.ts";
import type { MeWords } from "../text/text.ts";
import { Back, Go, Icon, Picture, type RoomScreen } from "./parts.tsx";
import { go } from "./route.ts";

/** A code for a class has 8 characters, a pass 16. */
const longest = 10;

/** What she typed while the app was on its way: the page that the server wrote has a field too. It is good for once. */
function typedBefore(): string {
  const typed = document.querySelector<HTMLMetaElement>("meta[name=typed]");
  typed?.remove();
  return typed?.content ?? "";
}

/** By a code that is typed, or by the link in a QR that the phone's own camera opened. */
export function Join(screen: RoomScreen<MeWords> & { code: string }) {
  const { model, words } = screen;
  const [code, setCode] = useState(() => typedBefore() || screen.code);
  const [known, setKnown] = useState("");
  const [joined, setJoined] = useState<Joined | "asking" | null>(null);
  useEffect(() => {
    // Somebody of this phone is in it already.
    void model.recall(`group:${screen.code}`).then((group) => setKnown((group as string | undefined) ?? ""));
    // Hers of before waits for the network, or was refused meanwhile.
    void model.recall(`joining:${screen.state.me.learner}`).then((kept) => {
      const joining = kept as Joining | undefined;
      if (!joining) return;
      if (!screen.code) setCode((typed) => typed || joining.code);
      if (!screen.code || screen.code === joining.code)
        setJoined(
          joining.refused === undefined ? { kind: "later" } : { kind: "refused", say: joining.refused },
        );
    });
  }, [screen.code]);
  const ask = async (event: Event) => {
    event.preventDefault();
    if (codeOf(code).length > longest) return go(`/${screen.state.language}/-/pass:${codeOf(code)}/`);
    setJoined("asking");
    const answer = await model.lend(openJoining)(code);
    if (answer.kind === "joined") await model.lend(openMine).begin(); // she has arrived: nobody asks her to start again
    setJoined(answer);
  };
  const { membership } = screen.state; // hers by now, where it happened by itself meanwhile
  const isSeated =
    joined && joined !== "asking" && joined.kind === "later" && membership?.code === codeOf(code);
  const seat = isSeated ? membership : joined && joined !== "asking" && joined.kind === "joined" && joined.in;
  if (seat)
    return (
      <main class="page">
        <Picture art={screen.art} name="together" alt="" />
        <h1>{words.joined(seat.group)}</h1>
        <p>{words.joinedMore}</p>
        <div class="foot">
          <Go href="/">{words.begin}</Go>
        </div>
      </main>
    );
  // The page that her scan opened says which group the code leads to.
  const group = known || document.querySelector<HTMLMetaElement>("meta[name=group]")?.content;
  const greeting = code && code === screen.code ? group : "";
  const isOfAnother = greeting && known && !membership;
  const isAsking = joined === "asking";
  const isReady = code.replace(/[^0-9a-z]/gi, "").length >= 8;
  return (
    <main class="page">
      <Back words={words} href="/" />
      <h1>{words.joinTitle}</h1>
      <p>{greeting ? <b>{greeting}</b> : words.joinSay}</p>
      {isOfAnother && <p>{words.joinToo}</p>}
      <form class="stack" onSubmit={(event) => void ask(event)}>
        <label class="field">
          <b>{words.code}</b>
          <input
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={24}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <div role="status">
          {joined && joined !== "asking" && (
            <p class="say hint">
              <Icon name="bulb" />
              <span>
                {joined.kind === "later"
                  ? words.joinLater
                  : (joined.kind === "refused" && joined.say) || words.joinAgain}
              </span>
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
        {isOfAnother && (
          <a class="btn" href="/">
            {words.joinNotNow}
          </a>
        )}
        <a class="btn bare" href={`/${screen.state.language}/-/who:code/`}>
          {words.otherPhone}
        </a>
      </form>
    </main>
  );
}
