// Our own few lines over IndexedDB. A database lost in the background (iOS) is opened again once; where that does not
// help, the page is loaded anew, for nothing else brings it back.

export interface Stores {
  (name: string): IDBObjectStore;
}

export interface Database {
  /** Runs `work` in one transaction; resolves when it is on the disk, rejects when nothing of it is. */
  run<T>(names: string[], mode: "readonly" | "readwrite", work: (stores: Stores) => Promise<T>): Promise<T>;
  close(): void;
}

export function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const isLost = (problem: unknown) => /^(InvalidState|Unknown)Error$/.test((problem as Error).name);

export function openDatabase(
  factory: IDBFactory,
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, from: number) => void,
): Database {
  let opening: Promise<IDBDatabase> | undefined;
  /** It worked in this page; where it never does, loading the page anew would go on for ever. */
  let works = false;

  const connect = (asked?: number): Promise<IDBDatabase> => {
    const request = factory.open(name, asked);
    request.onupgradeneeded = (event) => upgrade(request.result, event.oldVersion);
    return result(request).catch((problem: Error) => {
      // Another tab is of a newer app. Upgrades only add, so what is there serves this one too.
      if (problem.name === "VersionError") return connect();
      throw problem;
    });
  };

  async function opened() {
    opening = opening ?? connect(version);
    const database = await opening;
    const forget = () => {
      opening = undefined;
    };
    database.onclose = forget;
    // A newer version of the app in another tab: let it upgrade; the next call opens the new one.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    return database;
  }

  async function once<T>(
    names: string[],
    mode: "readonly" | "readwrite",
    work: (stores: Stores) => Promise<T>,
  ): Promise<T> {
    const database = await opened();
    // Chrome's default is relaxed since 121: what we call saved must be on the disk.
    const transaction = database.transaction(names, mode, { durability: "strict" });
    const end = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    try {
      const value = await work((store) => transaction.objectStore(store));
      await end;
      works = true;
      return value;
    } catch (problem) {
      end.catch(() => undefined);
      try {
        transaction.abort();
      } catch {
        // It had already ended.
      }
      // Why nothing was written says more than that it was not.
      throw transaction.error ?? problem;
    }
  }

  return {
    async run(names, mode, work) {
      try {
        return await once(names, mode, work);
      } catch (problem) {
        if (!isLost(problem)) throw problem;
        opening = undefined;
        return once(names, mode, work).catch((again) => {
          if (works && isLost(again)) location.reload();
          throw again;
        });
      }
    },
    close() {
      void opening?.then((database) => database.close());
      opening = undefined;
    },
  };
}
