// Where the tests' server keeps photos and notes of questions: it keeps the promises of docs/events.md.

import { createHash } from "node:crypto";
import type { LearningEvent } from "../../app/storage/records.ts";
import type { Answer, Question } from "../../app/syncing/ask.ts";
import { reply, type Device } from "./phone.ts";

const partBytes = 32_768;

interface Named {
  id: string;
  sha256: string;
  bytes: number;
}

export function aCupboard(server: {
  events: Map<string, LearningEvent>;
  parked: Map<string, LearningEvent>;
  devices: Map<string, Device>;
}) {
  /** By hash, whole. */
  const kept = new Map<string, Uint8Array>();
  /** By hash, what came of those that are not whole. */
  const parts = new Map<string, Map<number, Uint8Array>>();
  /** Hashes whose next whole is damaged on its way. */
  const damaged = new Set<string>();

  /** The attachment, if this device delivered a question that names it. */
  function named(device: Device, id: string): Named | undefined {
    for (const known of [server.events, server.parked])
      for (const event of known.values()) {
        const all = (event.body.attachments ?? []) as Named[];
        const found = device.delivered.has(event.id) && all.find((one) => one.id === id);
        if (found) return found;
      }
    return undefined;
  }

  async function take({ path, token, body }: Question): Promise<Answer> {
    const { pathname, searchParams } = new URL(path, "http://phone");
    const [hash, id] = [pathname.split("/").pop()!, searchParams.get("id")!];
    const device = server.devices.get(searchParams.get("device")!);
    if (device && device.token !== token) return reply(401, {});
    const one = device && named(device, id);
    if (!device || !one || one.sha256 !== hash) return reply(404, {});
    const done = () => {
      device.delivered.add(id);
      return reply(200, { stored: true, missing: [] });
    };
    if (kept.has(hash)) return done();
    const count = Math.ceil(one.bytes / partBytes);
    const here = parts.get(hash) ?? new Map<number, Uint8Array>();
    const part = searchParams.get("part");
    if (part !== null) {
      const bytes = new Uint8Array(await (body as Blob).arrayBuffer());
      const due = Number(part) < count - 1 ? partBytes : one.bytes - partBytes * (count - 1);
      if (bytes.byteLength !== due) return reply(400, {});
      parts.set(hash, here.set(Number(part), bytes));
    }
    const missing = Array.from({ length: count }, (_, at) => at).filter((at) => !here.has(at));
    if (missing.length) return reply(200, { stored: false, missing });
    const whole = Buffer.concat(Array.from({ length: count }, (_, at) => here.get(at)!));
    if (damaged.delete(hash)) whole[0] = ~whole[0]!;
    parts.delete(hash);
    if (createHash("sha256").update(whole).digest("hex") !== hash) return reply(409, {});
    kept.set(hash, new Uint8Array(whole));
    return done();
  }

  return { kept, parts, damaged, take };
}
