// Joining a group with a code. Needs the network; what she learned before moves with her.

import type { Fold } from "../storage/record.ts";
import type { Lent } from "./model.ts";

export interface Membership {
  centre: string;
  group: string;
  /** With which she joined; who comes to this phone after her is offered the same group. */
  code?: string;
}

export type Joined =
  { kind: "joined"; in: Membership } | { kind: "refused"; say: string } | { kind: "offline" };

/** Codes are read aloud and typed by hand: spaces, dashes and small letters are as good. */
export const codeOf = (typed: string) => typed.toUpperCase().replace(/[^0-9A-Z]/g, "");

interface Refusal {
  error?: { message?: string };
  message?: string;
}

export const openJoining = ({ store, ask, state }: Lent, _: Fold, wrote: () => Promise<void>) =>
  async function join(code: string): Promise<Joined> {
    const { device, learner, read, token } = await store.me();
    const { language } = state();
    const clean = codeOf(code);
    const body = { code: clean, device, learner, read, language };
    const asked = ask({ method: "POST", path: "/api/v1/join", token, body, patience: 30_000 });
    // What cannot be read is not our server's: a network that first wants to be signed in to answers in its place.
    const heard = await asked
      .then((answer) => ({
        status: answer.status,
        said: JSON.parse(new TextDecoder().decode(answer.bytes)) as Membership & Refusal,
      }))
      .catch(() => null);
    if (!heard || heard.status >= 500) return { kind: "offline" };
    const { status, said } = heard;
    if (status !== 200) return { kind: "refused", say: said.error?.message ?? said.message ?? "" };
    const { centre, group } = said;
    await store.remember(`membership:${learner}`, { centre, group, code: clean });
    await store.remember(`group:${clean}`, group);
    await wrote();
    return { kind: "joined", in: said };
  };
