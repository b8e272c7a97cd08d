// What waits to be sent and why, what the centre could not take yet, and a copy of what waits. It comes with its room.

import { copyOf } from "../engine/copy.ts";
import type { Progress } from "../engine/progress.ts";
import type { Attachment, LearningEvent, ProgressRow } from "../storage/records.ts";
import { base64, isPhoto } from "./attached.ts";
import { dayHere } from "./day.ts";
import type { Lent, State } from "./model.ts";
import { everything, isOf } from "./whose.ts";

/** Why nothing leaves now. `soon`: nothing is in its way. */
export type Why = "offline" | "busy" | "refused" | "soon";

export function whyWaiting(last: State["last"], isOnline: boolean): Why {
  if (!isOnline || last === "silent") return "offline";
  return last === "busy" || last === "refused" ? last : "soon";
}

/** What she did in one lesson, or beside lessons (`title` empty), and has not been sent. */
export interface Pile {
  title: string;
  /** Kind of event → how many. */
  kinds: Record<string, number>;
  /** The oldest of it, ms since 1970. */
  since: number;
}

/** What goes with her questions. */
export interface Carried {
  photos: number;
  notes: number;
  bytes: number;
}

export interface Waiting {
  mine: Pile[];
  /** Photos and spoken notes of her questions that have not been sent. */
  carried: Carried;
  /** How many are of somebody else who learns on this phone. */
  others: number;
  /** Code → how many the centre has and could not take, as it said when they came. */
  parked: Record<string, number>;
  /** How many of what it could not take are in the progress that it told since. */
  counted: number;
  /** What she did last, lesson by lesson, the latest first. */
  receipts: Receipt[];
}

/** How far what she did in a lesson has come. */
export interface Receipt {
  title: string;
  /** `sent`: the server has something of it that it could not take into her record yet. `counted`: all of it stands there. */
  state: "here" | "sent" | "counted";
}

export interface CopyFile {
  name: string;
  text: string;
  events: number;
  attachments: number;
}

const mostReceipts = 12;

/** All that this phone counted in a lesson is in the progress that the server told. */
function isCounted({ own, server }: ProgressRow): boolean {
  const times = ["opened", "finished", "checked"] as const;
  return (
    times.every((name) => !own[name] || !!server[name]) &&
    Object.keys(own.right).every((key) => server.right[key])
  );
}

/** What this one event says stands in the server's progress of its lesson. */
function isTold({ kind, item, body }: LearningEvent, server: Progress | undefined): boolean {
  if (!server) return false;
  if (kind === "lesson_opened") return !!server.opened;
  if (kind === "lesson_finished") return !!server.finished;
  if (kind === "checked") return !!server.checked;
  const exercise = `${item.split("/")[1]}@`;
  return (
    kind === "answered" &&
    body.credit === 1 &&
    Object.keys(server.right).some((key) => key.startsWith(exercise))
  );
}

const lessonOf = ({ module, item }: LearningEvent) => (item ? `${module}/${item.split("/")[0]}` : "");

function weighed(attachments: Attachment[]): Carried {
  const photos = attachments.filter(({ type }) => isPhoto(type)).length;
  const bytes = attachments.reduce((sum, one) => sum + one.bytes.byteLength, 0);
  return { photos, notes: attachments.length - photos, bytes };
}

/** `lessons`: those of which something is parked still. */
type Parked = Pick<Waiting, "parked" | "counted"> & { lessons: Set<string> };

type Verdict = [id: string | null, verdict: string, code: string | null];

export function openWaiting({ store, state }: Lent) {
  const all = async () => (await store.nextWaiting(everything, new Set())).batch;
  const attached = async () => (await store.keeping()).attachments.waiting();

  function piles(events: LearningEvent[]): Pile[] {
    const found: Record<string, Pile> = {};
    for (const event of events) {
      const lesson = lessonOf(event);
      const [module = "", id = ""] = lesson.split("/");
      const title = lesson && titleOf(module, id);
      const pile = (found[lesson] = found[lesson] ?? { title, kinds: {}, since: Date.parse(event.at) });
      pile.kinds[event.kind] = (pile.kinds[event.kind] ?? 0) + 1;
    }
    return Object.keys(found).map((lesson) => found[lesson]!);
  }

  const titleOf = (module: string, id: string) =>
    state()
      .modules.find((one) => one.id === module)
      ?.lessons.find((one) => one.id === id)?.title ?? `${module}/${id}`;

  /** Each once, however often it was sent; those of learners who left this phone no more. */
  async function parked(rows: ProgressRow[]): Promise<Parked> {
    const said = (await store.recall<Verdict[]>("parked")) ?? [];
    const codes: Record<string, string> = {};
    for (const [id, , code] of said) if (id && !codes[id]) codes[id] = code ?? "";
    const counts: Record<string, number> = {};
    const lessons = new Set<string>();
    let counted = 0;
    for (const event of said.length ? await store.events() : []) {
      const code = codes[event.id];
      if (code === undefined) continue;
      const row = rows.find(({ module, lesson }) => `${module}/${lesson}` === lessonOf(event));
      if (isTold(event, row?.server)) counted += 1;
      else {
        counts[code] = (counts[code] ?? 0) + 1;
        lessons.add(lessonOf(event));
      }
    }
    return { parked: counts, counted, lessons };
  }

  /**
   * What was delivered and not parked stands in her record, and so in her progress there. The server does not tell a phone
   * back what it has just sent (docs/events.md), so its rows alone would leave these lessons "sent" for ever.
   */
  function receipts(rows: ProgressRow[], waiting: LearningEvent[], held: Set<string>): Receipt[] {
    const waits = new Set(waiting.map(lessonOf));
    const stateOf = (row: ProgressRow): Receipt["state"] => {
      const lesson = `${row.module}/${row.lesson}`;
      return waits.has(lesson) ? "here" : held.has(lesson) && !isCounted(row) ? "sent" : "counted";
    };
    return rows
      .filter(({ own }) => own.last)
      .sort((one, other) => (one.own.last! < other.own.last! ? 1 : -1))
      .slice(0, mostReceipts)
      .map((row) => ({ title: titleOf(row.module, row.lesson), state: stateOf(row) }));
  }

  return {
    async look(): Promise<Waiting> {
      const [events, attachments] = [await all(), await attached()];
      const { learner } = state().me;
      const isHers = isOf(state().me);
      const mine = events.filter(isHers);
      const rows = await store.progressOf(learner);
      const others = events.length + attachments.length - mine.length - attachments.filter(isHers).length;
      const carried = weighed(attachments.filter(isHers));
      const { lessons, ...held } = await parked(rows);
      return { mine: piles(mine), carried, others, ...held, receipts: receipts(rows, mine, lessons) };
    },

    /** Needs no network. Nothing in it lets anybody in: no token, no key. */
    async copy(app: string): Promise<CopyFile> {
      const events = await all();
      const attachments = (await attached()).map(({ id, sha256, type, bytes }) => ({
        ...{ attachment: id, sha256, type },
        ...{ bytes: bytes.byteLength, data: base64(bytes) },
      }));
      const at = store.clock.now();
      const now = new Date(at).toISOString();
      const { device } = state().me;
      const text = copyOf({ device, app, now, language: state().language, events, attachments });
      const name = `xiangke-${dayHere(at)}.txt`;
      return { name, text, events: events.length, attachments: attachments.length };
    },
  };
}
