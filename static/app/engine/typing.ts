// Typing one line (CURRICULUM.md, X7c): keys, pinyin with candidates, and what a phone offers for writing by hand and
// by voice. Cases: tests/vectors/typing.json.

export type Way = "keys" | "hand" | "voice";

export interface Line {
  target: string;
  /** What each pinyin may be, the likeliest first. */
  dictionary: { [pinyin: string]: string[] };
  /** How a phone may take one thing for another: by hand, by voice. */
  mistakes: { [way in "hand" | "voice"]: [string, string][] };
}

export interface Typed {
  text: string;
  /** Pinyin that is no word yet. */
  pinyin: string;
  isChinese: boolean;
  isShift: boolean;
  way: Way;
  isSent: boolean;
  /** Enter came before the line was whole. */
  isEarly: boolean;
  /** How often something else than the line came to stand there. */
  strays: number;
}

const started: Typed = {
  ...{ text: "", pinyin: "", isChinese: false, isShift: false },
  ...{ way: "keys", isSent: false, isEarly: false, strays: 0 },
};
const upper = ")!@#¥%^&*(";
const longest = 40;

const wordsOf = (dictionary: Line["dictionary"], pinyin: string): string[] =>
  Object.prototype.hasOwnProperty.call(dictionary, pinyin) ? (dictionary[pinyin] as string[]) : [];

/** The words that begin this pinyin, each with how many letters it takes; longer ones first, at most five. */
export function candidates({ dictionary }: Line, pinyin: string): [string, number][] {
  const found: [string, number][] = [];
  for (let length = pinyin.length; length; length--)
    for (const word of wordsOf(dictionary, pinyin.slice(0, length))) found.push([word, length]);
  return found.slice(0, 5);
}

const starts = (whole: string, part: string): boolean => whole.slice(0, part.length) === part;

/** What a phone offers for the next piece of the line, of which one is meant; nothing while something else stands there. */
export function offers({ target, mistakes }: Line, { text, way }: Typed): string[] {
  if (way === "keys" || !starts(target, text) || text === target) return [];
  const rest = target.slice(text.length);
  const [piece] = way === "voice" ? [rest] : (/^ ?[^ ]+/.exec(rest) as string[]);
  const others = mistakes[way]
    .filter(([right]) => (piece as string).indexOf(right) >= 0)
    .map(([right, wrong]) => (piece as string).replace(right, wrong))
    .slice(0, 2);
  const place = text.length % (others.length + 1);
  return [...others.slice(0, place), piece as string, ...others.slice(place)];
}

function picked(line: Line, now: Typed, place: number): Typed {
  const candidate = candidates(line, now.pinyin)[place];
  return candidate ? { ...now, text: now.text + candidate[0], pinyin: now.pinyin.slice(candidate[1]) } : now;
}

function lettered(now: Typed, key: string): Typed {
  if (now.isChinese && !now.isShift) return { ...now, pinyin: now.pinyin + key };
  return { ...now, text: now.text + (now.isShift ? key.toUpperCase() : key), isShift: false };
}

function digit(line: Line, now: Typed, key: string): Typed {
  if (now.pinyin) return picked(line, now, +key - 1);
  return { ...now, text: now.text + (now.isShift ? upper[+key] : key), isShift: false };
}

/** Letters that are no word yet stand in the line as they are. */
const settled = (now: Typed): Typed => ({ ...now, text: now.text + now.pinyin, pinyin: "" });

function pressed(line: Line, now: Typed, key: string): Typed | null {
  if (/^[a-z]$/.test(key)) return lettered(now, key);
  if (/^\d$/.test(key)) return digit(line, now, key);
  if (key === "space") return now.pinyin ? picked(line, now, 0) : { ...now, text: `${now.text} ` };
  if (key === "back")
    return now.pinyin ? { ...now, pinyin: now.pinyin.slice(0, -1) } : { ...now, text: now.text.slice(0, -1) };
  if (key === "shift") return { ...now, isShift: !now.isShift };
  if (key === "mode") return { ...settled(now), isChinese: !now.isChinese, isShift: false };
  if (key === "enter")
    return now.pinyin
      ? settled(now)
      : { ...now, isSent: now.text === line.target, isEarly: now.text !== line.target };
  return null;
}

const ways: Way[] = ["keys", "hand", "voice"];

function turned(line: Line, now: Typed, move: string): Typed | null {
  const [what, place] = move.split(" ");
  if (what === "way" && ways.indexOf(place as Way) >= 0)
    return { ...settled(now), way: place as Way, isShift: false };
  if (what === "offer") {
    const offer = offers(line, now)[+(place as string)];
    return offer ? { ...now, text: now.text + offer } : null;
  }
  if (now.way !== "keys" && what !== "back" && what !== "enter") return null;
  return pressed(line, now, move);
}

/** The line after these moves: keys, "way hand", "offer 1"; null where a move cannot be. */
export function typed(line: Line, moves: unknown[]): Typed | null {
  let now = started;
  for (const move of moves) {
    const next =
      typeof move === "string" && !now.isSent ? turned(line, { ...now, isEarly: false }, move) : null;
    if (!next || next.text.length + next.pinyin.length > longest) return null;
    const strayed = starts(line.target, now.text) && !starts(line.target, next.text);
    now = { ...next, strays: now.strays + (strayed ? 1 : 0) };
  }
  return now;
}

/** The key that writes this sign, and whether Shift belongs to it. */
const keyOf = (sign: string): [string, boolean] =>
  sign === " "
    ? ["space", false]
    : upper.indexOf(sign) >= 0
      ? [`${upper.indexOf(sign)}`, true]
      : [sign.toLowerCase(), sign !== sign.toLowerCase()];

/** The pinyin of the longest word that the rest of the line begins with. */
function spelling({ dictionary }: Line, rest: string): string {
  let best = ["", ""];
  for (const pinyin of Object.keys(dictionary))
    for (const word of dictionary[pinyin] as string[])
      if (
        starts(rest, word) &&
        (word.length > (best[1] as string).length ||
          (word === best[1] && pinyin.length > (best[0] as string).length))
      )
        best = [pinyin, word];
  return best[0] as string;
}

/** The key to press next on the keyboard; "space" or a number chooses a candidate. */
export function nextKey(line: Line, now: Typed): string {
  const { text, pinyin, isChinese, isShift } = now;
  if (!starts(line.target, text)) return "back";
  const rest = line.target.slice(text.length);
  const spelled = rest && spelling(line, rest);
  if (pinyin) {
    if (spelled && spelled !== pinyin && starts(spelled, pinyin)) return spelled[pinyin.length] as string;
    const place = candidates(line, pinyin)
      .map(([word]) => starts(rest, word))
      .indexOf(true);
    return place < 0 ? "back" : place ? `${place + 1}` : "space";
  }
  if (!rest) return "enter";
  if (spelled) return !isChinese ? "mode" : isShift ? "shift" : (spelled[0] as string);
  const [key, needsShift] = keyOf(rest[0] as string);
  if (isChinese && /^[a-z]$/.test(key) && !needsShift) return "mode";
  return isShift === needsShift || key === "space" ? key : "shift";
}
