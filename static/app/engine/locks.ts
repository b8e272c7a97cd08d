// The lock of a profile, and the answer that opens it without what she forgot. The twin of courses/engine/locks.py
// (cases: tests/vectors/lock_codes.json). It stops a curious relative, not whoever can read the phone's storage.

import { sha256 } from "./sha256.ts";

/** Six digits shown, six read back. */
export const digitsShown = 6;
export const pinLength = 4;
export const picturesTapped = 3;

/** Slow enough to make trying all of them dull, quick enough for the slowest phone: a quarter of a second there. */
const rounds = 1000;
const block = 64;

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const unhex = (text: string) =>
  Uint8Array.from({ length: text.length / 2 }, (_, at) => parseInt(text.substr(at * 2, 2), 16));

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** HMAC-SHA-256 (RFC 2104) with a key of at most 64 bytes, in hex. */
function hmac(key: Uint8Array, message: Uint8Array): string {
  const padded = new Uint8Array(block);
  padded.set(key);
  const inner = unhex(
    sha256(
      joined(
        padded.map((byte) => byte ^ 0x36),
        message,
      ),
    ),
  );
  return sha256(
    joined(
      padded.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

/** Six digits that only this reset key (32 hex digits) gives for these six. */
export function answerTo(key: string, digits: string): string {
  const mac = unhex(hmac(unhex(key), bytesOf(`xiangke-lock:${digits}`)));
  const number = mac.slice(0, 8).reduce((rest, byte) => (rest * 256 + byte) % 1_000_000, 0);
  return String(number).padStart(digitsShown, "0");
}

/** Six digits as typed or heard: blanks, hyphens and full-width digits do no harm. Null: not six digits. */
export function readDigits(typed: string): string | null {
  const plain = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return /^[0-9]{6}$/.test(plain) ? plain : null;
}

export interface Lock {
  kind: "pin" | "pictures";
  /** 16 random bytes in hex. */
  salt: string;
  /** What the PIN or the pictures become, in hex. */
  seal: string;
}

/** The order in which she taps her pictures does not matter. */
const secretOf = (given: string[]) => given.slice().sort().join(" ");

/** `given`: one PIN, or the names of three pictures. */
export function sealed(given: string[], salt: string): string {
  let seal = sha256(bytesOf(`${salt} ${secretOf(given)}`));
  for (let round = 1; round < rounds; round++) seal = sha256(bytesOf(seal + salt));
  return seal;
}

export const opens = (lock: Lock, given: string[]) => sealed(given, lock.salt) === lock.seal;
