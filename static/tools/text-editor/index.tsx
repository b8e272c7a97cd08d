// The text editor (CURRICULUM.md, X8): a messy page is put right with select, cut, copy, paste, undo, and saved.
import { Component } from "preact";
import type { VNode } from "preact";
import { edited, faults, lineAt } from "../../app/engine/editing.ts";
import type { Edited, Sheet } from "../../app/engine/editing.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Icon, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import { origin, storage, tasks, weight } from "./task.ts";
import { words } from "./words.ts";

const acts = ["cut", "copy", "paste", "undo"];
const shortcuts: { [key: string]: string } = { x: "cut", c: "copy", v: "paste", z: "undo", s: "save" };

interface PaperProps {
  sheet: Sheet;
  label: string;
  text: string[];
  gap: string;
  /** What is selected in it; none while the other one is in use. */
  chosen: [number, number] | null;
  select(from: number, to: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** A text whose words can be tapped, or slid over, to select them. */
class Paper extends Component<PaperProps, { slid: [number, number] | null }> {
  override state: { slid: [number, number] | null } = { slid: null };
  /** The word that stays while the finger moves, and the one that was tapped. */
  private anchor = 0;
  private tapped = 0;

  private wordUnder({ clientX, clientY }: PointerEvent): number | null {
    const element = document.elementFromPoint(clientX, clientY);
    const word = element && element.closest<HTMLElement>(`[data-at^="${this.props.sheet} "]`);
    return word ? +(word.dataset["at"] as string).split(" ")[1]! : null;
  }

  /** Whoever begins at one end of what is selected moves this end, as with the handles of a phone. */
  private began(event: PointerEvent): void {
    const at = this.wordUnder(event);
    if (at === null) return;
    const [from, to] = this.props.chosen || [0, 0];
    this.tapped = at;
    this.anchor = to - from > 1 && at === from ? to - 1 : to - from > 1 && at === to - 1 ? from : at;
    this.setState({ slid: [at, at + 1] });
  }

  private slid(event: PointerEvent): void {
    const at = this.state.slid && this.wordUnder(event);
    if (at !== null && at !== this.tapped) {
      this.tapped = -1;
      this.setState({ slid: [Math.min(at, this.anchor), Math.max(at, this.anchor) + 1] });
    }
  }

  private ended(): void {
    const { slid } = this.state;
    if (!slid) return;
    const { chosen, select, text } = this.props;
    const [from, to] = slid;
    const isAgain = this.tapped >= 0 && chosen && chosen[0] === from && chosen[1] === to;
    this.setState({ slid: null });
    select(from, isAgain || text[from] === "\n" ? from : to);
  }

  override render(): VNode {
    const { sheet, label, text, gap, onKeyDown } = this.props;
    const [from, to] = this.state.slid || this.props.chosen || [-1, -1];
    const cursor = <span key="cursor" class="cursor" />;
    return (
      <div
        class="paper"
        role="textbox"
        aria-multiline
        aria-readonly={sheet === "notes"}
        aria-label={label}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => this.began(event)}
        onPointerMove={(event) => this.slid(event)}
        onPointerUp={() => this.ended()}
        onPointerCancel={() => this.setState({ slid: null })}
      >
        {text.map((word, at) => (
          <>
            {from === to && at === from && cursor}
            <span
              key={at}
              data-at={`${sheet} ${at}`}
              class={`${word === "\n" ? "end " : ""}${at >= from && at < to ? "sel" : ""}${at === from ? " first" : ""}${at === to - 1 ? " last" : ""}`}
            >
              {word === "\n" ? " " : word}
              {text[at + 1] === "\n" ? "" : gap}
            </span>
            {word === "\n" && <br />}
          </>
        ))}
        {from === to && from === text.length && cursor}
      </div>
    );
  }
}

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const task = tasks[options.language];
  const seen = (moves: string[]): Edited => edited(task, moves) as Edited;
  const shown = (some: string[]): string => say.quote(some.filter((word) => word !== "\n").join(say.gap));

  function said(now: Edited, text: string[]): string {
    if (now.said !== "fault")
      return now.said
        ? say.said[now.said].replace(
            "{}",
            shown(now.said === "selected" ? text.slice(now.from, now.to) : now.clipboard),
          )
        : say.begin;
    const [fault] = faults(task.target, now.page);
    return fault
      ? say.faults[fault.kind].replace(
          "{}",
          "line" in fault ? shown(task.target[fault.line] as string[]) : "",
        )
      : "";
  }

  return takeTurns<string>(root, options, say, {
    canBe: (moves) => !!edited(task, moves),
    outcome(moves) {
      const { isSaved } = seen(moves);
      return isSaved ? { steps: moves.filter((move) => acts.indexOf(move) >= 0).length } : null;
    },
    view({ play, move }) {
      const now = seen(play.moves);
      const { sheet, from, to, isSaved } = now;
      const text = sheet === "notes" ? task.notes : now.page;
      const off = faults(task.target, now.page);
      const wrong = off.reduce<number[]>((all, fault) => ("line" in fault ? [...all, fault.line] : all), []);
      const isBad = ["nothing", "empty", "notes", "original", "fault"].indexOf(now.said || "") >= 0;
      const select = (where: Sheet, start: number, end: number): void => move(`${where} ${start} ${end}`);
      const step = (by: number): void => {
        const at = from < to ? (by < 0 ? from : to) : Math.max(0, Math.min(text.length, from + by));
        select(sheet, at, at);
      };
      const more = (): void => select(sheet, from, Math.min(text.length, to + 1));
      const other: Sheet = sheet === "page" ? "notes" : "page";

      function keyed(event: KeyboardEvent, where: Sheet): void {
        const act = (event.ctrlKey || event.metaKey) && shortcuts[event.key.toLowerCase()];
        const isArrow = event.key === "ArrowLeft" || event.key === "ArrowRight";
        if (isSaved || (!act && !isArrow)) return;
        event.preventDefault();
        if (act) move(act);
        else if (where !== sheet) select(where, 0, 0);
        else if (event.shiftKey && event.key === "ArrowRight") more();
        else step(event.key === "ArrowLeft" ? -1 : 1);
      }

      const paper = (where: Sheet): VNode => (
        <Paper
          sheet={where}
          label={say.sheets[where]}
          text={where === "notes" ? task.notes : now.page}
          gap={say.gap}
          chosen={where === sheet && !isSaved ? [from, to] : null}
          select={(start, end) => !isSaved && select(where, start, end)}
          onKeyDown={(event) => keyed(event, where)}
        />
      );
      const button = (id: string, label: string, go: () => void): VNode => (
        <button key={id} type="button" class="btn fit hear" data-act={id} onClick={go}>
          {label}
        </button>
      );

      return (
        <>
          <Count of={task.target.length} done={task.target.length - wrong.length} label={say.count} />
          <ul class="jobs" aria-label={say.toDo}>
            {[weight, origin, storage].map((line, n) => {
              const isDone = wrong.indexOf(line) < 0;
              return (
                <li key={line} class={isDone ? "good" : undefined}>
                  <Icon name={isDone ? "check" : "minus"} />
                  <span class="hear">{say.jobs[n]}</span>
                </li>
              );
            })}
          </ul>
          <div class="sheet-of">
            <p class="k">{say.sheets.notes}</p>
            {paper("notes")}
          </div>
          <div class="editor">
            <div class="bar">
              <p>{say.sheets.page}</p>
              {!isSaved && button("save", say.acts["save"] as string, () => move("save"))}
            </div>
            <div class="bins words-of">
              {acts.map((act) => button(act, say.acts[act] as string, () => !isSaved && move(act)))}
            </div>
            {paper("page")}
            <p class="small">
              {[say.clipboard, now.clipboard.length ? shown(now.clipboard) : say.none].join(say.gap)}
            </p>
          </div>
          <div role="status" data-next={isSaved || undefined} tabIndex={-1}>
            {now.said && (isBad || now.said !== "selected") && now.said !== "cursor" ? (
              <Told isGood={!isBad}>{said(now, text)}</Told>
            ) : (
              <div class="say hear">
                <p>{said(now, text)}</p>
              </div>
            )}
          </div>
          {!isSaved && (
            <div class="bins words-of">
              {button("back", say.back, () => step(-1))}
              {button("on", say.on, () => step(1))}
              {button("longer", say.longer, more)}
              {button("line", say.line, () => select(sheet, ...lineAt(text, from)))}
              {button("other", say.to[other], () => select(other, 0, 0))}
            </div>
          )}
        </>
      );
    },
  });
};
