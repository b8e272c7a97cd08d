"""Small photos and spoken notes as phones make them, and files that only say that they are."""

import io
import math
from array import array
from typing import Any

import av
from PIL import Image, ImageDraw

_CODECS = {
    "audio/webm": ("webm", "libopus", 48_000),
    "audio/mp4": ("mp4", "aac", 48_000),
    "audio/ogg": ("ogg", "libopus", 48_000),
}
NOTE_TYPES = tuple(_CODECS)


def a_photo(*, type: str = "image/jpeg", width: int = 640, height: int = 480, place: bool = False) -> bytes:
    """A green field under a sun; with `place` the phone wrote where it was taken."""
    image = Image.new("RGB", (width, height), "#cfe8ff")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill="#5d9b3a")
    draw.ellipse((width - 160, 40, width - 60, 140), fill="#f5b301")
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825)[1] = "N"
        exif.get_ifd(0x8825)[2] = (25.0, 36.0, 12.0)
    made = io.BytesIO()
    image.save(made, type.partition("/")[2].upper(), quality=60, exif=exif)
    return made.getvalue()


def a_note(*, type: str = "audio/webm", seconds: float = 2.0) -> bytes:
    """A quiet tone that rises."""
    container, codec, rate = _CODECS[type]
    made = io.BytesIO()
    with av.open(made, "w", format=container) as out:
        stream: Any = out.add_stream(codec, rate=rate, layout="mono")
        stream.bit_rate = 16_000
        resampler = av.AudioResampler(
            format=stream.format, layout="mono", rate=rate, frame_size=stream.frame_size or 960
        )
        samples = array("h", (int(6000 * math.sin(n * (0.02 + n * 1e-7))) for n in range(int(seconds * rate))))
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
        frame.planes[0].update(samples.tobytes())
        frame.sample_rate = rate
        for each in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(each))
        out.mux(stream.encode(None))
    return made.getvalue()
