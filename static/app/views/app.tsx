// The frame: which screen an address shows, the four tabs, the language of the page.

import { Component, render } from "preact";
import { feedback, question } from "../../lesson/question.ts";
import { grade } from "../engine/grading.ts";
import { neededRight } from "../engine/progress.ts";
import type { Model } from "../lesson/model.ts";
import type { Observable } from "../lesson/observable.ts";
import { tagOf, wordsOf, type Language, type Words } from "../text/text.ts";
import { Lesson } from "./lesson.tsx";
import { Icon, type Screen } from "./parts.tsx";
import { Room } from "./room.tsx";
import { follow, onLink, route, type Route } from "./route.ts";
import { Today } from "./today.tsx";

export interface Around {
  model: Model;
  art: Record<string, string>;
  tools: Record<string, string>;
  tier: 1 | 2;
  install: Observable<(() => void) | null>;
}

const start = async () => (await import("./start.tsx")).Start;
/** The tabs' rooms, and what stands under `-`, which no module is named: screens that come late, handed what the shell has. */
const further = (name: string) => async () =>
  (await import("./further.tsx")).furtherOf(name, { question, feedback, grade, neededRight, Room });

function Tabs({ words, screen }: { words: Words; screen: Route["screen"] }) {
  const tabs = [
    ["today", "/", words.today],
    ["path", "/path", words.path],
    ["library", "/library", words.library],
    ["me", "/me", words.me],
  ] as const;
  return (
    <nav class="tabs" aria-label={words.tabs}>
      {tabs.map(([name, href, word]) => (
        <a href={href} aria-current={name === screen ? "page" : undefined}>
          <Icon name={name} />
          {word}
        </a>
      ))}
    </nav>
  );
}

function Tabbed({ screen, at }: { screen: Screen; at: "today" | "path" | "library" | "me" }) {
  return (
    <main class="page tabbed">
      {at === "today" && <Today {...screen} />}
      {at !== "today" && <Room {...screen} load={further(at)} key={at} />}
      <Tabs words={screen.words} screen={at} />
    </main>
  );
}

/** Text in the size she chose, or that her phone's browser gives. */
function grow(percent: number): void {
  const { classList, style } = document.documentElement;
  style.fontSize = percent === 100 ? "" : `${percent * 1.125}%`;
  classList.toggle("big", parseFloat(getComputedStyle(document.documentElement).fontSize) >= 27);
}

interface Told {
  language: Language;
  words: Words;
}

class App extends Component<Around, { told: Told | null }> {
  override state = { told: null as Told | null };
  unwatch: (() => void)[] = [];

  override componentDidMount() {
    const again = () => {
      this.forceUpdate();
      void this.speak();
    };
    const { model, install } = this.props;
    this.unwatch = [model.state.watch(again), route.watch(again), install.watch(again)];
    void this.speak();
  }

  override componentWillUnmount() {
    this.unwatch.forEach((end) => end());
  }

  /** A lesson is shown in the language of its address, all else in hers. */
  language(): Language {
    const { language, wasErased } = this.props.model.state.value;
    return route.value.screen === "lesson" && !wasErased ? route.value.language : language;
  }

  async speak() {
    const language = this.language();
    if (this.state.told?.language === language) return;
    const words = await wordsOf(language);
    document.documentElement.lang = tagOf(language);
    this.setState({ told: { language, words } });
  }

  override componentDidUpdate() {
    const { told } = this.state;
    const { screen } = route.value;
    if (told && screen !== "lesson" && screen !== "join")
      document.title = `${told.words[screen]} · ${told.words.name}`;
    grow(this.props.model.state.value.settings.text);
  }

  override render({ model, art, tools, tier, install }: Around, { told }: { told: Told | null }) {
    if (!told) return null;
    const state = model.state.value;
    const screen: Screen = {
      model,
      state,
      words: told.words,
      art,
      tier,
      install: install.value,
      styles: tools,
    };
    if (state.asks) return <Room {...screen} load={further("who")} key="asks" />;
    const shown = this.shown(screen);
    return [
      state.me.profiles && <Room {...screen} load={further("bar")} key="bar" />,
      state.isOut && <Room {...screen} load={further("full")} key="full" />,
      shown,
    ];
  }

  shown(screen: Screen) {
    const { state, styles: tools } = screen;
    const at = route.value;
    if (at.screen === "join")
      return <Room {...screen} load={further(`join:${at.code}`)} key={`join${at.code}`} />;
    if (state.isNew && (at.screen === "today" || state.wasErased))
      return <Room {...screen} load={start} key="start" />;
    if (at.screen === "lesson" && at.module === "-" && at.lesson !== "review")
      return <Room {...screen} load={further(at.lesson)} key={at.lesson} />;
    if (at.screen === "lesson")
      return (
        <Lesson {...screen} address={at} tools={tools} key={`${at.language}/${at.module}/${at.lesson}`} />
      );
    return <Tabbed screen={screen} at={at.screen} />;
  }
}

export function show(around: Around, root: HTMLElement): void {
  grow(around.model.state.value.settings.text);
  follow();
  addEventListener("popstate", follow);
  document.addEventListener("click", onLink);
  render(<App {...around} />, root);
}
