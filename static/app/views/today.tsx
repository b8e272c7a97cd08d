// Today: the one next step, what waits, and a word when there is one.

import type { LessonOnShelf } from "../lesson/shelf.ts";
import type { Message } from "../storage/records.ts";
import { Clauses, Go, Icon, Picture, Portrait, Status, type Screen } from "./parts.tsx";
import { Room } from "./room.tsx";
import { lessonAddress } from "./route.ts";

// Where they cannot come, nothing is said of them.
const offers = () =>
  import("./offers.tsx").then(
    ({ Offers }) => Offers,
    () => () => null,
  );

export function Today(screen: Screen) {
  const { state, words, art, tier } = screen;
  const { profile, next } = state;
  const unread = state.messages.filter(({ read_at }) => !read_at);
  return (
    <>
      <div class="row">
        {profile?.picture && (
          <span class="blob plate">
            <Portrait art={art} name={profile.picture} />
          </span>
        )}
        <h1 class="grow hello">{words.hello(profile?.nickname ?? "")}</h1>
      </div>
      {next ? <Next {...screen} lesson={next} /> : <Nothing {...screen} />}
      {unread.slice(0, 2).map((message) => (
        <Word {...screen} message={message} />
      ))}
      {state.finished > 0 && <Room {...screen} load={offers} />}
      {tier === 2 && <Outside {...screen} />}
      <Status state={state} words={words} now={Date.now()} />
      {state.waiting > 0 && state.last && state.last !== "done" && (
        <p class="small soft">{state.last === "refused" ? words.notReady : words.noAnswer}</p>
      )}
    </>
  );
}

function Next({ state, words, art, lesson }: Screen & { lesson: LessonOnShelf }) {
  const { sitting } = lesson;
  const href = lessonAddress(state.language, lesson.module, lesson.id);
  return (
    <section class="card hero">
      <Picture art={art} name="trays" alt={words.trays} />
      <div class="in">
        <p class="small">{words.nextStep(lesson.minutes)}</p>
        <h2 class="step">
          <Clauses text={lesson.title} language={state.language} />
        </h2>
        {sitting && (
          <div class="row">
            <progress class="grow" max={sitting.cards} value={sitting.card} aria-label={words.cardsDone} />
            <span class="small">{words.cardOf(sitting.card, sitting.cards)}</span>
          </div>
        )}
        <Go href={href}>{lesson.isBegun || state.finished ? words.goOn : words.begin}</Go>
      </div>
    </section>
  );
}

function Nothing({ state, words, art }: Screen) {
  const isEmpty = !state.modules.some(({ place }) => place === "here");
  return (
    <>
      <Picture art={art} name={isEmpty ? "away" : "together"} alt={isEmpty ? words.away : ""} />
      <h2>{isEmpty ? words.nothingYet : words.allDone}</h2>
      <p>{isEmpty ? words.nothingYetMore : words.allDoneMore}</p>
      {!isEmpty && (
        <a class="btn" href="/path">
          {words.lookAgain}
        </a>
      )}
    </>
  );
}

function Word({ model, message, words }: Screen & { message: Message }) {
  const href = message.link || "/me";
  return (
    <a class="card" href={href} onClick={() => void model.read(message)}>
      <span class="blob hint">
        <Icon name="bell" />
      </span>
      <span class="grow">
        <b>{message.title || words.message}</b>
        <br />
        <span class="small soft">{message.text}</span>
      </span>
      <Icon name="more" />
    </a>
  );
}

/** Tier 2: says what is true here, and the way to more where there is one. */
function Outside({ words }: Screen) {
  if (!isSecureContext) return <p class="small soft">{words.onlyConnected}</p>;
  return (
    <section class="say">
      <Icon name="phone" />
      <div>
        <b>{words.openOutside}</b>
        <p>{words.openOutsideMore}</p>
      </div>
    </section>
  );
}
