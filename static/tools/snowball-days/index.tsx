// Ten days of a shop (CURRICULUM.md, X1c): start, photo and speed decide the place, the place decides what is sold.
import { render } from "preact";
import type { VNode } from "preact";
import { dayCount } from "../../app/engine/snowball.ts";
import type { Day } from "../../app/engine/snowball.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Mission } from "../shared/frame.tsx";
import { Back, Dial, Next } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { Play } from "./play.ts";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

/** More than this is not sold on any day: the whole height. */
const mostSold = 12;

const all = Array.from({ length: dayCount }, (_, n) => n);

/** A column for each day; those to come are empty. */
const Columns = ({ days }: { days: Day[] }): VNode => (
  <div class="ten" aria-hidden="true">
    {all.map((n) => {
      const day = days[n];
      const height = day ? Math.max(6, (100 * day.sold) / mostSold) : 0;
      return (
        <i key={n} class={day && day.isFound ? "lost" : undefined}>
          <u style={`height:${height}%`} />
        </i>
      );
    })}
  </div>
);

function Days({ days, say }: { days: Day[]; say: Words }): VNode | null {
  if (!days.length) return null;
  return (
    <>
      <p class="rank-head hear">
        <span>{say.days}</span>
        <span>{say.bought}</span>
      </p>
      <ol class="rank">
        {days.map((day, n) => (
          <li key={n} class="hear" style={`--w:${(100 * day.sold) / mostSold}%`}>
            <span class="p">{n + 1}</span>
            <span class="grow">{say.day(day)}</span>
            <span class="s">{day.sold}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Runs({ now, say }: { now: Play; say: Words }): VNode | null {
  const done = play.startNames.filter((name) => now.runs[name]);
  const most = Math.max(1, ...done.map((name) => (now.runs[name] as play.Run).sold));
  if (!done.length) return null;
  return (
    <>
      <p class="rank-head hear">{say.runs}</p>
      <ul class="rank">
        {done.map((name) => {
          const { sold, photo, hours } = now.runs[name] as play.Run;
          return (
            <li key={name} class="hear" style={`--w:${(100 * sold) / most}%`}>
              <span class="grow">
                {say.starts[name]}
                <small class="line">
                  {say.photoLabel} {say.photo(photo)} · {say.hours(play.hourSteps[hours] as number)}
                </small>
              </span>
              <span class="s">{sold}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);

  function put(next: Play): void {
    const hasWon = next.won[next.mission] && !now.won[now.mission];
    now = next;
    draw();
    keep?.(play.toKeep(now));
    if (hasWon) done({ mission: now.mission + 1, setup: now.setup, runs: now.runs });
  }

  function go(): void {
    put(play.nextMission(now));
    root.querySelector<HTMLElement>("h3")?.focus();
  }

  const later = (label: string, until: number): VNode => (
    <button
      type="button"
      class={now.day < dayCount ? "btn grow hear" : "btn wait grow hear"}
      aria-disabled={now.day === dayCount}
      onClick={() => put(play.wait(now, until))}
    >
      {label}
    </button>
  );

  const dial = (key: "photo" | "hours", label: string, steps: number, show: string): VNode => (
    <Dial
      id={`snowball-${key}`}
      label={label}
      steps={steps}
      at={now.setup[key]}
      show={show}
      say={say}
      turn={(at, isSettled) => put(play.turned(now, { [key]: at }, isSettled))}
    />
  );

  function draw(): void {
    const isDone = now.won[now.mission] as boolean;
    const { setup, day, mission } = now;
    const days = play.days(now);
    const last = days[day - 1];
    render(
      <div class="tool">
        <h3 class="ask hear" tabIndex={-1}>
          {say.title}
        </h3>
        <div class="pin">
          <Mission
            title={say.mission(mission + 1)}
            text={(isDone ? say.won[mission] : mission ? say.goal : goal) as string}
            isDone={isDone}
          >
            {play.isUnlike(now) && (
              <p class="hear" role="status">
                {say.unlike}
              </p>
            )}
            {isDone && !mission && <Next say={say} go={go} />}
          </Mission>
          <Columns days={days} />
          <div role="status">
            <p class={last && last.isFound ? "left hint hear" : "left hear"}>
              {last ? say.now(day, last.place, play.soldIn(days)) : say.before}
            </p>
            {last && last.isFound && <p class="small hear">{say.found}</p>}
          </div>
        </div>
        <div class="row">
          {later(say.nextDay, day + 1)}
          {later(say.lastDay, dayCount)}
        </div>
        <Choice
          name="snowball-start"
          label={say.startLabel}
          options={play.startNames.map((name) => say.starts[name])}
          chosen={play.startNames.indexOf(setup.start)}
          choose={(n) => put(play.turned(now, { start: play.startNames[n] as play.Play["setup"]["start"] }))}
          shown
        />
        <div>
          {dial("photo", say.photoLabel, play.photoSteps, say.photo(setup.photo))}
          {dial(
            "hours",
            say.hoursLabel,
            play.hourSteps.length,
            say.hours(play.hourSteps[setup.hours] as number),
          )}
        </div>
        {setup.start === "none" && (
          <label class="choice">
            <input
              type="checkbox"
              checked={setup.isLifted}
              onChange={(event) => put(play.turned(now, { isLifted: event.currentTarget.checked }))}
            />
            <span class="grow">{say.lifted}</span>
          </label>
        )}
        <Runs now={now} say={say} />
        <Days days={days} say={say} />
        <p class="small soft hear">{say.note}</p>
        <Back say={say} now={now} restarted={play.restarted} put={put} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
