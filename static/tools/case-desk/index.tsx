// The case desk (CURRICULUM.md, X15): five complaints; the answer, the proof, the next step.
import type { VNode } from "preact";
import { FaceOf } from "../shared/face.tsx";
import { talking } from "../shared/talk.tsx";
import { faces, talks } from "./talks.ts";
import { words } from "./words.ts";

const strokes: { [reply: string]: string } = {
  ident: "M3 5h18v14H3zM6 16c0-5 6-5 6 0M9 9v.1M15 10h3M15 14h3",
  order: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  video: "M3 6h12v12H3zM15 11l6-4v10l-6-4",
  slip: "M4 5v14M8 5v14M11 5v14M16 5v14M20 5v14",
};
/** The two photos that came with a complaint: three peaches, a jar; and what is wrong with them. */
const photos: { [turn: string]: [string, string, string] } = {
  rotten: ["#f2803c", "M22 42h.1M62 46h.1M99 40h.1", "M26 36h.1M95 46h.1"],
  photo: ["#d9a868", "M60 28v26", "M32 76h58"],
};

const picture = (id: string): VNode | null => {
  const [colour, thing, wrong] = photos[id] || [];
  if (thing)
    return (
      <svg viewBox="0 0 120 84" fill="none" stroke-linecap="round" aria-hidden="true">
        <path d="M0 42h120" stroke="#cfe0f1" stroke-width="99" />
        <path d={thing} stroke={colour} stroke-width="36" />
        <path d={wrong} stroke="#8a5638" stroke-width="14" />
      </svg>
    );
  return strokes[id] ? (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[id]} />
    </svg>
  ) : null;
};

export const mount = talking({
  ...{ talks, words, picture },
  head: (told, language, name, line) => (
    <FaceOf n={faces[talks.indexOf(told.talk)] as number} {...{ told, language, name, line }} />
  ),
});
