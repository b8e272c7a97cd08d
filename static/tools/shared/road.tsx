// Steps put in order by tapping what comes next: the journey of an order, opening a shop.
import type { VNode } from "preact";
import { toured } from "../../app/engine/stepping.ts";
import type { Road, Tour, Walk } from "../../app/engine/stepping.ts";
import { glide } from "./glide.ts";
import type { Mount, ToolOptions } from "./options.ts";
import { Count, Told } from "./frame.tsx";
import { takeTurns } from "./turns.tsx";

export interface RoadWords {
  title: string;
  rule: string;
  won: string;
  /** What each round is about. */
  rounds: string[];
  ask: string;
  /** What is done, and why it cannot come earlier; of a trap, why it belongs nowhere. */
  steps: { [step: string]: [string, string] };
}

/** A road, with its steps as they are offered: not in their order. */
export interface Round extends Road {
  offered: string[];
}

const common = {
  en: {
    early: "Not yet.",
    trap: "Leave it.",
    gap: " ",
    count: "Steps done",
    next: "Next round",
    done: "The road so far",
  },
  "zh-hans": {
    early: "还不到时候。",
    trap: "这个不要做。",
    gap: "",
    count: "走过的步",
    next: "下一轮",
    done: "走过的路",
  },
};

interface Options {
  rounds: Round[];
  words: { [language in ToolOptions["language"]]: RoadWords };
}

export function road({ rounds, words }: Options): Mount {
  return (root, options) => {
    const say = words[options.language];
    const general = common[options.language];
    const text = (step: string): string => (say.steps[step] as string[])[0] as string;

    const Road = ({ done, isOver }: { done: string[]; isOver: boolean }): VNode => (
      <ol class="road" aria-label={general.done} data-next={isOver || undefined} tabIndex={-1}>
        {done.map((step, n) => (
          <li key={step} data-id={step} class="done">
            <span class="dot" aria-hidden="true">
              {n + 1}
            </span>
            {text(step)}
          </li>
        ))}
      </ol>
    );

    /** Below the step that was tapped, where her eyes are. */
    const Said = ({ step, was }: NonNullable<Walk["last"]>): VNode => (
      <div role="alert">
        <Told isGood={false}>
          {[was === "trap" ? general.trap : general.early, (say.steps[step] as string[])[1]].join(
            general.gap,
          )}
        </Told>
      </div>
    );

    return takeTurns<string>(root, options, say, {
      canBe: (taps) => !!toured(rounds, taps),
      outcome(taps) {
        const { ended, now } = toured(rounds, taps) as Tour;
        const sum = (key: "early" | "trapped"): number => ended.reduce((total, walk) => total + walk[key], 0);
        return now ? null : { rounds: ended.length, early: sum("early"), trapped: sum("trapped") };
      },
      view({ play, move, goOn }) {
        const { ended, now } = toured(rounds, play.moves) as Tour;
        const isWhole = !now || (play.isTold && !now.given && !!ended.length);
        const at = isWhole ? ended.length - 1 : ended.length;
        const { offered, steps } = rounds[at] as Round;
        const { done, last } = (isWhole ? ended[at] : now) as Walk;
        const isHinted = !isWhole && play.isTold && !!last && last.was !== "right";
        const open = steps.filter((group) => !group.every((step) => done.indexOf(step) >= 0))[0];
        const isOpen = (step: string): boolean => !!open && open.indexOf(step) >= 0;
        return (
          <>
            {say.rounds[at] && <p class="hear">{say.rounds[at]}</p>}
            <Count
              of={steps.reduce((n, group) => n + group.length, 0)}
              done={done.length}
              label={general.count}
            />
            <Road done={done} isOver={!now} />
            {!isWhole && (
              <p id="road-ask" class="ask hear">
                <b>{say.ask}</b>
              </p>
            )}
            {isWhole ? (
              now && (
                <button type="button" class="btn" data-next onClick={goOn}>
                  {general.next}
                </button>
              )
            ) : (
              <div class="offered" role="group" aria-labelledby="road-ask">
                {offered
                  .filter((step) => done.indexOf(step) < 0)
                  .map((step, n) => (
                    <div key={step} data-id={step}>
                      <button
                        type="button"
                        class="btn hear"
                        data-next={!isHinted && play.isTold && !n ? true : undefined}
                        onClick={() => (isOpen(step) ? glide(root, () => move(step)) : move(step))}
                      >
                        {text(step)}
                      </button>
                      {isHinted && last.step === step && <Said {...last} />}
                    </div>
                  ))}
              </div>
            )}
          </>
        );
      },
    });
  };
}
