// A password of words, and the call that wants to take the account (CURRICULUM.md, X4b).
import type { VNode } from "preact";
import { tries } from "../../app/engine/passphrase.ts";
import type { Mount } from "../shared/options.ts";
import { Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import * as play from "./play.ts";
import type { Stand } from "./play.ts";
import { words } from "./words.ts";

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const now = (moves: string[]): Stand => play.stand(moves) as Stand;

  const Meter = ({ chosen, strength }: Stand): VNode => (
    <div class="card tight" role="status">
      <p>
        <b>{chosen.map(({ id }) => say.tiles[id]).join(say.gap) || say.none}</b>
      </p>
      <progress value={strength} max={3} aria-label={say.meter} />
      <p>
        {say.strength[strength]}
        {!!strength && ` · ${say.tries(tries(chosen))}`}
      </p>
      {chosen.some(({ isNear }) => isNear) && <p class="small soft">{say.near}</p>}
    </div>
  );

  const Building = ({ stand, move }: { stand: Stand } & Turns<string>): VNode => {
    const isFull = stand.chosen.length >= play.most;
    return (
      <>
        <p id="word-ask" class="hear">
          {say.ask}
        </p>
        <Meter {...stand} />
        <div class="bins words-of" role="group" aria-labelledby="word-ask">
          {play.tiles.map((tile) => {
            const isChosen = stand.chosen.indexOf(tile) >= 0;
            return (
              <button
                key={tile.id}
                type="button"
                class="btn fit hear"
                aria-pressed={isChosen}
                aria-disabled={isFull && !isChosen}
                onClick={() => (!isFull || isChosen) && move(tile.id)}
              >
                {say.tiles[tile.id]}
              </button>
            );
          })}
        </div>
        <button
          type="button"
          class={stand.strength < 3 ? "btn wait" : "btn"}
          aria-disabled={stand.strength < 3}
          onClick={() => stand.strength === 3 && move(play.built)}
        >
          {stand.strength < 3 ? say.more : say.onward}
        </button>
      </>
    );
  };

  const Call = ({
    call,
    isTold,
    move,
  }: { call: NonNullable<Stand["call"]>; isTold: boolean } & Pick<Turns<string>, "move">) => {
    if (call.isEnd)
      return (
        <div data-next tabIndex={-1}>
          <Told isGood>{say.safe}</Told>
        </div>
      );
    const [said, yes, no, why] = say.call[call.at] as [string, string, string, string];
    return (
      <>
        {call.at === "code" && <p class="hear">{say.kept}</p>}
        <div class="card tight" id="call" data-next={call.isOff ? undefined : true} tabIndex={-1}>
          {call.at !== "check" && <p class="k">{say.caller}</p>}
          <p class="hear">{said}</p>
        </div>
        <div role="status">{isTold && call.isOff && <Told isGood={false}>{why}</Told>}</div>
        <div class="bins" role="group" aria-labelledby="call">
          {[yes, no].map((text, n) => (
            <button key={n} type="button" class="btn hear" onClick={() => move(n ? "no" : "yes")}>
              {text}
            </button>
          ))}
        </div>
      </>
    );
  };

  return takeTurns<string>(root, options, say, {
    canBe: (moves) => !!play.stand(moves),
    keepable: play.keepable,
    outcome(moves) {
      const { call } = now(moves);
      return call && call.isEnd ? { detours: call.detours } : null;
    },
    view(turns) {
      const stand = now(turns.play.moves);
      return stand.call ? (
        <Call call={stand.call} isTold={turns.play.isTold} move={turns.move} />
      ) : (
        <Building stand={stand} {...turns} />
      );
    },
  });
};
