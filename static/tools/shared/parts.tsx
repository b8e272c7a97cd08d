// What tools have in common: icons, the mission on top, a choice of one, a dial.
import type { ComponentChildren, VNode } from "preact";
import { undone } from "./steps.ts";
import type { Steps } from "./steps.ts";
import type { Common } from "./words.ts";

const paths = {
  flag: "M6 21V4h12l-3 4 3 4H6",
  check: "M4 13l5 5L20 6",
  next: "M5 12h14M13 6l6 6-6 6",
  undo: "M8 13 4 9l4-4M4 9h10a5 5 0 0 1 0 10h-4",
  again: "M4 4v6h6M4 10a8 8 0 1 1 1 7",
  minus: "M5 12h14",
  plus: "M12 5v14M5 12h14",
  hint: "M9 18h6M10 21h4M8 14a6 6 0 1 1 8 0l-1 2H9z",
};

export const Icon = ({ name }: { name: keyof typeof paths }): VNode => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);

interface MissionProps {
  title?: string;
  text: string;
  isDone: boolean;
  children?: ComponentChildren;
}

/** The maize flag while there is something to reach; then the lesson has a maize button, and the flag is a tick. */
export const Mission = ({ title, text, isDone, children }: MissionProps): VNode => (
  <div class={isDone ? "mission good" : "mission"}>
    <span class="blob">
      <Icon name={isDone ? "check" : "flag"} />
    </span>
    <div class="grow hear" role="status">
      {title && <p class="small soft">{title}</p>}
      <p>
        <b>{text}</b>
      </p>
    </div>
    {children}
  </div>
);

/** This mission is reached, and another waits. */
export const Next = ({ say, go }: { say: { next: string }; go(): void }): VNode => (
  <button type="button" class="btn" onClick={go}>
    <span>{say.next}</span>
    <Icon name="next" />
  </button>
);

interface ChoiceProps {
  name: string;
  label: string;
  options: string[];
  chosen: number;
  choose(place: number): void;
  /** The label stands above, not only for screen readers. */
  shown?: boolean;
}

/** One of a few, as native radio buttons. */
export const Choice = ({ name, label, options, chosen, choose, shown }: ChoiceProps): VNode => (
  <fieldset class="pick" aria-label={shown ? undefined : label}>
    {shown && <legend>{label}</legend>}
    <div class="seg">
      {options.map((option, place) => (
        <label key={option}>
          <input type="radio" name={name} checked={place === chosen} onChange={() => choose(place)} />
          <span class="hear">{option}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

interface WaysBackProps {
  say: Common;
  canUndo: boolean;
  undo(): void;
  restart(): void;
}

/** One step back, and back to the start. */
export const WaysBack = ({ say, canUndo, undo, restart }: WaysBackProps): VNode => (
  <div class="row">
    <button
      type="button"
      class={canUndo ? "btn grow" : "btn wait grow"}
      aria-disabled={!canUndo}
      onClick={undo}
    >
      <Icon name="undo" />
      {say.undo}
    </button>
    <button type="button" class="btn grow" onClick={restart}>
      <Icon name="again" />
      {say.start}
    </button>
  </div>
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
