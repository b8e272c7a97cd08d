// What goes with a question, as the rooms need it: what kind it is, and its bytes as text, for files that people carry.

/** Else it is a spoken note. */
export const isPhoto = (type: string) => type.startsWith("image/");

/** Taken in pieces: a call takes only so many arguments. */
export function base64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let text = "";
  for (let at = 0; at < view.length; at += 8192)
    text += String.fromCharCode(...Array.from(view.subarray(at, at + 8192)));
  return btoa(text);
}
