// Library, a room of its own: which modules there are, what each costs to fetch, and what is on this phone.

import { Component } from "preact";
import { openLibrary, yuanIn, type Stock } from "../lesson/library.ts";
import { openMine } from "../lesson/mine.ts";
import type { ModuleOnShelf } from "../lesson/shelf.ts";
import { size } from "../text/amounts.ts";
import { tagOf, type LibraryWords } from "../text/text.ts";
import { Module, type LibraryScreen } from "./module.tsx";
import { Icon, type RoomScreen } from "./parts.tsx";
import { lessonAddress } from "./route.ts";

interface Looking {
  stock: Stock | null;
  /** The title of the module that she removed last. */
  removed: string;
}

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
        {!offered.some(({ place }) => place === "here") && <Elsewhere {...screen} />}
        <SaveData {...screen} />
        <div role="status">{removed && !isBack && <p class="say good">{words.removed(removed)}</p>}</div>
        {offered.map((module) => (
          <Module {...screen} module={module} remove={this.remove} key={module.id} />
        ))}
        {!offered.length && !stock?.elsewhere.length && <p>{words.noneYet}</p>}
        <Rate {...screen} />
        <Planned {...screen} />
        <Space {...screen} />
      </>
    );
  }
}

export const Library = (screen: RoomScreen<LibraryWords>) => <Shelves {...screen} />;

/** Nothing is here in the language that is shown, but there is in another: one tap to the lessons, or to their language. */
function Elsewhere({ model, words, stock }: LibraryScreen) {
  const [first] = stock?.elsewhere ?? [];
  if (!first) return null;
  return (
    <section class="say">
      <Icon name="leaf" />
      <div class="grow">
        <p>
          <b>{words.otherHere}</b>
        </p>
        <p>{words.otherHereMore}</p>
        {stock?.elsewhere.map(({ language, module, title, lesson }) => (
          <a class="btn" lang={tagOf(language)} href={lessonAddress(language, module, lesson)} key={module}>
            {title}
          </a>
        ))}
        <button class="btn" type="button" onClick={() => void model.lend(openMine).choose(first.language)}>
          {words.speakOther}
        </button>
      </div>
    </section>
  );
}

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
