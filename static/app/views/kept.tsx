// Below all else of Me: what is kept where, what waits, a copy of it for her; and what this is.

import { useState } from "preact/hooks";
import { dayHere } from "../lesson/day.ts";
import type { MeWords } from "../text/text.ts";
import { Hint, Icon, type RoomScreen } from "./parts.tsx";
import { Status } from "./status.tsx";

type MeScreen = RoomScreen<MeWords>;

export function Kept(screen: MeScreen) {
  return (
    <>
      <Data {...screen} />
      <About {...screen} />
    </>
  );
}

function Data(screen: MeScreen) {
  const { model, state, words } = screen;
  const [isTaken, setTaken] = useState(false);
  const [tried, setTried] = useState("");
  const send = async () => {
    setTried(words.wait);
    await model.courier.now();
    const { last } = model.state.value;
    const why = last === "refused" || last === "busy" ? words.notReady : words.noAnswer;
    setTried(last === "done" ? "" : why);
  };
  const take = async () => {
    const [{ takeAlong }, { ownPage }] = await Promise.all([
      import("../lesson/own_data.ts"),
      import("../lesson/own_page.ts"),
    ]);
    const all = await model.lend(takeAlong);
    const page = ownPage(all, { language: state.language, words });
    const file = new Blob([page], { type: "text/html" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `xiangke-${dayHere(Date.parse(all.exported_at))}.html`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    setTaken(true);
  };
  return (
    <section class="card">
      <h2>{words.aboutData}</h2>
      <p>{words.aboutDataMore}</p>
      <Status {...screen} />
      {state.waiting > 0 && (
        <button class="btn" type="button" onClick={() => void send()}>
          {words.sendNow}
        </button>
      )}
      <Hint say={state.waiting ? tried : ""} />
      <a class="btn" href={`/${state.language}/-/waiting/`}>
        {words.whatWaits}
      </a>
      <p>{words.takeMore}</p>
      <button class="btn" type="button" onClick={() => void take()}>
        <Icon name="get" />
        {words.take}
      </button>
      <div role="status">{isTaken && <p class="say good">{words.taken}</p>}</div>
    </section>
  );
}

function About({ model, words }: MeScreen) {
  return (
    <section class="card">
      <h2>{words.about}</h2>
      <p>{words.aboutMore}</p>
      <p class="small soft">{words.licence}</p>
      <p class="small soft">{words.version(model.app)}</p>
    </section>
  );
}
