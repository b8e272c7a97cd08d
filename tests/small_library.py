"""The library with two lessons of one module, as most tests want it: what they show does not hang on its size."""

import re
import shutil
from functools import cache
from pathlib import Path

from tests.made_once import made_once
from trainingsite.bootstrap import ROOT

CONTENT = ROOT / "content"
_THIRD = "\n# ra3\n"


@cache
def small_library() -> Path:
    """A folder as `content/`: RA1 and RA2 with their pool; every other lesson is planned. RA2 holds in one country, and
    names a dated fact."""
    return made_once("small-library", make=_make)


def _make(folder: Path) -> None:
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True)
    (course,) = folder.glob("*/course.yaml")
    for part in course.parent.iterdir():
        if part.is_dir() and part.name != "ra":
            shutil.rmtree(part)
    ra = course.parent / "ra"
    for lesson in ra.iterdir():
        if lesson.is_dir() and lesson.name not in ("ra1", "ra2"):
            shutil.rmtree(lesson)
    module = ra / "module.yaml"
    module.write_text(re.sub(r"lessons: \[.*\]", "lessons: [ra1, ra2]", module.read_text()))
    for pool in ra.glob("assessment.*.md"):
        pool.write_text(pool.read_text().partition(_THIRD)[0].rstrip("\n") + "\n")
    for language, law in (("en", "law"), ("zh-hans", "法律")):
        text = ra / "ra2" / f"{language}.md"
        head, _, cards = text.read_text().partition("\n---\n")
        text.write_text(f"{head}\ncountry: cn\n---\n{cards.replace(law, f'[{law}](fact:V10)', 1)}")
