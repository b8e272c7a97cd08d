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
/** The two photos that came with a complaint: ground, fruit or jar, and what is wrong with it. */
const photos: { [turn: string]: [string, string, string, string] } = {
  rotten: [
    "#d9a868",
    "#f2803c",
    "M4 40a18 18 0 0 1 36 0 18 18 0 0 1-36 0M46 44a18 18 0 0 1 36 0 18 18 0 0 1-36 0M80 36a18 18 0 0 1 36 0 18 18 0 0 1-36 0",
    "M12 40q10-16 20 2-8 14-20-2M90 32q12-8 18 8-14 10-18-8",
  ],
  stranger: ["#cfe0f1", "#d9a868", "M42 16h36v10l6 8v40H36V34l6-8z", "M20 74q40-14 86 2-40 12-86-2"],
};

const picture = (id: string): VNode | null => {
  const photo = photos[id];
  if (photo)
    return (
      <svg viewBox="0 0 120 84" aria-hidden="true">
        <path d="M0 0h120v84H0z" fill={photo[0]} />
        <path d={photo[2]} fill={photo[1]} />
        <path d={photo[3]} fill="#8a5638" />
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
  head: (told, language) => {
    const [name, line] = words[language].talks[told.talk.id] as [string, string];
    return <FaceOf n={faces[talks.indexOf(told.talk)] as number} {...{ told, language, name, line }} />;
  },
});
