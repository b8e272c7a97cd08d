"""Makes a photo or a spoken note anew: run by `child` as a program of its own, which imports nothing of ours.

The bytes come by stdin, their type is the one argument. Out go one line of JSON (`type`, `seconds`, `width`, `height`)
and what was made. It ends with NOT_READABLE where the bytes are neither. Whatever a file does to the decoders,
it has little memory, a few seconds, and no file that it may write to.
"""

import io
import json
import resource
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_READABLE = 3
MEMORY_BYTES = 1024**3
CPU_SECONDS = 20
MOST_PIXELS = 24_000_000
LONGEST_SIDE = 1280
MOST_SECONDS = 180
RATE = 24_000
BITS_A_SECOND = 40_000
_FRAME = 1024
"""Samples that AAC takes at once."""
_CONTAINERS = {"audio/webm": "matroska", "audio/mp4": "mov", "audio/ogg": "ogg"}
"""Only these are tried: others, such as playlists, could name further files."""


class NotReadable(Exception):
    """Neither a picture nor sound that we know."""


def main() -> int:
    _limit()
    data = sys.stdin.buffer.read()
    try:
        about, made = _photo(data) if sys.argv[1].startswith("image/") else _note(data, type=sys.argv[1])
    except NotReadable:
        return NOT_READABLE
    sys.stdout.buffer.write(json.dumps(about).encode() + b"\n" + made)
    return 0


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _photo(data: bytes) -> tuple[dict[str, Any], bytes]:
    """WebP without anything that the phone wrote into it, such as the place; turned as it was held."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 # under the limits

    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=["JPEG", "WEBP"])
        if image.width * image.height > MOST_PIXELS:
            raise NotReadable
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image = ImageOps.exif_transpose(image).convert("RGB")
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        made = io.BytesIO()
        image.save(made, "WEBP", quality=80, exif=b"", icc_profile=b"", xmp=b"")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotReadable from error
    return {"type": "image/webp", "width": image.width, "height": image.height}, made.getvalue()


def _note(data: bytes, *, type: str) -> tuple[dict[str, Any], bytes]:
    """AAC in an m4a, one channel, three minutes at most; of a note that is torn, what is there."""
    import av  # noqa: PLC0415 # under the limits

    made, samples = io.BytesIO(), 0
    with av.open(made, "w", format="ipod") as out:
        stream = out.add_stream("aac", rate=RATE, layout="mono")
        stream.bit_rate = BITS_A_SECOND
        for frame in _frames(data, container=_CONTAINERS[type]):
            frame.pts = samples
            samples += frame.samples
            out.mux(stream.encode(frame))
            if samples >= MOST_SECONDS * RATE:
                break
        if not samples:
            raise NotReadable
        out.mux(stream.encode(None))
    return {"type": "audio/mp4", "seconds": max(1, round(samples / RATE))}, made.getvalue()


def _frames(data: bytes, *, container: str) -> "Iterator[Any]":
    import av  # noqa: PLC0415 # under the limits

    resampler = av.AudioResampler(format="fltp", layout="mono", rate=RATE, frame_size=_FRAME)
    try:
        with av.open(io.BytesIO(data), "r", format=container) as found:
            for frame in found.decode(audio=0):
                yield from resampler.resample(frame)
    except (av.FFmpegError, IndexError, ValueError):
        pass  # what came until here is what there is
    yield from resampler.resample(None)


if __name__ == "__main__":
    sys.exit(main())
