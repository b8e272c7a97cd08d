// What waits to be sent, in one line.

import type { State } from "../lesson/model.ts";
import { ago } from "../text/amounts.ts";
import type { RoomWords } from "../text/text.ts";
import { Icon } from "./parts.tsx";

/** Icon, fact, comfort: what waits, and that it is safe. */
export function Status({ state, words, now }: { state: State; words: RoomWords; now: number }) {
  const { waiting, sentAt, hasSent } = state;
  const say = waiting
    ? words.waiting(waiting)
    : sentAt && hasSent
      ? words.allSent(ago(words, sentAt, now))
      : words.allSafe;
  return (
    <p class="status" role="status">
      <Icon name={waiting ? "cloud" : "phone"} />
      <span>{say}</span>
    </p>
  );
}
