// The survey: one question a screen, each can be skipped. Its first part is short and ends with whether the answers may
// leave this phone, and with her path; what is left can wait for another day.

import { Component, createRef } from "preact";
import icons from "../../art/icons.svg";
import { openSurveying, placeOf, type Said, type Surveying } from "../lesson/surveying.ts";
import type { SurveyQuestion } from "../storage/records.ts";
import type { PathWords } from "../text/text.ts";
import { Clauses, Go, Icon, type RoomScreen } from "./parts.tsx";

type Step = SurveyQuestion | "needs" | "contact" | "rest";
/** `part`: where to begin. */
type Asking = RoomScreen<PathWords> & { done: () => void; part: number };

interface Looking {
  surveying: Surveying;
  questions: SurveyQuestion[];
  said: Said;
  part: number;
  at: number;
  /** Nobody had asked her, when this part began, whether her answers may leave the phone. */
  isUnasked: boolean;
  /** She said that it is enough for now: no more is offered. */
  isEnough: boolean;
}

const first = 1;
const oldest = 1900;
/** No rule reads these (CURRICULUM.md, P33–P35), and she is told so. */
const aboutHer = ["gender", "birth-year", "education"];

export class Survey extends Component<Asking, { looking: Looking | null }> {
  override state = { looking: null as Looking | null };
  title = createRef<HTMLHeadingElement>();

  override async componentDidMount() {
    const surveying = this.props.model.lend(openSurveying);
    const [questions, said] = [await surveying.questions(), await surveying.said()];
    const { part } = this.props;
    const isUnasked = said.needs === null;
    this.setState({ looking: { surveying, questions, said, part, at: 0, isUnasked, isEnough: false } });
  }

  override componentDidUpdate(_: Asking, before: { looking: Looking | null }) {
    const [was, is] = [before.looking, this.state.looking];
    if (was?.at === is?.at && was?.part === is?.part) return;
    scrollTo(0, 0);
    this.title.current?.focus();
  }

  look = (change: Partial<Looking>) => {
    const { looking } = this.state;
    if (looking) this.setState({ looking: { ...looking, ...change } });
  };

  answer = (question: string, value: unknown) => {
    const { said } = this.state.looking!;
    const { [question]: _, ...answers } = said.answers;
    this.look({
      said: { ...said, answers: value === undefined ? answers : { ...answers, [question]: value } },
    });
  };

  /** What she is asked now. Whether her answers may leave the phone is asked once there are any. */
  steps(): Step[] {
    const { surveying, questions, said, part, isUnasked, isEnough } = this.state.looking!;
    const now = surveying.inPart(questions, said.answers, part);
    const hasAnswers = Object.keys(said.answers).length > 0;
    return [
      ...now.questions,
      ...(hasAnswers && (part === first || isUnasked) ? ["needs" as const] : []),
      ...(part === first ? ["contact" as const] : []),
      ...(now.left && !isEnough ? ["rest" as const] : []),
    ];
  }

  /** What she said so far is kept with every step. */
  go = async (at: number) => {
    const { surveying, said } = this.state.looking!;
    await surveying.say(said);
    if (at < 0 || at >= this.steps().length) this.props.done();
    else this.look({ at });
  };

  /** To whether her answers may leave the phone, where there are any, and to her path. */
  enough = () => {
    const at = this.steps().indexOf("needs");
    this.look({ isEnough: true });
    void this.go(at);
  };

  more = () => {
    const { surveying, questions, said, part } = this.state.looking!;
    const { next } = surveying.inPart(questions, said.answers, part);
    if (next) this.look({ part: next, at: 0, isUnasked: said.needs === null });
  };

  override render({ words, done }: Asking, { looking }: { looking: Looking | null }) {
    if (!looking) return null;
    const { questions, said, part, at, isUnasked } = looking;
    const steps = this.steps();
    const step = steps[at];
    if (step === undefined) return null;
    const go = (to: number) => void this.go(to);
    const after = part === first ? ["needs", "contact"] : isUnasked ? ["needs"] : [];
    const place = placeOf(questions, part, after, typeof step === "string" ? step : step.id);
    return (
      <div class="asking page">
        <header class="row">
          <button class="btn bare fit" type="button" onClick={() => (at ? go(at - 1) : done())}>
            <Icon name="back" />
            {words.back}
          </button>
          <progress class="grow" max={place.of} value={place.at} aria-label={words.surveyDone} />
          {step !== "rest" && <span class="small">{words.surveyAt(at + 1)}</span>}
        </header>
        {step === "rest"
          ? this.rest(words)
          : typeof step === "string"
            ? this.consent(step, words)
            : this.question(step, words)}
        {step === "rest" ? (
          <div class="foot">
            <Go onClick={done}>{words.surveyShow}</Go>
            <button class="btn" type="button" onClick={this.more}>
              {words.surveyMore}
            </button>
          </div>
        ) : (
          <Foot
            words={words}
            isAnswered={isAnswered(step, said)}
            isLast={at + 1 === steps.length}
            next={() => go(at + 1)}
            takeBack={typeof step === "string" ? null : () => this.answer(step.id, undefined)}
            enough={typeof step === "string" ? null : this.enough}
          />
        )}
      </div>
    );
  }

  /** Her path stands. What is left to ask can wait. */
  rest(words: PathWords) {
    const { surveying, questions, said, part } = this.state.looking!;
    const { left } = surveying.inPart(questions, said.answers, part);
    return (
      <>
        <Drawing name="check" />
        <h1 id="ask" tabIndex={-1} ref={this.title}>
          <Clauses text={words.surveyRest} language={this.props.state.language} />
        </h1>
        <p class="soft">{words.surveyRestMore(left)}</p>
      </>
    );
  }

  question(step: SurveyQuestion, words: PathWords) {
    const value = this.state.looking!.said.answers[step.id];
    const answer = (given: unknown) => this.answer(step.id, given);
    return (
      <>
        <Drawing name={step.icon} />
        <h1 id="ask" tabIndex={-1} ref={this.title}>
          <Clauses text={step.prompt} language={this.props.state.language} />
        </h1>
        <p class="soft">{aboutHer.includes(step.id) ? words.surveyAside : words.surveySay}</p>
        {step.type === "words" || step.type === "year" ? (
          <Typed question={step} value={value} answer={answer} key={step.id} />
        ) : (
          <Choices
            name={step.id}
            several={step.type === "several"}
            options={optionsOf(step, words)}
            value={value}
            answer={answer}
            key={step.id}
          />
        )}
      </>
    );
  }

  /** Asked before anything leaves the phone, and apart from what she answered. */
  consent(step: "needs" | "contact", words: PathWords) {
    const { said } = this.state.looking!;
    const isNeeds = step === "needs";
    return (
      <>
        <Drawing name={isNeeds ? "lock" : "listen"} />
        <h1 id="ask" tabIndex={-1} ref={this.title}>
          <Clauses text={isNeeds ? words.mayNeeds : words.mayContact} language={this.props.state.language} />
        </h1>
        <p class="soft">{isNeeds ? words.mayNeedsMore : words.mayContactMore}</p>
        <Choices
          name={step}
          options={[
            [true, isNeeds ? words.mayNeedsYes : words.mayContactYes],
            [false, isNeeds ? words.mayNeedsNo : words.mayContactNo],
          ]}
          value={said[step]}
          answer={(given) => this.look({ said: { ...said, [step]: given === true } })}
          key={step}
        />
      </>
    );
  }
}

const isAnswered = (step: Exclude<Step, "rest">, said: Said) =>
  step === "contact" || (step === "needs" ? said.needs !== null : said.answers[step.id] !== undefined);

interface Going {
  words: PathWords;
  isAnswered: boolean;
  isLast: boolean;
  next: () => void;
  takeBack: (() => void) | null;
  enough: (() => void) | null;
}

function Foot({ words, isAnswered, isLast, next, takeBack, enough }: Going) {
  const second = isAnswered ? takeBack : enough;
  return (
    <div class="foot">
      {isAnswered ? (
        <Go onClick={next}>{isLast ? words.surveyShow : words.surveyNext}</Go>
      ) : (
        <button class="btn" type="button" onClick={next}>
          {words.surveySkip}
        </button>
      )}
      {second && (
        <button class="btn bare" type="button" onClick={second}>
          {isAnswered ? words.surveyTakeBack : words.surveyEnough}
        </button>
      )}
    </div>
  );
}

type Option = [value: unknown, text: string];

function optionsOf({ type, options }: SurveyQuestion, words: PathWords): Option[] {
  if (type === "yes-no")
    return [
      [true, words.yes],
      [false, words.no],
    ];
  if (type === "how-often") return words.howOften.map((text, at): Option => [at + 1, text]);
  if (type === "how-true") return words.howTrue.map((text, at): Option => [at + 1, text]);
  return options.map(({ id, text }): Option => [id, text]);
}

interface Choosing {
  name: string;
  several?: boolean;
  options: Option[];
  value: unknown;
  answer: (value: unknown) => void;
}

function Choices({ name, several, options, value, answer }: Choosing) {
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  const choose = (option: unknown) => {
    if (!several) return answer(option);
    const now = options.map(([one]) => one).filter((one) => chosen.includes(one) !== (one === option));
    answer(now.length ? now : undefined);
  };
  return (
    <div role={several ? "group" : "radiogroup"} aria-labelledby="ask">
      {options.map(([option, text]) => (
        <label class="choice">
          <input
            type={several ? "checkbox" : "radio"}
            name={name}
            checked={several ? chosen.includes(option) : value === option}
            onChange={() => choose(option)}
          />
          <b>{text}</b>
        </label>
      ))}
    </div>
  );
}

function Typed({
  question,
  value,
  answer,
}: {
  question: SurveyQuestion;
  value: unknown;
  answer: Choosing["answer"];
}) {
  const isYear = question.type === "year";
  const heard = (text: string) => {
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    if (!isYear) answer(text.trim() ? text : undefined);
    else answer(year > oldest && year <= new Date().getFullYear() ? year : undefined);
  };
  return (
    <div class="field">
      <input
        type="text"
        aria-labelledby="ask"
        inputMode={isYear ? "numeric" : "text"}
        maxLength={isYear ? 4 : 120}
        autocomplete="off"
        defaultValue={value === undefined ? "" : String(value)}
        onInput={(event) => heard(event.currentTarget.value)}
      />
    </div>
  );
}

/** Of all that were drawn: the shell carries only the icons that its own screens name. */
function Drawing({ name }: { name: string }) {
  const [, inside = ""] = new RegExp(`id="${name}"[^>]*>(.*?)</symbol>`).exec(icons) ?? [];
  return (
    <span class="blob">
      <svg class="i" viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: inside }} />
    </span>
  );
}
