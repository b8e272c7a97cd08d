// Upload tokens change when the server asks for it (docs/events.md). What is shown next is kept before the server hears of it,
// and those shown before stay: a server that came back from a backup may know an older one.

import type { Home } from "./household.ts";
import type { Me } from "./records.ts";

const mirrored = "xk.tokens";
/** Four years of them, and more. */
const most = 8;

type AskTokens<Answer> = (question: {
  method: "POST";
  path: string;
  token: string;
  body: object;
}) => Promise<Answer>;

export function openTokens({ database, result, mirror, place, mint, me }: Home) {
  const inMirror = (): string[] => {
    try {
      return JSON.parse(place?.getItem(mirrored) ?? "[]") as string[];
    } catch {
      return [];
    }
  };

  /** `choose` says from all tokens, newest first, and the one that is shown, what they are from now on. */
  async function change(choose: (tokens: string[], shown: string) => { tokens: string[]; shown: string }) {
    await me();
    const changed = await database.run(["meta"], "readwrite", async (stores) => {
      const meta = stores("meta");
      const who = (await result(meta.get("me"))) as Me;
      const kept = ((await result(meta.get("tokens"))) as string[] | undefined) ?? inMirror();
      const known = kept.indexOf(who.token) < 0 ? [who.token] : kept;
      const { tokens, shown } = choose(known, who.token);
      const now = { ...who, token: shown };
      meta.put(tokens, "tokens");
      meta.put(now, "me");
      return { tokens, now };
    });
    try {
      place?.setItem(mirrored, JSON.stringify(changed.tokens));
    } catch {
      // A full or forbidden localStorage: they are in IndexedDB.
    }
    mirror.keep({ me: changed.now });
    return { ...changed.now, newest: changed.tokens[0]! };
  }

  /**
   * The server wants another token from this phone. Says the name that it gives instead, where this is a copy of a phone that
   * has another one already. Without an answer nothing has changed, and it asks again.
   */
  async function renew<Answer extends { status: number }>(
    ask: AskTokens<Answer>,
    json: (answer: Answer) => unknown,
  ): Promise<string | undefined> {
    const fresh = mint().token;
    const { device, token, newest } = await change((tokens, shown) => ({
      tokens: tokens[0] === shown ? [fresh, ...tokens].slice(0, most) : tokens,
      shown,
    }));
    const question = {
      method: "POST",
      path: "/api/v1/tokens",
      token,
      body: { device, next: newest },
    } as const;
    const answer = await ask(question).catch(() => null);
    if (!answer || answer.status !== 200) return undefined;
    const { rekey } = json(answer) as { rekey?: string };
    if (!rekey) await change((tokens) => ({ tokens, shown: newest }));
    return rekey;
  }

  /** The server does not know the token: the one before it is shown from now on. False: there is none, and it is the newest again. */
  async function stepBack(): Promise<boolean> {
    let isOlder = false;
    await change((tokens, shown) => {
      const older = tokens[tokens.indexOf(shown) + 1];
      isOlder = !!older;
      return { tokens, shown: older ?? tokens[0]! };
    });
    return isOlder;
  }

  return { renew, stepBack };
}
