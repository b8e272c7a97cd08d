// Dated facts: numbers that change, and what may still be said of them after a while (CURRICULUM.md, section 4).
// Twin: courses/engine/dated.py; both pass tests/vectors/dated.json. It comes late: no part of the shell imports it.

/** Fresh up to six months after somebody looked it up, ageing ("may have changed") up to twelve, then old. */
export type Freshness = "fresh" | "ageing" | "old";

/** A fact as it stands in an outline, in one language. Days are ISO texts. */
export interface Fact {
  id: string;
  title: string;
  value?: string | null;
  as_of?: string | null;
  checked: string;
  source?: string | null;
  look_up: string;
}

const words = {
  en: {
    asOf: "As of ",
    source: "Source: ",
    ageing: "This may have changed.",
    old: "This number is old.",
    none: "There is no sure number.",
    lookUp: "Look it up: ",
    differs: "If you find something else there, that counts.",
    end: ".",
    between: " ",
  },
  "zh-hans": {
    asOf: "时间：",
    source: "来源：",
    ageing: "可能已经变了。",
    old: "这个数旧了。",
    none: "没有查到可靠的数。",
    lookUp: "到这里查：",
    differs: "查到的不一样，按查到的算。",
    end: "。",
    between: "",
  },
};

const mostDays = 32; // more than any month has, so that a day never reaches into the next one

function place(day: string): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return (year * 12 + month) * mostDays + date;
}

/** A day of the last look that is after `today` is fresh. A month ends on the same day of the next one. */
export function freshness(checked: string, today: string): Freshness {
  const age = place(today) - place(checked);
  return age > 12 * mostDays ? "old" : age > 6 * mostDays ? "ageing" : "fresh";
}

/** The day of a moment where the phone is. */
export function dayAt(moment: Date): string {
  const two = (number: number) => `0${number}`.slice(-2);
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The last talk with the server: the phone's clock, ms since 1970, and the server's, ISO 8601. */
export interface Meeting {
  phone: number;
  server: string;
}

/**
 * The day, whatever the phone's clock says. Since they met either its clock went on, wrong as it was then, or somebody
 * set it right: what says that less time has passed is believed, and no time before the meeting.
 */
export function today(now: number, met?: Meeting | null): string {
  if (!met) return dayAt(new Date(now));
  const server = Date.parse(met.server);
  const passed = [now - met.phone, now - server].filter((time) => time >= 0);
  return dayAt(new Date(server + (passed.length ? Math.min(...passed) : 0)));
}

/** What a learner is told of a fact, a line each. Without a reliable value, or where it is old: no number. */
export function told(fact: Fact, language: "en" | "zh-hans", today: string): string[] {
  const said = words[language];
  const lookUp = said.lookUp + fact.look_up + said.end;
  const age = freshness(fact.checked, today);
  if (!fact.value) return [said.none, lookUp];
  if (age === "old") return [said.old, lookUp];
  const origin: string[] = [];
  if (fact.as_of) origin.push(said.asOf + fact.as_of + said.end);
  if (fact.source) origin.push(said.source + fact.source + said.end);
  const changed = age === "ageing" ? [said.ageing] : [];
  return [fact.value + said.end, ...changed, origin.join(said.between), lookUp, said.differs];
}
