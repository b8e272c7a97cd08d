"""Takes every screen of the learner's phone, in both languages and at both sizes, into docs/screenshots/phone/.

    .venv/bin/python -m tests.screens.phone

starts a site of its own in a temporary folder and stops it again. `--only JOURNEY …` takes those journeys' screens,
`--dark` the dark ones, `--width 320` and `--text 200` other phones, `--out DIR` puts them elsewhere.
"""

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.site import Site, a_site
from tests.screens.asking import asking
from tests.screens.camera import DOCS, HEIGHTS, OLD_CODE, OPEN_CODE, SHORT, Look, Phone
from tests.screens.exercises import exercises
from tests.screens.household import family, household
from tests.screens.lessons import first_page, plain, playing, saving
from tests.screens.practices import practices
from tests.screens.proving import proving
from tests.screens.returning import returning
from tests.screens.review import reviewing
from tests.screens.rooms import arriving, coming, full, library, rooms
from tests.screens.surveying import surveying
from tests.small_library import CONTENT
from trainingsite.parts import chromium

QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]

Journey = Callable[[Phone], None]
JOURNEYS: dict[str, Journey] = {
    "arriving": arriving,
    "first": first_page,
    "playing": playing,
    "exercises": exercises,
    "practices": practices,
    "coming": coming,
    "rooms": rooms,
    "review": reviewing,
    "survey": surveying,
    "proof": proving,
    "full": full,
    "asking": asking,
    "library": library,
    "saving": saving,
    "household": household,
    "family": family,
    "returning": returning,
    "plain": plain,
}

_CODES = """
from datetime import UTC, datetime, timedelta
from courses.authoring.models import ModulePage
from tests.builders import a_centre, a_county, a_group, a_join_code
now = datetime.now(UTC)
group = a_group(name="{group}", centre=a_centre(name="{centre}", county=a_county(name="Liuhe")))
a_join_code(code="{code}", group=group, created_at=now)
a_join_code(code="{old}", group=group, created_at=now - timedelta(days=9), expires_at=now - timedelta(days=1))
"""


@contextmanager
def a_staged_site(data: Path) -> Iterator[Site]:
    """A site with the library, and one group with a code that is open and one that is over."""
    with a_site(data, library=CONTENT) as site:
        site.manage(
            "shell",
            "--no-imports",
            "-c",
            _CODES.format(group="柳河1班", centre="柳河村", code=OPEN_CODE, old=OLD_CODE),
        )
        site.start_web()
        yield site


def looks(given: argparse.Namespace) -> Iterator[Look]:
    for width in [given.width] if given.width else HEIGHTS:
        for language in [given.language] if given.language else SHORT:
            yield Look(language=language, width=width, dark=given.dark, text=given.text, out=given.out)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--only", nargs="+", default=list(JOURNEYS), choices=list(JOURNEYS))
    asked.add_argument("--language", default="", choices=["", *SHORT])
    asked.add_argument("--out", type=Path, default=DOCS / "phone")
    asked.add_argument("--width", type=int, default=0)
    asked.add_argument("--text", type=int, default=100)
    asked.add_argument("--dark", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder, a_staged_site(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        for look in looks(given):
            for name, journey in JOURNEYS.items():
                if name in given.only:
                    phone = Phone(browser, site, look, script=name != "plain")
                    journey(phone)
                    phone.context.close()
        browser.close()
    start = DOCS / "phone" / "start-en-390.png"
    if start.exists():
        shutil.copyfile(start, DOCS / start.name)


if __name__ == "__main__":
    main()
