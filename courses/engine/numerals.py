"""A number as people write it: digits of any width, thousands separators, Chinese numerals, the unit beside it.

The twin `static/app/engine/numerals.ts` reads the same on the phone (cases: tests/vectors/numerals.json).
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_NUMBER = 60

# What people write for one and the same unit, longer before shorter.
_SAME_UNITS = (
    ("人民币", "块钱", "yuan", "rmb", "cny", "元", "圆", "块", "¥"),
    ("kilograms", "kilogram", "kilos", "kilo", "公斤", "千克", "kg"),
    ("grams", "gram", "克", "g"),
    ("jin", "斤"),
    ("kilometres", "kilometre", "公里", "千米", "km"),
    ("percent", "百分之", "%"),
    ("minutes", "minute", "分钟", "mins", "min"),
    ("hours", "hour", "小时", "h"),
    ("days", "day", "天", "日"),
    ("pieces", "piece", "件", "个"),
)
_BLANKS = re.compile("[\t-\r \u0085\u1680\u200b-\u200d\u2028\u2029\ufeff]+")
_SIGNS = str.maketrans(
    "。、−〇○两兩貳贰参叁參肆伍陸陆柒捌玖壹拾佰仟萬億點負",
    ".,-零零二二二二三三三四五六六七八九一十百千万亿点负",
)
_LAST_SIGNS = re.compile("[.,!?;:]+$")
# Separated by threes, or by fours as 万 does.
_WRITTEN = re.compile(r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:,[0-9]{4})+)?(\.[0-9]+)?([百千万亿]*)")
_DIGITS = "零一二三四五六七八九"
_AS_SPOKEN = str.maketrans("0123456789", _DIGITS)
_SIZES = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_MOST_DIGITS = 15


def number_in(text: str, *, unit: str | None = None) -> float | None:
    """The number that was meant, whole ones as int; None where it is none or could be two. `unit` is what is asked."""
    if len(text) > LONGEST_NUMBER:
        return None
    plain = _without_unit(_plain(text), unit=_plain(unit or ""))
    sign = -1 if plain[:1] in ("-", "负") else 1
    unsigned = plain[1:] if plain[:1] in ("-", "负", "+") else plain
    value = 0.5 if unsigned == "半" else _written(unsigned)
    if value is None:
        value = _spoken(unsigned)
    return None if value is None else _whole_as_int(sign * value)


def with_unit(number: float, *, unit: str | None) -> str:
    """`¥5.76`, `12 kg`, `30%`: a currency sign stands before its number, other units behind it."""
    told = f"{number:.6f}".rstrip("0").rstrip(".")
    if not unit:
        return told
    if stands_before(unit):
        return f"{unit}{told}"
    return f"{told} {unit}" if unit[0].isascii() and unit[0].isalpha() else f"{told}{unit}"


def stands_before(unit: str) -> bool:
    """A currency's sign."""
    return unicodedata.category(unit[0]) == "Sc"


def _plain(text: str) -> str:
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text).lower()).translate(_SIGNS)
    return _LAST_SIGNS.sub("", plain)


def _without_unit(text: str, *, unit: str) -> str:
    for name in _names_of(unit):
        if text.startswith(name) and text != name:
            return text[len(name) :]
        if text.endswith(name) and text != name:
            return text[: -len(name)]
    return text


def _names_of(unit: str) -> Iterator[str]:
    if unit:
        yield from next((names for names in _SAME_UNITS if unit in names), (unit,))


def _written(text: str) -> float | None:
    """In digits, perhaps with a size behind: 1.2万."""
    found = _WRITTEN.fullmatch(text)
    if not found or not (found[1] or found[2]):
        return None
    whole = (found[1] or "").replace(",", "")
    if len(whole) > _MOST_DIGITS:
        return None
    value = float(f"{whole}{found[2] or ''}")
    for mark in found[3]:
        value *= dict(_SIZES)[mark]
    return value if value < 10**_MOST_DIGITS else None


def _spoken(text: str) -> float | None:
    """In Chinese numerals, digits among them: 3万5千."""
    before, point, after = text.translate(_AS_SPOKEN).partition("点")
    whole = _counted(before)
    if whole is None or not point:
        return whole
    if not after or any(sign not in _DIGITS for sign in after):
        return None
    return float(f"{whole}.{''.join(str(_DIGITS.index(sign)) for sign in after)}")


def _counted(text: str) -> int | None:
    """一百零五 is 105, 一百五 150, and 二零二六, digit by digit, 2026."""
    if text and len(text) <= _MOST_DIGITS and all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS.index(sign)) for sign in text))
    for mark, size in _SIZES:
        before, found, after = text.partition(mark)
        if found:
            high = 1 if mark == "十" and not before else _counted(before)
            low = _rest(after, size=size)
            most = 10**4 if size >= 10**4 else 10
            fits = high is not None and low is not None and 0 < high < most and low < size
            return high * size + low if fits and high is not None and low is not None else None
    return None


def _rest(text: str, *, size: int) -> int | None:
    """What follows a size: nothing, a smaller number, or one digit that stands for the next size."""
    if len(text) == 1 and text in _DIGITS[1:] and size > 10:
        return _DIGITS.index(text) * size // 10
    if not text:
        return 0
    is_led = text[0] == "零"
    low = _counted(text[1:] if is_led else text)
    return low if low and (is_led or size == 10 or not all(sign in _DIGITS for sign in text)) else None


def _whole_as_int(value: float) -> float:
    return int(value) if value == int(value) else value
