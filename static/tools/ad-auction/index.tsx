// The place for the ad (CURRICULUM.md, X1d): bid and clicks decide who has it, what an order leaves decides whether it pays.
import { render } from "preact";
import type { VNode } from "preact";
import type { Listing } from "../../app/engine/ranking.ts";
import { glide } from "../shared/glide.ts";
import type { Mount } from "../shared/options.ts";
import { Mission } from "../shared/frame.tsx";
import { Back, Dial, Next } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { DialName, Play } from "./play.ts";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

const plain = (value: number): string => String(+value.toFixed(1));

/** The bidders; the first has the place, and it carries its word. */
function Slot({ now, say }: { now: Play; say: Words }): VNode {
  const found = play.slot(now);
  const bidders = play.bidders(now);
  const most = (found[0] as [string, number])[1];
  return (
    <>
      <p class="rank-head hear">{say.worth}</p>
      <ol class="rank">
        {found.map(([id, yuan], n) => {
          const { bid = 0, pctr = 0 } = bidders.filter((each) => each.id === id)[0] as Listing;
          return (
            <li
              key={id}
              data-id={id}
              class={id === play.own ? "mine hear" : "hear"}
              style={`--w:${(100 * yuan) / most}%`}
            >
              <span class="grow">
                {!n && <b class="paid">{say.ad}</b>}
                {say.names[id]}
                <small class="line">{say.offer(bid.toFixed(2), plain(100 * pctr))}</small>
              </span>
              <span class="s">¥{yuan.toFixed(1)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Money({ now, say }: { now: Play; say: Words }): VNode {
  if (!play.hasPlace(now))
    return (
      <p class="left hear" role="status">
        {say.notShown}
      </p>
    );
  const { clicks, orders, cost, earned } = play.brings(now);
  const isLoss = earned < 0;
  const yuan = Math.abs(earned).toFixed(2);
  return (
    <div role="status">
      <p class={isLoss ? "left hint hear" : "left hear"}>{isLoss ? say.costs(yuan) : say.pays(yuan)}</p>
      <p class="small hear">
        {say.shown(plain(clicks), cost.toFixed(2), plain(orders), (orders * play.left).toFixed(2))}
      </p>
    </div>
  );
}

function shown(dial: DialName, now: Play, say: Words): string {
  const { bid, pctr, buys } = play.adOf(now);
  if (dial === "bid") return `¥${bid.toFixed(2)}`;
  return dial === "page" ? say.page(Math.round(100 * buys)) : say.photo(now.dials.photo, plain(100 * pctr));
}

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);

  function put(next: Play): void {
    const hasWon = next.won[next.mission] && !now.won[now.mission];
    now = next;
    glide(root, draw);
    keep?.(play.toKeep(now));
    if (hasWon)
      done({ mission: now.mission + 1, ...play.adOf(now), earned: +play.brings(now).earned.toFixed(2) });
  }

  function go(): void {
    put(play.nextMission(now));
    root.querySelector<HTMLElement>("h3")?.focus();
  }

  function text(): string {
    const { mission } = now;
    const { buys } = play.adOf(now);
    if (!now.won[mission]) return [goal, ...say.goals][mission] as string;
    const most = Math.floor(100 * play.mostBid(now)) / 100;
    return say.won[mission] || say.highest(play.left, Math.round(100 * buys), most.toFixed(2));
  }

  const dial = (name: DialName): VNode => (
    <Dial
      key={name}
      id={`ad-${name}`}
      label={say.dials[name]}
      steps={play.steps[name]}
      at={now.dials[name]}
      show={shown(name, now, say)}
      say={say}
      turn={(at, isSettled) => put(play.turned(now, name, at, isSettled))}
    />
  );

  function draw(): void {
    const isDone = now.won[now.mission] as boolean;
    render(
      <div class="tool">
        <h3 class="ask hear" tabIndex={-1}>
          {say.title}
        </h3>
        <Mission title={say.mission(now.mission + 1)} text={text()} isDone={isDone}>
          {isDone && now.mission < 2 && <Next say={say} go={go} />}
        </Mission>
        <div class="pin">
          <Slot now={now} say={say} />
          <Money now={now} say={say} />
        </div>
        <div>{play.names.map(dial)}</div>
        <p class="small soft hear">{say.note}</p>
        <Back say={say} now={now} restarted={play.restarted} put={put} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
