// A kept copy: the file into which a phone writes what it could not send (docs/events.md). The office reads it
// (courses/engine/copies.py); both are held to tests/vectors/kept_copies.json.

export interface Kept {
  device: string;
  app: string;
  /** ISO 8601 UTC, by the phone's clock. */
  now: string;
  language: string;
  /** As they would be sent, the oldest first. */
  events: readonly object[];
  /** Photos and notes of questions that wait; their questions may have been sent before. */
  attachments?: readonly KeptAttachment[];
}

export interface KeptAttachment {
  attachment: string;
  sha256: string;
  type: string;
  bytes: number;
  /** In base64. */
  data: string;
}

/** A line that says whose it is, then one event a line, then one attachment a line. */
export function copyOf({ device, app, now, language, events, attachments = [] }: Kept): string {
  const carries = attachments.length ? { attachments: attachments.length } : {};
  const head = { copy: 1, device, app, now, language, events: events.length, ...carries };
  return [head, ...events, ...attachments].map((line) => `${JSON.stringify(line)}\n`).join("");
}
