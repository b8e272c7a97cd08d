// How a camera held the phone, as it wrote into a JPEG (Exif 2.3, tag 0x0112): browsers of before 2020 do not turn the picture.

/** 1 to 8; 1 where the bytes say nothing. Of 2, 4, 5 and 7, which are mirrored, no phone makes any. */
export function orientationOf(bytes: ArrayBuffer): number {
  const view = new DataView(bytes);
  const end = view.byteLength;
  if (end < 4 || view.getUint16(0) !== 0xffd8) return 1;
  for (let at = 2; at + 10 < end; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return orientationIn(view, at + 10);
    if (marker >> 8 !== 0xff || marker === 0xffda) return 1;
  }
  return 1;
}

/** `start`: where the TIFF header stands, from which all places are counted. */
function orientationIn(view: DataView, start: number): number {
  const end = view.byteLength;
  if (start + 8 > end) return 1;
  const little = view.getUint16(start) === 0x4949;
  const first = start + view.getUint32(start + 4, little);
  if (first + 2 > end) return 1;
  const count = view.getUint16(first, little);
  for (let entry = first + 2; entry < first + 2 + count * 12 && entry + 12 <= end; entry += 12)
    if (view.getUint16(entry, little) === 0x0112) {
      const turned = view.getUint16(entry + 8, little);
      return turned >= 1 && turned <= 8 ? turned : 1;
    }
  return 1;
}
