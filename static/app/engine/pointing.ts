// Pointing, clicking and dragging (CURRICULUM.md, X7b). Cases: tests/vectors/pointing.json.
// What counts is what was done to what; how fast is never known here: two clicks on one thing are a double click.

export type Kind = "basket" | "van" | "link" | "note";

export interface Thing {
  id: string;
  kind: Kind;
}

export const errands = ["pick", "open", "menu", "carry"] as const;
export type Errand = (typeof errands)[number];

/** What there is to say about the last act. */
export type Said =
  | "picked"
  | "again"
  | "once"
  | "opened"
  | "menu"
  | "other"
  | "held"
  | "clickOnly"
  | "carried"
  | "dropped"
  | "rightEarly"
  | "leftOnly"
  | "holdEarly"
  | "link"
  | "note"
  | "van"
  | "empty";

export interface Desk {
  /** What there is to do now; none once all is done. */
  errand: Errand | null;
  /** Which baskets have a frame: the picked ones, then the one that was opened. */
  picked: string[];
  /** The basket that was opened: the errands after it are about this one. */
  chosen: string | null;
  held: string | null;
  /** What is shown over the desk since the last act. */
  shows: "window" | "menu" | null;
  last: { said: Said; isGood: boolean; thing: Thing | null } | null;
  /** How many acts led nowhere. */
  detours: number;
}

const started: Desk = {
  ...{ errand: "pick", picked: [], chosen: null, held: null },
  ...{ shows: null, last: null, detours: 0 },
};

type Told = [Said, boolean, Partial<Desk>?];

/** What a left click on this says where it is no basket. */
const otherwise = (thing: Thing | null): Said =>
  !thing ? "empty" : thing.kind === "basket" ? "again" : thing.kind;

function left(desk: Desk, thing: Thing | null, before: Desk["last"], baskets: number): Told {
  if (!thing || thing.kind !== "basket") return [otherwise(thing), false];
  const { id } = thing;
  if (desk.errand === "pick") {
    if (desk.picked.indexOf(id) >= 0) return ["again", false];
    const picked = [...desk.picked, id];
    return ["picked", true, { picked, errand: picked.length < baskets ? "pick" : "open" }];
  }
  if (desk.errand !== "open") return [desk.errand === "menu" ? "leftOnly" : "clickOnly", false];
  const isDouble = before && before.said === "once" && before.thing === thing;
  return isDouble
    ? ["opened", true, { chosen: id, picked: [id], errand: "menu", shows: "window" }]
    : ["once", true];
}

function right(desk: Desk, thing: Thing | null): Told {
  if (!thing || thing.kind !== "basket") return [otherwise(thing), false];
  if (desk.errand !== "menu") return ["rightEarly", false, { shows: "menu" }];
  return thing.id === desk.chosen ? ["menu", true, { errand: "carry", shows: "menu" }] : ["other", false];
}

function hold(desk: Desk, thing: Thing | null): Told {
  if (!thing || thing.kind !== "basket") return [otherwise(thing), false];
  if (desk.errand !== "carry") return ["holdEarly", false];
  return thing.id === desk.chosen ? ["held", true, { held: thing.id }] : ["other", false];
}

const drop = (thing: Thing | null): Told =>
  thing && thing.kind === "van"
    ? ["carried", true, { held: null, errand: null }]
    : ["dropped", false, { held: null }];

/**
 * The desk after these acts: "left kiwi", "right kiwi", "hold kiwi", "drop van"; "left " where nothing lies.
 * Null where an act cannot be: while something is held, it can only be let go.
 */
export function desk(things: Thing[], acts: unknown[]): Desk | null {
  const baskets = things.filter(({ kind }) => kind === "basket").length;
  let now = started;
  for (const each of acts) {
    const [act, id, ...rest] = typeof each === "string" ? each.split(" ") : [];
    const thing = things.filter((one) => one.id === id)[0] || null;
    if (!now.errand || id === undefined || rest.length || (id && !thing)) return null;
    if ((act === "drop") !== !!now.held) return null;
    const told =
      act === "left"
        ? left(now, thing, now.last, baskets)
        : act === "right"
          ? right(now, thing)
          : act === "hold"
            ? hold(now, thing)
            : act === "drop"
              ? drop(thing)
              : null;
    if (!told) return null;
    const [said, isGood, change] = told;
    const last = { said, isGood, thing };
    now = { ...now, shows: null, ...change, last, detours: now.detours + (isGood ? 0 : 1) };
  }
  return now;
}

export type Shape = "arrow" | "hand" | "beam" | "ring";

/** How the pointer looks over a thing. `isLoading`: the page that was just opened by this link. */
export const shape = (thing: Thing | null, isLoading: boolean): Shape =>
  !thing || thing.kind === "basket" || thing.kind === "van"
    ? "arrow"
    : thing.kind === "note"
      ? "beam"
      : isLoading
        ? "ring"
        : "hand";
