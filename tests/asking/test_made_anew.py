"""Photos and spoken notes are made anew, and no file harms whoever does it."""

import io
import struct
import zlib
from pathlib import Path

import av
import pytest
from PIL import Image

from courses.asking import child
from tests.sounds_and_photos import NOTE_TYPES, a_note, a_photo


@pytest.mark.parametrize("type", ["image/jpeg", "image/webp"])
def test_a_photo_is_made_smaller_and_says_nothing_of_where_it_was_taken(type: str) -> None:
    photo = a_photo(type=type, width=2000, height=1500, place=True)
    assert Image.open(io.BytesIO(photo)).getexif().get_ifd(0x8825)

    made = child.make_anew(photo, type=type)

    assert (made.type, made.width, made.height) == ("image/webp", 1280, 960)
    image = Image.open(io.BytesIO(made.data))
    assert (image.format, image.size) == ("WEBP", (1280, 960))
    assert not image.getexif() and set(image.info) <= {"loop", "background", "timestamp", "duration"}


def test_a_photo_stands_as_the_phone_was_held() -> None:
    lying = Image.new("RGB", (40, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    file = io.BytesIO()
    lying.save(file, "JPEG", exif=exif)
    made = child.make_anew(file.getvalue(), type="image/jpeg")
    assert (made.width, made.height) == (20, 40)


@pytest.mark.parametrize("type", NOTE_TYPES)
def test_a_note_can_be_heard_in_every_browser(type: str) -> None:
    made = child.make_anew(a_note(type=type, seconds=2), type=type)
    assert (made.type, made.seconds) == ("audio/mp4", 2)
    with av.open(io.BytesIO(made.data), "r") as heard:
        sound = heard.streams.audio[0]
        assert (sound.codec_context.name, sound.codec_context.channels) == ("aac", 1)


def test_of_a_torn_note_is_heard_what_is_there() -> None:
    note = a_note(seconds=4)
    made = child.make_anew(note[: len(note) // 2], type="audio/webm")
    assert made.seconds in (1, 2, 3)


def test_a_note_ends_after_three_minutes() -> None:
    assert child.make_anew(a_note(type="audio/ogg", seconds=190), type="audio/ogg").seconds == 180


def _a_bomb() -> bytes:
    """A JPEG of 65,000 × 65,000 squares by its head."""
    file = bytearray(a_photo(width=64, height=64))
    at = file.index(b"\xff\xc0")
    file[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    return bytes(file)


def _a_png() -> bytes:
    chunk = b"IHDR" + struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


PLAYLIST = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
CONCAT = b"ffconcat version 1.0\nfile /etc/passwd\n"


@pytest.mark.parametrize(
    ("type", "data"),
    [
        ("image/jpeg", b"<svg onload=alert(1)>"),
        ("image/jpeg", _a_bomb()),
        ("image/webp", _a_png()),
        ("image/webp", b"RIFF\xff\xff\xff\xffWEBPVP8 " + bytes(400)),
        ("audio/webm", PLAYLIST),
        ("audio/mp4", CONCAT),
        ("audio/ogg", b"OggS" + bytes(500)),
        ("audio/mp4", struct.pack(">I4sI", 0xFFFFFFF0, b"moov", 1) + bytes(300)),
        ("audio/webm", b"\x1a\x45\xdf\xa3" + b"\xff" * 300),
        ("audio/webm", a_photo()),
    ],
)
def test_what_is_neither_picture_nor_sound_is_unreadable(type: str, data: bytes) -> None:
    with pytest.raises(child.Unreadable):
        child.make_anew(data, type=type)


@pytest.mark.parametrize(
    "does",
    [
        "bytearray(2 * 1024**3)",
        "import pathlib; pathlib.Path(__file__).with_name('written').write_text('x')",
        "os.kill(os.getpid(), 11)",
    ],
    ids=["memory", "files", "crash"],
)
def test_what_breaks_the_child_breaks_nothing_else(does: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "anew.py"
    body = child.PROGRAM.read_text().replace("    _limit()\n", f"    _limit()\n    import os\n    {does}\n")
    program.write_text(body)
    monkeypatch.setattr(child, "PROGRAM", program)
    with pytest.raises(child.BrokenOff):
        child.make_anew(b"", type="image/jpeg")


def test_a_child_without_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "anew.py"
    program.write_text(child.PROGRAM.read_text().replace("    _limit()\n", "    _limit()\n    while True: pass\n"))
    monkeypatch.setattr(child, "PROGRAM", program)
    monkeypatch.setattr(child, "MOST_SECONDS", 0.5)
    with pytest.raises(child.BrokenOff):
        child.make_anew(b"", type="image/jpeg")
