// Finding the named parts of a thing, then the steps of using it (CURRICULUM.md, X7a). Cases: tests/vectors/naming.json.
import { stepped } from "./stepping.ts";
import type { Road, Walk } from "./stepping.ts";

export interface Round {
  /** The parts in the order in which they are asked for. */
  parts: string[];
  road: Road;
}

export interface Named {
  found: string[];
  /** The part that is looked for; none once all are found. */
  asked: string | null;
  /** What was tapped last among the parts. */
  last: { part: string; isRight: boolean } | null;
  /** The steps, once all parts are found. */
  walk: Walk | null;
  detours: number;
}

/** After these taps: parts first, then steps. Null where a tap cannot be. */
export function named({ parts, road }: Round, taps: unknown[]): Named | null {
  const found: string[] = [];
  let last: Named["last"] = null;
  let at = 0;
  for (; at < taps.length && found.length < parts.length; at++) {
    const part = taps[at] as string;
    if (parts.indexOf(part) < 0) return null;
    last = { part, isRight: part === parts[found.length] };
    if (last.isRight) found.push(part);
  }
  const missed = at - found.length;
  const asked = parts[found.length];
  if (asked) return { found, asked, last, walk: null, detours: missed };
  const walk = stepped(road, taps.slice(at) as string[]);
  if (!walk || walk.given < taps.length - at) return null;
  return { found, asked: null, last, walk, detours: missed + walk.early + walk.trapped };
}
