// Joining a group with a code. Needs the network; what she learned before moves with her. A code that was typed without one
// is kept, and joins her after the next talk with the server (getting.ts).

import type { Fold } from "../storage/record.ts";
import type { Language, Learns, Me } from "../storage/records.ts";
import type { Store } from "../storage/store.ts";
import type { Ask } from "../syncing/ask.ts";
import type { Lent } from "./model.ts";

export interface Membership {
  centre: string;
  group: string;
  /** With which she joined; who comes to this phone after her is offered the same group. */
  code?: string;
}

/** `later`: no answer yet, the code is kept and joins her by itself. */
export type Joined =
  { kind: "joined"; in: Membership } | { kind: "refused"; say: string } | { kind: "later" };

/** What is kept of a code, under `joining:{learner}`. `refused`: what the server said to it, in her language. */
export interface Joining {
  code: string;
  refused?: string;
}

/** Codes are read aloud and typed by hand: spaces, dashes and small letters are as good. */
export const codeOf = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");

interface Refusal {
  error?: { message?: string };
  message?: string;
}

interface Asking {
  store: Store;
  ask: Ask;
  language: Language;
  code: string;
  who: Learns & Pick<Me, "device" | "token">;
}

/** One try. What came of it is kept: her seat, or the code for later; `keepsRefused`: she is not there to read why not. */
async function tryToJoin(
  { store, ask, language, code, who }: Asking,
  keepsRefused: boolean,
): Promise<Joined> {
  const { device, learner, read, token } = who;
  const kept = `joining:${learner}`;
  const body = { code, device, learner, read, language };
  const asked = ask({ method: "POST", path: "/api/v1/join", token, body, patience: 30_000 });
  // What cannot be read is not our server's: a network that first wants to be signed in to answers in its place.
  const heard = await asked
    .then((answer) => ({
      status: answer.status,
      said: JSON.parse(new TextDecoder().decode(answer.bytes)) as Membership & Refusal,
    }))
    .catch(() => null);
  if (!heard || heard.status >= 500) {
    await store.remember(kept, { code });
    return { kind: "later" };
  }
  const { status, said } = heard;
  if (status !== 200) {
    const say = said.error?.message ?? said.message ?? "";
    // Asked too often, or with a token that is being renewed: that says nothing of the code.
    const isOfCode = status !== 429 && status !== 401;
    if (keepsRefused) await store.remember(kept, isOfCode ? { code, refused: say } : { code });
    else await store.remember(kept, undefined);
    return { kind: "refused", say };
  }
  const { centre, group } = said;
  await store.remember(`membership:${learner}`, { centre, group, code });
  await store.remember(`group:${code}`, group);
  await store.remember(kept, undefined);
  return { kind: "joined", in: said };
}

export const openJoining = ({ store, ask, state }: Lent, _: Fold, wrote: () => Promise<void>) =>
  async function join(typed: string): Promise<Joined> {
    const who = await store.me();
    const { language } = state();
    const joined = await tryToJoin({ store, ask, language, code: codeOf(typed), who }, false);
    if (joined.kind !== "refused") await wrote();
    return joined;
  };

/** Each of this phone whose code waits for the network; one that was refused waits for her. True: somebody is in now. */
export async function joinThoseWhoWait(store: Store, ask: Ask, language: Language): Promise<boolean> {
  const { profiles, ...me } = await store.me();
  let isIn = false;
  for (const each of profiles ?? [me]) {
    const joining = await store.recall<Joining>(`joining:${each.learner}`);
    if (!joining || joining.refused !== undefined) continue;
    const who = { ...each, device: me.device, token: me.token };
    const { kind } = await tryToJoin({ store, ask, language, code: joining.code, who }, true);
    isIn = isIn || kind === "joined";
    if (kind === "later") break; // nobody is reached just now
  }
  return isIn;
}
