// What practices made of moves have in common on the screen: the frame, what is said about a move, where the focus goes.
import { render } from "preact";
import type { ComponentChildren } from "preact";
import * as play from "./moves.ts";
import type { Play } from "./moves.ts";
import type { ToolOptions } from "./options.ts";
import { Mission, WaysBack } from "./frame.tsx";
import { common } from "./words.ts";

interface Frame {
  title: string;
  /** Said before the start: when the mission is reached. */
  rule: string;
  won: string;
}

/** What one practice shows and how it goes on. */
export interface Turns<Move> {
  play: Play<Move>;
  move(move: Move): void;
  goOn(): void;
}

/**
 * Draws a practice into `root`, keeps it, tells of it once it is reached. `outcome` gives null while the mission is
 * not reached, and for moves that cannot be it is not asked: `canBe` says so.
 */
export function takeTurns<Move>(
  root: HTMLElement,
  { language, goal, state, keep, done }: ToolOptions,
  say: Frame,
  rules: {
    canBe(moves: Move[]): boolean;
    outcome(moves: Move[]): Record<string, unknown> | null;
    view(turns: Turns<Move>): ComponentChildren;
    /** The moves that may be kept; all of them, where nothing else is said. */
    keepable?(moves: Move[]): Move[];
  },
): () => void {
  let now = play.kept<Move>(state, rules.canBe);

  /** `isOnward`: the focus follows; one step back leaves it where it is, for the next one. */
  function put(next: Play<Move>, isOnward: boolean): void {
    const result = now.won ? null : rules.outcome(next.moves);
    now = result ? { ...next, won: true } : next;
    draw();
    const focus = isOnward && root.querySelector<HTMLElement>("[data-next]");
    if (focus) focus.focus();
    if (keep) keep(rules.keepable ? { ...now, moves: rules.keepable(now.moves) } : now);
    if (result) done(result);
  }

  function draw(): void {
    render(
      <div class="tool">
        <h3 class="ask hear">{say.title}</h3>
        <Mission text={now.won ? say.won : goal} isDone={now.won} />
        <p class="small soft hear">{say.rule}</p>
        {rules.view({
          play: now,
          move: (move) => put(play.moved(now, move), true),
          goOn: () => put(play.goneOn(now), true),
        })}
        <WaysBack
          say={common[language]}
          canUndo={!!now.moves.length}
          undo={() => now.moves.length && put(play.undone(now), false)}
          restart={() => put(play.begin(now.won), false)}
        />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
}
