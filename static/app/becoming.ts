// The page for joining, which the server wrote, becomes the app. It comes for that page alone.

/** Its form would seat the learner of a browser without script. What she typed into it meanwhile goes over in a `meta`. */
export function becomeShell(page: Document): HTMLElement {
  document.documentElement.className = page.documentElement.className;
  page.querySelectorAll("link[rel=stylesheet]").forEach((link) => document.head.append(link));
  const typed = document.querySelector<HTMLInputElement>("input[name=code]")?.value;
  if (typed)
    document.head.append(Object.assign(document.createElement("meta"), { name: "typed", content: typed }));
  document.body.textContent = "";
  page.querySelectorAll(".sprite, #app").forEach((part) => document.body.append(part));
  return document.getElementById("app")!;
}
