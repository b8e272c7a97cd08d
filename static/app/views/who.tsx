// "Who is learning?": large pictures to tap; somebody new; and coming in with a pass or a code.

import { Component, type ComponentChild } from "preact";
import { openHousehold, type Face } from "../lesson/household.ts";
import { openPassing, type Known } from "../lesson/passing.ts";
import { lockWordsOf } from "../text/locked.ts";
import { householdWordsOf, type HouseholdWords } from "../text/sharing.ts";
import { Icon, Portrait, type RoomScreen } from "./parts.tsx";
import { Returning } from "./returning.tsx";
import { Room } from "./room.tsx";
import { go, route } from "./route.ts";
import { Somebody } from "./somebody.tsx";
import { typed } from "./typed.ts";

export type Sharing = RoomScreen<HouseholdWords>;

type Step = "faces" | "new" | "typing" | Face;

interface Asking {
  /** Null until it is known whether anybody has to be asked. */
  faces: Face[] | null;
  step: Step;
  /** One of them was erased, and nobody has put the word about it away yet. */
  erased: boolean;
  /** Who learned in this browser before it threw everything away, and is not back yet. */
  known: Known[];
}

interface Opens {
  face: Face;
  faces: Face[];
  opened: (to?: string) => void;
  back: () => void;
}

/** It asks in her language; where its words are not here, in the one that is shown. */
const openingOf = (opens: Opens) => async () => {
  const { face, faces } = opens;
  const hers = lockWordsOf(face.language).catch(() => null);
  const [{ Opening }, own] = await Promise.all([import("./opening.tsx"), hers]);
  return (screen: Sharing) => {
    const words = own ?? screen.words;
    const state = own ? { ...screen.state, language: face.language } : screen.state;
    return <Opening {...screen} {...opens} words={words} state={state} name={nameOf(words, faces, face)} />;
  };
};

const typing = (code: string, back: (() => void) | null) => async () => {
  const { Admission } = await import("./admission.tsx");
  return (screen: Sharing) => <Admission {...screen} code={code} back={back} />;
};

export const nameOf = (words: HouseholdWords, faces: Face[], face: Face) =>
  face.nickname || words.unnamed(faces.indexOf(face) + 1);

/** The pass whose code stands in the address, as her camera opened it. */
function codeInAddress(): string {
  const at = route.value;
  const [kind, code = ""] = at.screen === "lesson" ? at.lesson.split(":") : [""];
  return kind === "pass" ? code : "";
}

export class Asks extends Component<Sharing & { first: string }, Asking> {
  override state: Asking = {
    faces: null,
    erased: false,
    known: [],
    step: typed() || this.props.first === "code" ? "typing" : this.props.first === "new" ? "new" : "faces",
  };
  household = this.props.model.lend(openHousehold);
  passing = this.props.model.lend(openPassing);
  /** The phone asks, and nobody can leave the question; else she came to change. */
  isGate = this.props.state.asks;
  before = this.props.state.me.learner;

  override async componentDidMount() {
    if (this.isGate && !codeInAddress() && (await this.household.isKnown())) return;
    await this.look();
    // The network is asked only where somebody lacks.
    if (await this.passing.lacks()) this.setState({ known: await this.passing.known() });
  }

  /** She may be erased while the phone asks who is learning. */
  override componentDidUpdate({ state }: Sharing) {
    if (this.state.faces && state.me.profiles?.length !== this.props.state.me.profiles?.length)
      void this.look();
  }

  look = async () =>
    this.setState({ faces: await this.household.faces(), erased: await this.household.oneErased() });

  read = () => {
    this.setState({ erased: false });
    void this.household.erasedRead();
  };

  to = (step: Step) => () => {
    this.setState({ step });
    scrollTo(0, 0);
  };

  /** Who was here before the silence goes on where she was, unless she is led elsewhere. */
  choose = async (face: Face, to?: string) => {
    await this.household.choose(face.learner);
    if (to || !this.isGate || face.learner !== this.before) go(to ?? "/");
  };

  tap = (face: Face) => (face.lock && !this.isHers(face) ? this.to(face)() : void this.choose(face));
  /** Who is at the phone already does not open her own lock again. */
  isHers = ({ learner }: Face) => !this.props.state.asks && learner === this.props.state.me.learner;

  override render(screen: Sharing & { first: string }, { faces, step, erased, known }: Asking) {
    if (!faces) return <main class="page" aria-busy="true" />;
    const back = this.to("faces");
    const code = codeInAddress();
    if (step === "typing" || code) {
      const load = typing(code, code ? null : back);
      return <Room<HouseholdWords> {...screen} load={load} own={householdWordsOf} key="typing" />;
    }
    const returning = known[0] && <Returning {...screen} faces={known} away={null} needsWay />;
    if (step === "new")
      return (
        <Somebody
          {...screen}
          add={(said) => this.household.add(said)}
          back={back}
          type={this.to("typing")}
          faces={faces}
          returning={returning}
        />
      );
    if (step !== "faces") {
      const opened = (to?: string) => void this.choose(step, to);
      const load = openingOf({ face: step, faces, opened, back });
      return <Room<HouseholdWords> {...screen} load={load} own={householdWordsOf} key={step.learner} />;
    }
    const read = erased ? this.read : null;
    return (
      <Faces
        {...screen}
        faces={faces}
        tap={this.tap}
        to={this.to}
        isGate={this.isGate}
        read={read}
        returning={returning}
      />
    );
  }
}

export const Who = (screen: Sharing & { first: string }) => <Asks {...screen} />;

interface FacesScreen extends Sharing {
  faces: Face[];
  tap: (face: Face) => void;
  to: (step: Step) => () => void;
  isGate: boolean;
  /** Puts away the word about somebody who was erased; null: there is none. */
  read: (() => void) | null;
  /** The question to those who are not back yet. */
  returning: ComponentChild;
}

function Faces({ words, state, art, faces, tap, to, isGate, read, returning }: FacesScreen) {
  return (
    <main class="page">
      {!isGate && (
        <header class="row">
          <a class="btn bare fit" href="/">
            <Icon name="back" />
            {words.back}
          </a>
        </header>
      )}
      <h1>{words.who}</h1>
      {read && (
        <div class="say" role="status">
          <Icon name="leaf" />
          <div>
            <p>
              <b>{words.noPicture}</b>
            </p>
            <p>{words.erased}</p>
            <button class="btn fit" type="button" onClick={read}>
              {words.close}
            </button>
          </div>
        </div>
      )}
      <p class="soft">{words.whoMore}</p>
      <ul class="faces">
        {faces.map((face) => (
          <li key={face.learner}>
            <button
              type="button"
              aria-current={!isGate && face.learner === state.me.learner ? "true" : undefined}
              onClick={() => tap(face)}
            >
              {face.picture ? (
                <Portrait art={art} name={face.picture} size={96} />
              ) : (
                <span class="blob">
                  <Icon name="me" />
                </span>
              )}
              {nameOf(words, faces, face)}
              {face.lock && (
                <span class="status">
                  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M6 11h12v10H6zM8 11V8a4 4 0 0 1 8 0v3" />
                  </svg>
                  {words.isLocked}
                </span>
              )}
            </button>
          </li>
        ))}
        <li>
          <button type="button" onClick={to("new")}>
            <span class="blob">
              <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M12 5v14M5 12h14" />
              </svg>
            </span>
            {words.somebodyNew}
          </button>
        </li>
      </ul>
      {returning}
      <div class="foot">
        <p class="status">
          <Icon name="phone" />
          <span>{words.allSafe}</span>
        </p>
        <button class="btn bare" type="button" onClick={to("typing")}>
          {words.otherPhone}
        </button>
      </div>
    </main>
  );
}
