// Holding something with a finger or a mouse, from the touch until it is let go, wherever it goes meanwhile.

/** The window hears it, not what is held: a busy Chromium may refuse to capture the mouse, and says nothing. */
export function hold(moved: (event: PointerEvent) => void, left: (event: PointerEvent) => void): void {
  const end = (event: PointerEvent): void => {
    removeEventListener("pointermove", moved);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    left(event);
  };
  addEventListener("pointermove", moved);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}
