// The card for the computer hour (CURRICULUM.md, X7d): made on the phone, ticked at the computer.
import type { VNode } from "preact";
import { hour, mostMinutes, offered, stages } from "../../app/engine/hour.ts";
import type { Hour } from "../../app/engine/hour.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { plan } from "./plan.ts";
import type { Id } from "./plan.ts";
import { words } from "./words.ts";

/** What is offered in an order that gives nothing away. */
const mixed = (ids: string[]): string[] => [
  ...ids.filter((_, n) => n % 2),
  ...ids.filter((_, n) => !(n % 2)),
];

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const seen = (moves: string[]): Hour => hour(plan, moves) as Hour;
  const thing = (id: string): [string, string] => say.things[id as Id];
  const minutesOf = (id: string): number =>
    plan.jobs.filter((job) => job.id === id).map((job) => job.minutes)[0] || 0;

  const Box = ({
    id,
    isChosen,
    move,
  }: { id: string; isChosen: boolean } & Pick<Turns<string>, "move">): VNode => (
    <label class="choice">
      <input type="checkbox" data-box={id} checked={isChosen} onChange={() => move(id)} />
      <span class="grow hear">
        {thing(id)[0]} {!!minutesOf(id) && <span class="small soft">{say.minutes(minutesOf(id))}</span>}
      </span>
    </label>
  );

  const About = ({ why, about }: NonNullable<Hour["said"]>): VNode => (
    <Told isGood={false}>
      {say.said[why].replace("{}", about && thing(about).join(`${say.gap === " " ? "." : ""}${say.gap}`))}
    </Told>
  );

  const Choosing = ({ now, move }: { now: Hour } & Turns<string>): VNode => {
    const { stage, said, minutes } = now;
    return (
      <>
        <fieldset data-next={said ? undefined : true} tabIndex={-1}>
          <legend class="hear">{say.asks[stage]}</legend>
          {mixed(offered(plan, stage)).map((id) => (
            <Box key={id} id={id} isChosen={now.chosen[stage as "jobs"].indexOf(id) >= 0} move={move} />
          ))}
        </fieldset>
        {stage === "jobs" && (
          <div role="status">
            <progress value={minutes} max={mostMinutes} aria-label={say.sum(minutes)} />
            <p class="small">{say.sum(minutes)}</p>
          </div>
        )}
        <div role="status">{said && <About {...said} />}</div>
        <button type="button" class="btn hear" data-act="next" onClick={() => move("next")}>
          {say.onward[stage]}
        </button>
      </>
    );
  };

  const Card = ({ now, move }: { now: Hour } & Turns<string>): VNode => (
    <>
      <div data-next={now.ticked.length ? undefined : true} tabIndex={-1}>
        <Told isGood>{say.ready}</Told>
      </div>
      <div class="card hour">
        <p class="lead">{say.card}</p>
        {(["jobs", "bring", "leave"] as const).map((stage, n) => (
          <fieldset key={stage}>
            <legend class="k">{say.lists[n]}</legend>
            {now.chosen[stage].map((id) => (
              <Box key={id} id={id} isChosen={now.ticked.indexOf(id) >= 0} move={move} />
            ))}
          </fieldset>
        ))}
        <p class="hear">{say.help}</p>
      </div>
    </>
  );

  return takeTurns<string>(root, options, say, {
    canBe: (moves) => !!hour(plan, moves),
    outcome(moves) {
      const { stage, chosen, minutes, detours } = seen(moves);
      return stage === "card" ? { jobs: chosen.jobs.length, minutes, detours } : null;
    },
    view(turns) {
      const now = seen(turns.play.moves);
      return (
        <>
          <Count of={stages.length - 1} done={stages.indexOf(now.stage)} label={say.count} />
          {now.stage === "card" ? <Card now={now} {...turns} /> : <Choosing now={now} {...turns} />}
        </>
      );
    },
  });
};
