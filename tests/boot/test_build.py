"""What the build of the phone app leaves on the disk: phones that were away ask for the files of the app they hold."""

import os
import time
from pathlib import Path

from tests.built_app import an_app, build, newest_files, rewrite

_DAY_SECONDS = 24 * 3600


def _age(path: Path, *, days: int) -> None:
    then = time.time() - days * _DAY_SECONDS
    os.utime(path, (then, then))


def _older_file(dist: Path, name: str, *, days: int) -> list[Path]:
    """A script of some build before the last one, in the three forms in which it is sent."""
    forms = [dist / "app" / f"{name}{ending}" for ending in ("", ".br", ".gz")]
    for form in forms:
        form.write_text("older")
        _age(form, days=days)
    return forms


def _all_files(dist: Path) -> set[str]:
    return {str(path.relative_to(dist)) for path in dist.rglob("*") if path.is_file()}


def test_files_stay_for_a_year_after_the_last_day_on_which_they_were_of_the_newest_app(tmp_path: Path) -> None:
    static = an_app(tmp_path)
    dist = static / "dist"
    newest_until_now = newest_files(static)
    for path in newest_until_now:
        _age(path, days=400)  # nobody updated this site for more than a year
    nearly_a_year = _older_file(dist, "library-AAAAAAAA.js", days=360)
    over_a_year = _older_file(dist, "library-BBBBBBBB.js", days=370)
    rewrite(static, "app/text/library.en.ts", '"On this phone"', '"Here on this phone"')

    build(static)

    assert newest_until_now - newest_files(static), "the newer app has other files"
    assert [path for path in newest_until_now if not path.exists()] == []
    assert all(path.exists() for path in nearly_a_year)
    assert not any(path.exists() for path in over_a_year)

    grown = _all_files(dist)
    build(static)
    assert _all_files(dist) == grown, "the same sources give the same names"
