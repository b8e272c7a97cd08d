"""The certificate as PDF: one page whatever the name, and a name is never read as anything but a name."""

import re
from dataclasses import replace
from pathlib import Path

import pylopdf_fonts_zh_cn
import pytest
from PIL import ImageFont

from courses.documents.certificates import CertificateWords, certificate_pdf

WORDS = CertificateWords(
    lang="en",
    region="gb",
    site="Xiangke 乡课",
    heading="Certificate",
    name="Wang Guilan",
    lead="has mastered",
    title="How products are ranked",
    can=["I can explain the two steps of a search.", "I can name six kinds of signals."],
    day="21 November 2026",
    way="Verified by assessment",
    look_up="Scan this to check it",
    address="https://example.org/verify/7KQM3PXABT",
)


FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent


def pages(document: bytes) -> int:
    (count,) = re.findall(rb"/Count ([0-9]+)", document)
    return int(count)


def picture_of(sign: str, *, font: str) -> bytes:
    return bytes(ImageFont.truetype(FONTS / font, 40).getmask(sign))


@pytest.mark.parametrize(
    "name",
    [
        "王桂兰",
        "㛃𠅤",
        "Wang *Guilan* _Mei_ #let x = 1; #x $a/b$ \\ <label> @ref [x] `y` // z",
        '"} #panic("no")',
        "Alexandra-Maria Konstantinopolitanskaya-Featherstonehaugh of the Northern Valley",
        "兰" * 80,
        "W" * 80,
        "👩‍🌾 Mei",
    ],
)
def test_any_name_is_printed_on_one_page(name: str) -> None:
    document = certificate_pdf(replace(WORDS, name=name))

    assert document.startswith(b"%PDF-") and pages(document) == 1
    assert len(document) < 200_000


def test_a_module_of_eight_lessons_fits_too() -> None:
    can = ["I can say in one sentence of ninety letters what I have learned in this lesson of the module."] * 8

    assert pages(certificate_pdf(replace(WORDS, can=can, name="兰" * 80))) == 1


def test_the_same_words_give_the_same_bytes() -> None:
    assert certificate_pdf(WORDS) == certificate_pdf(replace(WORDS))


@pytest.mark.parametrize("font", ["NotoSerifSC-Regular.otf", "NotoSansSC-Regular.otf"])
def test_the_fonts_hold_the_rare_signs_of_names(font: str) -> None:
    none = picture_of("\U0010fffd", font=font)

    assert [sign for sign in "王桂兰㛃𠅤䶮龘喆堃镕㙍ìá" if picture_of(sign, font=font) == none] == []
