// Questions one a screen, without a word about right or wrong until the end. The forms are the lesson's own, made quick
// by the same script; going back and changing is possible to the end.

import { Component, createRef, type ComponentChildren, type RefObject } from "preact";
import type { Hooks, Item, Question, Say, Words as CardWords } from "../../lesson/types.ts";
import type { Outline } from "../storage/records.ts";
import type { Language } from "../text/text.ts";
import type { ProofWords } from "../text/proving.ts";
import type { Kit } from "./further.tsx";
import { Icon, type RoomScreen } from "./parts.tsx";
import { openListening, type Listening } from "./listening.ts";
import { putter } from "./putting.ts";

export type Responses = Record<string, unknown>;

/** One question; `html` holds its form. */
export interface Asked {
  id: string;
  html: string;
  item: Item;
}

/** What is said of an answer at the end. */
export interface Verdict {
  right: boolean;
  say: Say;
}

type Questions = RoomScreen<ProofWords> & {
  kit: Kit;
  title: string;
  asked: Asked[];
  /** What she answered before. */
  before: Responses;
  /** Where to begin: the place of a question from 0. */
  from: number;
  /** Whether a question may stay open for now. */
  canLeaveOpen: boolean;
  /** The word on the button of the last question. */
  end: string;
  keep: (responses: Responses) => void;
  done: (responses: Responses) => void;
  leave: () => void;
  /** Once it is over: by question; all stand on one page then, under what is in `children`. */
  verdicts?: Record<string, Verdict> | undefined;
  children?: ComponentChildren;
};

interface Looking {
  at: number;
  responses: Responses;
  isReady: boolean;
}

export const cardWordsOf = async (language: Language): Promise<CardWords> =>
  (await (language === "en" ? import("../../lesson/words.en.ts") : import("../../lesson/words.zh-hans.ts")))
    .words;

export class Asking extends Component<Questions, Looking> {
  override state: Looking = { at: this.props.from, responses: this.props.before, isReady: false };
  root = createRef<HTMLDivElement>();
  questions: Record<string, Question> = {};
  isOver = false;
  isPutting = true;
  listening: Listening | null = null;

  override async componentDidMount() {
    const { language } = this.props.state;
    const [words, inputs, outline] = await Promise.all([
      cardWordsOf(language),
      import("../../lesson/inputs.ts"),
      this.props.model.recall(`outline:${language}`) as Promise<Outline | null>,
    ]);
    const root = this.root.current;
    if (this.isOver || !root) return;
    document.documentElement.classList.add("js");
    const items: Record<string, Item> = {};
    for (const { id, item } of this.props.asked) items[id] = item;
    inputs.passOver(root, { lesson: "", can: "", items, tools: {} }, words.voice);
    // The script asks no more of its host here than its words and the further inputs.
    for (const asked of this.props.asked) this.prepare(asked, { words, inputs } as unknown as Hooks);
    this.isPutting = false;
    const { speed, aloud } = this.props.state.settings;
    this.listening = openListening({ words, speed, aloud, inputs, notes: outline?.say });
    this.setState({ isReady: true });
    this.go(this.state.at);
  }

  override componentDidUpdate(before: Questions) {
    const { verdicts } = this.props;
    if (!verdicts || before.verdicts) return;
    this.listening?.end();
    for (const id of Object.keys(verdicts)) this.tell(id, verdicts[id]!);
    this.root.current!.className = "asked told";
    for (const card of this.cards()) card.classList.add("on");
    scrollTo(0, 0);
  }

  override componentWillUnmount() {
    this.isOver = true;
    this.listening?.end();
    document.documentElement.classList.remove("js");
  }

  cards = () => Array.from(this.root.current?.children ?? []);
  form = (id: string) => this.root.current?.querySelector<HTMLFormElement>(`form[data-item="${id}"]`);

  prepare({ id, item }: Asked, hooks: Hooks) {
    const form = this.form(id);
    if (!form) return; // newer than this app: a word stands in its place
    const response = this.props.before[id];
    const putIn = putter(form, item.type);
    form.noValidate = true;
    form.onsubmit = (event) => {
      event.preventDefault();
      if (this.state.responses[id] !== undefined && !this.props.verdicts) this.go(this.state.at + 1);
    };
    this.questions[id] = this.props.kit.question(form, item, hooks, () => this.note(id));
    if (response !== undefined) putIn(response);
  }

  /** She answered, or took a part of her answer back. */
  note(id: string) {
    if (this.isPutting) return;
    const response = this.questions[id]!.response();
    const { [id]: _, ...others } = this.state.responses;
    const responses = response === null ? others : { ...others, [id]: response };
    this.state.responses = responses; // the next letter may come before the next drawing
    this.setState({ responses });
    this.props.keep(responses);
  }

  tell(id: string, { right, say }: Verdict) {
    const form = this.form(id);
    if (!form) return;
    this.questions[id]!.mark(right, true);
    const box = document.createElement("div");
    box.className = `say ${right ? "good" : "hint"}`;
    const said = box.appendChild(document.createElement("div"));
    said.appendChild(document.createElement("b")).textContent = say.title;
    said.appendChild(document.createElement("p")).textContent = say.text;
    form.appendChild(box);
  }

  go = (at: number) => {
    const { asked, done, leave } = this.props;
    if (at < 0) return leave();
    if (at >= asked.length) return done(this.state.responses);
    this.setState({ at });
    this.cards().forEach((card, place) => card.classList.toggle("on", place === at));
    this.listening?.at(this.cards()[at] as HTMLElement);
    scrollTo(0, 0);
    const start = this.root.current!.querySelector<HTMLElement>(".on legend");
    if (!start) return;
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
  };

  override render(
    { words, title, asked, verdicts, children }: Questions,
    { at, responses, isReady }: Looking,
  ) {
    if (verdicts)
      return (
        <>
          {children}
          <Forms asked={asked} place={this.root} key="forms" />
        </>
      );
    return (
      <>
        <h1 class="t">{title}</h1>
        <header class="row">
          <button class="btn bare fit" type="button" onClick={() => this.go(at - 1)}>
            <Icon name="back" />
            {words.back}
          </button>
          <progress class="grow" max={asked.length} value={at + 1} aria-label={words.asked} />
          <span class="count">{`${at + 1} / ${asked.length}`}</span>
        </header>
        <Forms asked={asked} place={this.root} key="forms" />
        {isReady && this.foot(asked[at]!.id, responses)}
      </>
    );
  }

  foot(id: string, responses: Responses) {
    const { words, asked, canLeaveOpen, end } = this.props;
    const { at } = this.state;
    const question = this.questions[id];
    const isAnswered = !question || responses[id] !== undefined;
    return (
      <div class="foot">
        {isAnswered ? (
          <button class="btn go" type="button" onClick={() => this.go(at + 1)}>
            {at + 1 === asked.length ? end : words.nextOne}
          </button>
        ) : (
          <button class="btn wait" type="button" disabled>
            {question.missing()}
          </button>
        )}
        {canLeaveOpen && !isAnswered && (
          <button class="btn bare" type="button" onClick={() => this.go(at + 1)}>
            {words.leaveOpen}
          </button>
        )}
      </div>
    );
  }
}

interface Drawn {
  asked: Asked[];
  place: RefObject<HTMLDivElement | null>;
}

/** Drawn once: what the script makes of the forms must stay. */
class Forms extends Component<Drawn> {
  override shouldComponentUpdate() {
    return false;
  }

  override render({ asked, place }: Drawn) {
    const html = asked.map((one) => one.html).join("\n");
    return <div class="asked" ref={place} dangerouslySetInnerHTML={{ __html: html }} />;
  }
}
