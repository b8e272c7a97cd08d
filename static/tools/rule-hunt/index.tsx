// The rule hunt (CURRICULUM.md, X17c): find a rule in a rule centre, and the day from which it holds.
import type { VNode } from "preact";
import { found } from "../../app/engine/finding.ts";
import type { Found, Task } from "../../app/engine/finding.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { dates, hunted, shelves, tasks } from "./notices.ts";
import { words } from "./words.ts";

const doors = Object.keys(shelves);

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const at = (taps: string[]): Found => found(tasks, doors, taps) as Found;

  const why = ({ item, isRight }: NonNullable<Found["last"]>): string =>
    say.whys[item] || (isRight ? say.found : say.alike[item] || say.notThis);

  const Said = ({ last }: { last: NonNullable<Found["last"]> }): VNode => (
    <div role="alert" data-next tabIndex={-1}>
      <Told isGood={false}>{[say.look, why(last)].join(say.gap)}</Told>
    </div>
  );

  const Shelf = ({ door, last, move }: { door: string; last: Found["last"] } & Turns<string>): VNode => (
    <>
      <div class="tabs-of" role="group" aria-label={say.back}>
        {doors.map((shelf) => (
          <button
            key={shelf}
            type="button"
            class="hear"
            data-door={shelf}
            aria-pressed={shelf === door}
            onClick={() => shelf === door || move(shelf)}
          >
            {say.shelves[shelf]}
          </button>
        ))}
      </div>
      <ul class="hits">
        {(shelves[door] as string[]).map((id) => {
          const [title, month] = say.notices[id] as [string, string];
          return (
            <li key={id}>
              <button type="button" class="hit hear" data-item={id} onClick={() => move(id)}>
                <b>{title}</b>
                <span class="small soft">{month}</span>
              </button>
              {last && !last.isRight && last.item === id && <Said last={last} />}
            </li>
          );
        })}
      </ul>
    </>
  );

  /** A notice in full; its dates are lines to tap, and each notice has them in another order. */
  const Notice = ({ id, last, move }: { id: string; last: Found["last"] } & Turns<string>): VNode => {
    const [title] = say.notices[id] as [string, string];
    const [text, ...days] = say.texts[id] as string[];
    const n = hunted.indexOf(id);
    return (
      <>
        <p class="paper hear">
          <b>{title}</b>
          <br />
          {text}
        </p>
        <ul class="hits">
          {[...dates.slice(n), ...dates.slice(0, n)].map((date) => (
            <li key={date}>
              <button type="button" class="hit hear" data-item={date} onClick={() => move(date)}>
                <span class="small soft">{say.dates[date]}</span>
                <b>{days[dates.indexOf(date)]}</b>
              </button>
              {last && !last.isRight && last.item === date && <Said last={last} />}
            </li>
          ))}
        </ul>
      </>
    );
  };

  /** What was found so far, with its day and what there is to do. */
  const Diary = ({ done }: { done: number }): VNode => (
    <div class="card" data-next={done === tasks.length || undefined} tabIndex={-1}>
      <p class="k">{say.diary}</p>
      {hunted.slice(0, Math.floor(done / 2)).map((id) => (
        <p key={id} class="hear">
          <b>{(say.texts[id] as string[])[3]}</b>
          <br />
          {(say.notices[id] as string[])[0]}
          <br />
          <span class="small">→ {say.effects[id]}</span>
        </p>
      ))}
    </div>
  );

  return takeTurns<string>(root, options, say, {
    canBe: (taps) => !!found(tasks, doors, taps),
    outcome(taps) {
      const { done, misses } = at(taps);
      return done === tasks.length ? { rules: hunted.length, misses } : null;
    },
    view(turns) {
      const { moves, isTold } = turns.play;
      const { done, door, last } = at(moves);
      const task: Task | undefined = tasks[done];
      const isDoor = doors.indexOf(moves[moves.length - 1] as string) >= 0;
      const told = isTold && !isDoor ? last : null;
      const id = hunted[Math.floor(done / 2)] as string;
      return (
        <>
          <Count of={tasks.length} done={done} label={say.count} />
          <div role="status">
            {told && told.isRight && <Told isGood>{[say.yes, why(told)].join(say.gap)}</Told>}
          </div>
          {task && (
            <>
              <p class="hear" data-next={(told && told.isRight) || undefined} tabIndex={-1}>
                <b>{done % 2 ? say.askDay : say.asks[id]}</b>
              </p>
              <div class="browser">
                <p class="address small hear">{say.site}</p>
                {done % 2 ? (
                  <Notice id={id} last={told} {...turns} />
                ) : (
                  <Shelf door={door || (doors[4] as string)} last={told} {...turns} />
                )}
              </div>
            </>
          )}
          {done > 1 && <Diary done={done} />}
        </>
      );
    },
  });
};
