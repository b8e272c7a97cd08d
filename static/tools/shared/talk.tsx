// Talks that branch, as a chat: what somebody says, what to answer, and how the mood goes. A new talk is only data.
import type { VNode } from "preact";
import { talked } from "../../app/engine/talking.ts";
import type { Reply, Standing, Talk, Talked, Told as Tale } from "../../app/engine/talking.ts";
import type { Mount, ToolOptions } from "./options.ts";
import { Count, Told } from "./frame.tsx";
import { takeTurns } from "./turns.tsx";
import type { Turns } from "./turns.tsx";

/** Each row is in English, then in Chinese; a second line follows in both, where there is one. */
type Row = string[];
type Rows = { [id: string]: Row };

export interface TalkWords {
  title: Row;
  rule: Row;
  won: Row;
  /** Who it is, and a line below. */
  talks: Rows;
  /** What is said in a turn; an end may have a last word. */
  turns: Rows;
  /** What can be answered, and what there is to know about it. */
  replies: Rows;
  /** What an end teaches. */
  ends: Rows;
  /** What stands above the answers; something else in turns whose name begins so: `proof-late`. */
  ask: Row;
  asks?: Rows;
  /** Of an answer that does not fit here, where it has no word of its own. */
  off?: Row;
}

interface Options {
  talks: Talk[];
  words: TalkWords;
  /** What stands above the chat: a face and its mood, or what it is about. */
  head(tale: Tale, language: ToolOptions["language"], name: string, line: string): VNode;
  /** A drawing for a turn or a reply; it adds nothing to the words. */
  picture?(id: string): VNode | null;
}

const common = {
  count: ["Ended well", "谈好了的"],
  me: ["You", "你"],
  next: ["Next one", "下一个"],
  again: ["Try this one once more", "这个再来一遍"],
  gone: ["No more patience left. It begins once more.", "耐心用完了，从头再聊一遍。"],
};

export function talking({ talks, words, head, picture }: Options): Mount {
  return (root, options) => {
    const here = options.language === "en" ? 0 : 1;
    const say = (row: Row | undefined): string => (row && row[here]) || "";
    const more = (row: Row | undefined): string => (row && row[here + 2]) || "";
    const drawn = (id: string): VNode | null => (picture ? picture(id) : null);
    const kindOf = (turn: string): string => turn.split("-")[0] as string;

    const Bubble = ({ id, of, isNext }: { id: string; of?: Talk; isNext?: boolean }): VNode => (
      <div class={of ? "bubble" : "bubble mine"} data-next={isNext || undefined} tabIndex={-1}>
        {drawn(id)}
        <p class="hear">
          <span class="unseen">{say(of ? words.talks[of.id] : common.me)}: </span>
          {say((of ? words.turns : words.replies)[id])}
        </p>
      </div>
    );

    const Log = ({ talk, standing: { said, at, isEnd, isOff } }: Tale): VNode => (
      <div class="talk-log" role="log">
        {said.map(({ turn, reply }) => [
          <Bubble key={turn} id={turn} of={talk} />,
          <Bubble key={reply} id={reply} />,
        ])}
        {words.turns[at] && <Bubble key={at} id={at} of={talk} isNext={!isEnd && !isOff} />}
      </div>
    );

    const Replies = ({ talk, at, move }: { talk: Talk; at: string } & Turns<string>): VNode => (
      <div class="talk-tray">
        <p id="talk-ask" class="k hear">
          {say((words.asks && words.asks[kindOf(at)]) || words.ask)}
        </p>
        <div class={`offered ${kindOf(at)}`} role="group" aria-labelledby="talk-ask">
          {(talk.turns[at] as Reply[]).map(([id]) => (
            <button key={id} type="button" class="btn hear" data-reply={id} onClick={() => move(id)}>
              {drawn(id)}
              {say(words.replies[id])}
            </button>
          ))}
        </div>
      </div>
    );

    const About = ({ standing, isLast }: { standing: Standing; isLast: boolean }): VNode | null => {
      const { last, isEnd, isSafe, isOff, at } = standing;
      const why = last && more(words.replies[last[0]]);
      const isGood = isEnd ? isSafe : !!last && last[2] >= 0 && !isOff;
      const end = say(words.ends[at] || common.gone);
      const texts = isEnd ? [!isSafe && why, end] : [why || (isOff && say(words.off))];
      const text = texts.filter(Boolean).join("\n");
      return text ? (
        <div data-next={isLast || !(isEnd || isGood) || undefined} tabIndex={-1}>
          <Told isGood={isGood}>{text}</Told>
        </div>
      ) : null;
    };

    const frame = { title: say(words.title), rule: say(words.rule), won: say(words.won) };
    return takeTurns<string>(root, options, frame, {
      canBe: (replies) => !!talked(talks, replies),
      outcome(replies) {
        const { closed, now, lost, detours } = talked(talks, replies) as Talked;
        return now ? null : { talks: closed.length, lost, detours };
      },
      view(turns) {
        const { isTold, moves } = turns.play;
        const { closed, ended, now } = talked(talks, moves) as Talked;
        const isOver = !!ended && (!now || (isTold && !now.standing.given));
        const shown = (isOver ? ended : now) as Tale;
        const { talk, standing } = shown;
        const row = words.talks[talk.id];
        return (
          <>
            <Count of={talks.length} done={closed.length} label={say(common.count)} />
            <div class="talk">
              {head(shown, options.language, say(row), more(row))}
              <Log {...shown} />
              {!isOver && <Replies talk={talk} at={standing.at} {...turns} />}
            </div>
            <div role="status">{(isTold || !now) && <About standing={standing} isLast={!now} />}</div>
            {isOver && now && (
              <button type="button" class="btn" data-next onClick={turns.goOn}>
                {say(standing.isSafe ? common.next : common.again)}
              </button>
            )}
          </>
        );
      },
    });
  };
}
