// A phone and a server for the tests: the phone is the real store over fake-indexeddb, the server a plain function that
// keeps the promises of docs/events.md.

import { indexedDB as sharedFactory, IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { digestOf, dayOf, uuid7, xor } from "../../app/storage/ids.ts";
import type { Place } from "../../app/storage/mirror.ts";
import type { Clock } from "../../app/storage/record.ts";
import type { Digest, LearningEvent } from "../../app/storage/records.ts";
import { openStore, type Store } from "../../app/storage/store.ts";
import type { Answer, Ask, Question } from "../../app/syncing/ask.ts";
import { aCupboard } from "./cupboard.ts";
import { most, syncAll, type Outcome, type Talk } from "../../app/syncing/sync.ts";

void sharedFactory;

export function aPlace(): Place & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
}

export function aClock(start = Date.UTC(2026, 10, 21)): Clock & { tick(ms: number): void } {
  let now = start;
  return { now: () => (now += 7), mono: () => now - start, session: uuid7(start), tick: (ms) => (now += ms) };
}

export interface Phone {
  store: Store;
  place: ReturnType<typeof aPlace>;
  factory: IDBFactory;
  size: { now: number };
}

export function aPhone(
  over: Partial<{ factory: IDBFactory; place: Phone["place"]; clock: Clock }> = {},
): Phone {
  const factory = over.factory ?? new IDBFactory();
  const place = over.place ?? aPlace();
  const store = openStore({ factory, place, caches: null, clock: over.clock ?? aClock() });
  return { store, place, factory, size: { now: most } };
}

/** The same installation on another phone, as a backup tool copies it. */
export async function aCloneOf(phone: Phone): Promise<Phone> {
  const clone = aPhone();
  for (const [name, value] of phone.place.kept) clone.place.setItem(name, value);
  const events = await phone.store.events();
  clone.place.setItem("xk.queue", JSON.stringify(events));
  await clone.store.adopt((before) => before);
  return clone;
}

export const answer = (phone: Phone, item = "ra1/q1", attempt = 1) =>
  phone.store.write(
    {
      kind: "answered",
      module: "ra",
      release: "r".repeat(64),
      item,
      body: { sitting: "s", try: attempt, response: "b", credit: 1 },
    },
    (before) => before,
  );

export const sync = (phone: Phone, ask: Ask): Promise<Outcome> => syncAll(talkOf(phone, ask));

export const talkOf = (phone: Phone, ask: Ask): Talk => ({
  store: phone.store,
  ask,
  app: "test",
  language: "en",
  size: phone.size,
});

export interface Device {
  token: string;
  /** Those it had before, which are still good. */
  former: string[];
  delivered: Set<string>;
  seqs: Map<number, string>;
}

interface Body {
  device: string;
  digest: Digest;
  events: LearningEvent[];
  learners: { id: string; read: string; cursor: unknown; lock?: boolean; proof?: string }[];
  catalogue: string | null;
  days: Record<string, Digest>;
  next: string;
  last?: true;
}

/** A server in memory. `trouble` may answer in its place, before or after the work is done. */
export function aServer() {
  const events = new Map<string, LearningEvent>();
  const parked = new Map<string, LearningEvent>();
  const devices = new Map<string, Device>();
  const cupboard = aCupboard({ events, parked, devices });
  const server = {
    events,
    cupboard,
    /** What stopped phones sent. */
    parked,
    devices,
    requests: [] as Question[],
    /** Ids that cannot be read: parked, and kept. */
    poison: new Set<string>(),
    /** Learners who were erased here. */
    erased: new Set<string>(),
    /** Profiles that were merged into another, old → new. */
    merged: new Map<string, string>(),
    /** Tokens shall change. */
    renews: false,
    /** Devices that were stopped. */
    revoked: new Set<string>(),
    /** Devices that nobody remembers to have let in for anybody: until they show a proof, or for good. */
    strangers: new Map<string, "until proof" | "always">(),
    /** Events that were not hers, by learner: told with every pull from the beginning. */
    reassigned: {} as Record<string, string[]>,
    /** Progress of one learner alone. */
    progressOf: {} as Record<string, object[]>,
    progress: [] as object[],
    proofs: [] as object[],
    catalogue: null as object | null,
    /** Largest body taken, in events. */
    largest: 1000,
    /** Run before the work; an answer given here is sent in its place. */
    before: (_question: Question): number | undefined => undefined,
    /** The work is done, but the reply never arrives. */
    loses: (_question: Question) => false,
    backup() {
      const copy = structuredClone({ events, devices, kept: cupboard.kept, parts: cupboard.parts });
      return () => {
        events.clear();
        devices.clear();
        cupboard.kept.clear();
        cupboard.parts.clear();
        const back = structuredClone(copy); // it may be taken out once more
        back.kept.forEach((bytes, hash) => cupboard.kept.set(hash, bytes));
        back.parts.forEach((parts, hash) => cupboard.parts.set(hash, parts));
        back.events.forEach((event, id) => events.set(id, event));
        back.devices.forEach((device, id) => devices.set(id, device));
      };
    },
    ask: (async (question) => {
      server.requests.push(question);
      const status = server.before(question);
      if (status) return reply(status, {});
      const done = question.method === "PUT" ? await cupboard.take(question) : take(question);
      if (server.loses(question)) throw new Error("no network");
      return done;
    }) as Ask,
  };

  const into = (learner: string) => server.merged.get(learner) ?? learner;
  const isGone = ({ learner }: LearningEvent) => server.erased.has(into(learner));

  function take({ path, body, token }: Question): Answer {
    const sent = JSON.parse(JSON.stringify(body)) as Body;
    const fresh = { token: token ?? "", former: [], delivered: new Set<string>(), seqs: new Map() };
    const device: Device = devices.get(sent.device) ?? fresh;
    if (device.token !== token && !device.former.includes(token!)) {
      if (!sent.last) return reply(401, {});
      const device = { rekey: uuid7(Date.UTC(2026, 10, 24)) };
      return reply(200, { verdicts: [], digest: "differs", device, changes: {}, retry_after: null });
    }
    if (path.endsWith("/tokens")) return reply(200, renewed(device, token!, sent.next));
    if (path.endsWith("/have")) return reply(200, { days: differing(sent.days, device) });
    if (sent.events.length > server.largest) return reply(413, {});
    const copied = sent.events.some(({ device: of, seq, id }) => {
      const known = of === sent.device ? device.seqs.get(seq) : undefined;
      return known !== undefined && known !== id;
    });
    devices.set(sent.device, device);
    const proven = sent.learners.every(({ id, proof }) => proof === proofOf(sent.device, id));
    if (proven && server.strangers.get(sent.device) === "until proof") server.strangers.delete(sent.device);
    const verdicts = sent.events.map((event) => {
      if (isGone(event)) return [event.id, "gone", null];
      device.delivered.add(event.id);
      if (event.device === sent.device && !device.seqs.has(event.seq)) device.seqs.set(event.seq, event.id);
      if (server.revoked.has(sent.device)) {
        parked.set(event.id, event);
        return [event.id, "parked", "revoked-device"];
      }
      if (server.strangers.has(sent.device)) return [event.id, "parked", "not-your-learner"];
      if (server.poison.has(event.id)) return [event.id, "parked", "bad-body"];
      const known = events.has(event.id);
      if (!known) events.set(event.id, event);
      return [event.id, known ? "known" : "stored", null];
    });
    const mine = digestOf(device.delivered);
    const kept = sent.events.filter((event) => !isGone(event));
    const theirs = kept.reduce(({ n, x }, { id }) => ({ n: n + 1, x: xor(x, id) }), sent.digest);
    return reply(200, {
      now: "2026-11-21T00:00:00.000Z",
      verdicts,
      digest: mine.n === theirs.n && mine.x === theirs.x ? "same" : "differs",
      ...(server.revoked.has(sent.device) ? { device: { revoked: true } } : {}),
      ...(server.renews || device.token !== token ? { device: { renew: true } } : {}),
      ...(copied ? { device: { rekey: uuid7(Date.UTC(2026, 10, 22)) } } : {}),
      changes: Object.fromEntries(
        sent.learners
          .filter(() => !server.revoked.has(sent.device))
          .map(({ id, lock }) => [
            id,
            server.erased.has(into(id))
              ? { gone: true }
              : {
                  cursor: { epoch: "e", record_seq: events.size },
                  ...(into(id) !== id ? { merged: into(id) } : {}),
                  ...(server.reassigned[id] ? { reassigned: server.reassigned[id] } : {}),
                  ...(lock ? { lock: keyOf(into(id)), proof: proofOf(sent.device, id) } : {}),
                  progress: server.progressOf[into(id)] ?? server.progress,
                  inbox: [],
                  proofs: server.proofs,
                },
          ]),
      ),
      ...(server.catalogue ? { catalogue: server.catalogue } : {}),
      retry_after: null,
    });
  }

  return server;
}

/** What a phone is told that wants another token: where it has another one already, it is a copy. */
function renewed(device: Device, token: string, next: string): object {
  if (device.token === next) return {};
  if (device.token !== token) return { rekey: uuid7(Date.UTC(2026, 10, 23)) };
  device.former.push(token);
  device.token = next;
  return {};
}

/** The reset key of a learner: 32 hex digits. */
export const keyOf = (learner: string) => digestOf([learner]).x;

/** What shows that a device was let in for a learner. */
export const proofOf = (device: string, learner: string) => digestOf([device, learner]).x;

function differing(days: Record<string, Digest>, device: Device): Record<string, string[]> {
  const held: Record<string, string[]> = {};
  for (const id of device.delivered) (held[dayOf(id)] = held[dayOf(id)] ?? []).push(id);
  const answer: Record<string, string[]> = {};
  for (const day of new Set([...Object.keys(held), ...Object.keys(days)])) {
    const mine = digestOf(held[day] ?? []);
    if (mine.n !== (days[day]?.n ?? 0) || mine.x !== (days[day]?.x ?? "0".repeat(32)))
      answer[day] = held[day] ?? [];
  }
  return answer;
}

export function reply(status: number, body: object): Answer {
  const bytes = new TextEncoder().encode(JSON.stringify(body)).buffer as ArrayBuffer;
  return { status, retryAfter: null, bytes };
}
