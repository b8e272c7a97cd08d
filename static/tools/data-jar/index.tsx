// The data jar (CURRICULUM.md, X18a): a week of wishes, and what each takes from the jar.
import type { VNode } from "preact";
import { isThrough, poured } from "../../app/engine/jar.ts";
import type { Day, Week } from "../../app/engine/jar.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { days, full, much } from "./week.ts";
import { words } from "./words.ts";

/** The water stands as high as what is left. */
const Jar = ({ left }: { left: number }): VNode => (
  <svg class="jar" viewBox="0 0 100 132" aria-hidden="true">
    <path d="M24 10h52v14q16 6 16 24v66q0 14-14 14H22q-14 0-14-14V48q0-18 16-24z" fill="#cfe0f1" />
    <clipPath id="jar-in">
      <path d="M24 28h52q10 6 10 22v60q0 12-12 12H26q-12 0-12-12V50q0-16 10-22z" />
    </clipPath>
    <g clip-path="url(#jar-in)">
      <path class="water" d="M0 28h100v94H0z" fill="#4a6fb5" style={`transform:scaleY(${left / full})`} />
    </g>
    <path d="M20 2h60v14H20z" fill="#8a5638" />
    <path d="M20 52v48" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".6" />
  </svg>
);

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const at = (ways: string[]): Week => poured(days, full, ways) as Week;
  const wayOf = (id: string): string[] => say.ways[id] as string[];
  const dayOf = (id: string): string[] => say.days[id] as string[];

  const State = ({ spent, left }: Week): VNode => (
    <div class="card face">
      <Jar left={left} />
      <div class="grow">
        <p class="hear">
          <b>{say.left(left)}</b>
        </p>
        <ul class="small">
          {spent.map(({ day, way }) => (
            <li key={day.id} class="row count">
              <span class="grow">{wayOf(way.id)[1]}</span>
              <span>{way.mb ? `−${way.mb}` : 0}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );

  const About = ({ last, dry }: Week): VNode | null => {
    if (!last) return null;
    const { day, way } = last;
    const amount = way.isUnsafe ? say.unsafe : way.mb ? say.took(way.mb) : say.nothing;
    return (
      <div data-next={!!dry || undefined} tabIndex={-1}>
        <Told isGood={!way.isUnsafe && way.mb < much}>
          {[amount, wayOf(way.id)[2]].join(say.gap)}
          {dry && <br />}
          {dry && <b>{say.dry(dayOf(day.id)[0] as string)}</b>}
        </Told>
      </div>
    );
  };

  const Wish = ({ day, move }: { day: Day } & Turns<string>): VNode => (
    <>
      <p id="jar-ask" class="hear" data-next tabIndex={-1}>
        <b>{dayOf(day.id)[0]}</b>
        <br />
        {dayOf(day.id)[1]}
      </p>
      <div class="offered" role="group" aria-labelledby="jar-ask">
        {day.ways.map(({ id }) => (
          <button key={id} type="button" class="btn hear" data-way={id} onClick={() => move(id)}>
            {wayOf(id)[0]}
          </button>
        ))}
      </div>
    </>
  );

  return takeTurns<string>(root, options, say, {
    canBe: (ways) => !!poured(days, full, ways),
    outcome(ways) {
      const week = at(ways);
      return isThrough(week) ? { left: week.left, unsafe: week.unsafe } : null;
    },
    view(turns) {
      const week = at(turns.play.moves);
      return (
        <>
          <Count of={days.length} done={week.spent.length} label={say.count} />
          <State {...week} />
          <div role="status">{turns.play.isTold && <About {...week} />}</div>
          {week.now && <Wish day={week.now} {...turns} />}
        </>
      );
    },
  });
};
