// The small sheet (CURRICULUM.md, X8b, PC7): a cash book of seven orders that looks and counts like a spreadsheet.
import type { VNode } from "preact";
import { valueOf } from "../../app/engine/sheet.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { columns, keys, lostRow, rows, sheetAfter, sumRow, tasks, unit } from "./play.ts";
import type { Sheet } from "./play.ts";
import { words } from "./words.ts";

const arrows: { [key: string]: [number, number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const signs: { [key: string]: string } = { "*": "×", back: "⌫", enter: "✓" };

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  let seen = "";
  /** A cell that is tapped stays in sight above the keys. */
  function inSight(cell: HTMLElement | null, name: string): void {
    if (!cell || seen === name) return;
    seen = name;
    if (cell.scrollIntoView) cell.scrollIntoView({ block: "nearest" });
  }
  const now = (moves: string[]): Sheet => sheetAfter(moves) as Sheet;
  const written = (text: string): string =>
    text
      .replace(/\*/g, "×")
      .replace(/-/g, "−")
      .split(unit)
      .join(options.language === "en" ? ` ${say.unit}` : say.unit);

  function shown({ cells, at, draft }: Sheet, name: string): string {
    if (name === at && draft) return written(draft);
    const value = valueOf(cells, name);
    return value === null ? "#" : written(`${value}`);
  }

  function Cell({ name, sheet, move }: { name: string; sheet: Sheet } & Pick<Turns<string>, "move">): VNode {
    const text = shown(sheet, name);
    const task = tasks[sheet.step];
    const isLost = sheet.step > tasks.length && name[1] === `${lostRow}`;
    const kind = [name === sheet.at && "at", task && task.cell === name && "due", isLost && "lost"];
    return (
      <td>
        <button
          type="button"
          class={kind.filter(Boolean).join(" ")}
          ref={name === sheet.at ? (cell) => inSight(cell, name) : null}
          data-cell={name}
          aria-label={say.cell(name, text)}
          data-next={sheet.told === "right" && task && task.cell === name ? true : undefined}
          tabIndex={name === (sheet.at || "E4") ? 0 : -1}
          onClick={() => move(name)}
        >
          {text}
        </button>
      </td>
    );
  }

  /** The arrows go from cell to cell, and what can be written is written. */
  function onKey(event: KeyboardEvent, move: (key: string) => void): void {
    const name = (event.target as HTMLElement).dataset["cell"];
    const arrow = arrows[event.key];
    const key = event.key === "Backspace" ? "back" : event.key;
    if (name && arrow) {
      const next = String.fromCharCode(name.charCodeAt(0) + arrow[0]) + (+(name[1] as string) + arrow[1]);
      const cell = root.querySelector<HTMLElement>(`[data-cell=${next}]`);
      if (cell) cell.focus();
    } else if (keys.indexOf(key) >= 0) move(key);
    else return;
    event.preventDefault();
  }

  const Grid = ({ sheet, move }: { sheet: Sheet } & Pick<Turns<string>, "move">): VNode => (
    <div class="cash-book">
      <table aria-label={say.sheet} onKeyDown={(event) => onKey(event, move)}>
        <tbody>
          <tr aria-hidden="true">
            {["", "A", ...columns].map((column) => (
              <td key={column} class="edge">
                {column}
              </td>
            ))}
          </tr>
          <tr>
            <td class="edge" aria-hidden="true">
              1
            </td>
            {say.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
          {[...rows, sumRow].map((row) => (
            <tr key={row} class={row === sumRow ? "all" : undefined}>
              <td class="edge" aria-hidden="true">
                {row}
              </td>
              <th scope="row">{row === sumRow ? say.all : row - 1}</th>
              {columns.map((column) =>
                row === sumRow && column < "D" ? (
                  <td key={column} />
                ) : (
                  <Cell key={column} name={column + row} sheet={sheet} move={move} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  /** What is said and asked, what stands in the cell; and the keys, as a phone's, once a cell is to be written. */
  function Keys({
    sheet,
    isTold,
    move,
  }: { sheet: Sheet; isTold: boolean } & Pick<Turns<string>, "move">): VNode {
    const { at, cells, draft, step } = sheet;
    const told = isTold ? sheet.told : null;
    const isOver = step > tasks.length;
    const task = tasks[step];
    const isMissed = told && told !== "right";
    const label = say.keys as { [key: string]: string };
    const key = (name: string): VNode => (
      <button key={name} type="button" data-key={name} aria-label={label[name]} onClick={() => move(name)}>
        {name === "unit" ? say.unit : signs[name] || name}
      </button>
    );
    return (
      <div class="cash-keys">
        <div role="status">
          {isOver ? (
            <div data-next tabIndex={-1}>
              <Told isGood>{say.end}</Told>
            </div>
          ) : (
            told && <Told isGood={!isMissed}>{isMissed ? say.was[told] : say.done[step - 1]}</Told>
          )}
        </div>
        {!isOver && !isMissed && (
          <p class="hear" data-next={told && !task ? true : undefined} tabIndex={-1}>
            <b>{say.tasks[step]}</b>
          </p>
        )}
        <div class="cash-cell">
          <span class="name">{at || "fx"}</span>
          <span class="grow" role="status" aria-label={say.bar}>
            {written((at && (draft || cells[at])) || (at ? "" : say.nothing))}
          </span>
          {task && task.cell === at && key("enter")}
        </div>
        {task && task.cell === at && <div class="cash-pad">{keys.slice(0, -1).map(key)}</div>}
      </div>
    );
  }

  return takeTurns<string>(root, options, say, {
    canBe: (moves) => !!sheetAfter(moves),
    outcome(moves) {
      const { step, misses } = now(moves);
      return step > tasks.length ? { tasks: step, misses } : null;
    },
    view({ play: { moves, isTold }, move }) {
      const sheet = now(moves);
      return (
        <>
          <Count of={tasks.length + 1} done={Math.min(sheet.step, tasks.length + 1)} label={say.count} />
          <Grid sheet={sheet} move={move} />
          <Keys sheet={sheet} isTold={isTold} move={move} />
        </>
      );
    },
  });
};
