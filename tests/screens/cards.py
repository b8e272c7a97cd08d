"""Every card of every lesson on contact sheets, one a lesson, as a phone of 390 px shows them.

    .venv/bin/python -m tests.screens.cards --out DIR [--lesson pc1 …] [--language en] [--dark]

plays each lesson as the tests do, on a site of its own in a temporary folder; practices are shown at their start and
at their goal.
"""

import argparse
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.learner import LESSONS, module_of, play
from tests.browser.site import Site, a_site
from tests.languages import LANGUAGES
from tests.screens.camera import Look, Phone
from tests.screens.phone import QUIET
from tests.small_library import CONTENT
from trainingsite.parts import chromium

A_ROW = 6
GAP = 12
GROUND = (120, 120, 120)


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """All in rows of six, top edges level."""
    rows = [pictures[start : start + A_ROW] for start in range(0, len(pictures), A_ROW)]
    wide = max(sum(each.width + GAP for each in row) for row in rows)
    whole = Image.new("RGB", (wide, sum(max(each.height for each in row) + GAP for row in rows)), GROUND)
    top = 0
    for row in rows:
        left = 0
        for each in row:
            whole.paste(each, (left, top))
            left += each.width + GAP
        top += max(each.height for each in row) + GAP
    return whole


def cards_of(browser: Browser, site: Site, look: Look, lesson: str) -> Image.Image:
    phone = Phone(browser, site, look)
    phone.context.route("**/static/app-*.js", lambda route: route.abort())  # the first page alone shows all cards
    phone.open(f"/{look.language}/{module_of(lesson)}/{lesson}/")
    pictures = []

    def take(_what: str) -> None:
        phone.page.wait_for_timeout(100)
        pictures.append(Image.open(io.BytesIO(phone.page.screenshot(full_page=True))).convert("RGB"))

    play(phone.page, lesson, look.language, seen=take)
    phone.context.close()
    return sheet(pictures)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--lesson", nargs="+", default=LESSONS, choices=LESSONS)
    asked.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--dark", action="store_true")
    given = asked.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        a_site(Path(folder), library=CONTENT) as site,
        sync_playwright() as playwright,
    ):
        site.start_web()
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for language in given.language:
            look = Look(language=language, width=390, dark=given.dark, out=given.out)
            for lesson in given.lesson:
                cards_of(browser, site, look, lesson).save(given.out / f"{lesson}-{look.ending}", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
