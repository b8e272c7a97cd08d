// Everything the phone keeps, opened once. Layers above see calls that name what they are for, never IndexedDB.

import { join, nothing } from "../engine/progress.ts";
import { openDatabase, result } from "./database.ts";
import type { Home } from "./household.ts";
import { dayOf, digestOf } from "./ids.ts";
import { openLearning } from "./learning.ts";
import { openMirror, type Place } from "./mirror.ts";
import { openPacks } from "./packs.ts";
import { openRecord, type Clock } from "./record.ts";
import { isFull, openRoom } from "./room.ts";
import { openSettings } from "./settings.ts";

const version = 2;

/** Upgrades only add: what an older app wrote is read by every newer one. */
function upgrade(database: IDBDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore("events", { keyPath: "id" }).createIndex("record", ["learner", "module"]);
    for (const name of ["waiting", "bare", "meta", "files"]) database.createObjectStore(name);
    for (const name of ["progress", "sittings"])
      database.createObjectStore(name, { keyPath: ["learner", "module", "lesson"] });
    database.createObjectStore("inbox", { keyPath: ["learner", "id"] });
    database.createObjectStore("packs", { keyPath: ["module", "language"] });
  }
  if (from < 2) database.createObjectStore("attachments", { keyPath: "id" });
}

export type Store = ReturnType<typeof openStore>;

export function openStore(options: {
  factory: IDBFactory;
  place: Place | null;
  caches: CacheStorage | null;
  clock: Clock;
  name?: string;
}) {
  const disk = openDatabase(options.factory, options.name ?? "xiangke", version, upgrade);
  const database = openRoom(disk, async () => (await keeping()).makeRoom());
  const packs = openPacks(database, options.caches);
  const mirror = openMirror(options.place);
  const keeping = async () => (await import("./keeping.ts")).openKeeping({ database, result, packs });
  const record = openRecord({ database, mirror, clock: options.clock });
  return {
    ...record,
    ...openLearning(database),
    ...packs,
    ...openSettings(options.place, (problem) => isFull(problem) && database.tell(true)),
    room: database.room,
    /** Fetching and throwing away files of packs. */
    keeping,
    /** Where the server does not hold what this phone believes delivered. */
    reconciling: async () =>
      (await import("./reconciling.ts")).openReconciling({
        database,
        result,
        dayOf,
        digestOf,
        mirror,
        ...record,
      }),
    firstPageAt: mirror.at,
    forgetFirstPage: mirror.forgetAt,
    clock: options.clock,
    /** Several people on this phone; and who comes, goes, or was stopped. */
    household: async (over?: Partial<Home>) =>
      (await import("./household.ts")).openHousehold({
        ...record,
        database,
        result,
        join,
        nothing,
        mirror,
        place: options.place,
        mint: record.mint,
        now: options.clock.now,
        ...over,
      }),
    close: database.close,
  };
}
