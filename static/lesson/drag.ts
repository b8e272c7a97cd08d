// Dragging a placed word up or down makes it change places with another.

const GAP = 10;
const STARTS_AFTER = 8;

export function drag(
  element: HTMLElement,
  from: number,
  length: number,
  swap: (from: number, to: number) => void,
): void {
  let start: number | undefined;
  let by = 0;
  element.onpointerdown = (event) => {
    start = event.clientY;
    by = 0;
  };
  element.onpointermove = (event) => {
    if (start === undefined) return;
    by = event.clientY - start;
    if (Math.abs(by) < STARTS_AFTER) return;
    element.setPointerCapture(event.pointerId);
    element.style.transform = `translateY(${by}px)`;
  };
  const drop = (moved: boolean) => () => {
    start = undefined;
    element.style.transform = "";
    const to = from + Math.round(by / (element.offsetHeight + GAP));
    if (!moved || to === from || to < 0 || to >= length) return;
    // The tap that ends a drag is not a tap.
    element.onclick = null;
    setTimeout(() => swap(from, to));
  };
  element.onpointerup = drop(true);
  element.onpointercancel = drop(false);
}
