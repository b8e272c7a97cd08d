// A road of lessons, one below the other: which are done, which are begun, and which is next.

import type { LessonOnShelf } from "../lesson/shelf.ts";
import type { PathWords } from "../text/text.ts";
import { Go, Icon, type RoomScreen } from "./parts.tsx";
import { lessonAddress } from "./route.ts";

export interface OnRoads extends RoomScreen<PathWords> {
  /** `module/lesson` of those whose last step is for a computer. */
  atComputer: string[];
}

export function Road(screen: OnRoads & { lessons: LessonOnShelf[] }) {
  const { lessons, state } = screen;
  return (
    <ol class="road">
      {lessons.map((lesson, at) => {
        const isNow = state.next?.module === lesson.module && state.next.id === lesson.id;
        return isNow ? (
          <Now {...screen} lesson={lesson} number={at + 1} />
        ) : (
          <Step {...screen} lesson={lesson} number={at + 1} />
        );
      })}
    </ol>
  );
}

/** Where five questions may spare her the lesson. */
const checkAddress = ({ language }: RoomScreen["state"], { module, id }: LessonOnShelf) =>
  `/${language}/-/check:${module}:${id}/`;

interface OnRoad {
  lesson: LessonOnShelf;
  number: number;
}

function Computer({ words, lesson, atComputer }: OnRoads & OnRoad) {
  const isOne = atComputer.indexOf(`${lesson.module}/${lesson.id}`) >= 0;
  return isOne ? (
    <>
      <br />
      <span class="small soft">{words.atComputer}</span>
    </>
  ) : null;
}

/** On which card she left it; of one begun on another phone only that. */
const leftAt = (words: OnRoads["words"], { sitting, isBegun }: LessonOnShelf) =>
  isBegun && words.begun(sitting ? words.cardOf(sitting.card, sitting.cards) : "");

function Now(screen: OnRoads & OnRoad) {
  const { state, words, lesson, number } = screen;
  const left = leftAt(words, lesson);
  return (
    <li class="now">
      <span class="dot">{number}</span>
      <div class="card">
        <div>
          <b class="step">{lesson.title}</b>
          <span class="small soft">
            {words.minutes(lesson.minutes)}
            {left && ` · ${left}`}
          </span>
          <Computer {...screen} />
        </div>
        <Go href={lessonAddress(state.language, lesson.module, lesson.id)}>
          {lesson.isBegun ? words.goOn : words.begin}
        </Go>
        {lesson.place === "here" && (
          <a class="btn bare" href={checkAddress(state, lesson)}>
            {words.knowThis}
          </a>
        )}
      </div>
    </li>
  );
}

function Step(screen: OnRoads & OnRoad) {
  const { state, words, lesson, number } = screen;
  const { progress, place } = lesson;
  const isDone = !!progress.finished || !!progress.checked;
  const where = place === "here" ? words.isHere : place === "fetch" ? words.toFetch : words.planned;
  const left = leftAt(words, lesson);
  const inside = (
    <>
      <b>{lesson.title}</b>
      <span class={left ? "small" : "small soft"}>
        {progress.mastered
          ? words.mastered
          : progress.checked
            ? words.checked
            : isDone
              ? words.finished
              : `${words.minutes(lesson.minutes)} · ${left || where}`}
      </span>
      <Computer {...screen} />
    </>
  );
  return (
    <li class={isDone ? "done" : ""}>
      <span class="dot">{isDone ? <Icon name="check" /> : number}</span>
      {place === "planned" ? (
        <div class="planned">{inside}</div>
      ) : (
        <a href={lessonAddress(state.language, lesson.module, lesson.id)}>{inside}</a>
      )}
      {place === "here" && !isDone && (
        <a class="know small" href={checkAddress(state, lesson)}>
          {words.knowThis}
        </a>
      )}
    </li>
  );
}
