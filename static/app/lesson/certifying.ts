// Certificates: what she has proved, and the paper for it. The name goes to the server with the claim, and is kept there alone.

import type { Fold } from "../storage/record.ts";
import type { Proof } from "../storage/records.ts";
import type { Lent } from "./model.ts";
import { proofsOf } from "./proofs.ts";

/** Addresses of this site: the page that tells anybody what the code stands for, and the paper. */
export interface Paper {
  code: string;
  address: string;
  pdf: string;
}

/** One module that she has proved. `paper`: claimed, on this phone. */
export interface Certificate {
  module: string;
  title: string;
  way: Proof["way"];
  at: string;
  isRevoked: boolean;
  code: string;
  paper: Paper | null;
}

export type Claimed = { kind: "claimed" } | { kind: "refused"; say: string } | { kind: "offline" };

export function openCertifying({ store, ask, state }: Lent, _: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;
  const place = (module: string) => `paper:${learner}/${module}`;

  /** Those that were made for her, and what was told last of each. */
  async function certificates(): Promise<Certificate[]> {
    const known = await proofsOf(store, learner);
    // Of two ways to the same certificate that one is named by which she has it.
    const proofs = [...known.filter(({ passed }) => passed), ...known.filter(({ passed }) => !passed)];
    const found: Certificate[] = [];
    for (const { module, way, at, certificate } of proofs) {
      if (!certificate || found.some(({ code }) => code === certificate.code)) continue;
      const shelved = state().modules.find(({ id }) => id === module);
      const paper = (await store.recall<Paper>(place(module))) ?? null;
      found.push({
        module,
        way,
        at,
        title: shelved ? shelved.title : module,
        isRevoked: certificate.state === "revoked",
        code: certificate.code,
        paper: paper?.code === certificate.code ? paper : null,
      });
    }
    return found;
  }

  /** The same claim again, with another name, changes the name on the paper. */
  async function claim(module: string, { name, shows }: { name: string; shows: boolean }): Promise<Claimed> {
    const { device, read, token } = await store.me();
    const body = { device, learner, read, module, name, show_name: shows, language: state().language };
    const heard = await ask({ method: "POST", path: "/api/v1/certificates", token, body, patience: 30_000 })
      .then((answer) => ({
        status: answer.status,
        said: JSON.parse(new TextDecoder().decode(answer.bytes)) as Paper & { message?: string },
      }))
      .catch(() => null);
    if (!heard || heard.status >= 500) return { kind: "offline" };
    if (heard.status !== 200) return { kind: "refused", say: heard.said.message ?? "" };
    const { code, address, pdf } = heard.said;
    await store.remember(place(module), { code, address, pdf });
    await wrote();
    return { kind: "claimed" };
  }

  return { certificates, claim };
}

export type Certifying = ReturnType<typeof openCertifying>;
