// A check set: the lesson's own questions without its cards, one try each, the reasons at the end.

import { Component, createRef } from "preact";
import type { Item } from "../../lesson/types.ts";
import type { Response } from "../engine/grading.ts";
import { openChecking, type CheckSet } from "../lesson/checking.ts";
import type { ProofWords } from "../text/proving.ts";
import { tagOf } from "../text/text.ts";
import { Asking, cardWordsOf, type Asked, type Responses, type Verdict } from "./asking.tsx";
import type { Kit } from "./further.tsx";
import { Back, Go, type RoomScreen } from "./parts.tsx";
import { lessonAddress } from "./route.ts";

export type Proving = RoomScreen<ProofWords> & { kit: Kit; module: string };
type Checking = Proving & { lesson: string };

interface Checked {
  isKnown: boolean;
  right: number;
  verdicts: Record<string, Verdict>;
}

interface CheckState {
  set: CheckSet | null | "looking";
  isBegun: boolean;
  checked: Checked | null;
}

export class Check extends Component<Checking, CheckState> {
  override state: CheckState = { set: "looking", isBegun: false, checked: null };
  title = createRef<HTMLHeadingElement>();

  override async componentDidMount() {
    const { model, module, lesson } = this.props;
    this.setState({ set: await model.lend(openChecking)(module, lesson) });
  }

  override componentDidUpdate(_: Checking, before: CheckState) {
    if (this.state.checked && !before.checked) this.title.current?.focus();
  }

  done = async (set: CheckSet, responses: Responses) => {
    const { kit, state } = this.props;
    const cards = await cardWordsOf(state.language);
    const verdicts: Record<string, Verdict> = {};
    let right = 0;
    for (const { id, item } of set.asked) {
      if (responses[id] === undefined) continue;
      const isRight = kit.grade({ ...item, answer: item.answer as Response }, responses[id]) === 1;
      right += +isRight;
      const say = kit.feedback(item as Item, responses[id] as Response, isRight, true, cards);
      verdicts[id] = { right: isRight, say };
    }
    this.setState({ checked: { isKnown: await set.handIn(responses, right), right, verdicts } });
  };

  override render(screen: Checking, { set, isBegun, checked }: CheckState) {
    const { words } = screen;
    if (set === "looking") return <main class="page" aria-busy="true" />;
    if (!set || !isBegun) return this.before(set);
    return (
      <main class="page" lang={tagOf(screen.state.language)}>
        <Asking
          {...screen}
          title={set.title}
          asked={set.asked as Asked[]}
          before={{}}
          from={0}
          canLeaveOpen={false}
          end={words.checkEnd}
          keep={() => undefined}
          done={(responses) => void this.done(set, responses)}
          leave={() => this.setState({ isBegun: false })}
          verdicts={checked?.verdicts}
        >
          {checked && this.after(set, checked)}
        </Asking>
      </main>
    );
  }

  before(set: CheckSet | null) {
    const { words, kit } = this.props;
    return (
      <main class="page">
        <Back words={words} href="/path" />
        {set && <h1>{set.title}</h1>}
        <p class={set ? "lead" : ""}>
          {set ? words.checkSay(set.asked.length, kit.neededRight(set.asked.length)) : words.checkNone}
        </p>
        {set && <p class="soft">{words.checkSafe}</p>}
        <div class="foot">
          {set ? (
            <Go onClick={() => this.setState({ isBegun: true })}>{words.checkBegin}</Go>
          ) : (
            <a class="btn" href="/path">
              {words.toPath}
            </a>
          )}
        </div>
      </main>
    );
  }

  after(set: CheckSet, { isKnown, right }: Checked) {
    const { words, state, module, lesson } = this.props;
    const all = set.asked.length;
    const lessonHere = lessonAddress(state.language, module, lesson);
    return (
      <>
        <h1 tabIndex={-1} ref={this.title}>
          {isKnown ? words.known : words.notKnown}
        </h1>
        <p>{isKnown ? words.knownMore(right, all) : words.notKnownMore(right, all)}</p>
        <Go href={isKnown ? "/path" : lessonHere}>{isKnown ? words.toPath : words.openLesson}</Go>
        <a class="btn bare" href={isKnown ? lessonHere : "/path"}>
          {isKnown ? words.openLesson : words.toPath}
        </a>
      </>
    );
  }
}
