"""What some ask their trainer: one was answered, one shows a photo, one is spoken."""

import io
import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

import av
from PIL import Image, ImageDraw

from courses.asking import actions as asking
from courses.asking.models import Question
from courses.demo.cast import Person
from courses.demo.learning import Course
from courses.demo.phones import Inhabitant, Phone
from courses.engine.asking import PART_BYTES
from courses.people.models import Staff
from courses.syncing import actions as syncing
from courses.syncing import wire


@dataclass(frozen=True, kw_only=True)
class Ask:
    """`ago`: how long before the end of the demo. `lesson`: its place in her course; None: from nowhere."""

    ago: timedelta
    text: str
    lesson: int | None = None
    photo: bool = False
    note: bool = False
    answer: str = ""


ASKS = (
    Ask(
        ago=timedelta(days=2, hours=3),
        text="我的店写“云溪香菇”，顾客搜“干香菇”找不到我。要改名字吗？",
        lesson=0,
        answer="不用改店名。把“干香菇”写进商品标题里，再写上产地和多少克，就能搜到了。",
    ),
    Ask(ago=timedelta(hours=9), text="这样拍行不行？背景会不会太乱？", photo=True),
    Ask(ago=timedelta(hours=4), text="", lesson=1, note=True),
)
_RATE = 48_000


def may_ask(person: Person) -> bool:
    """Who belongs to the first group and was heard from."""
    return person.class_number == 0 and person.has_script and person.clock == "right" and not person.silent_for


def ask(wanted: Ask, *, who: Inhabitant, phone: Phone, course: Course, by: Staff, now: datetime) -> None:
    """She asks, her phone hands it over with what hangs on it; where it says so, her trainer answers."""
    at = max(now - wanted.ago, phone.free_at + timedelta(minutes=1))
    hanging = dict(_hanging(wanted))
    named = [_named(data, type=type, of=phone) for type, data in hanging.items()]
    place = course[wanted.lesson] if wanted.lesson is not None and wanted.lesson < len(course) else None
    phone.switch_on(at)
    event = phone.write(
        "asked",
        learner=who.learner,
        at=at,
        body={"text": wanted.text, "attachments": named},
        module=place.module if place else "",
        release=place.release if place else "",
        item=place.lesson.id if place else "",
    )
    phone.sync(at)
    for each, data in zip(named, hanging.values(), strict=True):
        _upload(each, data=data, phone=phone, now=at)
    if wanted.answer:
        answered_at = at + timedelta(hours=2)
        question = Question.objects.get(pk=event)
        asking.answer(question, id=uuid5(UUID(event), "answer"), text=wanted.answer, by=by, now=answered_at)


def _hanging(wanted: Ask) -> Sequence[tuple[str, bytes]]:
    photo = [("image/jpeg", a_photo())] if wanted.photo else []
    return [*photo, *([("audio/webm", a_note())] if wanted.note else [])]


def _named(data: bytes, *, type: str, of: Phone) -> dict[str, Any]:
    return {"id": str(of.an_id()), "sha256": sha256(data).hexdigest(), "bytes": len(data), "type": type}


def _upload(named: dict[str, Any], *, data: bytes, phone: Phone, now: datetime) -> None:
    for part, start in enumerate(range(0, len(data), PART_BYTES)):
        sent = wire.Part(
            sha256=named["sha256"],
            device=phone.device,
            id=UUID(named["id"]),
            part=part,
            data=data[start : start + PART_BYTES],
        )
        syncing.attach(sent, token=phone.token, now=now)


def a_photo() -> bytes:
    """Mushrooms on a board, as somebody's phone might see them."""
    image = Image.new("RGB", (960, 720), "#b98d5e")
    draw = ImageDraw.Draw(image)
    for y in range(0, 720, 90):
        draw.line((0, y, 960, y + 24), fill="#a2784c", width=4)
    for x, y, size in ((170, 260, 150), (420, 190, 180), (690, 300, 160), (300, 470, 140), (590, 500, 170)):
        draw.rounded_rectangle((x - size // 8, y, x + size // 8, y + size // 2), radius=14, fill="#e9dcc3")
        draw.chord((x - size // 2, y - size // 2, x + size // 2, y + size // 3), 180, 360, fill="#6a4326")
        draw.arc((x - size // 3, y - size // 3, x + size // 3, y + size // 4), 200, 320, fill="#8d6141", width=6)
    made = io.BytesIO()
    image.save(made, "JPEG", quality=70)
    return made.getvalue()


def a_note() -> bytes:
    """No words, only three tones that rise, as one asks."""
    samples = array("h")
    for tone in (262, 330, 392):
        samples.extend(int(5000 * math.sin(math.tau * tone * n / _RATE)) for n in range(int(0.6 * _RATE)))
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
    frame.planes[0].update(samples.tobytes())
    frame.sample_rate = _RATE
    made = io.BytesIO()
    with av.open(made, "w", format="webm") as out:
        stream: Any = out.add_stream("libopus", rate=_RATE, layout="mono")
        stream.bit_rate = 16_000
        resampler = av.AudioResampler(format=stream.format, layout="mono", rate=_RATE, frame_size=960)
        for each in [*resampler.resample(frame), *resampler.resample(None)]:
            out.mux(stream.encode(each))
        out.mux(stream.encode(None))
    return made.getvalue()
