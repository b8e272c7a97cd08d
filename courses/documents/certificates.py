"""A certificate as PDF: one page, its words given, a QR that leads to where it can be looked up."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

from courses.documents.qr import qr_svg

_SHEET = Path(__file__).parent / "certificate.typ"


@dataclass(frozen=True, kw_only=True)
class CertificateWords:
    """Everything that stands on it, each in one language (`lang` and `region` are typst's: `zh` and `cn`, `en`, `gb`).

    `name` and the rest are plain text, whatever signs they hold. `address` is absolute; the QR leads there.
    """

    lang: str
    region: str
    site: str
    heading: str
    name: str
    lead: str
    title: str
    can: Sequence[str]
    day: str
    way: str
    look_up: str
    address: str

    @property
    def shown_address(self) -> str:
        return self.address.partition("://")[2]


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Noto's Chinese fonts hold 20,976 + 6,582 signs and the rare ones of names; the system's stand behind them."""
    folder = Path(pylopdf_fonts_zh_cn.__file__).parent
    return typst.Fonts(font_paths=[folder])


def certificate_pdf(words: CertificateWords) -> bytes:
    """The document, tagged for screen readers; the same words give the same bytes."""
    said = asdict(words) | {
        "shown_address": words.shown_address,
        "qr": str(qr_svg(words.address, label=words.look_up)),
    }
    made = typst.compile(
        str(_SHEET), font_paths=_fonts(), sys_inputs={"said": json.dumps(said, ensure_ascii=False)}, timestamp=0
    )
    assert isinstance(made, bytes), "one document, not pages as pictures"
    return made
