// A lesson: the pack's own HTML, made quick by the same small script as on the first page.

import { Component, createRef } from "preact";
import { enhance } from "../../lesson/enhance.ts";
import type { Hooks, Words as CardWords } from "../../lesson/types.ts";
import type { Meeting } from "../engine/dated.ts";
import { practiceKey, type OpenLesson } from "../lesson/sitting.ts";
import type { Outline } from "../storage/records.ts";
import { tagOf, type Language } from "../text/text.ts";
import { Room } from "./room.tsx";
import { dress, type RoomScreen, type Screen } from "./parts.tsx";
import { go, lessonAddress } from "./route.ts";

export interface Address {
  language: Language;
  module: string;
  lesson: string;
}

export interface Found {
  open: OpenLesson;
  html: string;
  cards: CardWords;
  inputs: typeof import("../../lesson/inputs.ts");
  outline: Outline | null;
  /** The last talk with the server, by both clocks. */
  met: Meeting | null;
}

interface LessonScreen extends Screen {
  address: Address;
  /** Addresses of what comes later; `practices` is the list of them. */
  tools: Record<string, string>;
}

const cardWords = async (language: Language): Promise<CardWords> =>
  (await (language === "en" ? import("../../lesson/words.en.ts") : import("../../lesson/words.zh-hans.ts")))
    .words;

const absent = (address: Address) => async () => {
  const { Absent } = await import("./absent.tsx");
  return (screen: RoomScreen) => <Absent {...screen} address={address} />;
};

const explained =
  ({ model, address, state, found: { cards } }: CardsScreen, name: string, close: () => void) =>
  async () =>
    (await import("./sheet.tsx")).explained(model, [address.language, state.language], {
      name,
      cards,
      close,
    });

const helping = async () => (await import("./helping.tsx")).Helping;

const isHere = ({ state, address }: LessonScreen) =>
  state.modules
    .find(({ id }) => id === address.module)
    ?.lessons.some(({ id, place }) => id === address.lesson && place === "here");

interface Looking {
  found: Found | null | "looking";
}

export class Lesson extends Component<LessonScreen, Looking> {
  override state: Looking = { found: "looking" };

  override componentDidMount() {
    void this.look();
  }

  /** Its words may have arrived while the screen said that they are not here, or while it looked. */
  override componentDidUpdate(before: LessonScreen, { found }: Looking) {
    const isNew = !isHere(before) || found === "looking";
    if (this.state.found === null && isHere(this.props) && isNew) void this.look();
  }

  async look() {
    const { model, address } = this.props;
    const open = await model.open(address.module, address.lesson, address.language);
    const found = open && {
      open,
      html: await model.withMedia(open.file.html),
      cards: await cardWords(address.language),
      inputs: await import("../../lesson/inputs.ts"),
      outline: (await model.recall(`outline:${address.language}`)) as Outline | null,
      met: (await model.recall("met")) as Meeting | null,
    };
    this.setState({ found });
  }

  override render(screen: LessonScreen, { found }: Looking) {
    if (found === "looking") return <main class="page" aria-busy="true" />;
    return found ? <Cards {...screen} found={found} /> : <Room {...screen} load={absent(screen.address)} />;
  }
}

type CardsScreen = LessonScreen & { found: Found };

class Cards extends Component<CardsScreen, { term: string | null }> {
  override state = { term: null as string | null };
  root = createRef<HTMLElement>();
  down: (() => void)[] = [];

  override componentDidMount() {
    const { open, cards, inputs, outline, met } = this.props.found;
    const { address, model } = this.props;
    const { next } = open;
    const beside = import("./beside.ts").catch(() => null);
    const hooks: Hooks = {
      words: cards,
      keep: async (draft) => {
        await open.keep(draft);
        const { release } = open.sitting; // a review has none
        if (draft.kind !== "lesson_finished" || !release) return;
        void (await beside)?.offerTeaching(model, root, { ...address, release });
      },
      position: open.sitting.card,
      done: { ...open.sitting.done },
      moved: (card, draw) =>
        void open.moved(card).then((done) => {
          const isMore = Object.keys(done).some((id) => !hooks.done[id]);
          Object.assign(hooks.done, { ...done, ...hooks.done });
          if (isMore && !open.sitting.finished) draw(); // answered in another window
        }),
      tool: (name, place, data) =>
        void beside.then(async (late) => {
          const practice = { name, place, data, key: practiceKey(open.sitting, data.id) };
          if (late) this.down.push(await late.practise({ ...this.props, dress }, practice));
          else place.append(cards.toolAway);
        }),
      leave: () => go("/"),
      picture: this.props.art["art/together.svg"],
      inputs,
      speed: this.props.state.settings.speed,
      aloud: this.props.state.settings.aloud,
      notes: outline?.say,
      next:
        next === null
          ? undefined
          : { href: lessonAddress(address.language, address.module, next.id), title: next.title },
    };
    const root = this.root.current!;
    inputs.passOver(root, open.file, cards.voice, outline, met);
    document.title = open.file.title;
    this.down = [enhance(root, open.file, hooks), holdLesson()];
    void beside.then((late) => late?.offerAsking(root, address));
    // The link that was tapped is gone: who listens or uses keys begins at the card.
    const start = root.querySelector<HTMLElement>(".on h2")!;
    start.tabIndex = -1;
    start.focus({ preventScroll: true });
  }

  override componentWillUnmount() {
    this.down.forEach((down) => down());
    document.documentElement.classList.remove("js");
    void this.props.model.refresh(); // Today and Path show where she left it
  }

  explain = (event: MouseEvent) => {
    const link = (event.target as Element).closest("a[data-term]");
    if (!link) return;
    event.preventDefault();
    this.setState({ term: link.getAttribute("data-term") });
  };

  close = () => this.setState({ term: null });

  override render(screen: CardsScreen, { term }: { term: string | null }) {
    const { state, found, address } = screen;
    const title = found.open.file.title.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    return (
      <>
        {state.settings.helps && <Room {...screen} load={helping} key="helping" />}
        <main
          class="page"
          ref={this.root}
          lang={tagOf(address.language)}
          onClick={this.explain}
          dangerouslySetInnerHTML={{ __html: `<h1 class="t">${title}</h1>${found.html}` }}
        />
        {term && <Room {...screen} load={explained(screen, term, this.close)} key={term} />}
      </>
    );
  }
}

/** While a lesson is open in any tab, no new version of the app takes over. */
function holdLesson(): () => void {
  let release = () => {};
  if (navigator.locks)
    void navigator.locks.request(
      "xk-lesson",
      { mode: "shared" },
      () => new Promise<void>((end) => (release = end)),
    );
  return () => release();
}
