// What the server told of her proofs: one word for each module and way, of which the newest holds.

import type { Proof } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";

export async function proofsOf(store: Store, learner: string): Promise<Proof[]> {
  const found: Proof[] = [];
  for (const proof of (await store.recall<Proof[]>(`proofs:${learner}`)) ?? []) {
    const { module, way } = proof;
    // What was told last stands first (syncing/sync.ts).
    if (!found.some((known) => known.module === module && known.way === way)) found.push(proof);
  }
  return found;
}
