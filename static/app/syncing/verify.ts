// No file is shown or kept before its bytes are what its name says.

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => (byte + 256).toString(16).slice(1)).join("");

export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const own = typeof crypto === "undefined" ? undefined : crypto.subtle;
  if (own) return hex(await own.digest("SHA-256", bytes));
  const { sha256 } = await import("../engine/sha256.ts");
  return sha256(new Uint8Array(bytes));
}
