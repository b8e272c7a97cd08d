// Who is in the chat: a drawn face whose mouth is the mood, the name, and how the mood is.
import type { VNode } from "preact";
import { best } from "../../app/engine/talking.ts";
import type { Told } from "../../app/engine/talking.ts";

const hairs = ["M12 18C10 3 30 3 28 18q-8-8-16 0z", "M10 26C8 1 32 1 30 26l-3-10q-7-5-14 0z"];

const moods = { en: ["cross", "waiting", "glad"], "zh-hans": ["生气", "等着", "高兴"] };

interface Props {
  told: Told;
  language: keyof typeof moods;
  /** Which face, the name and a line below. */
  n: number;
  name: string;
  line: string;
}

/** Every other face is a woman's, one of three is grey. */
export const FaceOf = ({ told, language, n, name, line }: Props): VNode => {
  const { mood } = told.standing;
  const word = moods[language][Math.ceil((mood - 1) / 2)];
  return (
    <div class="talk-top">
      <svg class="face-of" viewBox="0 0 40 40" aria-hidden="true">
        <path d="M5 40c0-16 30-16 30 0z" fill={`hsl(${n * 80},35%,40%)`} />
        <ellipse cx="20" cy="19" rx="7.5" ry="8.5" fill={n % 3 ? "#edbd95" : "#c98c62"} />
        <path d={hairs[n % 2]} fill={n % 3 === 2 ? "#c7ccd6" : "#17223b"} />
        <path
          d={`M17 18v1.5M23 18v1.5M17.5 ${24.5 - mood * 0.4}q2.5 ${(mood - 2.5) * 1.2} 5 0`}
          fill="none"
          stroke="#17223b"
        />
      </svg>
      <div class="grow">
        <p class="hear">
          <b>{name}</b>
          <br />
          <span class="small">{line}</span>
        </p>
        <p class="row count small">
          <progress class="grow" value={mood} max={best} aria-label={word} />
          <span>{word}</span>
        </p>
      </div>
    </div>
  );
};
