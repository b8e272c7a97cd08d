// One module in the library: what of it is on this phone, what the rest would cost, and what can be done with it.

import { Component } from "preact";
import { costOf } from "../lesson/costs.ts";
import { comesByItself, doneIn, priceOf, type Stock } from "../lesson/library.ts";
import type { LessonOnShelf, ModuleOnShelf } from "../lesson/shelf.ts";
import { size } from "../text/amounts.ts";
import type { LibraryWords } from "../text/text.ts";
import { Icon, type RoomScreen } from "./parts.tsx";
import { lessonAddress } from "./route.ts";

export type LibraryScreen = RoomScreen<LibraryWords> & { stock: Stock | null };

/** Size, and price at her rate where she gave one. */
function amount({ words, state }: LibraryScreen, bytes: number): string {
  const price = priceOf(bytes, state.settings.rate);
  const said = price === null ? "" : price ? words.about(price.toFixed(2)) : words.almostNothing;
  return words.isUsed(size(words, bytes), said);
}

type ModuleScreen = LibraryScreen & {
  module: ModuleOnShelf;
  remove: (module: ModuleOnShelf) => Promise<void>;
};

/** What is here of it, and what is to come; what practices weigh is known only once they are here. */
function about(screen: ModuleScreen): string[] {
  const { words, module, stock } = screen;
  const { place, bytes, complete, isPart, newer, lessons } = module;
  const holding = stock?.modules[module.id];
  const offered = lessons.filter(({ place }) => place === "fetch").length;
  const count = offered ? [words.lessons(offered)] : [];
  const upTo = (bytes: number, lessons: number) => words.upTo(amount(screen, costOf(bytes, lessons)));
  if (place !== "here") return [[...count, upTo(bytes, offered)].join(" · ")];
  if (!holding) return [words.onPhone];
  if (isPart)
    return [words.partOnPhone(holding.lessons, holding.of), words.toCome(upTo(holding.left, holding.of))];
  if (newer) return [words.newerThere, upTo(bytes, holding.of)];
  const toCome = holding.left > 0 ? [words.toCome(amount(screen, holding.left))] : [];
  return complete || !toCome.length
    ? [`${words.onPhone} · ${size(words, holding.here)}`]
    : [words.wordsOnPhone, ...toCome];
}

/** What a tap would fetch; empty: all of it is here. */
function offer({ words, module, stock }: ModuleScreen): string {
  const { place, complete, isPart, newer } = module;
  if (place !== "here") return words.get;
  if (isPart) return words.getRest;
  if (newer) return words.getNewer;
  return complete || !stock?.modules[module.id]?.left ? "" : words.getPictures;
}

/** How far she is: lessons finished, and those that her answers to a check set spared her. */
function Done({ words, module }: ModuleScreen) {
  const { done, known, of } = doneIn(module);
  return done > 0 ? <p class="small">{words.doneOf(done, of, known)}</p> : null;
}

function howFar({ words }: ModuleScreen, { progress, isBegun, sitting, minutes }: LessonOnShelf): string {
  if (progress.finished || progress.checked) return words.done;
  if (sitting) return words.cardOf(sitting.card, sitting.cards);
  return isBegun ? words.goOn : words.minutes(minutes);
}

function Lessons(screen: ModuleScreen) {
  const { state, module } = screen;
  return (
    <ol class="facts">
      {module.lessons.map((lesson) => (
        <li>
          <a href={lessonAddress(state.language, module.id, lesson.id)}>
            <span class="grow">
              <b>{lesson.title}</b>
              <br />
              <span class="small soft">{howFar(screen, lesson)}</span>
            </span>
            <Icon name={lesson.progress.finished ? "check" : "more"} />
          </a>
        </li>
      ))}
    </ol>
  );
}

interface Tapped {
  isAsking: boolean;
  isOpen: boolean;
}

export class Module extends Component<ModuleScreen, Tapped> {
  override state: Tapped = { isAsking: false, isOpen: false };

  open = () => this.setState({ isOpen: !this.state.isOpen });

  /** Where data is saved the words come first, and the pictures are a tap of their own. */
  get = async () => {
    const { model, state, module } = this.props;
    const isWhole = module.place === "here" && !module.isPart && !module.newer;
    await (await model.getting()).get(module.id, { media: isWhole || !state.savesData });
  };

  pause = async () => (await this.props.model.getting()).pause();

  override render(screen: ModuleScreen, { isAsking, isOpen }: Tapped) {
    const { state, stock, words, module } = screen;
    const { title, place, isPart } = module;
    const isHere = place === "here" && !isPart;
    const getting = state.getting?.module === module.id ? state.getting : null;
    const get = offer(screen);
    return (
      <article class="card">
        <div class="row list">
          <span class={`blob ${isHere ? "good" : ""}`} onClick={this.open}>
            <Icon name={isHere ? "check" : getting ? "get" : "library"} />
          </span>
          <div class="grow" onClick={this.open}>
            <h2 class="step">{title}</h2>
            {!getting && about(screen).map((line) => <p class="small soft">{line}</p>)}
            {comesByItself(module.id, stock, state) && <p class="small">{words.comesByItself}</p>}
            <Done {...screen} />
            {getting && (
              <p class="small soft">{words.getting(size(words, getting.done), size(words, getting.bytes))}</p>
            )}
          </div>
          {!getting && get && (
            <button
              class="btn fit"
              type="button"
              disabled={!!state.getting}
              aria-label={`${get}: ${title}`}
              onClick={() => void this.get()}
            >
              <Icon name="get" />
              {get}
            </button>
          )}
        </div>
        {getting && (
          <>
            <progress max={getting.bytes} value={getting.done} aria-label={title} />
            <div class="row">
              <p class="grow small soft">{words.goesOn}</p>
              <button class="btn fit" type="button" onClick={() => void this.pause()}>
                <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M9 5v14m6-14v14" />
                </svg>
                {words.pause}
              </button>
            </div>
          </>
        )}
        <button
          class={place === "here" ? "btn" : "btn bare"}
          type="button"
          aria-expanded={isOpen}
          aria-label={`${words.itsLessons}: ${title}`}
          onClick={this.open}
        >
          {words.itsLessons}
        </button>
        {isOpen && <Lessons {...screen} />}
        {module.hasAssessment && (
          <a class="btn" href={`/${state.language}/-/proof:${module.id}/`}>
            {words.showCan}
          </a>
        )}
        {!getting && place === "here" && this.removing(screen, isAsking)}
      </article>
    );
  }

  /** Asked once; what she did stays. */
  removing({ words, module, remove, stock }: ModuleScreen, isAsking: boolean) {
    const ask = (isAsking: boolean) => () => this.setState({ isAsking });
    if (!isAsking)
      return (
        <button
          class="btn bare"
          type="button"
          aria-label={`${words.remove}: ${module.title}`}
          onClick={ask(true)}
        >
          {words.remove}
        </button>
      );
    return (
      <div class="asked" role="group" aria-label={words.remove}>
        <p>
          <b>{words.removeAsk(size(words, stock?.modules[module.id]?.here ?? 0))}</b>
        </p>
        <p>{words.removeMore}</p>
        <div class="row">
          <button class="btn fit grow" type="button" onClick={() => void remove(module).then(ask(false))}>
            {words.removeYes}
          </button>
          <button class="btn fit grow" type="button" onClick={ask(false)}>
            {words.removeNo}
          </button>
        </div>
      </div>
    );
  }
}
