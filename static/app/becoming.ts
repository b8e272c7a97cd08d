// The page for joining, which the server wrote, becomes the app. It comes for that page alone.

/** Its form would seat the learner of a browser without script. */
export function becomeShell(page: Document): HTMLElement {
  document.documentElement.className = page.documentElement.className;
  page.querySelectorAll("link[rel=stylesheet]").forEach((link) => document.head.append(link));
  document.body.textContent = "";
  page.querySelectorAll(".sprite, #app").forEach((part) => document.body.append(part));
  return document.getElementById("app")!;
}
