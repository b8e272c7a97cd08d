// Ids minted on the phone, also on plain http, where there is no randomUUID (getRandomValues is everywhere).

import type { Digest } from "./records.ts";

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");

export const randomHex = (bytes: number) => hex(crypto.getRandomValues(new Uint8Array(bytes)));

/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then chance. Never used to put events in order. */
export function uuid7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 5, rest = now; place >= 0; place--, rest = Math.floor(rest / 256))
    bytes[place] = rest % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The 16 bytes of a UUID as 32 hex digits. */
const digits = (id: string) => id.replace(/-/g, "").toLowerCase();

/** The XOR of 16 bytes, as 32 hex digits, with those of a UUID. */
export const xor = (x: string, id: string) =>
  digits(id).replace(/./g, (digit, at: number) => (parseInt(digit, 16) ^ parseInt(x[at]!, 16)).toString(16));

export const digestOf = (ids: Iterable<string>): Digest => {
  const digest = { n: 0, x: "0".repeat(32) };
  for (const id of ids) {
    digest.n += 1;
    digest.x = xor(digest.x, id);
  }
  return digest;
};

/** The UTC day that stands inside a UUID of version 7, as 2026-11-21. */
export const dayOf = (id: string) =>
  new Date(parseInt(digits(id).slice(0, 12), 16)).toISOString().slice(0, 10);
