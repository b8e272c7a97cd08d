// The message check (CURRICULUM.md, X17b): who says it, when, where else, before it is passed on.
import type { VNode } from "preact";
import { checked, looks, verdicts } from "../../app/engine/checking.ts";
import type { Checked, Look, Message } from "../../app/engine/checking.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Icon, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { messages } from "./messages.ts";
import { words } from "./words.ts";

/** A voice to tap, a cut picture, a jar of powder; the others are only words. */
const drawn: { [id: string]: VNode } = {
  voice: (
    <path
      d="M14 30v24l20-12zM48 36v12M58 28v28M68 34v16M78 22v40M88 32v20M98 38v8"
      fill="#23458a"
      stroke="#23458a"
      stroke-width="4"
      stroke-linecap="round"
    />
  ),
  shot: (
    <>
      <path d="M22 8h76v58l-12-8-13 10-13-10-13 10-13-10-12 8z" fill="#f3e0c6" />
      <path d="M32 22h56M32 34h56M32 46h34" stroke="#8a5638" stroke-width="5" stroke-linecap="round" />
    </>
  ),
  cure: (
    <>
      <path d="M42 18h36v8l6 8v36H36V34l6-8z" fill="#d9a868" />
      <path d="M40 12h40v9H40z" fill="#8a5638" />
      <path d="M60 40v20M50 50h20" stroke="#c8544a" stroke-width="7" />
    </>
  ),
};

const Drawing = ({ id }: { id: string }): VNode | null =>
  drawn[id] ? (
    <svg viewBox="0 0 120 84" aria-hidden="true">
      <path d="M0 0h120v84H0z" fill="#cfe0f1" />
      {drawn[id]}
    </svg>
  ) : null;

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const at = (moves: string[]): Checked => checked(messages, moves) as Checked;
  const told = ({ id }: Message): string[] => say.messages[id] as string[];

  const Shown = ({ message, seen }: { message: Message; seen: Look[] }): VNode => {
    const [from, text] = told(message);
    return (
      <>
        <p class="talk-top hear">
          <b>{say.group}</b>
        </p>
        <div class="talk-log">
          <p class="small soft hear">{from}</p>
          <div class="bubble">
            <Drawing id={message.id} />
            <p class="hear">{text}</p>
          </div>
          <div role="log">
            {seen.map((look) => (
              <p key={look} class="fact hear">
                <b class="small">{say.looks[look]}</b>
                <br />
                {told(message)[2 + looks.indexOf(look)]}
              </p>
            ))}
          </div>
        </div>
      </>
    );
  };

  const Tray = ({ seen, move }: { seen: Look[] } & Turns<string>): VNode => (
    <div class="talk-tray">
      <p id="check-ask" class="k hear">
        {say.ask}
      </p>
      <div class="offered proof three" role="group" aria-labelledby="check-ask">
        {looks.map((look) => {
          const isSeen = seen.indexOf(look) >= 0;
          return (
            <button
              key={look}
              type="button"
              class={isSeen ? "btn wait hear" : "btn hear"}
              data-look={look}
              aria-disabled={isSeen}
              onClick={() => isSeen || move(look)}
            >
              {isSeen && <Icon name="check" />}
              {say.looks[look]}
            </button>
          );
        })}
      </div>
      <p id="check-then" class="k hear">
        {say.then}
      </p>
      <div class="offered proof three" role="group" aria-labelledby="check-then">
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            class="btn hear"
            data-verdict={verdict}
            onClick={() => move(verdict)}
          >
            {say.verdicts[verdict]}
          </button>
        ))}
      </div>
    </div>
  );

  const About = ({ last: { message, move, was } }: { last: NonNullable<Checked["last"]> }): VNode | null =>
    was === "look" ? null : (
      <div data-next={was !== "right" || undefined} tabIndex={-1}>
        <Told isGood={was === "right"}>
          {was === "early"
            ? say.early
            : was === "off"
              ? [say.look, say.offs[move as keyof typeof say.offs]].join(say.gap)
              : [say.yes, told(message)[5]].join(say.gap)}
        </Told>
      </div>
    );

  const All = (): VNode => (
    <>
      <p data-next tabIndex={-1}>
        <b>{say.end}</b>
      </p>
      {verdicts.map((verdict) => (
        <div key={verdict}>
          <p class="k">{say.verdicts[verdict]}</p>
          <ul class="fell">
            {messages
              .filter((message) => message.verdict === verdict)
              .map((message) => (
                <li key={message.id}>{told(message)[1]}</li>
              ))}
          </ul>
        </div>
      ))}
    </>
  );

  return takeTurns<string>(root, options, say, {
    canBe: (moves) => !!checked(messages, moves),
    outcome(moves) {
      const { now, done, early, off } = at(moves);
      return now ? null : { messages: done, early, off };
    },
    view(turns) {
      const { done, now, seen, last } = at(turns.play.moves);
      const isTold = turns.play.isTold && !!last;
      const isOver = isTold && last.was === "right";
      const message = isOver ? last.message : now;
      return (
        <>
          <Count of={messages.length} done={done} label={say.count} />
          {message ? (
            <div class="talk">
              <Shown message={message} seen={isOver ? last.seen : seen} />
              {!isOver && <Tray seen={seen} {...turns} />}
            </div>
          ) : (
            <All />
          )}
          <div role="status">{isTold && <About last={last} />}</div>
          {isOver && (
            <button type="button" class="btn" data-next onClick={turns.goOn}>
              {now ? say.next : say.end}
            </button>
          )}
        </>
      );
    },
  });
};
