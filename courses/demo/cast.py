"""Who learns in the demo county, and in what manner: nicknames, pictures, phones, clocks and a pace each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Manner = Literal["steady", "quick", "slow", "stopped", "silent", "beginner", "looked"]
Clock = Literal["right", "since 1970", "a year ahead", "drifting"]

PICTURES = (
    "bicycle", "boat", "fish", "kiwi", "lantern", "maize", "moon", "mushroom", "persimmon", "rooster", "teapot",
    "umbrella",
)  # fmt: skip
NICKNAMES = (
    "王桂兰", "阿梅", "李建国", "陈秀英", "赵敏", "周大勇", "刘翠花", "孙志强", "马桂芳", "郭海燕",
    "小芳", "张玉珍", "老杨", "吴春霞", "黄菊香", "徐二姐", "胡文斌", "朱红梅", "高大爷", "林阿婆",
    "何秀莲", "郑小虎", "罗美玲", "梁建平", "宋巧云", "谢家嫂", "唐雪梅", "韩老三", "冯丽华", "董桂英",
    "萧小燕", "程国栋", "曹银花", "袁德福", "邓素珍", "许阿强", "傅冬梅", "沈玉兰", "曾满仓", "彭小妹",
    "吕金凤", "苏明", "卢桂香", "蒋四妹", "蔡有田", "贾玉梅", "丁香", "魏长福", "薛彩云", "叶秋菊",
    "阎小军", "余秀芝", "潘阿娟", "杜春生", "戴月娥", "夏荷", "钟福根", "汪雪芹", "田小麦", "任冬生",
)  # fmt: skip
MANNERS: tuple[Manner, ...] = (
    "steady", "slow", "quick", "stopped", "steady", "silent", "steady", "slow", "beginner", "quick", "stopped",
    "slow", "silent", "steady", "looked",
)  # fmt: skip
CLOCKS: dict[int, Clock] = {3: "since 1970", 9: "a year ahead", 17: "drifting", 24: "since 1970", 39: "a year ahead"}
SHARED = {6: 4, 19: 18, 20: 18, 36: 34}
"""Whose phone somebody uses, who has none of her own."""
WITHOUT_SCRIPT = 11
CUT_OFF = range(46, 57)
"""The road to their village has been closed for two weeks: nobody's phone was heard from since."""
STEP_DAYS = {"steady": (4, 9), "quick": (9, 16), "slow": (6, 11), "stopped": (4, 8), "silent": (4, 9)}


@dataclass(frozen=True, kw_only=True)
class Person:
    """`number` seeds everything about her. `phone` is the number of the person whose phone it is."""

    number: int
    nickname: str
    picture: str
    language: str
    manner: Manner
    clock: Clock
    phone: int
    has_script: bool
    class_number: int | None
    silent_for: timedelta
    birth_year: int | None
    gender: str


def the_cast(*, size: int = len(NICKNAMES), classes: int) -> Sequence[Person]:
    """`size` people, spread over the classes in order; the last two of the sixty came by themselves."""
    a_class = -(-size // classes)
    return [_person(number, class_number=number // a_class, size=size) for number in range(size)]


def _person(number: int, *, class_number: int, size: int) -> Person:
    manner = MANNERS[number % len(MANNERS)]
    comes_alone = number >= len(NICKNAMES) - 2
    phone = SHARED.get(number, number)
    days = 15 if number in CUT_OFF else 9 + number % 13 if manner == "silent" else 0
    tells = number % 3 != 2
    return Person(
        number=number,
        nickname=NICKNAMES[number] if manner != "looked" else "",
        picture=PICTURES[number % len(PICTURES)],
        language="en" if number % 20 == 14 else "zh-hans",
        manner=manner,
        clock=CLOCKS.get(phone, "right"),
        phone=phone,
        has_script=number != WITHOUT_SCRIPT,
        class_number=None if comes_alone else class_number,
        silent_for=timedelta(days=days),
        birth_year=1956 + (number * 7) % 44 if tells else None,
        gender=("man" if number % 5 == 2 else "woman") if tells else "",
    )
