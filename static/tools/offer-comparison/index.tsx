// The comparison of places to sell (CURRICULUM.md, X3): the cash needed first, what comes back, what matters to me.
import { render } from "preact";
import type { VNode } from "preact";
import { cash, isDated, points } from "../../app/engine/offers.ts";
import type { Offer } from "../../app/engine/offers.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Mission } from "../shared/frame.tsx";
import { Back, Dial } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { CostDial, Play } from "./play.ts";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

const MONEY = 0;
const WEIGHTS = 2;

interface ListProps {
  now: Play;
  say: Words;
  place: number;
  /** Points instead of yuan. */
  byPoints: boolean;
}

function List({ now, say, place, byPoints }: ListProps): VNode {
  const found = points(now.offers, now.weights);
  const most = Math.max(...now.offers.map((offer) => cash(offer).first)) || 1;
  return (
    <>
      <p class="rank-head hear">{byPoints ? say.points : say.first}</p>
      <ul class="rank">
        {now.offers.map((offer, n) => {
          const { first, back, spent } = cash(offer);
          const width = byPoints ? (found[n] as number) : (100 * first) / most;
          return (
            <li key={n} class={n === place ? "mine hear" : "hear"} style={`--w:${width}%`}>
              <span class="grow">
                {say.shops[n]}
                {!isDated(offer) && <small class="undated"> · {say.noDate}</small>}
                <small class="line">{say.parts(back, spent)}</small>
              </span>
              <span class="s">{byPoints ? (found[n] as number).toFixed(1) : `¥${first}`}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function showCost(offer: Offer, dial: CostDial, say: Words): string {
  if (dial !== "commission") return `¥${offer.costs[dial]}`;
  return say.commission(+(100 * offer.commission).toFixed(1), Math.round(1000 * offer.commission));
}

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);
  let view = MONEY;
  let place = 0;

  function put(next: Play): void {
    const hasWon = next.won && !now.won;
    now = next;
    draw();
    keep?.(play.toKeep(now));
    if (hasWon)
      done({
        first: now.offers.map((offer) => cash(offer).first),
        points: points(now.offers, now.weights).map((each) => +each.toFixed(1)),
      });
  }

  function dial(
    id: string,
    label: string,
    steps: number,
    at: number,
    show: string,
    turn: (at: number, isSettled: boolean) => void,
  ): VNode {
    return <Dial key={id} id={`offer-${id}`} {...{ label, steps, at, show, say, turn }} />;
  }

  function dials(): VNode[] {
    const offer = now.offers[place] as Offer;
    if (view === MONEY)
      return play.costDials.map((key) =>
        dial(
          key,
          say.costs[key],
          play.scale[key].steps,
          play.stepOf(offer, key),
          showCost(offer, key, say),
          (at, isSettled) => put(play.turnCost(now, place, key, at, isSettled)),
        ),
      );
    if (view === WEIGHTS)
      return play.aims.map((key) =>
        dial(
          `weight-${key}`,
          say.weights[key],
          play.marks,
          now.weights[key],
          say.mark(now.weights[key]),
          (at, isSettled) => put(play.turnWeight(now, key, at, isSettled)),
        ),
      );
    return play.merits.map((key) =>
      dial(
        key,
        say.merits[key],
        play.marks,
        offer.merits[key],
        say.mark(offer.merits[key]),
        (at, isSettled) => put(play.turnMerit(now, place, key, at, isSettled)),
      ),
    );
  }

  const choice = (
    name: string,
    label: string,
    options: string[],
    chosen: number,
    choose: (n: number) => void,
  ) => (
    <Choice
      name={`offer-${name}`}
      {...{ label, options, chosen }}
      choose={(n) => {
        choose(n);
        draw();
      }}
    />
  );

  function draw(): void {
    const date = (now.offers[place] as Offer).date;
    render(
      <div class="tool">
        <h3 class="ask hear">{say.title}</h3>
        <Mission text={now.won ? say.won : goal} isDone={now.won} />
        <div class="pin">
          <List now={now} say={say} place={view === WEIGHTS ? -1 : place} byPoints={view !== MONEY} />
        </div>
        <p class="small soft hear">{say.note}</p>
        {choice("view", say.viewLabel, say.views, view, (n) => (view = n))}
        {view !== WEIGHTS && choice("place", say.shopLabel, say.shops, place, (n) => (place = n))}
        {view === MONEY && (
          <label class="day">
            <span class="hear">{say.date}</span>
            <input
              id="offer-date"
              type="date"
              value={date}
              onChange={(event) => put(play.setDate(now, place, event.currentTarget.value))}
            />
          </label>
        )}
        <div>{dials()}</div>
        <Back say={say} now={now} restarted={play.restarted} put={put} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
