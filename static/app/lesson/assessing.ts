// An assessment: drawn while there is a network, answered without one, handed in as one event, graded by the server alone.
// It comes late, so what the shell has already is handed in: sharing would cost the shell bytes.

import type { Fold } from "../storage/record.ts";
import type { Language, Proof } from "../storage/records.ts";
import type { Lent } from "./model.ts";
import { proofsOf } from "./proofs.ts";

/** What the server drew for her (docs/events.md); no key is in it. */
export interface Draw {
  draw: string;
  module: string;
  release: string;
  /** The one it was drawn in: hers may be another by now. */
  language: Language;
  title: string;
  /** So many right of `of` pass. */
  pass: number;
  of: number;
  items: { id: string; type: string; html: string; unit?: string | null }[];
}

export type Responses = Record<string, unknown>;

/** Where she is: nothing yet, answering, waiting for the result, or told. */
export type Standing =
  | { at: "start" }
  | { at: "answering"; draw: Draw; responses: Responses }
  | { at: "waiting" }
  | { at: "told"; proof: Proof };

export type Drawn = { kind: "drawn" } | { kind: "refused"; say: string } | { kind: "offline" };

interface Kept {
  draw: Draw;
  responses: Responses;
}

/** What is kept of a module: the draw she answers, and of one handed in the time of the result that was known before. */
interface Desk {
  open?: Kept;
  handedIn?: { before: string };
}

export function openAssessing({ store, ask, state }: Lent, nothing: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;
  const place = (module: string) => `assessment:${learner}/${module}`;
  const deskOf = async (module: string) => (await store.recall<Desk>(place(module))) ?? {};
  const keep = (module: string, desk: Desk) => store.remember(place(module), desk);
  /** What is still being kept: whoever asks where she is, or hands in, does so after it. */
  let kept: Promise<unknown> = Promise.resolve();

  /** The first that was passed, else the last one tried. */
  async function result(module: string): Promise<Proof | undefined> {
    const proofs = await proofsOf(store, learner);
    return proofs.find((proof) => proof.module === module && proof.way === "assessment");
  }

  async function standing(module: string): Promise<Standing> {
    await kept;
    const { open, handedIn } = await deskOf(module);
    if (open) return { at: "answering", ...open };
    const proof = await result(module);
    if (handedIn && handedIn.before === (proof?.at ?? "")) return { at: "waiting" };
    return proof ? { at: "told", proof } : { at: "start" };
  }

  /** Fetches the questions, and keeps them: from now on no network is needed until the end. */
  async function draw(module: string): Promise<Drawn> {
    const { device, read, token } = await store.me();
    const body = { device, learner, read, language: state().language };
    const path = `/api/v1/assessments/${module}`;
    // What cannot be read is not our server's: a network that first wants to be signed in to answers in its place.
    const heard = await ask({ method: "POST", path, token, body, patience: 30_000 })
      .then((answer) => ({
        status: answer.status,
        said: JSON.parse(new TextDecoder().decode(answer.bytes)) as Draw & { message?: string },
      }))
      .catch(() => null);
    if (!heard || heard.status >= 500) return { kind: "offline" };
    if (heard.status !== 200) return { kind: "refused", say: heard.said.message ?? "" };
    const { open } = await deskOf(module);
    const same = open?.draw.draw === heard.said.draw ? open.responses : {};
    await keep(module, { open: { draw: heard.said, responses: same } });
    return { kind: "drawn" };
  }

  /** What she answered so far, kept with every answer, one after the other. */
  function answered(module: string, responses: Responses): Promise<void> {
    const keepThese = async () => {
      const desk = await deskOf(module);
      if (desk.open) await keep(module, { ...desk, open: { ...desk.open, responses } });
    };
    const keeping = kept.then(keepThese);
    kept = keeping.catch(() => undefined);
    return keeping;
  }

  /** One event; a second tap, or another tab, finds nothing open and writes nothing. */
  async function handIn(module: string): Promise<void> {
    await kept;
    const { open } = await deskOf(module);
    if (!open) return;
    const before = (await result(module))?.at ?? "";
    await store.write(
      { kind: "assessed", module, body: { draw: open.draw.draw, responses: open.responses } },
      nothing,
    );
    await keep(module, { handedIn: { before } });
    await wrote();
  }

  return { standing, draw, answered, handIn };
}

export type Assessing = ReturnType<typeof openAssessing>;
