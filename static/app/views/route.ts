// Which screen an address shows. The addresses are those of the server's own pages, so that a link works with and
// without the app, and without a network.

import { observable } from "../lesson/observable.ts";
import { isLanguage, type Language } from "../text/text.ts";

export type Route =
  | { screen: "today" | "path" | "library" | "me" }
  | { screen: "join"; code: string }
  | { screen: "lesson"; language: Language; module: string; lesson: string };

/** What the address says; what cannot be read says nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export function routeOf(path: string): Route {
  const [first = "", second = "", third = ""] = path
    .split("/")
    .filter((part) => part)
    .map(decoded);
  if (first === "join") return { screen: "join", code: second };
  if (isLanguage(first) && second && third)
    return { screen: "lesson", language: first, module: second, lesson: third };
  if (first === "path" || first === "library" || first === "me") return { screen: first };
  return { screen: "today" };
}

export const lessonAddress = (language: Language, module: string, lesson: string) =>
  `/${language}/${module}/${lesson}/`;

export const route = observable<Route>({ screen: "today" });

export function follow(): void {
  route.value = routeOf(location.pathname);
}

export function go(path: string): void {
  if (path !== location.pathname) history.pushState(null, "", path);
  follow();
  scrollTo(0, 0);
}

/** Links of our own pages change the screen; all others, and those opened elsewhere, are the browser's. */
export function onLink(event: MouseEvent): void {
  const link = (event.target as Element).closest("a");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  if (link.origin !== location.origin || link.target || link.hash || !isOurs(link.pathname)) return;
  event.preventDefault();
  go(link.pathname);
}

const isOurs = (path: string) =>
  /^\/($|(today|path|library|me)\/?$|join(\/|$)|(en|zh-hans)\/[^/]+\/[^/]+\/?$)/.test(path);
