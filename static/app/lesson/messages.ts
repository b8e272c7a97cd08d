// Messages of the centre: read once, on this phone and, told as an event, everywhere.

import type { Fold } from "../storage/record.ts";
import type { Message } from "../storage/records.ts";
import type { Lent } from "./model.ts";

export const openMessages = ({ store }: Lent, nothing: Fold, wrote: () => Promise<void>) =>
  async function read(message: Message): Promise<void> {
    if (message.read_at) return;
    await store.write({ kind: "message_read", body: { message: message.id } }, nothing);
    await store.putMessage({ ...message, read_at: new Date(store.clock.now()).toISOString() });
    await wrote();
  };
