// Of what waits on a phone that several people use: how much is hers, and how much of the others.

import type { Me } from "../storage/records.ts";
import type { Lent } from "./model.ts";

/** More than any phone ever held. */
export const everything = 1_000_000;

/** Also what she did under a name of before. */
export const isOf =
  ({ learner, was = [] }: Me) =>
  (one: { learner: string }): boolean =>
    [learner, ...was].indexOf(one.learner) >= 0;

export interface Share {
  mine: number;
  others: number;
}

export const openCounting = ({ store, state }: Lent) =>
  async function count(): Promise<Share> {
    const { batch, waiting } = await store.nextWaiting(everything, new Set());
    // Beside events only photos and notes wait.
    const attached = waiting > batch.length ? await (await store.keeping()).attachments.waiting() : [];
    const mine = [...batch, ...attached].filter(isOf(state().me)).length;
    return { mine, others: batch.length + attached.length - mine };
  };
