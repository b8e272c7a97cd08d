"""A phone with a camera: how it is set, and the pictures it takes."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.held import wait_for_app
from tests.browser.site import Site
from tests.languages import LOCALES
from trainingsite.bootstrap import ROOT

DOCS = ROOT / "docs" / "screenshots"
HEIGHTS = {390: 844, 1280: 800}
SHORT = {"en": "en", "zh-hans": "zh"}
COLOURS = (128, 64, 32, 16, 8)
MOST_TALL = 1800
MOST_BYTES = 60_000
# Codes of a group on a staged site: one is open, one is over.
OPEN_CODE, OLD_CODE = "CQDE2345", "CQDE6789"


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a phone is set, and where its pictures go."""

    language: str
    width: int
    dark: bool = False
    text: int = 100
    out: Path = DOCS / "phone"

    @property
    def ending(self) -> str:
        text = f"-text{self.text}" if self.text != 100 else ""
        return f"{SHORT[self.language]}-{self.width}{text}{'-dark' if self.dark else ''}.png"


class Phone:
    """One phone in one language on one site, and a camera."""

    def __init__(self, browser: Browser, site: Site, look: Look, *, script: bool = True) -> None:
        self.site, self.look, self.language = site, look, look.language
        self._height = HEIGHTS.get(look.width, 844)
        self.context: BrowserContext = browser.new_context(
            viewport={"width": look.width, "height": self._height},
            locale=LOCALES[look.language],
            color_scheme="dark" if look.dark else "light",
            reduced_motion="reduce",
            java_script_enabled=script,
            bypass_csp=look.text != 100,
        )
        self.page = self.context.new_page()
        if look.text != 100:
            self.page.add_init_script(_larger_text(look.text))

    def open(self, path: str) -> None:
        self.page.goto(self.site.address + path)
        expect(self.page.locator("h1, h2").first).to_be_attached()
        self.page.wait_for_load_state("networkidle")

    def lesson(self, lesson: str) -> None:
        self.open(f"/{self.language}/ra/{lesson}/")

    def take(self, name: str, *, is_idle: bool = True) -> None:
        """The whole page as a picture; it is never wider than the phone. `is_idle`: all has come that is on its way."""
        if is_idle:
            self.page.wait_for_load_state("networkidle")
        self.page.wait_for_timeout(150)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= self.look.width, f"{name} is {wide} wide"
        self.look.out.mkdir(parents=True, exist_ok=True)
        with self._tall_enough():
            tall = min(self.page.evaluate("document.documentElement.scrollHeight"), MOST_TALL)
            clip = {"x": 0, "y": 0, "width": self.look.width, "height": max(tall, self._height)}
            picture = small(self.page.screenshot(full_page=True, clip=clip))  # type: ignore[arg-type]  # plain numbers
        (self.look.out / f"{name}-{self.look.ending}").write_bytes(picture)

    @contextmanager
    def _tall_enough(self) -> Iterator[None]:
        """The bar of tabs belongs to the end of the picture, not to its middle."""
        size = self.page.viewport_size
        if size and self.page.locator(".tabs").count():
            tall = self.page.evaluate("document.documentElement.scrollHeight")
            self.page.set_viewport_size({"width": size["width"], "height": tall})
        yield
        if size:
            self.page.set_viewport_size(size)

    def wait_for_app(self) -> None:
        """Until shell, lessons, pictures and practices are kept."""
        wait_for_app(self.page, practices=["ranking-simulator"], files=["/static/art/together-"])


def _larger_text(percent: int) -> str:
    size = json.dumps(f"html {{ font-size: {1.125 * percent}% !important; }}")
    return (
        "addEventListener('DOMContentLoaded', () => document.head.append("
        f"Object.assign(document.createElement('style'), {{textContent: {size}}})))"
    )


def small(png: bytes) -> bytes:
    """The same picture with a palette, of as many colours as fit the budget."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        palette = whole.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        palette.save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()
