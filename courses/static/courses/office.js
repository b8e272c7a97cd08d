// A name that Wagtail's own controls lack: where a page has two search forms, each says which one it is.
document.addEventListener("DOMContentLoaded", () => {
  const title = document.querySelector("h1");
  for (const form of document.querySelectorAll("form[data-search-form]")) {
    if (title) form.setAttribute("aria-label", title.textContent.trim());
  }
});
// The tag field that Wagtail draws in place of its own has no name; it takes the one of the field it stands for.
window.addEventListener("load", () => {
  for (const input of document.querySelectorAll(".tagit .ui-autocomplete-input:not([aria-label])")) {
    const field = input.closest(".w-field__wrapper, [data-field-wrapper]");
    const label = field?.querySelector("label, .w-field__label");
    input.setAttribute("aria-label", label ? label.textContent.trim() : document.title);
  }
});
