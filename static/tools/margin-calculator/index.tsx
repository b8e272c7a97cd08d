// The margin calculator (CURRICULUM.md, X2 and X2b): where the price of an order goes, and when nothing is left.
import { render } from "preact";
import type { VNode } from "preact";
import { brokenAtZero } from "../../app/engine/margin.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Mission } from "../shared/frame.tsx";
import { Back, Dial, Next } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { DialName, Play } from "./play.ts";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

/** The colours of the bar's parts, beside the dials that move them. */
const chips: { [dial in DialName]?: string } = {
  goods: "c1",
  packing: "c2",
  freight: "c3",
  fee: "c4",
  ads: "c4",
  broken: "c5",
  returned: "c5",
};

const first: DialName[] = ["price", "broken", ...play.costs];

function shown(dial: DialName, step: number): string {
  const worth = play.worthOf(dial, step);
  if (dial === "fee") return `${+(100 * worth).toFixed(1)} %`;
  if (dial === "sold_again") return String(step);
  return dial === "broken" || dial === "returned" ? String(+(100 * worth).toFixed(1)) : `¥${worth}`;
}

function Left({ now, say }: { now: Play; say: Words }): VNode {
  const left = play.left(now);
  const { price } = now.dials;
  const parts = play.parts(now);
  const all = parts.reduce((sum, [, yuan]) => sum + Math.max(0, yuan), 0) || 1;
  const isLoss = left < 0;
  return (
    <div class="card tight">
      <div class="hear" role="status">
        <p>
          {!isLoss && <span class="chip c6" />}
          {isLoss ? say.loss(price) : say.left(price)}
        </p>
        <p class={isLoss ? "sum over" : "sum"}>
          {isLoss && "−"}¥{Math.abs(left).toFixed(2)}
        </p>
      </div>
      <div class="split" aria-hidden="true">
        {parts.map(([chip, yuan]) => (
          <i key={chip} class={chip} style={`width:${(100 * Math.max(0, yuan)) / all}%`} />
        ))}
        {isLoss && <u style={`left:calc(${(100 * price) / all}% - 4px)`} />}
      </div>
      {isLoss && <p class="small hear">{say.ownPocket}</p>}
    </div>
  );
}

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);
  let view = 0;

  function put(next: Play): void {
    const hasWon = next.won[next.mission] && !now.won[now.mission];
    now = next;
    draw();
    keep?.(play.toKeep(now));
    if (hasWon) done({ mission: now.mission + 1, left: play.left(now), order: { ...play.orderOf(now) } });
  }

  function go(): void {
    view = 0;
    put(play.nextMission(now));
    root.querySelector<HTMLElement>("h3")?.focus();
  }

  const dial = (name: DialName): VNode => (
    <Dial
      key={name}
      id={`margin-${name}`}
      label={say.dials[name]}
      chip={chips[name]}
      steps={play.scale[name].steps}
      at={now.dials[name]}
      show={shown(name, now.dials[name])}
      say={say}
      turn={(at, isSettled) => put(play.turned(now, name, at, isSettled))}
    />
  );

  function draw(): void {
    const isDone = now.won[now.mission] as boolean;
    const zero = 100 * brokenAtZero(play.orderOf(now));
    const found = now.mission ? say.enough : zero > 0 ? say.zero(zero.toFixed(2)) : say.zeroAtOnce;
    const isByCosts =
      !isDone && now.mission === 1 && play.left(now) >= play.target && play.hasOtherCosts(now);
    render(
      <div class="tool">
        <h3 class="ask hear" tabIndex={-1}>
          {say.title}
        </h3>
        <div class="pin">
          <Mission
            title={say.mission(now.mission + 1)}
            text={isDone ? found : now.mission ? say.goal : goal}
            isDone={isDone}
          >
            {isByCosts && (
              <p class="hear" role="status">
                {say.otherCosts}
              </p>
            )}
            {isDone && !now.mission && <Next say={say} go={go} />}
          </Mission>
          <Left now={now} say={say} />
        </div>
        <Choice
          name="margin-view"
          label={say.viewLabel}
          options={say.views}
          chosen={view}
          choose={(chosen) => {
            view = chosen;
            draw();
          }}
        />
        <div>{(view ? play.later : first).map(dial)}</div>
        {view === 1 && (
          <label class="choice">
            <input
              type="checkbox"
              checked={now.feeKept}
              onChange={(event) => put(play.keepFee(now, event.currentTarget.checked))}
            />
            <span class="grow">{say.feeKept}</span>
          </label>
        )}
        <p class="small soft hear">{say.wholeParts}</p>
        <Back say={say} now={now} restarted={play.restarted} put={put} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
