// Things glide to their new places: where a row was, and where it is after `change`, are joined by a movement.

interface Spot {
  left: number;
  top: number;
}

function spots(root: HTMLElement): Map<string, [HTMLElement, Spot]> {
  const found = new Map<string, [HTMLElement, Spot]>();
  root.querySelectorAll<HTMLElement>("[data-id]").forEach((element) => {
    found.set(element.dataset.id || "", [element, element.getBoundingClientRect()]);
  });
  return found;
}

export function glide(root: HTMLElement, change: () => void): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches || !Element.prototype.animate;
  const before = still ? null : spots(root);
  change();
  if (!before) return;
  spots(root).forEach(([element, now], id) => {
    const was = before.get(id);
    const x = was ? was[1].left - now.left : 0;
    const y = was ? was[1].top - now.top : 0;
    if (x || y)
      element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], {
        duration: 350,
        easing: "ease-out",
      });
  });
}
