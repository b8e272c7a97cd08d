// An assessment: what it is, the questions, handing in, and the result once it has come.

import { Component, createRef } from "preact";
import { openAssessing, type Draw, type Standing } from "../lesson/assessing.ts";
import type { Proof } from "../storage/records.ts";
import { dayIn, tagOf } from "../text/text.ts";
import { Asking, type Asked, type Responses } from "./asking.tsx";
import type { Proving } from "./check.tsx";
import { Back, Go, Hint, Icon, Picture } from "./parts.tsx";

/** ms until the result is asked for again: the server works it out behind the scenes. */
const pauses = [2_000, 4_000, 8_000, 15_000];
/** What an assessment is made of where nothing has been drawn yet (OFFLINE.md, section 5). */
const usual = { of: 5, pass: 4 };

interface Looking {
  standing: Standing | null;
  /** The question she looks at; null: what stands before and after the questions. */
  from: number | null;
  isAsking: boolean;
  say: string;
}

export class Assessment extends Component<Proving, Looking> {
  override state: Looking = { standing: null, from: null, isAsking: false, say: "" };
  title = createRef<HTMLHeadingElement>();
  assessing = this.props.model.lend(openAssessing);
  pause = 0;
  timer: ReturnType<typeof setTimeout> | undefined;

  override componentDidMount() {
    void this.look();
  }

  /** Every talk with the server may have brought the result. */
  override componentDidUpdate(before: Proving) {
    if (before.state !== this.props.state && this.state.standing?.at === "waiting") void this.look();
  }

  override componentWillUnmount() {
    clearTimeout(this.timer);
  }

  look = async () => {
    const standing = await this.assessing.standing(this.props.module);
    this.setState({ standing });
    const { waiting, last } = this.props.state;
    const pause = pauses[this.pause];
    clearTimeout(this.timer);
    if (standing.at !== "waiting" || waiting || last !== "done" || !pause) return;
    this.timer = setTimeout(() => {
      this.pause += 1;
      void this.props.model.courier.now();
    }, pause);
  };

  draw = async () => {
    const { module, words, state, model } = this.props;
    this.setState({ isAsking: true, say: "" });
    // What she handed in before decides what is drawn next.
    if (state.waiting || state.last !== "done") await model.courier.now();
    const drawn = await this.assessing.draw(module);
    if (drawn.kind === "drawn") await this.look();
    const say = drawn.kind === "refused" ? drawn.say : drawn.kind === "offline" ? words.needsNetwork : "";
    this.setState({ isAsking: false, say, from: drawn.kind === "drawn" ? 0 : null });
  };

  /** From the questions back to the page around them: who listens or uses keys begins at its title. */
  around = async () => {
    await this.look();
    this.setState({ from: null }, () => this.title.current?.focus());
    scrollTo(0, 0);
  };

  handIn = async () => {
    await this.assessing.handIn(this.props.module);
    this.pause = 0;
    await this.around();
  };

  ask = async () => {
    this.setState({ isAsking: true, say: "" });
    await this.props.model.courier.now();
    this.setState({ isAsking: false, say: this.props.words.noResult });
    await this.look();
  };

  override render(screen: Proving, { standing, from }: Looking) {
    if (!standing) return <main class="page" aria-busy="true" />;
    if (standing.at === "answering" && from !== null)
      return this.asking(standing.draw, standing.responses, from);
    return (
      <main class="page" key="around">
        <Back words={screen.words} href="/library" />
        {standing.at === "start" && this.start()}
        {standing.at === "answering" && this.before(standing.draw, standing.responses)}
        {standing.at === "waiting" && this.waiting()}
        {standing.at === "told" && this.told(standing.proof)}
      </main>
    );
  }

  asking(draw: Draw, responses: Responses, from: number) {
    return (
      <main class="page" lang={tagOf(draw.language)} key="asking">
        <Asking
          {...this.props}
          title={draw.title}
          asked={draw.items.map(askedOf)}
          before={responses}
          from={from}
          canLeaveOpen
          end={this.props.words.lookOver}
          keep={(now) => void this.assessing.answered(this.props.module, now)}
          done={() => void this.around()}
          leave={() => void this.around()}
        />
      </main>
    );
  }

  title1(text: string) {
    return (
      <h1 tabIndex={-1} ref={this.title}>
        {text}
      </h1>
    );
  }

  /** What it is and what it costs, before anything is fetched. */
  start() {
    const { words, state, module } = this.props;
    const { isAsking, say } = this.state;
    const about = state.modules.find(({ id }) => id === module)?.title ?? "";
    return (
      <>
        {this.title1(words.show)}
        <p class="lead">{about}</p>
        <ul class="card facts">
          <Fact icon="check" text={words.showSay(usual.of, usual.pass)} />
          <Fact icon="path" text={words.showTry} />
          <Fact icon="cloud" text={words.showNetwork} />
        </ul>
        <div class="foot">
          <Hint say={say} />
          <Step isAsking={isAsking} moment={words.moment} text={words.getQuestions} act={this.draw} />
        </div>
      </>
    );
  }

  /** The questions are here: which are answered, and handing in once they are. */
  before({ items }: Draw, responses: Responses) {
    const { words } = this.props;
    const isOpen = ({ id }: { id: string }) => responses[id] === undefined;
    const open = items.filter(isOpen).length;
    const first = items.findIndex(isOpen);
    return (
      <>
        {this.title1(open ? words.someOpen(open) : words.allThere)}
        <p>{words.beforeHandIn}</p>
        <ol class="slots">
          {items.map((item, at) => (
            <li>
              <button
                class={isOpen(item) ? "slot free" : "slot"}
                type="button"
                onClick={() => this.setState({ from: at })}
              >
                <span class="n">{at + 1}</span>
                <span class="grow">
                  {promptOf(item.html)}
                  <br />
                  <span class="small soft">{isOpen(item) ? words.isOpen : words.isAnswered}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
        <div class="foot">
          {open ? (
            <Go onClick={() => this.setState({ from: first })}>{words.goOn}</Go>
          ) : (
            <Go onClick={() => void this.handIn()}>{words.handIn}</Go>
          )}
          {open > 0 && open < items.length && (
            <button class="btn bare" type="button" onClick={() => void this.handIn()}>
              {words.handIn}
            </button>
          )}
        </div>
      </>
    );
  }

  waiting() {
    const { words, art } = this.props;
    const { isAsking, say } = this.state;
    return (
      <>
        <Picture art={art} name="away" alt="" />
        {this.title1(words.handedIn)}
        <p>{words.handedInMore}</p>
        <div class="foot">
          <Hint say={say} />
          <button class="btn" type="button" disabled={isAsking} onClick={() => void this.ask()}>
            {isAsking ? words.moment : words.askResult}
          </button>
          <a class="btn bare" href="/">
            {words.today}
          </a>
        </div>
      </>
    );
  }

  told({ passed, right, of, again_at }: Proof) {
    const { words, art, state } = this.props;
    const { isAsking, say } = this.state;
    if (passed)
      return (
        <>
          <Picture art={art} name="together" alt="" />
          {this.title1(words.passed)}
          <p>{words.passedMore(right!, of!)}</p>
          <div class="foot">
            <Go href={`/${state.language}/-/certificates/`}>{words.toCertificates}</Go>
          </div>
        </>
      );
    const mayAgain = !again_at || Date.parse(again_at) <= Date.now();
    const day = again_at ? dayIn(state.language, again_at) : "";
    return (
      <>
        {this.title1(words.notPassed)}
        <p>{words.notPassedMore(right!, of!)}</p>
        {!mayAgain && <p>{words.againFrom(day)}</p>}
        <div class="foot">
          <Hint say={say} />
          {mayAgain && (
            <Step isAsking={isAsking} moment={words.moment} text={words.newQuestions} act={this.draw} />
          )}
          {mayAgain ? (
            <a class="btn bare" href="/path">
              {words.lookAgain}
            </a>
          ) : (
            <Go href="/path">{words.lookAgain}</Go>
          )}
        </div>
      </>
    );
  }
}

const Fact = ({ icon, text }: { icon: string; text: string }) => (
  <li>
    <Icon name={icon} />
    <span class="grow">{text}</span>
  </li>
);

interface Stepping {
  isAsking: boolean;
  moment: string;
  text: string;
  act: () => Promise<void>;
}

const Step = ({ isAsking, moment, text, act }: Stepping) =>
  isAsking ? (
    <button class="btn wait" type="button" disabled>
      {moment}
    </button>
  ) : (
    <Go onClick={() => void act()}>{text}</Go>
  );

function promptOf(html: string): string {
  const page = document.createElement("div");
  page.innerHTML = html;
  return page.querySelector("legend")?.textContent ?? "";
}

/** The script asks an exercise for its key only where it marks; here it need but know of what kind an answer is. */
function askedOf({ id, type, html, unit }: Draw["items"][number]): Asked {
  const page = document.createElement("div");
  page.innerHTML = html;
  const answer = type === "match" ? pairsOf(page) : page.querySelector("[type=checkbox], select") ? [] : "";
  const form = page.querySelector("form")?.outerHTML ?? "";
  const shown = unit || page.querySelector("label > span:not(.grow)")?.textContent || null;
  return {
    id,
    html: `<article class="quiz" data-card>${form}</article>`,
    item: { type, edition: 1, answer, unit: shown },
  };
}

/** Where there are fewer words on the right than lines on the left, a word may be taken more than once. */
function pairsOf(page: HTMLElement): Record<string, string> {
  const lists = Array.from(page.querySelectorAll("select"));
  const words = (lists[0]?.options.length ?? 1) - 1;
  const pairs: Record<string, string> = {};
  lists.forEach(({ name }, at) => (pairs[name.slice(2)] = words < lists.length ? "" : `${at}`));
  return pairs;
}
