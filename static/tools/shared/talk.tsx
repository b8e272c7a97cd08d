// Talks that branch, as a chat: what somebody says, what to answer, and how the mood goes. A new talk is only data.
import type { VNode } from "preact";
import { talked } from "../../app/engine/talking.ts";
import type { Reply, Standing, Talk, Talked, Told as Tale } from "../../app/engine/talking.ts";
import type { Mount, ToolOptions } from "./options.ts";
import { Count, Told, takeTurns } from "./turns.tsx";
import type { Turns } from "./turns.tsx";

export interface TalkWords {
  title: string;
  rule: string;
  won: string;
  /** Who it is, and a line below. */
  talks: { [talk: string]: [string, string] };
  /** What is said in a turn; an end may have a last word. */
  turns: { [turn: string]: string };
  /** What can be answered, and what there is to know about it. */
  replies: { [reply: string]: [string, string?] };
  /** What an end teaches. */
  ends: { [end: string]: string };
  /** What stands above the answers; something else in turns whose name begins so: `proof-late`. */
  ask: string;
  asks?: { [kind: string]: string };
  /** Of an answer that does not fit here, where it has no word of its own. */
  off?: string;
}

interface Options {
  talks: Talk[];
  words: { [language in ToolOptions["language"]]: TalkWords };
  /** What stands above the chat: a face and its mood, or what it is about. */
  head(tale: Tale, language: ToolOptions["language"]): VNode;
  /** A drawing for a turn or a reply; it adds nothing to the words. */
  picture?(id: string): VNode | null;
}

const common = {
  en: {
    count: "Talks that ended well",
    me: "You: ",
    colon: ": ",
    next: "Next one",
    again: "Try this one once more",
    end: "Show me all of them",
    gone: "There was no more patience left. It begins once more.",
  },
  "zh-hans": {
    count: "谈好了的",
    me: "你：",
    colon: "：",
    next: "下一个",
    again: "这个再来一遍",
    end: "都看一遍",
    gone: "耐心用完了，从头再聊一遍。",
  },
};

export function talking({ talks, words, head, picture }: Options): Mount {
  return (root, options) => {
    const say = words[options.language];
    const general = common[options.language];
    const drawn = (id: string): VNode | null => (picture ? picture(id) : null);
    const kindOf = (turn: string): string => turn.split("-")[0] as string;
    const nameOf = ({ id }: Talk): string => (say.talks[id] as string[])[0] as string;

    const Bubble = ({
      id,
      of,
      name,
      isNext,
    }: {
      id: string;
      of?: Talk;
      name: string;
      isNext?: boolean;
    }): VNode => (
      <div class={of ? "bubble" : "bubble mine"} data-next={isNext || undefined} tabIndex={-1}>
        {drawn(id)}
        <p class="hear">
          <span class="unseen">{name}</span>
          {of ? say.turns[id] : (say.replies[id] as string[])[0]}
        </p>
      </div>
    );

    const Log = ({ talk, standing: { said, at, isEnd, isOff } }: Tale): VNode => {
      const name = nameOf(talk) + general.colon;
      return (
        <div class="talk-log" role="log">
          {said.map(({ turn, reply }) => [
            <Bubble key={turn} id={turn} of={talk} name={name} />,
            <Bubble key={reply} id={reply} name={general.me} />,
          ])}
          {say.turns[at] && <Bubble key={at} id={at} of={talk} name={name} isNext={!isEnd && !isOff} />}
        </div>
      );
    };

    const Replies = ({ talk, at, move }: { talk: Talk; at: string } & Turns<string>): VNode => (
      <div class="talk-tray">
        <p id="talk-ask" class="k hear">
          {(say.asks && say.asks[kindOf(at)]) || say.ask}
        </p>
        <div class={`offered ${kindOf(at)}`} role="group" aria-labelledby="talk-ask">
          {(talk.turns[at] as Reply[]).map(([id]) => (
            <button key={id} type="button" class="btn hear" data-reply={id} onClick={() => move(id)}>
              {drawn(id)}
              {(say.replies[id] as string[])[0]}
            </button>
          ))}
        </div>
      </div>
    );

    const About = ({
      standing: { last, isEnd, isSafe, isOff, at },
    }: {
      standing: Standing;
    }): VNode | null => {
      const [, why] = last ? (say.replies[last[0]] as [string, string?]) : [];
      const isGood = isEnd ? isSafe : !!last && last[2] >= 0 && !isOff;
      const lesson = isEnd ? say.ends[at] || general.gone : why || (isOff && say.off);
      return lesson ? (
        <div data-next={(!isEnd && !isGood) || undefined} tabIndex={-1}>
          <Told isGood={isGood}>
            {isEnd && !isSafe && why}
            {isEnd && !isSafe && why && <br />}
            {lesson}
          </Told>
        </div>
      ) : null;
    };

    const All = ({ closed }: Pick<Talked, "closed">): VNode => (
      <ul class="card" data-next tabIndex={-1}>
        {closed.map(({ talk, standing }) => (
          <li key={talk.id} class="hear">
            <b>{nameOf(talk)}</b>
            <br />
            {say.ends[standing.at]}
          </li>
        ))}
      </ul>
    );

    return takeTurns<string>(root, options, say, {
      canBe: (replies) => !!talked(talks, replies),
      outcome(replies) {
        const { closed, now, lost, detours } = talked(talks, replies) as Talked;
        return now ? null : { talks: closed.length, lost, detours };
      },
      view(turns) {
        const { isTold, moves } = turns.play;
        const { closed, ended, now } = talked(talks, moves) as Talked;
        const isOver = isTold && !!ended && !(now && now.standing.given);
        const shown = isOver ? ended : now;
        if (!shown) return <All closed={closed} />;
        const { talk, standing } = shown;
        const onward = !now ? general.end : standing.isSafe ? general.next : general.again;
        return (
          <>
            <Count of={talks.length} done={closed.length} label={general.count} />
            <div class="talk">
              {head(shown, options.language)}
              <Log {...shown} />
              {!isOver && <Replies talk={talk} at={standing.at} {...turns} />}
            </div>
            <div role="status">{isTold && <About standing={standing} />}</div>
            {isOver && (
              <button type="button" class="btn" data-next onClick={turns.goOn}>
                {onward}
              </button>
            )}
          </>
        );
      },
    });
  };
}
