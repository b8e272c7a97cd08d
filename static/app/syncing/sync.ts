// One talk with the server: push what waits, pull what is new (docs/events.md). A verdict is a hint; the digest is the truth.

import type { Store } from "../storage/store.ts";
import type { Catalogue, Introduction, Language, LearningEvent, Message, Proof } from "../storage/records.ts";
import type { Progress } from "../engine/progress.ts";
import { json, type Ask } from "./ask.ts";

export interface Talk {
  store: Store;
  ask: Ask;
  /** Which build of the app speaks. */
  app: string;
  language: Language;
  /** Events a request; halves where the link or the server cannot take so many, grows back when it can. */
  size: { now: number };
  /** What this browser can do, for the office (docs/events.md). */
  can?: string[];
}

export interface Outcome {
  /** `refused`: the server answered, and nothing can be sent now; the queue stays. */
  kind: "done" | "silent" | "busy" | "refused";
  /** Seconds the server asked us to wait, or null. */
  retryAfter: number | null;
  /** Something arrived that a screen may show. */
  news: boolean;
  /** Something she did was taken by the server. */
  sent: boolean;
  /** The server's clock as it answered last, ISO 8601. */
  now?: string | undefined;
}

interface WireProgress {
  module: string;
  lesson: string;
  opened_at: string | null;
  finished_at: string | null;
  mastered_at: string | null;
  checked_at: string | null;
  last_at: string | null;
  right: string[];
}

interface Reply {
  now: string;
  verdicts: [string | null, "stored" | "known" | "parked" | "gone", string | null][];
  digest: "same" | "differs";
  /** A new name for a copy; or the centre has stopped this phone, and takes what waits; or another token is due. */
  device?: { rekey?: string; revoked?: true; renew?: true };
  changes: Record<string, Change>;
  catalogue?: Catalogue;
  retry_after: number | null;
}

interface Change {
  /** Opens a lock that she forgot; once, with `proof`. */
  lock?: string;
  /** That this phone was let in for her; shown to a server that came back from a backup and knows nothing of it. */
  proof?: string;
  /** Who she is from now on: two profiles were one person. */
  merged?: string;
  /** Events that were somebody else's, done under her name. */
  reassigned?: string[];
  /** Who she is, where the phone has no cursor: it may have lost its store. */
  about?: Introduction;
  /** She was erased, and goes from this phone. Nothing else stands beside it. */
  gone?: true;
  cursor: unknown;
  progress: WireProgress[];
  inbox: Omit<Message, "learner">[];
  proofs?: Proof[];
}

export const most = 100;
const rounds = 3;

/** Times of single right answers stay on the server; here they only have to be times of the same order. */
function progressOf(row: WireProgress): Progress {
  const right: Record<string, string> = {};
  for (const key of row.right) right[key] = row.opened_at || row.last_at || "";
  return {
    opened: row.opened_at,
    finished: row.finished_at,
    mastered: row.mastered_at,
    checked: row.checked_at,
    last: row.last_at,
    right,
    releases: {},
  };
}

/** `proves`: that it may write for whom it names. `isLast`: no other token is left to show. */
interface Says {
  proves: boolean;
  isLast: boolean;
}

async function envelope(talk: Talk, events: LearningEvent[], waiting: number, { proves, isLast }: Says) {
  const { store, app, language } = talk;
  const who = await store.me();
  return {
    device: who.device,
    app,
    now: new Date(store.clock.now()).toISOString(),
    session: store.clock.session,
    mono: store.clock.mono(),
    waiting: waiting - events.length,
    digest: await store.digest(),
    events,
    learners: await Promise.all(
      (who.profiles || [who]).map(async ({ learner, read }) => {
        const proof = await store.recall(`proof:${learner}`);
        return {
          id: learner,
          read,
          cursor: (await store.recall(`cursor:${learner}`)) ?? null,
          lock: !proof || undefined,
          proof: proves ? proof : undefined,
        };
      }),
    ),
    catalogue: (await store.recall<Catalogue>(`catalogue:${language}`))?.hash ?? null,
    language,
    can: talk.can,
    last: isLast || undefined,
  };
}

/** Keep what a reply brought; true where a screen may have something new to show. */
async function take({ store, language }: Talk, reply: Reply): Promise<boolean> {
  let news = false;
  for (const learner of Object.keys(reply.changes)) {
    const { cursor, progress, inbox, proofs, lock, proof, about, gone } = reply.changes[learner]!;
    if (lock) await store.remember(`key:${learner}`, lock);
    if (proof) await store.remember(`proof:${learner}`, proof);
    news = news || !!gone;
    if (!progress) continue;
    const told = `proofs:${learner}`;
    // Before the cursor: what is told twice is read once (lesson/proofs.ts).
    if (proofs && proofs[0]) await store.remember(told, proofs.concat((await store.recall(told)) || []));
    const rows = progress.map((row) => ({
      module: row.module,
      lesson: row.lesson,
      progress: progressOf(row),
    }));
    await store.takeChanges(learner, { progress: rows, inbox }, cursor);
    news = news || rows.length + inbox.length > 0 || !!about;
  }
  if (reply.catalogue) await store.remember(`catalogue:${language}`, reply.catalogue);
  return news || !!reply.catalogue;
}

/** Something was parked or reassigned, somebody was erased, merged or lost: what is done about it comes by itself (storage/household.ts). */
const isSeldom = ({ verdicts, changes }: Reply) =>
  verdicts.some(([, verdict]) => /^[pg]/.test(verdict)) ||
  Object.keys(changes).some((learner) => {
    const { merged, reassigned, about, gone } = changes[learner]!;
    return merged || reassigned || about || gone;
  });

/** Push and pull until nothing waits that can be sent now. */
export async function syncAll(talk: Talk): Promise<Outcome> {
  const { store, ask, size } = talk;
  const aside = new Set<string>();
  const left = { reconciling: rounds, rekeying: rounds };
  let news = false;
  let sent = false;
  const says: Says = { proves: false, isLast: false };
  let now: string | undefined;
  const end = (kind: Outcome["kind"], retryAfter: number | null = null) => ({
    kind,
    retryAfter,
    news,
    sent,
    now,
  });

  for (let pulls = true; ;) {
    const { batch, waiting } = await store.nextWaiting(size.now, aside);
    if (!batch.length && !pulls) return end("done");
    const { token } = await store.me();
    const body = await envelope(talk, batch, waiting, says);
    const answer = await ask({ method: "POST", path: "/api/v1/sync", token, body }).catch(() => null);
    if (!answer || answer.status === 413 || answer.status === 400) {
      if (answer && !batch.length) return end("refused");
      if (answer && batch.length === 1) aside.add(batch[0]!.id);
      size.now = Math.max(1, batch.length >> 1);
      if (!answer) return end("silent");
      continue;
    }
    if (answer.status === 401 && !says.isLast) {
      says.isLast = !(await (await store.household()).stepBack());
      continue;
    }
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) return end("refused");
    if (answer.status !== 200) return end("busy", answer.retryAfter);

    const reply = json(answer) as Reply;
    now = reply.now;
    size.now = Math.min(most, size.now * 2);
    news = (await take(talk, reply)) || news;
    const { revoked, renew, rekey: told } = reply.device || {};
    const rekey = renew ? await (await store.household()).renew(ask, json) : told;
    if (rekey) {
      if (!left.rekeying--) return end("refused");
      await (await store.reconciling()).rekey(rekey);
      continue;
    }
    if (!says.proves && reply.verdicts.some(([, , code]) => code === "not-your-learner")) {
      says.proves = true;
      continue;
    }
    const delivered = reply.verdicts.map(([id]) => id).filter((id): id is string => id !== null);
    const had = new Set(delivered);
    // Before the marks: a phone that dies in between sends the same again, and is told the same.
    pulls = isSeldom(reply) && (await (await store.household()).settle(reply, batch));
    await store.delivered(delivered);
    // Not before both agree that the server has it all: one that came from a backup may lack what was delivered.
    if (revoked && reply.digest === "same" && (await (await store.household()).wipe())) return end("done");
    sent = sent || delivered.length > 0;
    // An event the server could not even name must not hold the others up.
    for (const event of batch) if (!had.has(event.id)) aside.add(event.id);
    if (reply.digest === "differs" && left.reconciling-- > 0) {
      const agreed = store.reconciling().then(({ agree }) => agree(ask, json));
      // How much waits may be another number now: the office is told with the next request.
      pulls = await agreed.catch(() => false);
      if (!pulls) return end("silent");
    }
    if (reply.retry_after) return end("done", reply.retry_after);
  }
}
