// So that this browser is known again if it throws everything away: the server gives it a cookie, and renews it.

import type { Language } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import type { Ask } from "../syncing/ask.ts";

const week = 7 * 24 * 3600_000;

interface Told {
  /** Who learned here then, and who of them had a lock. */
  said: string;
  /** ms since 1970. */
  at: number;
}

/**
 * Those of whom the server has something, and for whom this phone may write: it gave a proof of that. Asked again after a
 * week, and when somebody came, went or changed her lock. What fails is tried after the next talk with the server.
 */
export async function beRemembered(store: Store, ask: Ask, language: Language): Promise<void> {
  const { device, token, profiles, ...me } = await store.me();
  const learners: { id: string; read: string; locked: boolean }[] = [];
  for (const { learner: id, read, lock } of profiles ?? [me])
    if (await store.recall(`proof:${id}`)) learners.push({ id, read, locked: !!lock });
  if (!learners.length) return;
  const said = JSON.stringify([device, learners.map(({ id, locked }) => [id, locked])]);
  const at = store.clock.now();
  const before = await store.recall<Told>("remembered");
  if (before && before.said === said && Math.abs(at - before.at) < week) return;
  const body = { device, learners, language };
  const { status, bytes } = await ask({
    method: "POST",
    path: "/api/v1/remembered",
    token,
    body,
    patience: 30_000,
  });
  // What cannot be read is not our server's: a network that first wants to be signed in to answers in its place.
  const heard = status === 200 && (JSON.parse(new TextDecoder().decode(bytes)) as { learners?: string[] });
  if (heard && heard.learners) await store.remember("remembered", { said, at });
}
