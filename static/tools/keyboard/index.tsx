// The keyboard (CURRICULUM.md, X7c): one line by keys and pinyin, by hand or by voice. Nothing leaves this page.
import { Component } from "preact";
import type { VNode } from "preact";
import { candidates, nextKey, offers, typed } from "../../app/engine/typing.ts";
import type { Typed, Way } from "../../app/engine/typing.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { lines, rows } from "./line.ts";
import { words } from "./words.ts";

const ways: Way[] = ["keys", "hand", "voice"];

/** A field to write in with a finger; what stands in it is read by nobody and kept nowhere. */
class Slate extends Component<{ sign: string }, { way: string }> {
  override state = { way: "" };

  override render({ sign }: { sign: string }, { way }: { way: string }): VNode {
    const draw = (event: PointerEvent, step: string): void => {
      const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
      if (event.buttons)
        this.setState({
          way: `${way}${step}${Math.round(event.clientX - left)} ${Math.round(event.clientY - top)}`,
        });
    };
    return (
      <svg
        class="slate"
        aria-hidden="true"
        onPointerDown={(event) => draw(event, "M")}
        onPointerMove={(event) => draw(event, way ? "L" : "M")}
      >
        <text x="50%" y="118" text-anchor="middle">
          {sign}
        </text>
        <path d={way} />
      </svg>
    );
  }
}

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const line = lines[options.language];
  const seen = (moves: string[]): Typed => typed(line, moves) as Typed;
  const named = (key: string): string => say.keys[key] || key.toUpperCase();

  type Board = { now: Typed; next: string } & Turns<string>;

  const Key = ({ id, next, move, now }: { id: string } & Board): VNode => (
    <button
      type="button"
      class={`qkey${id.length > 1 ? " wide" : ""}${id === next ? " now" : ""}`}
      data-key={id}
      aria-label={named(id)}
      aria-pressed={id === "shift" ? now.isShift : undefined}
      onClick={() => move(id)}
    >
      {id === "back" ? "←" : id === "4" ? "¥4" : named(id)}
    </button>
  );

  const Keys = (board: Board): VNode => {
    const found = candidates(line, board.now.pinyin);
    return (
      <div class="keyboard">
        {board.now.isChinese && (
          <div class="bins words-of" role="group" aria-label={say.candidates}>
            {found.map(([word], n) => (
              <button
                key={word}
                type="button"
                class={`${n ? n + 1 : "space"}` === board.next ? "btn fit now hear" : "btn fit hear"}
                onClick={() => board.move(`${n + 1}`)}
              >
                {n + 1} {word}
              </button>
            ))}
          </div>
        )}
        {rows.map((row, n) => (
          <div key={row} class="qrow">
            {n > 2 && <Key id="shift" {...board} />}
            {row.split("").map((id) => (
              <Key key={id} id={id} {...board} />
            ))}
            {n > 2 && <Key id="back" {...board} />}
          </div>
        ))}
        <div class="qrow">
          {["mode", "space", "enter"].map((id) => (
            <Key key={id} id={id} {...board} />
          ))}
        </div>
      </div>
    );
  };

  const Offered = (board: Board): VNode => {
    const { now, move } = board;
    const found = offers(line, now);
    return (
      <>
        {now.way === "hand" ? (
          <Slate key={now.text} sign={line.target.slice(now.text.length).trim()[0] || ""} />
        ) : (
          <svg class="slate" aria-hidden="true" viewBox="0 0 300 150">
            <path d="M136 35a14 14 0 0 1 28 0v30a14 14 0 0 1-28 0zM120 64a30 30 0 0 0 60 0M150 94v22M90 45v40M66 58v14M210 45v40M234 58v14" />
          </svg>
        )}
        {!!found.length && (
          <>
            <p id="offers">{say.offers}</p>
            <div class="bins" role="group" aria-labelledby="offers">
              {found.map((offer, n) => (
                <button key={offer} type="button" class="btn hear" onClick={() => move(`offer ${n}`)}>
                  {offer}
                </button>
              ))}
            </div>
          </>
        )}
        <div class="qrow">
          <Key id="back" {...board} />
          <Key id="enter" {...board} />
        </div>
      </>
    );
  };

  const Hint = ({ now, next }: Board): VNode => {
    if (now.isSent) return <Told isGood>{say.sent}</Told>;
    if (now.isEarly || next === "back")
      return <Told isGood={false}>{now.isEarly ? say.early : say.at["back"]}</Told>;
    const isWord = !!now.pinyin && !/^[a-z]$/.test(next);
    const about = isWord ? say.word : say.at[next] || say.next(named(next));
    return (
      <div class="say hear">
        <p>{now.way === "keys" || next === "enter" ? about : say[now.way]}</p>
      </div>
    );
  };

  /** The keys of a real keyboard, where there is one. */
  function keyed(event: KeyboardEvent, { now, move }: Board): void {
    const { key } = event;
    const isButton = (event.target as Element).matches("button, input");
    const id =
      ({ Backspace: "back", Enter: "enter", " ": "space", "¥": "4", $: "4" } as { [key: string]: string })[
        key
      ] || key.toLowerCase();
    if (!/^([a-z0-9]|back|enter|space)$/.test(id) || event.ctrlKey || event.metaKey || now.way !== "keys")
      return;
    if (isButton && (id === "enter" || id === "space")) return;
    event.preventDefault();
    if (/^[A-Z¥$]$/.test(key) !== now.isShift) move("shift");
    move(id);
  }

  return takeTurns<string>(root, options, say, {
    canBe: (moves) => !!typed(line, moves),
    outcome(moves) {
      const { isSent, way, strays } = seen(moves);
      return isSent ? { way, strays } : null;
    },
    view(turns) {
      const now = seen(turns.play.moves);
      const move = (key: string): void => {
        if (typed(line, [...turns.play.moves, key])) turns.move(key);
      };
      const next = nextKey(line, now);
      const board: Board = { ...turns, now, next, move };
      return (
        <div class="typing" onKeyDown={(event) => keyed(event, board)}>
          <Choice
            name="keyboard-way"
            label={say.way}
            options={ways.map((way) => say.ways[way])}
            chosen={ways.indexOf(now.way)}
            choose={(place) => move(`way ${ways[place]}`)}
            shown
          />
          <div class="sheet-of">
            <p class="k">{say.line}</p>
            <p class="lead hear">{line.target}</p>
            <p class="k" id="own">
              {say.field}
            </p>
            <p class="lead typed" role="textbox" aria-labelledby="own" aria-readonly tabIndex={0}>
              {now.text}
              <u>{now.pinyin}</u>
            </p>
          </div>
          <div role="status" data-next={now.isSent || undefined} tabIndex={-1}>
            <Hint {...board} />
          </div>
          {!now.isSent && (now.way === "keys" ? <Keys {...board} /> : <Offered {...board} />)}
        </div>
      );
    },
  });
};
