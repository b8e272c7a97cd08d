// Saying it: the phone's microphone, a minute at most.

import type { Piece } from "../lesson/trainer.ts";
import { mostSeconds, typeHere } from "./microphone.ts";

const bitsPerSecond = 16_000;

export interface Recording {
  stop(): void;
}

export interface Told {
  /** Seconds said so far. */
  heard(seconds: number): void;
  /** It ended: by her tap, after a minute, or where the server takes no more. Null: nothing was heard. */
  ended(note: Piece | null): void;
}

/** Rejects as `getUserMedia` does where nobody lets it listen. `most`: bytes. */
export async function record(most: number, told: Told): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType: typeHere()!, audioBitsPerSecond: bitsPerSecond });
  const heard: Blob[] = [];
  const size = () => heard.reduce((sum, { size }) => sum + size, 0);
  let seconds = 0;
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const clock = setInterval(() => {
    told.heard((seconds += 1));
    if (seconds >= mostSeconds) stop();
  }, 1000);
  recorder.ondataavailable = ({ data }) => {
    if (data.size) heard.push(data);
    // As much as came with this second may come with the next one, and what ends the file with it.
    if (size() + 2 * data.size > most) stop();
  };
  recorder.onstop = () => {
    clearInterval(clock);
    stream.getTracks().forEach((track) => track.stop());
    while (size() > most) heard.pop(); // one that hears far more than it was asked to
    const type = recorder.mimeType || typeHere()!;
    void new Response(new Blob(heard)).arrayBuffer().then((bytes) => {
      told.ended(bytes.byteLength ? { type: type.split(";")[0]!, bytes } : null);
    });
  };
  recorder.start(1000);
  return { stop };
}
