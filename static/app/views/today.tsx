// Today: the one next step. What stands below it comes by itself (below.tsx).

import type { LessonOnShelf } from "../lesson/shelf.ts";
import { Clauses, Go, Picture, Portrait, type Screen } from "./parts.tsx";
import { Room } from "./room.tsx";
import { lessonAddress } from "./route.ts";

const nothing = async () => (await import("./below.tsx")).Nothing;
// Where it cannot come, nothing is said of it.
const below = () =>
  import("./below.tsx").then(
    ({ Below }) => Below,
    () => () => null,
  );

export function Today(screen: Screen) {
  const { state, words, art } = screen;
  const { next, me } = state;
  const profile = me.profiles ? null : state.profile; // the bar above has it
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
      {next ? <Next {...screen} lesson={next} /> : <Room {...screen} load={nothing} key="nothing" />}
      <Room {...screen} load={below} key="below" />
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
