// Spot the phishing (CURRICULUM.md, X4): twelve messages, real and false; the sentence that gives a false one away.
import type { VNode } from "preact";
import { spotted } from "../../app/engine/spotting.ts";
import type { Look, Message, Spotted, Tap } from "../../app/engine/spotting.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { messages } from "./messages.ts";
import type { Id } from "./messages.ts";
import { words } from "./words.ts";

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const seen = (taps: Tap[]): Spotted => spotted(messages, taps) as Spotted;
  const textsOf = ({ id }: Message): string[] => say.messages[id as Id];

  const Asked = ({ message, move }: { message: Message } & Turns<Tap>): VNode => (
    <>
      <p id="spot-ask" class="hear" data-next tabIndex={-1}>
        {say.ask}
      </p>
      <div class="sms" role="group" aria-labelledby="spot-ask">
        {textsOf(message)
          .slice(0, message.parts)
          .map((text, part) => (
            <button key={text} type="button" class="part hear" onClick={() => move(part)}>
              {part ? text : <b>{text}</b>}
            </button>
          ))}
      </div>
      <button type="button" class="btn hear" data-real onClick={() => move("real")}>
        {say.real}
      </button>
    </>
  );

  /** The message once more, with the sentence that gives it away. */
  const Shown = ({ message }: { message: Message }): VNode => (
    <div class="sms">
      {textsOf(message)
        .slice(0, message.parts)
        .map((text, part) => {
          const isSign = message.signs.indexOf(part) >= 0;
          return (
            <p key={text} class={isSign ? "part sign" : "part"}>
              {isSign && `${say.sign}${say.gap}`}
              {part ? text : <b>{text}</b>}
            </p>
          );
        })}
    </div>
  );

  const All = ({ right }: { right: number }): VNode => (
    <>
      <p class="hear" data-next tabIndex={-1}>
        <b>{say.seen(right)}</b>
      </p>
      {[true, false].map((isFalse) => (
        <div key={String(isFalse)}>
          <p class="k">{isFalse ? say.falseOnes : say.realOnes}</p>
          <ul class="fell">
            {messages
              .filter(({ signs }) => !!signs.length === isFalse)
              .map((message) => (
                <li key={message.id}>{textsOf(message)[0]}</li>
              ))}
          </ul>
        </div>
      ))}
    </>
  );

  const About = ({ message, tap, isRight }: Look): VNode => {
    const off = !message.signs.length ? say.isReal : tap === "real" ? say.isFalse : say.otherSign;
    const why = textsOf(message)[message.parts] as string;
    return <Told isGood={isRight}>{[isRight ? say.yes : off, why].join(say.gap)}</Told>;
  };

  return takeTurns<Tap>(root, options, say, {
    canBe: (taps) => !!spotted(messages, taps),
    outcome(taps) {
      const { isReached, right, alarms } = seen(taps);
      return isReached ? { right, alarms } : null;
    },
    view(turns) {
      const { moves, isTold } = turns.play;
      const { front, last, right, isReached } = seen(moves);
      const told = isTold ? last : null;
      const isRound = moves.length === messages.length;
      const onward = isReached ? say.end : isRound ? say.again : say.next;
      return (
        <>
          <Count of={messages.length} done={right} label={say.count} />
          {told ? <Shown message={told.message} /> : front && <Asked message={front} {...turns} />}
          <div role="status">{told && <About {...told} />}</div>
          {told && (
            <button type="button" class="btn" data-next onClick={turns.goOn}>
              {onward}
            </button>
          )}
          {!told && !front && <All right={right} />}
        </>
      );
    },
  });
};
