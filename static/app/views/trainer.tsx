// Ask your trainer: in writing, with a photo, or spoken; below it what was asked before, how far it has come, and the answers.

import { Component, createRef } from "preact";
import { hush, listening, whenVoice, type Reader } from "../../lesson/aloud.ts";
import { isPhoto } from "../lesson/attached.ts";
import { openMessages } from "../lesson/messages.ts";
import { askedIn, openTrainer, type Conversation, type Question } from "../lesson/trainer.ts";
import type { Message } from "../storage/records.ts";
import { dayIn } from "../text/text.ts";
import type { TrainerWords } from "../text/trainer.ts";
import { Back, Icon, type RoomScreen } from "./parts.tsx";
import { Photo, Play } from "./pieces.tsx";
import { lessonAddress } from "./route.ts";
import { Asking } from "./trainer_form.tsx";

type TrainerScreen = RoomScreen<TrainerWords>;
/** Asked from this lesson, or, with `first` alone, looked at because this question was answered. */
type Opened = TrainerScreen & { first: string; lesson: string };

interface Looking {
  found: Conversation | null;
  /** How answers are read aloud; null: this phone has no voice, or it has not come yet. */
  inputs: Reader["inputs"] | null;
}

class Talk extends Component<Opened, Looking> {
  override state: Looking = { found: null, inputs: null };
  trainer = this.props.model.lend(openTrainer);
  hasJumped = false;
  /** Ids of the answers that were shown here. */
  read = new Set<string>();

  override componentDidMount() {
    void this.look();
    whenVoice(this.props.words.voice, () => {
      void import("../engine/spoken.ts").then((inputs) => this.setState({ inputs }));
    });
  }

  override componentWillUnmount() {
    hush();
  }

  override componentDidUpdate(before: Opened) {
    if (before.state !== this.props.state) void this.look();
    const answer = document.getElementById(`a-${this.props.first}`);
    if (!answer || this.hasJumped) return;
    this.hasJumped = true;
    answer.scrollIntoView({ block: "center" });
    answer.focus({ preventScroll: true });
  }

  look = async () => {
    const found = await this.trainer.look();
    this.setState({ found });
    const read = this.props.model.lend(openMessages);
    const answers = found.questions.reduce((all, one) => all.concat(one.answers), found.others);
    for (const answer of answers.filter(({ id }) => !this.read.has(id))) {
      this.read.add(answer.id);
      await read(answer);
    }
  };

  override render(screen: Opened, { found, inputs }: Looking) {
    const { words, state, first, lesson } = screen;
    const title = state.modules
      .filter(({ id }) => id === first)[0]
      ?.lessons.filter(({ id }) => id === lesson)[0]?.title;
    return (
      <main class="page talk">
        <div class="stack">
          <Back words={words} href={lesson ? lessonAddress(state.language, first, lesson) : "/me"} />
          <h1>{words.askTrainer}</h1>
          <p class="status">
            <Icon name="lock" />
            <span>{words.whoSees}</span>
          </p>
          {!state.membership && (
            <div>
              <p class="small soft">{words.noGroup}</p>
              <a class="btn bare fit" href="/join/">
                {words.haveCode}
              </a>
            </div>
          )}
          {title && <p>{words.aboutLesson(title)}</p>}
          <Asking
            {...screen}
            trainer={this.trainer}
            module={first}
            lesson={lesson}
            look={this.look}
            waits={!!found && found.questions.some((question) => question.state === "here")}
          />
        </div>
        {found && <Asked {...screen} found={found} inputs={inputs} />}
      </main>
    );
  }
}

/** Another learner, another conversation. */
export const Trainer = (screen: Opened) => <Talk {...screen} key={screen.state.me.learner} />;

type AskedScreen = TrainerScreen & { found: Conversation; inputs: Looking["inputs"] };

function Asked({ found: { questions, others }, ...screen }: AskedScreen) {
  const { words } = screen;
  return (
    <section class="stack">
      {others.length > 0 && (
        <>
          <h2>{words.otherAnswers}</h2>
          {others.map((answer) => (
            <Answer {...screen} answer={answer} key={answer.id} />
          ))}
        </>
      )}
      <h2>{words.yours}</h2>
      {!questions.length && <p class="soft">{words.noneYet}</p>}
      {questions.map((question) => (
        <One {...screen} question={question} key={question.id} />
      ))}
    </section>
  );
}

const receipts = { here: "phone", sent: "check", answered: "check" };

function One({ question, ...screen }: Omit<AskedScreen, "found"> & { question: Question }) {
  const { words, state } = screen;
  const { at, text, pieces, answers } = question;
  return (
    <article class="card">
      <p class="small soft">{dayIn(state.language, at)}</p>
      {text && <p class="asked-text">{text}</p>}
      {pieces.map(({ type, bytes }) =>
        !bytes ? (
          <p class="small soft">{words.pieceAway}</p>
        ) : isPhoto(type) ? (
          <Photo piece={{ type, bytes }} alt={words.yourPhoto} />
        ) : (
          <Play piece={{ type, bytes }} words={words} />
        ),
      )}
      <p class="status">
        <Icon name={receipts[question.state]} />
        <span>{words.asking[question.state]}</span>
      </p>
      {answers.map((answer) => (
        <Answer {...screen} answer={answer} key={answer.id} />
      ))}
    </article>
  );
}

/** What the trainer wrote; read aloud where the phone has a voice. */
class Answer extends Component<Omit<AskedScreen, "found"> & { answer: Message }> {
  text = createRef<HTMLParagraphElement>();
  button: HTMLElement | null = null;

  override componentDidMount() {
    this.listen();
  }

  override componentDidUpdate() {
    this.listen();
  }

  /** Voices come late on some phones. */
  listen() {
    const { words, state, inputs } = this.props;
    if (!inputs || this.button) return;
    const reader = {
      words: { voice: words.voice, listen: words.listenTo, stop: words.hearStop },
      speed: state.settings.speed,
      inputs,
    };
    this.button = listening(reader, () => [this.text.current!]).button;
    this.text.current!.parentNode!.appendChild(this.button);
  }

  override render({ answer, words, state }: Omit<AskedScreen, "found"> & { answer: Message }) {
    return (
      <div class="say good" id={`a-${askedIn(answer)}`} tabIndex={-1}>
        <Icon name="check" />
        <div class="grow">
          <b>{words.answer}</b>
          <p class="asked-text" ref={this.text}>
            {answer.text}
          </p>
          <p class="small">{dayIn(state.language, answer.created_at)}</p>
        </div>
      </div>
    );
  }
}
