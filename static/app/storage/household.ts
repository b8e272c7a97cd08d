// Several people on one phone: who is chosen, who comes, who goes. It comes late; a phone with one learner never asks.

import type { join as Join, nothing as Nothing } from "../engine/progress.ts";
import type { Database, result as Result, Stores } from "./database.ts";
import { erase } from "./erasing.ts";
import type { Mirror, Place } from "./mirror.ts";
import { letGo, moveNotes, moveRows } from "./moving.ts";
import type { Introduction, LearningEvent, Learns, Me, Profile } from "./records.ts";
import { openTokens } from "./tokens.ts";

export interface Home {
  database: Database;
  /** Handed in, as these are: a file that comes late and shares nothing costs the shell no bytes. */
  result: typeof Result;
  join: typeof Join;
  nothing: typeof Nothing;
  mirror: Mirror;
  place: Place | null;
  /** Who was chosen in this window (record.ts). */
  here: { learner: string };
  me: () => Promise<Me>;
  /** A learner whom nobody knows yet. */
  mint: () => Learns & { device: string; token: string };
  now: () => number;
  /** Lasts as long as the window, over reloads; null where the browser forbids it. */
  session?: Pick<Storage, "getItem" | "setItem"> | null;
}

export const mostProfiles = 12;

/** Of a reply, what `settle` reads. */
interface Told {
  verdicts: [id: string | null, verdict: string, code: string | null][];
  changes: Record<string, { merged?: string; reassigned?: string[]; about?: Introduction; gone?: true }>;
}

const firstPages = /^xk\.at\./;
const ofThePhone = /^(language$|catalogue:|outline|savesData|orders)/;
const records = ["events", "attachments", "waiting", "bare", "progress", "sittings", "inbox"];

const only = ({ learner, read, lock, was }: Learns): Learns => ({
  learner,
  read,
  ...(lock && { lock }),
  ...(was && { was }),
});

function sessionOf(): Home["session"] {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

export function openHousehold(home: Home) {
  const { database, result, mirror, place, here, mint, now } = home;
  const session = home.session === undefined ? sessionOf() : home.session;

  const all = ({ profiles, ...me }: Me): Learns[] => profiles ?? [only(me)];

  /** `change` makes of who this phone is somebody else, in one transaction; null: it stays. The mirror follows. */
  async function become(
    names: string[],
    change: (me: Me, stores: Stores) => Promise<Me | null>,
  ): Promise<Me | null> {
    await home.me();
    const changed = await database.run([...names, "meta"], "readwrite", async (stores) => {
      const who = await change((await result(stores("meta").get("me"))) as Me, stores);
      if (who) stores("meta").put(who, "me");
      return who;
    });
    if (changed) mirror.keep({ me: { was: undefined, profiles: undefined, ...changed } });
    return changed;
  }

  /** Where lessons of first pages stand belongs to who was chosen; it is laid aside for her, and laid out for the next. */
  function layAside(before: string, next: string): void {
    if (!place || before === next) return;
    try {
      const names = Array.from({ length: place.length }, (_, at) => place.key(at) ?? "");
      const kept: Record<string, string> = {};
      for (const name of names.filter((name) => firstPages.test(name))) {
        kept[name] = place.getItem(name)!;
        place.removeItem(name);
      }
      place.setItem(`xk.aside.${before}`, JSON.stringify(kept));
      const hers = JSON.parse(place.getItem(`xk.aside.${next}`) ?? "{}") as typeof kept;
      for (const name of Object.keys(hers)) place.setItem(name, hers[name]!);
      place.removeItem(`xk.aside.${next}`);
    } catch {
      // A full or forbidden localStorage: she begins that lesson's page anew, and loses nothing that she did.
    }
  }

  /** She learns here now, in this window and at the next start. Her language comes back with her. */
  async function choose(learner: string): Promise<void> {
    let before = "";
    await become([], async (me, stores) => {
      const found = all(me).filter((one) => one.learner === learner)[0];
      if (!found) return null;
      before = me.learner;
      const meta = stores("meta");
      const spoken = (await result(meta.get("language"))) as string | undefined;
      // Nobody was asked whose it is while one learned alone. What is known to be somebody's stays as she chose it.
      for (const one of [me.learner, learner])
        if (spoken && (await result(meta.getKey(`language:${one}`))) === undefined)
          meta.put(spoken, `language:${one}`);
      const hers = (await result(meta.get(`language:${learner}`))) as string | undefined;
      if (hers) meta.put(hers, "language");
      const { device, token } = me;
      const isAlone = all(me).length === 1 && !found.lock;
      return isAlone
        ? { device, token, ...found, profiles: undefined }
        : { device, token, learner, read: found.read, profiles: all(me) };
    });
    if (!before) return;
    layAside(before, learner);
    here.learner = learner;
    touched();
  }

  /**
   * One more who learns here: `who`, whom the server let in, or somebody new. A phone that nobody has used yet becomes
   * hers alone. `spoken` is her language. Null: there are as many as it can hold.
   */
  async function take(who?: Learns, profile?: Profile, spoken = profile?.language): Promise<string | null> {
    let taken: string | null = null;
    await become(["events"], async (me, stores) => {
      const one = who ?? only(mint());
      const { device, token } = me;
      const profiles = all(me);
      const isKnown = profiles.some(({ learner }) => learner === one.learner);
      if (!isKnown && profiles.length >= mostProfiles) return null;
      taken = one.learner;
      const meta = stores("meta");
      if (profile) meta.put(profile, `profile:${one.learner}`);
      if (spoken) meta.put(spoken, `language:${one.learner}`);
      meta.put(true, "started");
      meta.put(false, "wasErased");
      if (isKnown) return null;
      const first = IDBKeyRange.bound([me.learner], [me.learner, []]);
      const isBlank =
        !me.profiles &&
        !(await result(stores("events").index("record").count(first))) &&
        !(await result(meta.get(`profile:${me.learner}`)));
      if (!isBlank || !who) return { ...me, profiles: [...profiles, one] };
      if (spoken) meta.put(spoken, "language");
      return { device, token, ...one, profiles: undefined };
    });
    return taken;
  }

  /** Null: without a lock from now on. */
  const setLock = (learner: string, lock: Learns["lock"] | null) =>
    become([], async (me) => {
      const { device, token } = me;
      const profiles = all(me).map(({ lock: before, ...one }) =>
        one.learner === learner
          ? { ...one, ...(lock && { lock }) }
          : { ...one, ...(before && { lock: before }) },
      );
      const [first] = profiles;
      return profiles.length === 1 && !first!.lock
        ? { device, token, ...first!, profiles: undefined }
        : { device, token, learner: me.learner, read: me.read, profiles };
    });

  /** Two profiles were one person: all that is shown of `old` is shown of `now`. Her events stay as they were written. */
  async function merge(old: string, now: string): Promise<void> {
    const changed = await become(records, async (me, stores) => {
      const gone = all(me).filter(({ learner }) => learner === old)[0];
      if (!gone || old === now) return null;
      const known = all(me).filter(({ learner }) => learner === now)[0];
      const one: Learns = {
        ...only(gone),
        ...known,
        learner: now,
        was: [...(known?.was ?? []), ...(gone.was ?? []), old],
      };
      await moveRows(home, stores, old, now);
      await moveNotes(home, stores, old, now);
      const profiles = all(me)
        .filter((each) => each.learner !== old || !known)
        .map((each) => (each.learner === (known ?? gone).learner ? one : each));
      const { device, token, learner, read } = me.learner === old ? { ...me, ...only(one) } : me;
      return me.profiles
        ? { device, token, learner, read, profiles }
        : { device, token, ...one, profiles: undefined };
    });
    if (!changed) return;
    if (here.learner === old) here.learner = now;
    place?.removeItem(`xk.aside.${old}`);
  }

  /**
   * The centre stopped this phone, and has all that was done on it: nothing of anybody stays but the lessons. False, and
   * nothing is touched, where something still waits.
   */
  async function wipe(): Promise<boolean> {
    const changed = await become(records, async (_, stores) => {
      if (await result(stores("waiting").count())) return null;
      // What a first page wrote, and nobody took over yet.
      for (const { id } of mirror.queue())
        if ((await result(stores("events").getKey(id))) === undefined) return null;
      for (const name of records) stores(name).clear();
      const meta = stores("meta");
      for (const key of (await result(meta.getAllKeys())) as string[])
        if (!ofThePhone.test(key)) meta.delete(key);
      meta.put("revoked", "wasErased");
      return { ...mint(), profiles: undefined };
    });
    if (!changed) return false;
    here.learner = changed.learner;
    mirror.drop(new Set(mirror.queue().map(({ id }) => id)));
    mirror.keep({ seq: 0 });
    const names = Array.from({ length: place?.length ?? 0 }, (_, at) => place!.key(at) ?? "");
    for (const name of names) if (/^xk\.(tokens$|at\.|aside\.)/.test(name)) place!.removeItem(name);
    return true;
  }

  /** What a reply says that is seldom said. True where more can be pulled now. */
  async function settle({ verdicts, changes }: Told, batch: LearningEvent[]): Promise<boolean> {
    const parked = verdicts.filter(([, verdict]) => verdict === "parked");
    if (parked.length)
      await become([], async (_, stores) => {
        const before = ((await result(stores("meta").get("parked"))) as Told["verdicts"] | undefined) ?? [];
        stores("meta").put(parked.concat(before), "parked");
        return null;
      });
    const gone = new Set(verdicts.filter(([, verdict]) => verdict === "gone").map(([id]) => id));
    const erased = batch.filter(({ id }) => gone.has(id)).map(({ learner }) => learner);
    const told = Object.keys(changes).filter((learner) => changes[learner]!.gone);
    for (const learner of Array.from(new Set(erased.concat(told)))) await forget(learner);
    const merged = Object.keys(changes).filter((learner) => changes[learner]!.merged);
    for (const learner of merged) await merge(learner, changes[learner]!.merged!);
    let isGiven = false;
    for (const learner of Object.keys(changes)) {
      const { about, merged: now = learner, reassigned = [] } = changes[learner]!;
      if (about) await meet(now, about);
      isGiven = (await giveUp(learner, reassigned)) || isGiven;
    }
    return merged.length > 0 || isGiven;
  }

  /** Who she is, where the phone has lost that; what it knows by itself is newer. */
  async function meet(learner: string, { membership, ...said }: Introduction): Promise<void> {
    const profile = (said.nickname || said.picture) && said;
    await become([], async (_, stores) => {
      for (const [what, value] of Object.entries({ profile, membership, language: said.language }))
        if (value && !(await result(stores("meta").get(`${what}:${learner}`))))
          stores("meta").put(value, `${what}:${learner}`);
      return null;
    });
  }

  const giveUp = async (learner: string, ids: string[]): Promise<boolean> => {
    let isGiven = false;
    if (ids.length)
      await become(records, async (_, stores) => {
        isGiven = await letGo(home, stores, learner, ids);
        return null;
      });
    return isGiven;
  };

  /** The server knows this learner no more: she goes from this phone. */
  async function forget(learner: string): Promise<void> {
    await erase({ database, result, mirror, next: only(mint()) }, learner);
    place?.removeItem(`xk.aside.${learner}`);
  }

  /** She is at the phone: for a while nobody asks who it is, not even after a reload. */
  function touched(): void {
    try {
      session?.setItem("xk.here", JSON.stringify([here.learner, now()]));
    } catch {
      // She is asked again after a reload.
    }
  }

  /** Who was at this window less than `within` ms ago, or "". */
  function latest(within: number): string {
    try {
      const [learner, at] = JSON.parse(session?.getItem("xk.here") ?? "[]") as [string?, number?];
      return learner && at !== undefined && Math.abs(now() - at) < within ? learner : "";
    } catch {
      return "";
    }
  }

  return {
    choose,
    take,
    setLock,
    merge,
    wipe,
    touched,
    latest,
    settle,
    erase: forget,
    ...openTokens(home),
  };
}

export type Household = ReturnType<typeof openHousehold>;
