/** She has begun something on this page that would be gone if it was loaded anew: a card, or a field she writes in. */
export const isBusy = () =>
  !!document.querySelector("[data-card]") ||
  /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
