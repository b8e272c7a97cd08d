// A deck of cards to put where they belong, one in the hand at a time: code cards, permission cards, files.
import type { VNode } from "preact";
import { dealt } from "../../app/engine/sorting.ts";
import type { Card, Deal } from "../../app/engine/sorting.ts";
import type { Mount, ToolOptions } from "./options.ts";
import { carry } from "./carry.ts";
import { Count, Told } from "./frame.tsx";
import { takeTurns } from "./turns.tsx";
import type { Turns } from "./turns.tsx";

export interface DeckWords {
  title: string;
  rule: string;
  won: string;
  ask(card: Card): string;
  /** The places, in the order of the list at the end. */
  bins: { [bin: string]: string };
  /** How a place is called on this card, where it is not one of those. */
  called?(card: Card, bin: string): string;
  /** What stands on a card: its name, and a line below it; these lie already. */
  face(card: Card, placed: Card[]): [string, string];
  /** How it is called in the list of a place, where its name is not enough. */
  listed?(card: Card, placed: Card[]): string;
  /** Why it belongs there. */
  why(card: Card): string;
  /** Why the other place tempts; said before the reason. */
  tempts(card: Card, bin: string): string;
}

const common = {
  en: {
    count: "Cards that lie where they belong",
    colon: ": ",
    gap: " ",
    yes: "Yes.",
    again: "It comes back once more.",
    next: "Next card",
    end: "Show me all of them",
    all: "All lie where they belong.",
  },
  "zh-hans": {
    count: "放对了的卡",
    colon: "：",
    gap: "",
    yes: "对。",
    again: "这张一会儿再来。",
    next: "下一张",
    end: "都看一遍",
    all: "都放好了。",
  },
};

interface Options {
  cards: Card[];
  words: { [language in ToolOptions["language"]]: DeckWords };
  /** A drawing beside the words of a card; it adds nothing to them. */
  picture?(card: Card): VNode;
}

export function deck({ cards, words, picture }: Options): Mount {
  return (root, options) => {
    const say = words[options.language];
    const general = common[options.language];

    const called = (card: Card, bin: string): string =>
      say.called ? say.called(card, bin) : (say.bins[bin] as string);
    const deal = (moves: string[]): Deal => dealt(cards, moves) as Deal;

    function Face({
      card,
      placed,
      put,
    }: {
      card: Card;
      placed: Card[];
      put: Turns<string>["move"] | undefined;
    }): VNode {
      const [name, line] = say.face(card, placed);
      return (
        <div class="card face">
          {picture && (
            <span class={put ? "grip" : undefined} ref={(grip) => carry(grip, put)}>
              {picture(card)}
            </span>
          )}
          <div class="grow hear">
            <p>
              <b>{name}</b>
            </p>
            {line && <p>{line}</p>}
          </div>
        </div>
      );
    }

    const Bins = ({ card, move }: { card: Card } & Turns<string>): VNode => (
      <>
        <p id="deck-ask" class="hear" data-next tabIndex={-1}>
          {say.ask(card)}
        </p>
        <div class="bins" role="group" aria-labelledby="deck-ask">
          {card.bins.map((bin) => (
            <button key={bin} type="button" class="btn hear" data-bin={bin} onClick={() => move(bin)}>
              {called(card, bin)}
            </button>
          ))}
        </div>
      </>
    );

    const About = ({ card, bin, isRight }: NonNullable<Deal["last"]>): VNode => (
      <Told isGood={isRight}>
        <b>{called(card, bin)}</b>
        {general.colon}
        {[isRight ? general.yes : say.tempts(card, bin), say.why(card), isRight ? "" : general.again].join(
          general.gap,
        )}
      </Told>
    );

    function All({ placed }: { placed: Card[] }): VNode {
      const named = (card: Card): string =>
        say.listed ? say.listed(card, placed) : say.face(card, placed)[0];
      return (
        <>
          <p data-next tabIndex={-1}>
            <b>{general.all}</b>
          </p>
          {Object.keys(say.bins).map((bin) => (
            <div key={bin}>
              <p class="k">{say.bins[bin]}</p>
              <ul class="fell">
                {placed
                  .filter((card) => card.bin === bin)
                  .map((card) => (
                    <li key={card.id}>{named(card)}</li>
                  ))}
              </ul>
            </div>
          ))}
        </>
      );
    }

    return takeTurns<string>(root, options, say, {
      canBe: (moves) => !!dealt(cards, moves),
      outcome(moves) {
        const { front, atOnce } = deal(moves);
        return front ? null : { cards: cards.length, atOnce };
      },
      view(turns) {
        const { front, placed, last } = deal(turns.play.moves);
        const told = turns.play.isTold ? last : null;
        const card = told ? told.card : front;
        return (
          <>
            <Count of={cards.length} done={placed.length} label={general.count} />
            {card ? (
              <Face card={card} placed={placed} put={told ? undefined : turns.move} />
            ) : (
              <All placed={placed} />
            )}
            <div role="status">{told && <About {...told} />}</div>
            {told ? (
              <button type="button" class="btn" data-next onClick={turns.goOn}>
                {front ? general.next : general.end}
              </button>
            ) : (
              card && <Bins card={card} {...turns} />
            )}
          </>
        );
      },
    });
  };
}
