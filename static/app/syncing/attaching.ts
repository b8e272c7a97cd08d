// Photos and spoken notes of questions, sent after the questions that name them: one at a time, in parts, and of each only
// the parts that the server lacks (docs/events.md). It comes only where one waits.

import type { Attachments } from "../storage/attachments.ts";
import type { Attachment, Me } from "../storage/records.ts";
import type { Answer, Ask } from "./ask.ts";

/** Bytes of a part; the last one is the rest. */
export const partBytes = 32_768;
/** The server threw away parts that were not what they should be: how often a whole is sent in one go. */
const tries = 2;

export interface Needs {
  ask: Ask;
  me: () => Promise<Me>;
  attachments: Pick<Attachments, "waiting" | "stored">;
  json: (answer: Answer) => unknown;
}

export interface Sent {
  /** How many the server has now that it lacked. */
  stored: number;
  /** The network went, or the server is busy: the rest has to be tried again. */
  isCut: boolean;
  /** Seconds the server asked us to wait, or null. */
  retryAfter: number | null;
}

interface Reply {
  stored: boolean;
  missing: number[];
}

/** How it went with one. `later`: nothing can be done about it before another sync. */
type End = "stored" | "later" | { retryAfter: number | null };

export async function sendAttachments({ ask, me, attachments, json }: Needs): Promise<Sent> {
  let stored = 0;
  for (const one of await attachments.waiting()) {
    const end = await send(ask, await me(), one, json);
    if (typeof end === "object") return { stored, isCut: true, ...end };
    if (end === "later") continue;
    await attachments.stored(one.id);
    stored += 1;
  }
  return { stored, isCut: false, retryAfter: null };
}

async function send(
  ask: Ask,
  { device, token }: Me,
  { id, sha256, bytes }: Attachment,
  json: Needs["json"],
): Promise<End> {
  const address = `/api/v1/attachments/${sha256}?device=${device}&id=${id}`;
  const put = (part?: number) => {
    if (part === undefined) return ask({ method: "PUT", path: address, token });
    const body = new Blob([bytes.slice(part * partBytes, (part + 1) * partBytes)], {
      type: "application/octet-stream",
    });
    return ask({ method: "PUT", path: `${address}&part=${part}`, token, body });
  };
  const parts = Math.ceil(bytes.byteLength / partBytes);
  let part: number | undefined;
  // One question and each part, as often as a whole may be sent: more would be bytes for nothing.
  for (let left = (parts + 1) * tries; left > 0; left--) {
    const answer = await put(part).catch(() => null);
    if (!answer) return { retryAfter: null };
    const { status } = answer;
    if (status === 429 || status >= 500) return { retryAfter: answer.retryAfter };
    if (status === 409) part = undefined;
    else if (status !== 200) return "later";
    else {
      const reply = json(answer) as Reply;
      if (reply.stored) return "stored";
      part = reply.missing[0];
      if (part === undefined || part >= parts) return "later";
    }
  }
  return "later";
}
