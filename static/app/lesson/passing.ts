// From phone to phone: her pass, and coming in with a pass or with a code of her trainer's; and coming back to a browser
// that threw everything away but one cookie. Needs the network once.

import type { Fold } from "../storage/record.ts";
import type { Profile } from "../storage/records.ts";
import type { Membership } from "./joining.ts";
import type { Lent } from "./model.ts";

export interface Pass {
  code: string;
  /** Without the site's name. */
  address: string;
  /** The rows of its QR in "0" and "1"; an older server sends none. */
  qr?: string[];
}

/** One who learned in this browser, as the server knows it again. `which` names her beside the cookie alone. */
export interface Known {
  which: number;
  /** Both are empty while she has not said. */
  nickname: string;
  picture: string;
  /** She had a lock here: her pass or a code brings her back. */
  is_locked: boolean;
}

/** Whom a pass or a code stands for. */
export interface Comer extends Profile {
  learner: string;
  read: string;
  /** Her seat; an older server says nothing of it. */
  membership?: Membership | null;
}

export type Heard<T> = { kind: "here"; of: T } | { kind: "refused"; say: string } | { kind: "offline" };

interface Refusal {
  error?: { message?: string };
  message?: string;
}

const known = "/api/v1/remembered";

export function openPassing({ store, ask, state }: Lent, _: Fold, wrote: () => Promise<void>) {
  async function heard<T>(path: string, body: Record<string, unknown>): Promise<Heard<T>> {
    const { device, token } = await store.me();
    const { language } = state();
    const asked = ask({
      method: "POST",
      path,
      token,
      body: { ...body, device, language },
      patience: 30_000,
    });
    // What cannot be read is not our server's: a network that first wants to be signed in to answers in its place.
    const answer = await asked
      .then(({ status, bytes }) => ({
        status,
        said: JSON.parse(new TextDecoder().decode(bytes)) as T & Refusal,
      }))
      .catch(() => null);
    if (!answer || answer.status >= 500) return { kind: "offline" };
    const { status, said } = answer;
    return status === 200
      ? { kind: "here", of: said }
      : { kind: "refused", say: said.error?.message ?? said.message ?? "" };
  }

  /** Who it is that this stands for, a code or a face. Asked again after a lost answer with the same key. */
  async function admitted(path: string, named: { code: string } | { which: number }): Promise<Heard<Comer>> {
    const code = "code" in named ? named.code : `face ${named.which}`;
    const before = await store.recall<{ code: string; read: string }>("admitting");
    const read = before?.code === code ? before.read : store.mint().read;
    await store.remember("admitting", { code, read });
    const found = await heard<Omit<Comer, "read">>(path, { ...named, read });
    return found.kind === "here" ? { kind: "here", of: { ...found.of, read } } : found;
  }

  /** Somebody was shown and is not back yet. Not who: she may be erased meanwhile, and this phone would not hear of it. */
  const lacks = async () => !!(await store.recall<boolean>("lacks"));

  return {
    /** Asked for once, then kept. `anew`: the one that is kept may have been ended by the centre. */
    async pass({ anew }: { anew: boolean }): Promise<Heard<Pass>> {
      const { learner, read } = await store.me();
      const kept = await store.recall<Pass>(`pass:${learner}`);
      if (kept && !anew) return { kind: "here", of: kept };
      const made = await heard<Pass>("/api/v1/passes", { learner, read });
      if (made.kind === "here") await store.remember(`pass:${learner}`, made.of);
      return made;
    },

    /** Who it is. A code that opens once still opens to her whose answer was lost. */
    look: (typed: string) =>
      admitted("/api/v1/admissions", { code: typed.toUpperCase().replace(/[^0-9A-Z]/g, "") }),

    /** Who learned in this browser and does not learn on this phone now. None without a network, and nothing is said. */
    async known(): Promise<Known[]> {
      const { device } = await store.me();
      const faces = await ask({ method: "GET", path: `${known}?device=${device}`, patience: 30_000 })
        .then(({ status, bytes }) =>
          status === 200
            ? (JSON.parse(new TextDecoder().decode(bytes)) as { faces?: Known[] }).faces
            : undefined,
        )
        .catch(() => undefined);
      if (faces && !!faces[0] !== (await lacks())) await store.remember("lacks", !!faces[0]);
      return faces ?? [];
    },

    lacks,

    back: ({ which }: Known) => admitted(`${known}/admissions`, { which }),

    /** This phone is somebody else's now. Without a network they are asked for once more, another day. */
    async forget(): Promise<void> {
      await store.remember("lacks", false);
      await ask({ method: "DELETE", path: known }).catch(() => undefined);
    },

    /** It is she: her profile stays on this phone, and she learns now. False: no room for more. */
    async comeIn({ learner, read, nickname, picture, language, membership }: Comer): Promise<boolean> {
      const household = await store.household();
      const profile = nickname || picture ? { nickname, picture, language } : undefined;
      const taken = await household.take({ learner, read }, profile, language);
      if (!taken) return false;
      if (membership && !(await store.recall(`membership:${taken}`)))
        await store.remember(`membership:${taken}`, membership);
      await household.choose(taken);
      await store.remember("admitting", undefined);
      await wrote();
      return true;
    },
  };
}

export type Passing = ReturnType<typeof openPassing>;
