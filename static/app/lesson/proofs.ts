// What the server told of her proofs. A phone may have been told the same twice: the newest word on each holds.

import type { Proof } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";

/** The newest first. */
export async function proofsOf(store: Store, learner: string): Promise<Proof[]> {
  const found: Proof[] = [];
  for (const proof of (await store.recall<Proof[]>(`proofs:${learner}`)) ?? []) {
    const { module, way, at } = proof;
    if (!found.some((known) => known.module === module && known.way === way && known.at === at))
      found.push(proof);
  }
  return found.sort((one, other) => (one.at < other.at ? 1 : -1));
}
