// For who sits beside a learner: above every card, what a good helper does. It takes its own room and covers nothing.

import type { RoomScreen } from "./parts.tsx";

export const Helping = ({ words }: RoomScreen) => (
  <aside class="helping" aria-label={words.helping}>
    <ol>
      {words.helpingSteps.map((step) => (
        <li>{step}</li>
      ))}
    </ol>
  </aside>
);
