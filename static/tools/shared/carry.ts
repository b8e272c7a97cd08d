// Carrying a card to a place by its picture: let go over a place, it is put there. A tap or a key on the place does the same.

import { hold } from "./hold.ts";

const placeUnder = ({ clientX, clientY }: PointerEvent): HTMLElement | null => {
  const element = document.elementFromPoint(clientX, clientY);
  return element && element.closest<HTMLElement>("[data-bin]");
};

/** `grip` is a part of the card. Where it may not be put now, or without pointer events, nothing happens. */
export function carry(grip: HTMLElement | null, put: ((bin: string) => void) | undefined): void {
  const card = grip && grip.parentElement;
  if (!grip || !card) return;
  let over: HTMLElement | null = null;

  function mark(place: HTMLElement | null): void {
    if (over) over.classList.remove("over");
    over = place;
    if (over) over.classList.add("over");
  }
  grip.onpointerdown = (from) => {
    if (!put) return;
    from.preventDefault();
    hold(
      (event) => {
        const [x, y] = [event.clientX - from.clientX, event.clientY - from.clientY];
        card.style.cssText = `transform:translate(${x}px,${y}px);pointer-events:none;position:relative;z-index:2`;
        mark(placeUnder(event));
      },
      (event) => {
        const place = event.type === "pointerup" && placeUnder(event);
        mark(null);
        card.style.cssText = "";
        if (place) put(place.dataset["bin"] as string);
      },
    );
  };
}
