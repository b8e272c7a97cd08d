// The way to the questions of the survey, from rooms that speak of them.

import { follow } from "./route.ts";

/** Path opens with its first question: whoever taps this looks for questions, not for a list. */
export function askAtOnce(event: Event): void {
  event.preventDefault();
  history.pushState("survey", "", "/path");
  follow();
  scrollTo(0, 0);
}
