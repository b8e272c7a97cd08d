// Path, a room of its own: every lesson in order, hers once she answered the survey. A suggestion: every lesson opens.

import { Component } from "preact";
import { openComputers } from "../lesson/computers.ts";
import type { LessonOnShelf, ModuleOnShelf } from "../lesson/shelf.ts";
import { openSurveying } from "../lesson/surveying.ts";
import { pathWordsOf } from "../text/tabs.ts";
import type { PathWords } from "../text/text.ts";
import { Icon, type RoomScreen } from "./parts.tsx";
import { Road, type OnRoads } from "./road.tsx";
import { Room } from "./room.tsx";

const survey = (done: () => void, part: () => number) => async () => {
  const { Survey } = await import("./survey.tsx");
  return (screen: RoomScreen<PathWords>) => <Survey {...screen} done={done} part={part()} />;
};

/** What was left for another day: so many questions, and the part in which they begin. */
type Left = { part: number; count: number } | null;

/** `hasSurvey`: there is something to ask; `sells`: she says that she sells online already; `asking`: a part, or 0. */
interface Looking {
  hasSurvey: boolean;
  sells: boolean;
  left: Left;
  asking: number;
  /** `module/lesson` of those whose last step is for a computer. */
  atComputer: string[];
}

/** Kept with the address, so that it goes on asking where it is opened again: `survey`, or `survey 2`. */
const partKept = () => {
  const [, part] = /^survey ?(\d?)$/.exec(String(history.state)) ?? [];
  return part === undefined ? 0 : Number(part) || 1;
};

class Way extends Component<RoomScreen<PathWords>, Looking> {
  override state: Looking = { hasSurvey: false, sells: false, left: null, asking: 0, atComputer: [] };

  override async componentDidMount() {
    const survey = this.props.model.lend(openSurveying);
    await this.look();
    await survey.again();
  }

  async look() {
    const survey = this.props.model.lend(openSurveying);
    const { answers } = await survey.said();
    const questions = await survey.questions();
    const left = survey.untouched(questions, answers);
    const hasSurvey = questions.length > 0;
    const asking = hasSurvey ? partKept() : 0;
    const atComputer = await this.props.model.lend(openComputers)();
    this.setState({ hasSurvey, sells: answers.selling === true, left, asking, atComputer });
  }

  ask = (part: number) => {
    history.replaceState(`survey ${part}`, "");
    this.setState({ asking: part });
  };
  survey = survey(
    () => this.done(),
    () => this.state.asking,
  );
  done = () => {
    history.replaceState(null, "");
    this.setState({ asking: 0 });
    scrollTo(0, 0);
    void this.look();
  };

  override render(screen: RoomScreen<PathWords>, { hasSurvey, sells, left, asking, atComputer }: Looking) {
    if (asking) return <Room {...screen} load={this.survey} own={pathWordsOf} key="survey" />;
    return (
      <>
        <h1>{screen.words.yourPath}</h1>
        <Roads {...screen} atComputer={atComputer} />
        {sells && (
          <Line
            href={`/${screen.state.language}/-/challenges/`}
            title={screen.words.challenges}
            more={screen.words.challengesMore}
          />
        )}
        <Proofs {...screen} />
        {hasSurvey && <Invitation {...screen} left={left} ask={this.ask} />}
        <Planned {...screen} />
      </>
    );
  }
}

export const Path = (screen: RoomScreen<PathWords>) => <Way {...screen} />;

/** All lessons, each once: those of her own order first, then each module's. */
function inOrder({ modules, order }: RoomScreen<PathWords>["state"]): LessonOnShelf[] {
  const all = modules.reduce((found, { lessons }) => found.concat(lessons), [] as LessonOnShelf[]);
  const place = ({ module, id }: LessonOnShelf) => {
    const at = order.indexOf(`${module}/${id}`);
    return at < 0 ? order.length : at;
  };
  const ranked = all.map((lesson, at) => ({ lesson, rank: place(lesson) * all.length + at }));
  return ranked.sort((one, other) => one.rank - other.rank).map(({ lesson }) => lesson);
}

function Roads(screen: OnRoads) {
  const { state, words } = screen;
  const { order } = state;
  const isMine = ({ module, id }: LessonOnShelf) => order.indexOf(`${module}/${id}`) >= 0;
  const written = inOrder(state).filter(({ place }) => place !== "planned");
  const known = written.filter((lesson) => !isMine(lesson));
  return (
    <>
      <div class="say">
        <Icon name="path" />
        <p>{order.length ? words.pathHers : words.pathSay}</p>
      </div>
      {order.length ? (
        <>
          <Road {...screen} lessons={written.filter(isMine)} />
          {known.length > 0 && (
            <>
              <h2>{words.pathKnown}</h2>
              <Road {...screen} lessons={known} />
            </>
          )}
        </>
      ) : (
        state.modules
          .filter(({ place }) => place !== "planned")
          .map(({ title, lessons }) => (
            <>
              <h2>{title}</h2>
              <Road {...screen} lessons={lessons} />
            </>
          ))
      )}
    </>
  );
}

function Line({ href, title, more }: { href: string; title: string; more: string }) {
  return (
    <a class="card" href={href}>
      <span class="blob">
        <Icon name="check" />
      </span>
      <span class="grow">
        <b>{title}</b>
        <br />
        <span class="small soft">{more}</span>
      </span>
      <Icon name="more" />
    </a>
  );
}

/** Of a module that is here and has an assessment she may show what she can, and get a certificate. */
function Proofs({ state, words }: RoomScreen<PathWords>) {
  return (
    <>
      {state.modules
        .filter(({ hasAssessment }) => hasAssessment)
        .map(({ id, title }) => (
          <Line href={`/${state.language}/-/proof:${id}/`} title={words.showCan} more={title} />
        ))}
    </>
  );
}

function Invitation(screen: RoomScreen<PathWords> & { left: Left; ask: (part: number) => void }) {
  const { state, words, left, ask } = screen;
  const isAgain = state.order.length > 0;
  const rest = isAgain && left && left.part > 1 ? left : null;
  return (
    <section class="card">
      <h2>{words.surveyOffer}</h2>
      <p>{rest ? words.surveyLeft(rest.count) : isAgain ? words.surveyHers : words.surveyOfferMore}</p>
      {rest && (
        <button class="btn" type="button" onClick={() => ask(rest.part)}>
          {words.surveyMore}
        </button>
      )}
      <button class={rest ? "btn bare" : "btn"} type="button" onClick={() => ask(1)}>
        {isAgain ? words.surveyAgain : words.surveyBegin}
      </button>
    </section>
  );
}

function Planned({ state, words }: RoomScreen<PathWords>) {
  const planned = state.modules.filter(({ place }: ModuleOnShelf) => place === "planned");
  if (!planned.length) return null;
  return (
    <>
      <h2>{words.later}</h2>
      <ul class="card facts">
        {planned.map(({ title, lessons }) => (
          <li>
            <Icon name="leaf" />
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
