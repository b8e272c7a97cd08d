// A photo made small enough to send: drawn anew on a canvas, so that nothing stays in it but what is seen (no place, no
// camera's name), upright, as WebP where the browser can.

import { orientationOf } from "../engine/orientation.ts";
import type { Piece } from "../lesson/trainer.ts";

/** Longest sides in pixels and qualities, the best first. */
const sides = [1280, 1024, 800, 640, 480, 320];
const qualities = [0.8, 0.65, 0.5];

/** Null where this browser cannot read it. `most`: bytes. */
export async function smallPhoto(file: Blob, most: number): Promise<Piece | null> {
  const picture = await opened(file);
  if (!picture) return null;
  const turn = turnsItself() ? 1 : orientationOf(await readAll(file));
  for (const side of sides) {
    const canvas = drawn(picture, side, turn);
    for (const quality of canvas ? qualities : []) {
      const blob = await written(canvas!, quality);
      if (blob && blob.size <= most) return { type: blob.type, bytes: await readAll(blob) };
    }
  }
  return null;
}

/** `Blob.arrayBuffer` is younger than the phones we are for. */
const readAll = (blob: Blob) => new Response(blob).arrayBuffer();

const turnsItself = () => CSS.supports("image-orientation", "from-image");

async function opened(file: Blob): Promise<HTMLImageElement | null> {
  const picture = new Image();
  const address = URL.createObjectURL(file);
  const isHere = await new Promise<boolean>((resolve) => {
    picture.onload = () => resolve(picture.naturalWidth > 0);
    picture.onerror = () => resolve(false);
    picture.src = address;
  });
  URL.revokeObjectURL(address);
  return isHere ? picture : null;
}

/** Quarter turns to the right that put a picture upright. */
const quarters: Record<number, number> = { 3: 2, 6: 1, 8: 3 };

function drawn(picture: HTMLImageElement, side: number, turn: number): HTMLCanvasElement | null {
  const { naturalWidth, naturalHeight } = picture;
  const scale = Math.min(1, side / Math.max(naturalWidth, naturalHeight));
  const [width, height] = [naturalWidth, naturalHeight].map((long) => Math.max(1, Math.round(long * scale)));
  const turned = quarters[turn] ?? 0;
  const canvas = document.createElement("canvas");
  canvas.width = turned % 2 ? height! : width!;
  canvas.height = turned % 2 ? width! : height!;
  const brush = canvas.getContext("2d");
  if (!brush) return null;
  brush.fillStyle = "#fff"; // behind what is see-through: JPEG would make it black
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.imageSmoothingQuality = "high";
  brush.translate(canvas.width / 2, canvas.height / 2);
  brush.rotate((turned * Math.PI) / 2);
  brush.drawImage(picture, -width! / 2, -height! / 2, width!, height!);
  return canvas;
}

async function written(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const webp = await as("image/webp");
  return webp?.type === "image/webp" ? webp : as("image/jpeg");
}
