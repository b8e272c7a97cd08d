// What tools with dials have in common: the frame, a choice of one, a dial.
import type { VNode } from "preact";
import { Icon, WaysBack } from "./frame.tsx";
import { undone } from "./steps.ts";
import type { Steps } from "./steps.ts";
import type { Common } from "./words.ts";

/** This mission is reached, and another waits. */
export const Next = ({ say, go }: { say: { next: string }; go(): void }): VNode => (
  <button type="button" class="btn" onClick={go}>
    <span>{say.next}</span>
    <Icon name="next" />
  </button>
);

interface BackProps<S> {
  say: Common;
  now: S;
  restarted(now: S): S;
  put(next: S): void;
}

/** The same for a play of steps. */
export const Back = <S extends Steps<unknown>>({ say, now, restarted, put }: BackProps<S>): VNode => (
  <WaysBack
    say={say}
    canUndo={!!now.past.length}
    undo={() => put(undone(now))}
    restart={() => put(restarted(now))}
  />
);

interface DialProps {
  id: string;
  label: string;
  /** The colour of its part in a bar above: a class of tools.css. */
  chip?: string | undefined;
  /** How many steps there are, and which one it is on. */
  steps: number;
  at: number;
  show: string;
  say: Common;
  /** `isSettled` is false while the thumb is still on the slider. */
  turn(at: number, isSettled: boolean): void;
}

/** A slider, and two buttons for thumbs that find sliders hard. */
export function Dial({ id, label, chip, steps, at, show, say, turn }: DialProps): VNode {
  const last = steps - 1;
  const button = (icon: "minus" | "plus", name: string, to: number): VNode => (
    <button
      type="button"
      aria-label={`${name}: ${label}`}
      aria-disabled={to < 0 && at === 0 ? true : to > last && at === last}
      onClick={() => turn(Math.min(last, Math.max(0, to)), true)}
    >
      <Icon name={icon} />
    </button>
  );
  const value = (event: { currentTarget: HTMLInputElement }): number => +event.currentTarget.value;
  return (
    <div class="dial">
      <div class="top hear">
        <label for={id}>
          {chip && <span class={`chip ${chip}`} />}
          {label}
        </label>
        <output for={id}>{show}</output>
      </div>
      <div class="row">
        {button("minus", say.less, at - 1)}
        <input
          id={id}
          class="grow"
          type="range"
          min={0}
          max={last}
          value={at}
          aria-valuetext={show}
          style={`--v:${(100 * at) / last}%`}
          onInput={(event) => turn(value(event), false)}
          onChange={(event) => turn(value(event), true)}
        />
        {button("plus", say.more, at + 1)}
      </div>
    </div>
  );
}
