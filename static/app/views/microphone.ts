// Whether this browser lets a page listen. Browsers without a microphone, and pages without a lock beside their address, have
// no button for it.

/** What the server takes, the smallest first. */
const types = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
export const mostSeconds = 60;

export function typeHere(): string | undefined {
  if (typeof MediaRecorder === "undefined" || !MediaRecorder.isTypeSupported) return undefined;
  return types.filter((type) => MediaRecorder.isTypeSupported(type))[0];
}

export const canRecord = () =>
  !!typeHere() && !!(navigator as { mediaDevices?: Partial<MediaDevices> }).mediaDevices?.getUserMedia;
