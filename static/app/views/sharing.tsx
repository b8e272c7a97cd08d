// Under Me: what has to do with other people and other phones.

import type { HouseholdWords } from "../text/sharing.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

export function Sharing({ state, words }: RoomScreen<HouseholdWords>) {
  const { lock } = state.me;
  const lines = [
    ["two", "who:new", words.somebodyNew, ""],
    ["code", "mypass", words.pass, words.passMore],
    ["phone", "mylock", words.lock, lock ? words.lockSet[lock.kind] : words.lockMore],
  ] as const;
  return (
    <>
      <h2>{words.share}</h2>
      {lines.map(([icon, room, title, more]) => (
        <a class="card" href={`/${state.language}/-/${room}/`}>
          <span class="blob">
            <Icon name={icon} />
          </span>
          <span class="grow">
            <b>{title}</b>
            <br />
            <span class="small soft">{more}</span>
          </span>
          <Icon name="more" />
        </a>
      ))}
    </>
  );
}
