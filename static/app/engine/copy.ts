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
}

/** A line that says whose it is, then one event a line. */
export function copyOf({ device, app, now, language, events }: Kept): string {
  const head = { copy: 1, device, app, now, language, events: events.length };
  return [head, ...events].map((line) => `${JSON.stringify(line)}\n`).join("");
}
