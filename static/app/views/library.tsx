// Library, a room of its own: which modules there are, what each costs to fetch, and what is on this phone.

import { Component } from "preact";
import { openLibrary, priceOf, yuanIn, type Stock } from "../lesson/library.ts";
import type { ModuleOnShelf } from "../lesson/shelf.ts";
import { size } from "../text/amounts.ts";
import type { LibraryWords } from "../text/text.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

interface Looking {
  stock: Stock | null;
  /** The title of the module that she removed last. */
  removed: string;
}

type LibraryScreen = RoomScreen<LibraryWords> & { stock: Stock | null };

/** More free room than anybody needs to think about. */
const plenty = 500_000_000;

class Shelves extends Component<RoomScreen<LibraryWords>, Looking> {
  override state: Looking = { stock: null, removed: "" };

  override componentDidMount() {
    void this.props.model.getting().then((getting) => getting.look());
    void this.look();
  }

  override componentDidUpdate(before: RoomScreen<LibraryWords>) {
    if (before.state.modules !== this.props.state.modules) void this.look();
  }

  looks = 0;

  /** Looks overlap, and the last one knows most. */
  look = async () => {
    const turn = ++this.looks;
    const stock = await this.props.model.lend(openLibrary).look();
    if (turn === this.looks) this.setState({ stock });
  };

  remove = async ({ id, title }: ModuleOnShelf) => {
    await (await this.props.model.getting()).remove(id);
    this.setState({ removed: title });
  };

  override render(props: RoomScreen<LibraryWords>, { stock, removed }: Looking) {
    const screen = { ...props, stock };
    const { state, words } = screen;
    const offered = state.modules.filter(({ place }) => place !== "planned");
    const isBack = offered.some(({ title, place }) => title === removed && place === "here");
    return (
      <>
        <h1>{words.library}</h1>
        {state.isFull && <Full {...screen} />}
        <SaveData {...screen} />
        <div role="status">{removed && !isBack && <p class="say good">{words.removed(removed)}</p>}</div>
        {offered.map((module) => (
          <Module {...screen} module={module} remove={this.remove} key={module.id} />
        ))}
        {!offered.length && <p>{words.nothingYetMore}</p>}
        <Rate {...screen} />
        <Planned {...screen} />
        <Space {...screen} />
      </>
    );
  }
}

export const Library = (screen: RoomScreen<LibraryWords>) => <Shelves {...screen} />;

/** Says what can go, and lets it go on a tap. */
function Full({ model, words, stock }: LibraryScreen) {
  const pictures = stock?.pictures ?? 0;
  return (
    <section class="say hint">
      <Icon name="phone" />
      <div class="grow">
        <p>
          <b>{words.full}</b>
        </p>
        <p>{pictures ? words.fullMore : words.freeModules}</p>
        {pictures > 0 && (
          <button
            class="btn"
            type="button"
            onClick={() => void model.getting().then((getting) => getting.makeRoom())}
          >
            {words.freePictures(size(words, pictures))}
          </button>
        )}
      </div>
    </section>
  );
}

function SaveData({ model, state, words }: LibraryScreen) {
  return (
    <label class="card switching">
      <span class="blob good">
        <Icon name="leaf" />
      </span>
      <span class="grow">
        <b>{words.saveData}</b>
        <br />
        <span class="small soft">{state.savesData ? words.saveDataOn : words.saveDataOff}</span>
      </span>
      <input
        type="checkbox"
        class="switch"
        checked={state.savesData}
        onChange={(event) => void model.lend(openLibrary).saveData(event.currentTarget.checked)}
      />
    </label>
  );
}

/** Size, and price at her rate where she gave one. */
function amount({ words, state }: LibraryScreen, bytes: number): string {
  const price = priceOf(bytes, state.settings.rate);
  const said = price === null ? "" : price ? words.about(price.toFixed(2)) : words.almostNothing;
  return words.isUsed(size(words, bytes), said);
}

type ModuleScreen = LibraryScreen & {
  module: ModuleOnShelf;
  remove: (module: ModuleOnShelf) => Promise<void>;
};

/** What is here of it, and what is to come. */
function about(screen: ModuleScreen): string[] {
  const { words, module, stock } = screen;
  const { place, bytes, complete, isPart, newer, lessons } = module;
  const holding = stock?.modules[module.id];
  const offered = lessons.filter(({ place }) => place === "fetch").length;
  const count = offered ? [words.lessons(offered)] : [];
  if (place !== "here") return [[...count, amount(screen, bytes)].join(" · ")];
  if (!holding) return [words.onPhone];
  const toCome = holding.left > 0 ? [words.toCome(amount(screen, holding.left))] : [];
  if (isPart) return [words.partOnPhone(holding.lessons, holding.of), ...toCome];
  if (newer) return [words.newerThere, amount(screen, bytes)];
  return complete || !toCome.length
    ? [`${words.onPhone} · ${size(words, holding.here)}`]
    : [words.wordsOnPhone, ...toCome];
}

/** What a tap would fetch; empty: all of it is here. */
function offer({ words, module, stock }: ModuleScreen): string {
  const { place, complete, isPart, newer } = module;
  if (place !== "here") return words.get;
  if (isPart) return words.getRest;
  if (newer) return words.getNewer;
  return complete || !stock?.modules[module.id]?.left ? "" : words.getPictures;
}

/** How far she is: lessons finished, and those that her answers to a check set spared her. */
function Done({ words, module }: ModuleScreen) {
  const here = module.lessons.filter(({ place }) => place === "here");
  const known = here.filter(({ progress }) => progress.checked && !progress.finished).length;
  const done = here.filter(({ progress }) => progress.finished).length;
  return done + known > 0 ? <p class="small">{words.doneOf(done + known, here.length, known)}</p> : null;
}

class Module extends Component<ModuleScreen, { isAsking: boolean }> {
  override state = { isAsking: false };

  /** Where data is saved the words come first, and the pictures are a tap of their own. */
  get = async () => {
    const { model, state, module } = this.props;
    const isWhole = module.place === "here" && !module.isPart && !module.newer;
    await (await model.getting()).get(module.id, { media: isWhole || !state.savesData });
  };

  pause = async () => (await this.props.model.getting()).pause();

  override render(screen: ModuleScreen, { isAsking }: { isAsking: boolean }) {
    const { state, words, module } = screen;
    const { title, place, isPart } = module;
    const isHere = place === "here" && !isPart;
    const getting = state.getting?.module === module.id ? state.getting : null;
    const get = offer(screen);
    return (
      <article class="card">
        <div class="row list">
          <span class={`blob ${isHere ? "good" : ""}`}>
            <Icon name={isHere ? "check" : getting ? "get" : "library"} />
          </span>
          <div class="grow">
            <h2 class="step">{title}</h2>
            {!getting && about(screen).map((line) => <p class="small soft">{line}</p>)}
            <Done {...screen} />
            {getting && (
              <p class="small soft">{words.getting(size(words, getting.done), size(words, getting.bytes))}</p>
            )}
          </div>
          {!getting && get && (
            <button
              class="btn fit"
              type="button"
              disabled={!!state.getting}
              aria-label={`${get}: ${title}`}
              onClick={() => void this.get()}
            >
              <Icon name="get" />
              {get}
            </button>
          )}
        </div>
        {getting && (
          <>
            <progress max={getting.bytes} value={getting.done} aria-label={title} />
            <div class="row">
              <p class="grow small soft">{words.goesOn}</p>
              <button class="btn fit" type="button" onClick={() => void this.pause()}>
                <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M9 5v14m6-14v14" />
                </svg>
                {words.pause}
              </button>
            </div>
          </>
        )}
        {module.hasAssessment && (
          <a class="btn" href={`/${state.language}/-/proof:${module.id}/`}>
            {words.showCan}
          </a>
        )}
        {!getting && place === "here" && this.removing(screen, isAsking)}
      </article>
    );
  }

  /** Asked once; what she did stays. */
  removing({ words, module, remove, stock }: ModuleScreen, isAsking: boolean) {
    const ask = (isAsking: boolean) => () => this.setState({ isAsking });
    if (!isAsking)
      return (
        <button
          class="btn bare"
          type="button"
          aria-label={`${words.remove}: ${module.title}`}
          onClick={ask(true)}
        >
          {words.remove}
        </button>
      );
    return (
      <div class="asked" role="group" aria-label={words.remove}>
        <p>
          <b>{words.removeAsk(size(words, stock?.modules[module.id]?.here ?? 0))}</b>
        </p>
        <p>{words.removeMore}</p>
        <div class="row">
          <button class="btn fit grow" type="button" onClick={() => void remove(module).then(ask(false))}>
            {words.removeYes}
          </button>
          <button class="btn fit grow" type="button" onClick={ask(false)}>
            {words.removeNo}
          </button>
        </div>
      </div>
    );
  }
}

/** What the network costs her; kept on the phone, and only there. */
class Rate extends Component<LibraryScreen, { typed: string; per: "mb" | "gb" }> {
  override state = {
    typed: String(this.props.state.settings.rate?.yuan ?? ""),
    per: this.props.state.settings.rate?.per ?? ("gb" as const),
  };

  say = (change: Partial<{ typed: string; per: "mb" | "gb" }>) => {
    const said = { ...this.state, ...change };
    const yuan = yuanIn(said.typed);
    this.setState(said);
    this.props.model.setting({ rate: yuan === null ? null : { yuan, per: said.per } });
  };

  override render({ words }: LibraryScreen, { typed, per }: { typed: string; per: "mb" | "gb" }) {
    return (
      <section class="card">
        <h2>{words.rate}</h2>
        <p class="small soft">{words.rateMore}</p>
        <div class="row field">
          <label class="grow">
            <span class="small">{words.rateOf}</span>
            <select
              value={per}
              onChange={(event) => this.say({ per: event.currentTarget.value as "mb" | "gb" })}
            >
              <option value="gb">{words.gb}</option>
              <option value="mb">{words.mbOne}</option>
            </select>
          </label>
          <label class="grow">
            <span class="small">{words.rateYuan}</span>
            <input
              type="text"
              inputMode="decimal"
              autocomplete="off"
              maxLength={12}
              value={typed}
              onInput={(event) => this.setState({ typed: event.currentTarget.value })}
              onChange={(event) => this.say({ typed: event.currentTarget.value })}
            />
          </label>
        </div>
        <div role="status">
          {typed.trim() && yuanIn(typed) === null && <p class="say hint">{words.rateNot}</p>}
        </div>
      </section>
    );
  }
}

function Planned({ state, words }: LibraryScreen) {
  const planned = state.modules.filter(({ place }) => place === "planned");
  if (!planned.length) return null;
  return (
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
  );
}

function Space({ words, stock }: LibraryScreen) {
  if (!stock?.space) return null;
  const { used, free } = stock.space;
  return (
    <p class="status">
      <Icon name="phone" />
      <span>
        <span class="cl">{words.uses(size(words, used))}</span>{" "}
        <span class="cl">{free > plenty ? words.freePlenty : words.free(size(words, free))}</span>
      </span>
    </p>
  );
}
