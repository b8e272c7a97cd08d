// The title builder (CURRICULUM.md, X10): words that five buyers type, and that are true of the bag.
import type { VNode } from "preact";
import { asked, enough, passes, tiles, titled } from "../../app/engine/titles.ts";
import type { Title } from "../../app/engine/titles.ts";
import type { Mount } from "../shared/options.ts";
import { Icon, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import { words } from "./words.ts";

/** A bag with a window, and two mushrooms behind it. */
const Bag = (): VNode => (
  <svg class="title-goods" viewBox="0 0 80 96" aria-hidden="true">
    <path fill="#d9a868" d="M10 8h60l4 84H6z" />
    <path fill="#8a5638" d="M10 8h60l.6 12H9.4z" />
    <rect x="17" y="30" width="46" height="48" rx="8" fill="#f3e0c6" />
    <path fill="#f3e0c6" stroke="#d9a868" stroke-width="2" d="M29 53h9v13h-9zM45 61h9v12h-9z" />
    <path fill="#8a5638" d="M20 55c0-20 27-20 27 0zM36 64c0-16 24-16 24 0z" />
    <path stroke="#f3e0c6" stroke-width="2" d="m29 44 4 5m7-3-3 5m9 4 3 4" />
  </svg>
);

const Lens = (): VNode => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.5 10.5L20 20" />
  </svg>
);

/** What is said below the words comes to where the eyes are. */
const inSight = (place: HTMLElement | null): void => {
  if (place && place.firstChild && place.scrollIntoView) place.scrollIntoView({ block: "nearest" });
};

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const said = (word: string): string => say.word[word] as string;
  const textOf = (title: Title): string => title.words.map(said).join(say.gap);
  const now = (taps: string[]): Title => titled(taps) as Title;
  const isReached = (title: Title): boolean => passes(title, textOf(title).length, say.most);
  const isFalse = (search: { [word: string]: number }): boolean =>
    Object.keys(search).some((word) => tiles[word]);
  /** Found by words that may stand there: nobody is let down. */
  const truthful = ({ shares }: Title): number =>
    shares.filter((share, n) => share === 1 && !isFalse(asked[n] as { [word: string]: number })).length;

  function Field({ title }: { title: Title }): VNode {
    const { length } = textOf(title);
    return (
      <div class="card tight">
        <div class="row">
          <b class="grow">{say.label}</b>
          <span class={length > say.most ? "small tag hint" : "small soft"}>{say.length(length)}</span>
        </div>
        <p class="title-typed hear" role="status">
          {title.words.length
            ? title.words.map((word, n) => [
                n > 0 && say.gap,
                tiles[word] ? <del key={word}>{said(word)}</del> : said(word),
              ])
            : say.empty}
        </p>
        <progress value={Math.min(length, say.most)} max={say.most} aria-label={say.length(length)} />
        <p class="small hear" role="status">
          <b>
            {say.count(
              isReached(title) ? truthful(title) : Math.min(enough - 1, truthful(title)),
              asked.length,
            )}
          </b>
        </p>
      </div>
    );
  }

  const Searches = ({ title }: { title: Title }): VNode => (
    <div>
      <p class="k">{say.asked}</p>
      <ul class="title-searches">
        {asked.map((search, n) => {
          const missing = Object.keys(search).filter((word) => title.words.indexOf(word) < 0);
          const isFound = !missing.length;
          const isLetDown = isFound && isFalse(search);
          return (
            <li key={n} class={isLetDown ? "hint" : isFound ? "good" : ""}>
              {isFound && !isLetDown ? <Icon name="check" /> : <Lens />}
              <span class="grow hear">
                <b>{say.searches[n]}</b>
                <small class="line">
                  {isLetDown
                    ? say.only
                    : isFound
                      ? say.found
                      : say.missing(missing.map(said).join(say.comma))}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );

  /** One thing at a time: of the word that was just written, then of the whole. */
  function About({ title, tap }: { title: Title; tap: string | undefined }): VNode | null {
    const over = textOf(title).length - say.most;
    const { faults, found } = title;
    const text =
      tap && title.words.indexOf(tap) >= 0 && say.about[tap]
        ? say.about[tap]
        : over > 0
          ? say.tooLong(over)
          : faults.length && (found >= enough || (tap && tiles[tap]))
            ? say.spoiled(faults.map(said).join(say.comma))
            : null;
    return text ? <Told isGood={false}>{text}</Told> : null;
  }

  return takeTurns<string>(root, options, say, {
    canBe: (taps) => !!titled(taps),
    outcome(taps) {
      const title = now(taps);
      return isReached(title) ? { found: title.found, length: textOf(title).length } : null;
    },
    view({ play: { moves, isTold }, move }) {
      const title = now(moves);
      return (
        <>
          <div class="card face hear">
            <Bag />
            <div class="grow">
              <p class="k">{say.bag}</p>
              {say.facts.map((fact) => (
                <p key={fact}>{fact}</p>
              ))}
            </div>
          </div>
          <div class="pin">
            <Field title={title} />
          </div>
          <p id="tile-ask" class="hear">
            {say.ask}
          </p>
          <div class="bins words-of title-tiles" role="group" aria-labelledby="tile-ask">
            {Object.keys(tiles).map((word) => (
              <button
                key={word}
                type="button"
                class="btn fit hear"
                data-word={word}
                aria-pressed={title.words.indexOf(word) >= 0}
                onClick={() => move(word)}
              >
                {said(word)}
              </button>
            ))}
          </div>
          <div role="status" ref={inSight}>
            {isTold && <About title={title} tap={moves[moves.length - 1]} />}
          </div>
          <Searches title={title} />
        </>
      );
    },
  });
};
