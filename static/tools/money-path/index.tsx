// The money path (CURRICULUM.md, X16): where is the coin, where is the parcel, and when is it time to ship?
import type { VNode } from "preact";
import type { Told } from "../../app/engine/talking.ts";
import type { ToolOptions } from "../shared/options.ts";
import { talking } from "../shared/talk.tsx";
import { places, talks } from "./talks.ts";
import { spots, words } from "./words.ts";

const at = (place: number): { style: string } => ({ style: `transform:translateX(${place * 108}px)` });

/** Buyer, strongbox and seller on one road; the coin above, the parcel below. */
const Road = ({ coin, parcel }: { coin: number; parcel: number }): VNode => (
  <svg class="money" viewBox="0 0 320 128" aria-hidden="true">
    <path d="M0 0h320v128H0z" fill="#cfe0f1" />
    <path d="M0 96q160-22 320 0v32H0z" fill="#8aae45" />
    <path d="M24 106h272" stroke="#f3e0c6" stroke-width="15" stroke-linecap="round" />
    <path d="M30 34h44v60H30z" fill="#4a6fb5" />
    <path d="M37 62h9v9h-9zm20 0h9v9h-9zM37 78h9v9h-9zm20 0h9v9h-9z" fill="#cfe0f1" />
    <path d="M132 42h56v52h-56z" fill="#23458a" />
    <path d="M139 49h42v38h-42z" fill="#4a6fb5" />
    <path d="M160 60v16M152 68h16" stroke="#cfe0f1" stroke-width="3" stroke-linecap="round" />
    <path d="M134 94h10v5h-10zm42 0h10v5h-10z" fill="#17223b" />
    <path d="M240 58h60v36h-60z" fill="#f3e0c6" />
    <path d="M230 62l14-22h52l14 22z" fill="#8a5638" />
    <path d="M262 74h16v20h-16z" fill="#c8544a" />
    <g class="goes" {...at(parcel)}>
      <path d="M40 92h24v20H40z" fill="#d9a868" />
      <path d="M49 92h6v20h-6z" fill="#8a5638" />
    </g>
    <g class="goes" {...at(coin)}>
      <circle cx="52" cy="56" r="17" fill="#f2803c" />
      <circle cx="52" cy="56" r="13" fill="#f3e0c6" />
      <path d="M46 48l6 8 6-8M52 56v9M46 58h12" fill="none" stroke="#8a5638" stroke-width="2.4" />
    </g>
  </svg>
);

/** A picture of a payment, and a jar that broke. */
const picture = (id: string): VNode | null =>
  id === "picture" ? (
    <svg viewBox="0 0 120 84" aria-hidden="true">
      <path d="M0 0h120v84H0z" fill="#f3e0c6" />
      <circle cx="60" cy="26" r="17" fill="#4c7a3c" />
      <path d="M52 26l6 6 11-12" fill="none" stroke="#fff" stroke-width="4" />
      <path d="M36 54h48M44 66h32" stroke="#8a5638" stroke-width="6" stroke-linecap="round" />
    </svg>
  ) : id === "broken" ? (
    <svg viewBox="0 0 120 84" aria-hidden="true">
      <path d="M0 0h120v84H0z" fill="#4c7a3c" />
      <path d="M20 74q40-22 84 0-42 10-84 0" fill="#f2803c" />
      <path d="M40 22h40v8l6 8-6 14 6 20H34l4-16-4-18 6-8z" fill="#d9a868" />
      <path d="M40 14h40v9H40z" fill="#8a5638" />
      <path d="M48 30l10 12-6 8 12 8-4 14" fill="none" stroke="#17223b" stroke-width="3" />
    </svg>
  ) : null;

interface HeadProps {
  told: Told;
  language: ToolOptions["language"];
  name: string;
  sum: string;
}

function Head({ told, language, name, sum }: HeadProps): VNode {
  const say = spots[language];
  const [coin, parcel] = places[told.standing.at] as [number, number];
  return (
    <div>
      <p class="talk-top hear">
        <b class="grow">{name}</b>
        {sum}
      </p>
      <Road coin={coin} parcel={parcel} />
      <p class="spots small" aria-hidden="true">
        {say.who.map((who) => (
          <b key={who}>{who}</b>
        ))}
      </p>
      <p class="spots-say small hear">{[say.coin[coin], say.parcel[parcel]].join(say.gap)}</p>
    </div>
  );
}

export const mount = talking({
  ...{ talks, words, picture },
  head: (told, language, name, sum) => <Head {...{ told, language, name, sum }} />,
});
