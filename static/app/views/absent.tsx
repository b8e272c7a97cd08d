// A lesson that is not on this phone: what is missing, what it costs, and what can be learned meanwhile.

import { Component } from "preact";
import { size } from "../text/text.ts";
import type { Address } from "./lesson.tsx";
import { Go, Icon, Picture, type RoomScreen } from "./parts.tsx";
import { lessonAddress } from "./route.ts";

type AbsentScreen = RoomScreen & { address: Address };

export class Absent extends Component<AbsentScreen> {
  override componentDidMount() {
    void this.props.model.courier.now();
  }

  override render(screen: AbsentScreen) {
    const { model, state, words, art, address } = screen;
    const module = state.modules.find(({ id }) => id === address.module);
    const mayGet = module?.place === "fetch" && state.last === "done" && !state.getting;
    return (
      <main class="page">
        <header class="row">
          <a class="btn bare fit" href="/">
            <Icon name="back" />
            {words.back}
          </a>
        </header>
        <Picture
          art={art}
          name={state.isFull ? "full" : "away"}
          alt={state.isFull ? words.fullPicture : words.away}
        />
        <h1>{state.isFull ? words.full : module ? words.notHere : words.notFound}</h1>
        <Why {...screen} />
        <div class="foot">
          {state.isFull && (
            <button
              class="btn"
              type="button"
              onClick={() => void model.makeRoom().then(() => model.courier.now())}
            >
              {words.makeRoom}
            </button>
          )}
          {mayGet && (
            <button
              class="btn"
              type="button"
              onClick={() => void model.get(module.id, { media: !state.savesData })}
            >
              {words.get(size(words, module.bytes))}
            </button>
          )}
          <Go href={state.next ? lessonAddress(state.language, state.next.module, state.next.id) : "/"}>
            {words.learnWhatIsHere}
          </Go>
        </div>
      </main>
    );
  }
}

/** What is missing, and what happens next. */
function Why({ state, words, address }: AbsentScreen) {
  const module = state.modules.find(({ id }) => id === address.module);
  const lesson = module?.lessons.find(({ id }) => id === address.lesson);
  const bytes = size(words, module?.bytes ?? 0);
  if (state.isFull) return <p>{words.fullMore}</p>;
  if (!module) return <p>{words.notFoundMore}</p>;
  if (state.getting?.module === module.id)
    return (
      <>
        <progress max={state.getting.bytes} value={state.getting.done} aria-label={words.notHere} />
        <p>{words.getting(size(words, state.getting.done), size(words, state.getting.bytes))}</p>
      </>
    );
  if (lesson?.place !== "fetch") return <p>{words.notHerePlanned}</p>;
  return <p>{state.last === "done" ? words.notHereGet(bytes) : words.notHereOffline(bytes)}</p>;
}
