// The only place that calls fetch. Everything above takes an `Ask`, so that a test's server is a plain function.

export interface Question {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  token?: string;
  /** A blob is sent as it is, all else as JSON. */
  body?: unknown;
  /** Give up after this many ms; a slow link needs long. */
  patience?: number;
  /** Past what the browser kept of an earlier answer: that was not what it should be. */
  anew?: boolean;
}

export interface Answer {
  status: number;
  /** Seconds the server asks us to wait, or null. */
  retryAfter: number | null;
  /** The bytes as they came, after the browser undid the transfer's compression. */
  bytes: ArrayBuffer;
}

/** Rejects where no answer came: no network, or patience ran out. */
export type Ask = (question: Question) => Promise<Answer>;

export const json = (answer: Answer): unknown => JSON.parse(new TextDecoder().decode(answer.bytes));

/** gzip where the browser can; else, and for small bodies, plain text. */
async function packed(text: string): Promise<{ body: BodyInit; encoding?: string }> {
  if (text.length < 600 || typeof CompressionStream === "undefined") return { body: text };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return { body: await new Response(stream).arrayBuffer(), encoding: "gzip" };
}

export const askServer: Ask = async ({ method, path, token, body, anew, patience = 60_000 }) => {
  const headers: Record<string, string> = {};
  const raw = body instanceof Blob ? body : null; // it says its type itself
  const { body: sent, encoding } =
    raw || body === undefined ? { body: raw } : await packed(JSON.stringify(body));
  if (sent !== raw) headers["Content-Type"] = "application/json";
  if (encoding) headers["Content-Encoding"] = encoding;
  if (token) headers["Authorization"] = `Bearer ${token}`;
  const stop = typeof AbortController === "undefined" ? null : new AbortController();
  const timer = setTimeout(() => stop?.abort(), patience);
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: sent,
      credentials: "same-origin",
      cache: anew ? "reload" : "default",
      ...(stop ? { signal: stop.signal } : {}),
    });
    const seconds = Number(response.headers.get("Retry-After"));
    return {
      status: response.status,
      retryAfter: seconds > 0 ? seconds : null,
      bytes: await response.arrayBuffer(),
    };
  } finally {
    clearTimeout(timer);
  }
};
