// What every tool shows: icons, the mission on top, the ways back. Practices made of moves need no more.
import type { ComponentChildren, VNode } from "preact";
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

/** What is said about the last move; it is heard by screen readers as soon as it stands there. */
export const Told = ({ isGood, children }: { isGood: boolean; children: ComponentChildren }): VNode => (
  <div class={isGood ? "say good" : "say hint"}>
    <Icon name={isGood ? "check" : "hint"} />
    <p class="grow hear">{children}</p>
  </div>
);

/** How far she is: a bar, and the same in numbers. */
export const Count = ({ done, of, label }: { done: number; of: number; label: string }): VNode => (
  <div class="row count">
    <progress class="grow" value={done} max={of} aria-label={label} />
    <span class="small soft">
      {done} / {of}
    </span>
  </div>
);
