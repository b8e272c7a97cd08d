// A value that tells who watches it. All that the screens need of it; a signals library costs 2.4 KB more.

export interface Observable<T> {
  value: T;
  /** Calls `told` after each change; what comes back ends it. */
  watch(told: () => void): () => void;
}

export function observable<T>(initial: T): Observable<T> {
  let current = initial;
  const watchers = new Set<() => void>();
  return {
    get value() {
      return current;
    },
    set value(next) {
      current = next;
      watchers.forEach((told) => told());
    },
    watch(told) {
      watchers.add(told);
      return () => watchers.delete(told);
    },
  };
}
