// The ranking simulator (CURRICULUM.md, X1): turn what a shop does and what the platform counts, see who comes first.
import { render } from "preact";
import type { VNode } from "preact";
import { defaultWeights } from "../../app/engine/ranking.ts";
import type { Feature } from "../../app/engine/ranking.ts";
import { glide } from "../shared/glide.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Mission } from "../shared/frame.tsx";
import { Back, Dial, Next } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { Play, ShopDial } from "./play.ts";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

const features = Object.keys(defaultWeights) as Feature[];
const dials = Object.keys(words.en.shop) as ShopDial[];
const signed = (value: number): string => (value > 0 ? "+" : "−") + Math.abs(value).toFixed(1);

function List({ now, say }: { now: Play; say: Words }): VNode {
  const gain = play.gain(now);
  return (
    <>
      <p class="rank-head" aria-hidden="true">
        <span>{say.place}</span>
        <span>{say.points}</span>
      </p>
      <ol class="rank">
        {play.ranking(now).map(({ id, score }, n) => (
          <li key={id} data-id={id} class={id === "B" ? "mine hear" : "hear"} style={`--w:${score}%`}>
            <span class="p">{n + 1}</span>
            <span class="grow">{say.names[id]}</span>
            {id === "B" && Math.abs(gain) >= 0.05 && (
              <span class={gain > 0 ? "up" : "down"}>{signed(gain)}</span>
            )}
            <span class="s">{score.toFixed(1)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Money({ now, say }: { now: Play; say: Words }): VNode {
  const left = play.left(now);
  return (
    <p class={left < 0 ? "left hint hear" : "left hear"} role="status">
      {say.now(play.placeOf(play.ranking(now)), Math.abs(left).toFixed(2), left < 0)}
    </p>
  );
}

function sumOf(now: Play, say: Words): string {
  const { goods, packing, freight, fee } = play.costs;
  const { price } = now.shop;
  return say.sum(price, goods, packing, freight, (price * fee).toFixed(2));
}

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);
  let view = now.mission === 1 ? 1 : 0;

  const shown = { photo: (n: number) => say.photo(n * 10), hours: say.hours, price: (n: number) => `¥${n}` };
  const showShop = (key: ShopDial, value: number): string =>
    key === "sales" || key === "n" ? String(value) : shown[key](value);

  function put(next: Play): void {
    const hasWon = next.won[next.mission] && !now.won[now.mission];
    now = next;
    glide(root, draw);
    keep?.(play.toKeep(now));
    if (hasWon) {
      const { mission, shop, weights } = now;
      done({
        mission: mission + 1,
        place: play.placeOf(play.ranking(now)),
        left: +play.left(now).toFixed(2),
        shop,
        weights,
      });
    }
  }

  function go(): void {
    put(play.nextMission(now));
    view = now.mission === 1 ? 1 : 0;
    draw();
    root.querySelector<HTMLElement>("h3")?.focus();
  }

  const shopDials = (): VNode[] =>
    dials.map((key) => (
      <Dial
        key={key}
        id={`shop-${key}`}
        label={say.shop[key]}
        steps={play.shopSteps[key].length}
        at={play.shopSteps[key].indexOf(now.shop[key])}
        show={showShop(key, now.shop[key])}
        say={say}
        turn={(at, isSettled) =>
          put(play.turned(now, { shop: { [key]: play.shopSteps[key][at] as number } }, isSettled))
        }
      />
    ));

  const weightDials = (): VNode[] =>
    features.map((key) => (
      <Dial
        key={key}
        id={`weight-${key}`}
        label={say.weights[key]}
        steps={play.weightSteps.length}
        at={play.weightSteps.indexOf(now.weights[key])}
        show={String(now.weights[key])}
        say={say}
        turn={(at, isSettled) =>
          put(play.turned(now, { weights: { [key]: play.weightSteps[at] as number } }, isSettled))
        }
      />
    ));

  function draw(): void {
    const isDone = now.won[now.mission] as boolean;
    const text = isDone ? say.won[now.mission] : [goal, ...say.goals][now.mission];
    const unfair = isDone ? null : play.isUnfair(now);
    render(
      <div class="tool">
        <h3 class="ask hear" tabIndex={-1}>
          {say.search}
        </h3>
        <div class="pin">
          <Mission title={say.mission(now.mission + 1)} text={text as string} isDone={isDone}>
            {unfair && (
              <p class="hear" role="status">
                {say[unfair]}
              </p>
            )}
            {isDone && now.mission < 2 && <Next say={say} go={go} />}
          </Mission>
          <List now={now} say={say} />
          <Money now={now} say={say} />
          <p class="small soft hear">{say.note}</p>
        </div>
        <Choice
          name="ranking-view"
          label={say.viewLabel}
          options={say.views}
          chosen={view}
          choose={(chosen) => {
            view = chosen;
            draw();
          }}
        />
        <div>{view ? weightDials() : shopDials()}</div>
        <p class="small soft hear">{sumOf(now, say)}</p>
        <Back say={say} now={now} restarted={play.restarted} put={put} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
