// The few lines over the DOM that everything here shares.

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className?: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

export const all = (root: ParentNode, selector: string) =>
  Array.from(root.querySelectorAll<HTMLElement>(selector));

const paths = {
  back: "M19 12H5M11 6l-6 6 6 6",
  hear: "M4 9v6h4l5 5V4L8 9zM17 9c1 2 1 4 0 6M20 6c2 4 2 8 0 12",
  good: "M4 13l5 5L20 6",
  hint: "M9 18h6M10 21h4M8 14a6 6 0 1 1 8 0l-1 2H9z",
};

export function icon(name: keyof typeof paths): HTMLElement {
  const box = make("span");
  box.innerHTML = `<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${paths[name]}"/></svg>`;
  return box.firstChild as HTMLElement;
}

/** A button that does not send a form. */
export function button(className: string, tap: () => void, ...inside: (Node | string)[]): HTMLButtonElement {
  const element = make("button", `btn ${className}`, ...inside);
  element.type = "button";
  element.onclick = tap;
  return element;
}
