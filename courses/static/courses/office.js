// A name that Wagtail's own controls lack: where a page has two search forms, each says which one it is.
document.addEventListener("DOMContentLoaded", () => {
  const title = document.querySelector("h1");
  for (const form of document.querySelectorAll("form[data-search-form]")) {
    if (title) form.setAttribute("aria-label", title.textContent.trim());
  }
});
