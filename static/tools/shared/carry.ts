// Carrying a card to a place by its picture: let go over a place, it is put there. A tap or a key on the place does the same.

const placeUnder = ({ clientX, clientY }: PointerEvent): HTMLElement | null => {
  const element = document.elementFromPoint(clientX, clientY);
  return element && element.closest<HTMLElement>("[data-bin]");
};

/** `grip` is a part of the card. Where it may not be put now, or without pointer events, nothing happens. */
export function carry(grip: HTMLElement | null, put: ((bin: string) => void) | undefined): void {
  const card = grip && grip.parentElement;
  if (!grip || !card) return;
  let from: PointerEvent | null = null;
  let over: HTMLElement | null = null;

  function mark(place: HTMLElement | null): void {
    if (over) over.classList.remove("over");
    over = place;
    if (over) over.classList.add("over");
  }
  function letGo(): void {
    from = null;
    mark(null);
    card!.style.cssText = "";
  }

  grip.onpointerdown = (event) => {
    if (!put) return;
    from = event;
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  grip.onpointermove = (event) => {
    if (!from) return;
    const [x, y] = [event.clientX - from.clientX, event.clientY - from.clientY];
    card.style.cssText = `transform:translate(${x}px,${y}px);pointer-events:none;position:relative;z-index:2`;
    mark(placeUnder(event));
  };
  grip.onpointerup = (event) => {
    const place = from && placeUnder(event);
    letGo();
    if (place && put) put(place.dataset["bin"] as string);
  };
  grip.onpointercancel = letGo;
}
