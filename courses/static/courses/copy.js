// A button with data-copy puts the words of that element on the clipboard; where the browser gives none
// (plain http), it selects them, so that one more tap copies.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const words = document.getElementById(button.dataset.copy);
  getSelection().selectAllChildren(words);
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(words.textContent.trim());
    else if (!document.execCommand("copy")) return;
    button.textContent = button.dataset.copied;
  } catch {
    words.focus();
  }
});
