// Under Me: a lock for her lessons on this phone. It can be set once a forgotten one could be opened, and says what it is.

import { Component } from "preact";
import type { Lock } from "../engine/locks.ts";
import { openLocking } from "../lesson/locking.ts";
import type { HouseholdWords } from "../text/sharing.ts";
import { Keys } from "./keys.tsx";
import { Back, Clauses, Hint, Icon, type RoomScreen } from "./parts.tsx";
import { BackTo } from "./somebody.tsx";

type Showing = RoomScreen<HouseholdWords>;

interface Setting {
  /** Null until it was looked up. */
  may: boolean | null;
  lock: Lock | null;
  /** Being chosen; `first`: what she chose, to be given once more. */
  kind: Lock["kind"] | null;
  first: string[] | null;
  differs: boolean;
}

const key = (given: string[]) => given.slice().sort().join();

export class Choosing extends Component<Showing, Setting> {
  override state: Setting = { may: null, lock: null, kind: null, first: null, differs: false };
  locking = this.props.model.lend(openLocking);
  learner = this.props.state.me.learner;

  override componentDidMount() {
    void this.look();
  }

  override componentDidUpdate(before: Showing) {
    if (before.state.sentAt !== this.props.state.sentAt) void this.look();
  }

  look = async () =>
    this.setState({
      may: await this.locking.mayLock(this.learner),
      lock: await this.locking.lockOf(this.learner),
    });

  choose = (kind: Lock["kind"] | null) => () => {
    this.setState({ kind, first: null, differs: false });
    scrollTo(0, 0);
  };

  given = async (given: string[]) => {
    const { first, kind } = this.state;
    if (!first) return this.setState({ first: given, differs: false });
    if (key(first) !== key(given)) return this.setState({ first: null, differs: true });
    await this.locking.set(this.learner, kind!, given);
    this.setState({ kind: null });
    await this.look();
  };

  remove = async () => {
    await this.locking.remove(this.learner);
    await this.look();
  };

  override render(screen: Showing, { may, lock, kind, first, differs }: Setting) {
    const { words, state } = screen;
    if (may === null) return <main class="page" aria-busy="true" />;
    if (kind) {
      const choose = kind === "pin" ? words.choosePin : words.choosePictures;
      return (
        <main class="page">
          <BackTo words={words} back={this.choose(null)} />
          <h1>{first ? words.onceMore : choose}</h1>
          <Hint say={differs ? words.notTheSame : ""} />
          <Keys
            {...screen}
            kind={kind}
            go={words.next}
            given={this.given}
            key={first ? "again" : `${differs}`}
          />
        </main>
      );
    }
    return (
      <main class="page">
        <Back words={words} href="/me" />
        <h1>{words.lockTitle}</h1>
        <p>
          <Clauses text={words.lockSay} language={state.language} />
        </p>
        <div role="status" class="stack">
          {lock && <p class="say good">{lock.kind === "pin" ? words.pinIsOn : words.picturesAreOn}</p>}
          {!lock && !may && <p class="say hint">{words.lockNotYet}</p>}
          {!lock && may && !state.membership && (
            <div class="say">
              <Icon name="two" />
              <div>
                <p>{words.lockAlone}</p>
                <a class="btn fit" href="/join/">
                  {words.haveCode}
                </a>
              </div>
            </div>
          )}
        </div>
        {lock ? (
          <button class="btn" type="button" onClick={() => void this.remove()}>
            {words.lockOff}
          </button>
        ) : (
          may && (
            <div class="stack">
              <button class="btn" type="button" onClick={this.choose("pin")}>
                {words.byPin}
              </button>
              <button class="btn" type="button" onClick={this.choose("pictures")}>
                {words.byPictures}
              </button>
            </div>
          )
        )}
      </main>
    );
  }
}

export const Locking = (screen: Showing) => <Choosing {...screen} />;
