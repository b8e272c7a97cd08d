// Pointing, clicking and dragging (CURRICULUM.md, X7b). Cases: tests/vectors/pointing.json.
// What counts is what was done to what; how fast is never known here: two clicks on one thing are a double click.

export type Kind = "basket" | "van" | "link" | "note";

export interface Thing {
  id: string;
  kind: Kind;
}

export const errands = ["pick", "open", "scroll", "menu", "carry"] as const;
export type Errand = (typeof errands)[number];

/** What there is to say about the last act. */
export type Said =
  | "picked"
  | "again"
  | "once"
  | "opened"
  | "scrolled"
  | "menu"
  | "other"
  | "held"
  | "carried"
  | "dropped"
  | "buttons"
  | "link"
  | "aim";

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

type Act = (desk: Desk, thing: Thing, baskets: number) => Told;

/** What can be done to a basket. */
const acts: { [act: string]: Act } = {
  left(desk, thing, baskets) {
    const { errand, last } = desk;
    if (errand === "pick") {
      if (desk.picked.indexOf(thing.id) >= 0) return ["again", false];
      const picked = [...desk.picked, thing.id];
      return ["picked", true, { picked, errand: picked.length < baskets ? "pick" : "open" }];
    }
    if (errand !== "open") return ["buttons", false];
    if (!last || last.said !== "once" || last.thing !== thing) return ["once", true];
    return ["opened", true, { chosen: thing.id, picked: [thing.id], errand: "scroll", shows: "window" }];
  },
  scroll({ errand, chosen }, { id }) {
    if (errand !== "scroll") return ["buttons", false];
    return id === chosen ? ["scrolled", true, { errand: "menu", shows: "window" }] : ["other", false];
  },
  right({ errand, chosen }, { id }) {
    if (errand !== "menu") return ["buttons", false];
    return id === chosen ? ["menu", true, { errand: "carry" }] : ["other", false];
  },
  hold({ errand, chosen }, { id }) {
    if (errand !== "carry") return ["buttons", false];
    return id === chosen ? ["held", true, { held: id }] : ["other", false];
  },
};

/**
 * The desk after these acts: "left kiwi", "scroll kiwi", "right kiwi", "hold kiwi", "drop van"; "left " where
 * nothing lies. Null where an act cannot be: while something is held, it can only be let go.
 */
export function desk(things: Thing[], done: unknown[]): Desk | null {
  const baskets = things.filter(({ kind }) => kind === "basket").length;
  let now = started;
  for (const each of done) {
    const [, act, id] =
      /^(left|right|scroll|hold|drop) (\w*)$/.exec(typeof each === "string" ? each : "") || [];
    const thing = things.filter((one) => one.id === id)[0] || null;
    const isDrop = act === "drop";
    if (!now.errand || !act || (id && !thing) || isDrop !== !!now.held) return null;
    const kind = thing ? thing.kind : "van";
    const told: Told = isDrop
      ? thing && kind === "van"
        ? ["carried", true, { held: null, errand: null }]
        : ["dropped", false, { held: null }]
      : thing && kind === "basket"
        ? (acts[act] as Act)(now, thing, baskets)
        : [kind === "link" ? kind : "aim", false];
    const [said, isGood, change] = told;
    const last = { said, isGood, thing };
    now = {
      ...now,
      shows: act === "right" ? "menu" : null,
      ...change,
      last,
      detours: now.detours + (isGood ? 0 : 1),
    };
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
