// A name that Wagtail's own controls lack: where a page has two search forms, each says which one it is.
document.addEventListener("DOMContentLoaded", () => {
  const title = document.querySelector("h1");
  for (const form of document.querySelectorAll("form[data-search-form]")) {
    if (title) form.setAttribute("aria-label", title.textContent.trim());
  }
});
// Fields that Wagtail leaves without a name (tags, entries of a list) take the one of what they stand in.
function nameFields() {
  for (const input of document.querySelectorAll(".tagit input, .w-field__input input, .w-field__input textarea")) {
    if (input.type === "hidden" || input.labels?.length || input.getAttribute("aria-label")) continue;
    const panel = input.closest("[data-field-wrapper], .w-panel") ?? document.body;
    const label = panel.querySelector("label, [data-panel-heading-text]") ?? document.querySelector("h1");
    if (label) input.setAttribute("aria-label", label.textContent.trim());
  }
}
window.addEventListener("load", nameFields);
document.addEventListener("focusin", nameFields);
