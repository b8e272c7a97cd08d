// Two names that Wagtail's own controls lack: each search form of a page says which one it is, and the number of
// filters in use, which stands beside them as pills too, is not read as part of its button's name.
document.addEventListener("DOMContentLoaded", () => {
  const title = document.querySelector("h1");
  for (const form of document.querySelectorAll("form[data-search-form]")) {
    if (title) form.setAttribute("aria-label", title.textContent.trim());
  }
  for (const count of document.querySelectorAll(".w-drilldown__count")) count.setAttribute("aria-hidden", "true");
});
