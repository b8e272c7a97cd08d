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
// What is being written in one of several forms outlives the sending of another. It is kept in this tab alone, for who wrote it.
const written = "textarea[data-draft]";
document.addEventListener("input", ({ target }) => {
  if (target.matches(written)) sessionStorage.setItem(target.dataset.draft, target.value);
});
document.addEventListener("submit", ({ target }) => {
  for (const { dataset } of target.querySelectorAll(written)) sessionStorage.removeItem(dataset.draft);
});
document.addEventListener("DOMContentLoaded", () => {
  for (const field of document.querySelectorAll(written)) {
    const draft = sessionStorage.getItem(field.dataset.draft);
    if (!draft) continue;
    field.value = draft;
    field.closest("details").open = true;
  }
});
