// The parts of a computer (CURRICULUM.md, X7a): six to find on a drawing, then five steps from log in to shut down.
import type { VNode } from "preact";
import { named } from "../../app/engine/naming.ts";
import type { Named } from "../../app/engine/naming.ts";
import type { Walk } from "../../app/engine/stepping.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { boxes, offered, round, steps } from "./round.ts";
import type { Part, Step } from "./round.ts";
import { words } from "./words.ts";

const parts = Object.keys(boxes) as Part[];

/** `isOn`: the screen shows something, and the key is lit. */
const Drawing = ({ isOn }: { isOn: boolean }): VNode => (
  <svg viewBox="0 0 360 340" aria-hidden="true">
    <path fill="#e9f1df" d="M0 0h360v340H0z" />
    <path fill="#d9a868" d="M0 200h360v140H0z" />
    <path fill="#bf8a49" d="M0 200h360v6H0z" />
    <path fill="#3c465b" d="M104 160h32l6 58H98z" />
    <path fill="#17223b" d="M84 214h72v8H84zM22 20h196v148H22z" />
    <path fill={isOn ? "#cfe0f1" : "#2a3550"} d="M30 28h180v124H30z" />
    {isOn && (
      <>
        <path fill="#a9c58f" d="M30 152v-30q80-40 180 0v30z" />
        <path fill="#fff" d="M62 44h92v58H62z" />
        <path stroke="#4a6fb5" stroke-width="5" d="M72 58h72M72 72h72M72 86h44" />
      </>
    )}
    <path fill="none" stroke="#3c465b" stroke-width="4" d="M302 254q-6-20 10-30" />
    <path fill="#3c465b" d="M256 20h84v214h-84z" />
    <path fill="#17223b" d="M266 30h64v12h-64zM266 50h64v12h-64z" />
    <circle cx="298" cy="124" r="16" fill="#17223b" />
    <path
      fill="none"
      stroke={isOn ? "#fcbd3d" : "#bcc5d4"}
      stroke-width="4"
      stroke-linecap="round"
      d="M292 118a9 9 0 1 0 12 0M298 113v9"
    />
    <path fill="#17223b" stroke="#bcc5d4" stroke-width="3" d="M280 180h36v16h-36z" />
    <path fill="#f2f5ee" d="M285 183h26v5h-26z" />
    <path fill="#f3e0c6" d="M24 256h212l8 68H16z" />
    <path
      fill="none"
      stroke="#6b7587"
      stroke-width="10"
      stroke-dasharray="12 5"
      d="M32 268h196M31 284h200M29 300h204"
    />
    <path stroke="#6b7587" stroke-width="9" d="M74 314h104" />
    <path fill="#f3e0c6" d="M278 280a24 28 0 0 1 48 0v18a24 26 0 0 1-48 0z" />
    <path fill="none" stroke="#6b7587" stroke-width="3" d="M278 280h48M302 254v26" />
  </svg>
);

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const seen = (taps: string[]): Named => named(round, taps) as Named;
  const nameOf = (part: string): string => say.parts[part as Part][0];

  const Computer = ({ now, move }: { now: Named } & Turns<string>): VNode => (
    <div class="device">
      <Drawing isOn={!now.walk || (!!now.walk.done.length && !now.walk.isWhole)} />
      {parts.map((part) => {
        const [x, y, wide, high] = boxes[part];
        const isFound = now.found.indexOf(part) >= 0;
        const style = `left:${x / 3.6}%;top:${y / 3.4}%;width:${wide / 3.6}%;height:${high / 3.4}%`;
        return (
          <button
            key={part}
            type="button"
            class={isFound ? "found" : undefined}
            style={style}
            data-part={part}
            aria-label={isFound ? nameOf(part) : say.parts[part][1]}
            aria-disabled={!now.asked}
            onClick={() => now.asked && move(part)}
          >
            {isFound && <span>{nameOf(part)}</span>}
          </button>
        );
      })}
    </div>
  );

  const About = ({ last }: Named): VNode => {
    if (!last)
      return (
        <div class="say hear">
          <p>{say.begin}</p>
        </div>
      );
    const [name, , what] = say.parts[last.part as Part];
    const said = last.isRight
      ? [say.yes, what]
      : [`${say.that}${say.gap}${name}${say.gap ? "." : "。"}`, what];
    return <Told isGood={last.isRight}>{said.join(say.gap)}</Told>;
  };

  const Steps = ({
    walk,
    isTold,
    move,
  }: {
    walk: Walk;
    isTold: boolean;
    move(step: string): void;
  }): VNode => (
    <>
      <ol class="road" aria-label={say.count}>
        {walk.done.map((step, n) => (
          <li key={step} data-id={step} class="done">
            <span class="dot" aria-hidden="true">
              {n + 1}
            </span>
            {say.steps[step as Step][0]}
          </li>
        ))}
      </ol>
      {walk.isWhole ? (
        <div data-next tabIndex={-1}>
          <Told isGood>{say.all}</Told>
        </div>
      ) : (
        <>
          <p
            id="device-ask"
            class="ask hear"
            data-next={walk.last && walk.last.was !== "right" ? undefined : true}
            tabIndex={-1}
          >
            <b>{say.ask}</b>
          </p>
          <div class="offered" role="group" aria-labelledby="device-ask">
            {offered
              .filter((step) => walk.done.indexOf(step) < 0)
              .map((step) => (
                <div key={step} data-id={step}>
                  <button type="button" class="btn hear" onClick={() => move(step)}>
                    {say.steps[step][0]}
                  </button>
                  {isTold && walk.last && walk.last.was !== "right" && walk.last.step === step && (
                    <div role="alert">
                      <Told isGood={false}>
                        {[walk.last.was === "trap" ? say.trap : say.early, say.steps[step][1]].join(say.gap)}
                      </Told>
                    </div>
                  )}
                </div>
              ))}
          </div>
        </>
      )}
    </>
  );

  return takeTurns<string>(root, options, say, {
    canBe: (taps) => !!named(round, taps),
    outcome(taps) {
      const { walk, detours } = seen(taps);
      return walk && walk.isWhole ? { parts: round.parts.length, detours } : null;
    },
    view(turns) {
      const now = seen(turns.play.moves);
      const { walk, found, asked } = now;
      return (
        <>
          <Count
            of={round.parts.length + steps.length}
            done={found.length + (walk ? walk.done.length : 0)}
            label={say.count}
          />
          {asked && (
            <p class="ask hear">
              <b>{say.find(nameOf(asked))}</b>
            </p>
          )}
          {(!walk || !walk.given) && (
            <div role="status">
              <About {...now} />
            </div>
          )}
          <Computer now={now} {...turns} />
          {walk && <Steps walk={walk} isTold={turns.play.isTold} move={turns.move} />}
        </>
      );
    },
  });
};
