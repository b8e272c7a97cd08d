// Library, a room of its own: which modules there are, and what is on this phone.

import type { ModuleOnShelf } from "../lesson/shelf.ts";
import { size } from "../text/amounts.ts";
import type { LibraryWords } from "../text/text.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

export function Library(screen: RoomScreen<LibraryWords>) {
  const { model, state, words } = screen;
  const offered = state.modules.filter(({ place }) => place !== "planned");
  const planned = state.modules.filter(({ place }) => place === "planned");
  const mine = offered.filter(({ place }) => place === "here").reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      <h1>{words.library}</h1>
      {state.isFull && (
        <section class="say hint">
          <Icon name="phone" />
          <div>
            <p>
              <b>{words.full}</b>
            </p>
            <p>{words.fullMore}</p>
            <button class="btn" type="button" onClick={() => void model.makeRoom()}>
              {words.makeRoom}
            </button>
          </div>
        </section>
      )}
      <label class="card">
        <span class="row list">
          <span class="blob good">
            <Icon name="leaf" />
          </span>
          <span class="grow">
            <b>{words.saveData}</b>
            <br />
            <span class="small soft">{words.saveDataMore}</span>
          </span>
          <input
            type="checkbox"
            class="switch"
            checked={state.savesData}
            onChange={(event) => void model.saveData(event.currentTarget.checked)}
          />
        </span>
      </label>
      {offered.map((module) => (
        <Module {...screen} module={module} />
      ))}
      {!offered.length && <p>{words.nothingYetMore}</p>}
      {planned.length > 0 && (
        <>
          <h2>{words.later}</h2>
          <ul class="card facts">
            {planned.map(({ title, lessons }) => (
              <li>
                <span class="grow">
                  {title}
                  <br />
                  <span class="small soft">{words.lessonsPlanned(lessons.length)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mine > 0 && (
        <p class="status">
          <Icon name="phone" />
          <span>{words.uses(size(words, mine))}</span>
        </p>
      )}
    </>
  );
}

function Module(screen: RoomScreen<LibraryWords> & { module: ModuleOnShelf }) {
  const { model, state, words, module } = screen;
  const { id, title, place, complete, bytes, lessons } = module;
  const getting = state.getting?.module === id ? state.getting : null;
  const here = complete ? words.onPhone : words.wordsOnPhone;
  const getIt = (media: boolean) => () => void model.get(id, { media });
  return (
    <article class="card">
      <div class="row list">
        <span class={`blob ${place === "here" ? "good" : ""}`}>
          <Icon name={place === "here" ? "check" : "get"} />
        </span>
        <span class="grow">
          <b>{title}</b>
          <br />
          <span class="small soft">{place === "here" ? here : words.lessons(lessons.length)}</span>
        </span>
        {getting ? (
          <button class="btn fit" type="button" onClick={() => model.pause()}>
            {words.pause}
          </button>
        ) : (
          place === "fetch" && (
            <button class="btn fit" type="button" onClick={getIt(!state.savesData)}>
              {words.get(size(words, bytes))}
            </button>
          )
        )}
      </div>
      {getting && (
        <>
          <progress max={getting.bytes} value={getting.done} aria-label={title} />
          <p class="small soft">
            {words.getting(size(words, getting.done), size(words, getting.bytes))} {words.goesOn}
          </p>
        </>
      )}
      {!getting && place === "here" && !complete && (
        <button class="btn" type="button" onClick={getIt(true)}>
          {words.getPictures}
        </button>
      )}
    </article>
  );
}
