// The learning record of this phone: who writes, what was written, what waits. Nothing here ever deletes an event.

import { nothing, type Progress } from "../engine/progress.ts";
import { result, type Database, type Stores } from "./database.ts";
import { digestOf, randomHex, uuid7 } from "./ids.ts";
import { putSitting } from "./learning.ts";
import type { Mirror } from "./mirror.ts";
import { isFull } from "./room.ts";
import type { Digest, Draft, LearningEvent, Me, ProgressRow, Sitting } from "./records.ts";

export interface Clock {
  /** The device's own clock, ms since 1970. */
  now(): number;
  /** ms since this page session began, or null where nothing counts them. */
  mono(): number | null;
  session: string;
}

/** What an event adds to the progress of its lesson. */
export type Fold = (before: Progress, event: LearningEvent) => Progress;

/** The sitting as it is once the event is written, kept with it. */
export type Also = (event: LearningEvent) => Sitting;

/** Puts photo and note beside the question that names them (attachments.ts). */
export type Attach = (stores: Stores, event: LearningEvent) => void;

const written = ["events", "waiting", "meta", "progress", "sittings", "attachments"];

const lessonOf = (event: LearningEvent) => (event.item || "").split("/")[0] ?? "";

async function foldInto(stores: Stores, event: LearningEvent, fold: Fold): Promise<void> {
  const lesson = lessonOf(event);
  if (!event.module || !lesson) return;
  const key = [event.learner, event.module, lesson];
  const row = (await result(stores("progress").get(key))) as ProgressRow | undefined;
  stores("progress").put({
    learner: event.learner,
    module: event.module,
    lesson,
    own: fold(row?.own ?? nothing, event),
    server: row?.server ?? nothing,
  });
}

/** A lesson that the first page of it finished is no longer open here, where it was held while she learned. */
async function close(stores: Stores, event: LearningEvent): Promise<void> {
  const sittings = stores("sittings");
  const key = [event.learner, event.module, event.item];
  const held = (await result(sittings.get(key))) as Sitting | undefined;
  if (held && held.sitting === event.body.sitting) sittings.put({ ...held, finished: true });
}

export function openRecord(options: { database: Database; mirror: Mirror; clock: Clock }) {
  const { database, mirror, clock } = options;

  /** Who was chosen in this window; another window may show somebody else. */
  const here = { learner: "" };

  /** A phone that nobody knows, and who learns on it. */
  const mint = () => {
    const now = clock.now();
    return { device: uuid7(now), learner: uuid7(now), read: randomHex(16), token: randomHex(16) };
  };

  /** Who this installation is: as kept, else as the first page minted it, else new. And who learns in this window. */
  async function me(): Promise<Me> {
    const value = await database.run(["meta"], "readwrite", async (stores) => {
      const kept = (await result(stores("meta").get("me"))) as Me | undefined;
      const who: Me = kept ?? { ...mint(), ...mirror.me() };
      if (!kept) stores("meta").put(who, "me");
      return who;
    });
    mirror.keep({ me: value });
    const mine = (value.profiles || [value]).filter(
      ({ learner, was = [] }) => !value.profiles || [learner, ...was].indexOf(here.learner) >= 0,
    )[0];
    if (mine) here.learner = mine.learner;
    return { ...value, ...mine };
  }

  /** Write down what a learner did and what it adds up to, in one transaction. Resolves when it is on the disk. */
  async function write(draft: Draft, fold: Fold, also?: Also, attach?: Attach): Promise<LearningEvent> {
    const who = await me();
    const now = clock.now();
    const id = uuid7(now);
    const mono = clock.mono();
    const eventAfter = (last: number): LearningEvent => ({
      id,
      v: 1,
      device: who.device,
      seq: Math.max(last, mirror.seq()) + 1,
      learner: draft.learner ?? who.learner,
      kind: draft.kind,
      at: new Date(now).toISOString(),
      session: clock.session,
      mono,
      module: draft.module ?? "",
      release: draft.release ?? "",
      item: draft.item ?? "",
      body: draft.body,
    });
    const work = async (stores: Stores) => {
      // Asked again after a lost connection, of which nobody knows whether the first try arrived.
      const before = (await result(stores("events").get(id))) as LearningEvent | undefined;
      if (before) return before;
      const event = eventAfter(((await result(stores("meta").get("seq"))) as number | undefined) ?? 0);
      stores("meta").put(event.seq, "seq");
      stores("events").add(event);
      stores("waiting").put(event.seq, id);
      if (attach) attach(stores, event);
      await foldInto(stores, event, fold);
      if (also) await putSitting(stores, also(event));
      return event;
    };
    const event = await database.run(written, "readwrite", work).catch((problem) => {
      // No room, and no pictures left to go: the second place keeps it until there is, and then it is taken over. It holds
      // no photos.
      const alone = eventAfter(0);
      if (!isFull(problem) || attach || !mirror.add(alone)) throw problem;
      return alone;
    });
    mirror.keep({ seq: event.seq });
    mirror.add(event);
    return event;
  }

  /** Take over what the mirror holds and the database does not: the first page's answers, or all after an eviction. */
  async function adopt(fold: Fold): Promise<LearningEvent[]> {
    const found = mirror.queue();
    if (!found.length) return [];
    const work = async (stores: Stores) => {
      const adopted: LearningEvent[] = [];
      const spoken = await result(stores("meta").get("language"));
      for (const event of found) {
        if ((await result(stores("events").getKey(event.id))) !== undefined) continue;
        stores("events").add(event);
        stores("waiting").put(event.seq, event.id);
        await foldInto(stores, event, fold);
        // The language that she chose on the start page, before the app was here.
        if (!spoken && event.body.language) stores("meta").put(event.body.language, "language");
        if (event.kind === "lesson_finished") await close(stores, event);
        adopted.push(event);
      }
      const seq = ((await result(stores("meta").get("seq"))) as number | undefined) ?? 0;
      stores("meta").put(Math.max(seq, ...found.map((event) => event.seq)), "seq");
      return adopted;
    };
    return database.run(written, "readwrite", work);
  }

  /** Fold a lesson's events again, for what a later release or a newly arrived lesson file makes of them. */
  async function refold(learner: string, module: string, lesson: string, fold: Fold): Promise<void> {
    await database.run(["events", "progress"], "readwrite", async (stores) => {
      const events = (await result(
        stores("events").index("record").getAll([learner, module]),
      )) as LearningEvent[];
      for (const event of events) if (lessonOf(event) === lesson) await foldInto(stores, event, fold);
    });
  }

  const events = () =>
    database.run(["events"], "readonly", (stores) =>
      result(stores("events").getAll() as IDBRequest<LearningEvent[]>),
    );

  /** Of events and attachments. */
  const countWaiting = () =>
    database.run(["waiting"], "readonly", (stores) => result(stores("waiting").count()));

  /** The next events that have not been delivered, and how many wait in all. `except` are set aside for now. */
  const nextWaiting = (most: number, except: ReadonlySet<string>) =>
    database.run(["waiting", "events"], "readonly", async (stores) => {
      const ids = (await result(stores("waiting").getAllKeys(undefined, most + except.size))) as string[];
      const batch: LearningEvent[] = [];
      for (const id of ids.filter((id) => !except.has(id)).slice(0, most)) {
        const event = (await result(stores("events").get(id))) as LearningEvent | undefined;
        if (event) batch.push(event);
      }
      return { batch, waiting: await result(stores("waiting").count()) };
    });

  /** The server has these. They stay here; only the mark that they wait goes. */
  async function delivered(ids: string[]): Promise<void> {
    await database.run(["waiting"], "readwrite", async (stores) => {
      for (const id of ids) stores("waiting").delete(id);
    });
    mirror.drop(new Set(ids));
  }

  /** Ids this device believes delivered: what is held and does not wait, and bare ids that only the server holds. */
  const believed = () =>
    database.run(["events", "waiting", "bare"], "readonly", async (stores) => {
      const [held, waiting, bare] = (await Promise.all([
        result(stores("events").getAllKeys()),
        result(stores("waiting").getAllKeys()),
        result(stores("bare").getAllKeys()),
      ])) as [string[], string[], string[]];
      const waits = new Set(waiting);
      return [...held.filter((id) => !waits.has(id)), ...bare];
    });

  const digest = async (): Promise<Digest> => digestOf(await believed());

  return {
    here,
    mint,
    me,
    write,
    adopt,
    refold,
    events,
    countWaiting,
    nextWaiting,
    delivered,
    believed,
    digest,
  };
}
