// The sieve (CURRICULUM.md, X1a): twelve cards, four searches, and a title in which one word decides.
import { render } from "preact";
import type { VNode } from "preact";
import { own, searches, sieve, titleChoices, titleRest, wordsOf } from "../../app/engine/sieve.ts";
import type { Outcome, Search, Word } from "../../app/engine/sieve.ts";
import { glide } from "../shared/glide.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Mission } from "../shared/frame.tsx";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

interface Play {
  search: number;
  title: number;
  won: boolean;
}

function kept(state: unknown): Play {
  const { search, title, won } = Object(state) as Partial<Play>;
  const isWhole = searches[search as number] && titleChoices[title as number];
  return isWhole ? ({ search, title, won: won === true } as Play) : { search: 0, title: 0, won: false };
}

const ownWords = ({ title }: Play): Word[] => [...(titleChoices[title] as Word[]), titleRest];

/** The words of a card's title, each with whether the buyer typed it. */
function partsOf(id: string, now: Play, search: Search, say: Words): [string, boolean][] {
  const named = (word: Word): [string, boolean] => [say.word[word], word in search];
  if (id !== own) return wordsOf(id).map(named);
  const isHit = (titleChoices[now.title] as Word[]).some((word) => word in search);
  return [[say.titles[now.title] as string, isHit], named(titleRest)];
}

/** A title, word by word; those that the buyer typed stand out. Below it whose it is, where titles are alike. */
const Title = ({ id, now, search, say }: { id: string; now: Play; search: Search; say: Words }): VNode => (
  <span>
    {id === own && say.mine}
    {partsOf(id, now, search, say).map(([text, isHit], n) => [
      n > 0 && say.gap,
      isHit ? <mark>{text}</mark> : text,
    ])}
    {say.shops[id] && <small class="line">{say.shops[id]}</small>}
  </span>
);

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = kept(state);

  function put(change: Partial<Play>): void {
    const next = { ...now, ...change };
    const stays = outcomeOf(next).stay.some(({ id }) => id === own);
    const hasWon = stays && !now.won;
    now = { ...next, won: next.won || stays };
    glide(root, draw);
    keep?.(now);
    if (hasWon) done({ stays: true, search: now.search, title: now.title });
  }

  const searchOf = (play: Play): Search => searches[play.search] as Search;
  const outcomeOf = (play: Play): Outcome => sieve(searchOf(play), ownWords(play));

  function verdict({ stay }: Outcome): string {
    const place = stay.findIndex(({ id }) => id === own) + 1;
    if (place) return say.stays(place, stay.length);
    if (now.search === 1 || now.search === 3) return say.fallsRightly;
    const missing = (Object.keys(searchOf(now)) as Word[]).filter((word) => ownWords(now).indexOf(word) < 0);
    return say.falls(missing.map((word) => say.word[word]).join(language === "en" ? ", " : "、"));
  }

  function draw(): void {
    const outcome = outcomeOf(now);
    const search = searchOf(now);
    const mine = (id: string): string => (id === own ? "mine hear" : "hear");
    render(
      <div class="tool">
        <Mission text={now.won ? say.won : goal} isDone={now.won} />
        <Choice
          name="sieve-search"
          label={say.searchLabel}
          options={say.searches}
          chosen={now.search}
          choose={(place) => put({ search: place })}
          shown
        />
        <Choice
          name="sieve-title"
          label={say.titleLabel}
          options={say.titles}
          chosen={now.title}
          choose={(place) => put({ title: place })}
          shown
        />
        <p class="verdict hear" role="status">
          <b>{verdict(outcome)}</b>
        </p>
        <p class="rank-head">
          <span class="hear">{say.stay(outcome.stay.length)}</span>
          <span aria-hidden="true">{say.points}</span>
        </p>
        <ol class="rank">
          {outcome.stay.map(({ id, score }, n) => (
            <li key={id} data-id={id} class={mine(id)} style={`--w:${score}%`}>
              <span class="p">{n + 1}</span>
              <span class="grow">
                <Title id={id} now={now} search={search} say={say} />
              </span>
              <span class="s">{score.toFixed(1)}</span>
            </li>
          ))}
        </ol>
        <div class="mesh" aria-hidden="true" />
        <p class="rank-head hear">{say.fall(outcome.fall.length)}</p>
        <ul class="fell">
          {outcome.fall.map((id) => (
            <li key={id} data-id={id} class={mine(id)}>
              <Title id={id} now={now} search={search} say={say} />
            </li>
          ))}
        </ul>
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
