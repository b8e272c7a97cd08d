// A lesson that is not on this phone: it comes by itself where there is a network. What is missing, what it costs, and
// what can be learned meanwhile.

import { Component } from "preact";
import { costOf } from "../lesson/costs.ts";
import { size } from "../text/amounts.ts";
import type { Address } from "./lesson.tsx";
import { Back, Go, Picture, type RoomScreen } from "./parts.tsx";
import { lessonAddress } from "./route.ts";

type AbsentScreen = RoomScreen & { address: Address };

const moduleOf = ({ state, address }: AbsentScreen) => state.modules.find(({ id }) => id === address.module);

const lessonOf = (screen: AbsentScreen) =>
  moduleOf(screen)?.lessons.find(({ id }) => id === screen.address.lesson);

export class Absent extends Component<AbsentScreen, { isAsking: boolean }> {
  override state = { isAsking: true };
  /** The talk with the server after which the module was last asked for: once after each. */
  askedAfter: number | null = null;

  override componentDidMount() {
    void this.ask();
  }

  /** She tapped this lesson: nobody asks her to tap once more. */
  override componentDidUpdate() {
    const { model, state } = this.props;
    const isFree = state.last === "done" && !state.getting && !state.isFull;
    if (!isFree || lessonOf(this.props)?.place !== "fetch" || this.askedAfter === state.sentAt) return;
    this.askedAfter = state.sentAt;
    void model
      .getting()
      .then((getting) => getting.get(this.props.address.module, { media: !state.savesData }));
  }

  ask = async () => {
    this.setState({ isAsking: true });
    await this.props.model.courier.now();
    this.setState({ isAsking: false });
  };

  makeRoom = async () => {
    await (await this.props.model.getting()).makeRoom();
    await this.ask();
  };

  override render(screen: AbsentScreen, { isAsking }: { isAsking: boolean }) {
    const { state, words, art } = screen;
    const { next } = state;
    const isPlanned = lessonOf(screen)?.place === "planned";
    const isSilent = !isAsking && !isPlanned && state.last !== "done" && !state.getting;
    const here = next?.place === "here" ? next : null;
    return (
      <main class="page">
        <Back words={words} href="/" />
        <Picture
          art={art}
          name={state.isFull ? "full" : "away"}
          alt={state.isFull ? words.fullPicture : words.away}
        />
        <Why {...screen} isAsking={isAsking} />
        <div class="foot">
          {state.isFull && (
            <button class="btn" type="button" onClick={() => void this.makeRoom()}>
              {words.makeRoom}
            </button>
          )}
          {isSilent && !state.isFull && (
            <button class={here ? "btn" : "btn go"} type="button" onClick={() => void this.ask()}>
              {words.joinAgain}
            </button>
          )}
          {here ? (
            <Go href={lessonAddress(state.language, here.module, here.id)}>{words.learnWhatIsHere}</Go>
          ) : (
            <a class="btn bare" href="/">
              {words.today}
            </a>
          )}
        </div>
      </main>
    );
  }
}

/** What is missing, and what happens next. */
function Why(screen: AbsentScreen & { isAsking: boolean }) {
  const { state, words, isAsking } = screen;
  const module = moduleOf(screen);
  const place = lessonOf(screen)?.place;
  const lessons = module?.lessons.filter(({ place }) => place === "fetch") ?? [];
  const bytes = module ? size(words, costOf(module.bytes, lessons.length)) : "";
  const isDone = state.last === "done" && !isAsking;
  const said = (title: string, text: string) => (
    <div class="stack" role="status">
      <h1>{title}</h1>
      <p>{text}</p>
    </div>
  );
  if (state.isFull) return said(words.full, words.fullMore);
  if (module && state.getting?.module === module.id) {
    const { done, bytes } = state.getting;
    return (
      <>
        {said(words.onItsWay, words.onItsWayMore)}
        <progress max={bytes} value={done} aria-label={words.onItsWay} />
        <p class="small soft">{words.getting(size(words, done), size(words, bytes))}</p>
      </>
    );
  }
  if (place === "planned" && module?.place !== "fetch") return said(words.notHere, words.notHerePlanned);
  if (isAsking) return said(words.wait, bytes && words.notHereGet(bytes));
  if (!isDone) return said(words.notHere, words.notHereOffline(bytes));
  if (place === "fetch") return said(words.onItsWay, words.notHereGet(bytes));
  return said(words.notFound, words.notFoundMore);
}
