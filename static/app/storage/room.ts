// A full phone: for what she did and said, pictures go by themselves, and one more try is made. What is fetched drives
// nothing out; there it is hers to choose.

import type { Database } from "./database.ts";

export const isFull = (problem: unknown) => (problem as Error | null)?.name === "QuotaExceededError";

export function openRoom(database: Database, makeRoom: () => Promise<void>) {
  const room = {
    /** The last thing that was to be kept found no room, pictures or not. */
    isOut: false,
    told: (_isOut: boolean): void => undefined,
  };
  const tell = (isOut: boolean) => {
    if (room.isOut !== isOut) room.told((room.isOut = isOut));
  };
  const run: Database["run"] = async (names, mode, work) => {
    let keeps = false;
    const once = () =>
      database.run(names, mode, (stores) =>
        work((name) => {
          const store = stores(name);
          const put = store.put;
          store.put = (...given) => {
            keeps = true;
            return put.apply(store, given);
          };
          return store;
        }),
      );
    if (mode === "readonly" || names[0] === "files" || names[0] === "packs") return once();
    try {
      const value = await once().catch(async (problem) => {
        if (!isFull(problem)) throw problem;
        await makeRoom().catch(() => undefined); // what is thrown below says what is missing
        return once();
      });
      if (keeps) tell(false); // what keeps nothing succeeds on the fullest phone
      return value;
    } catch (problem) {
      if (isFull(problem)) tell(true);
      throw problem;
    }
  };
  return { ...database, run, room, tell };
}
