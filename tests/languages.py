"""The two languages of the phone, shared out over tests that are dear: each case in one of them, by turns."""

from collections.abc import Iterable
from typing import Any

import pytest

LANGUAGES = ("en", "zh-hans")
LOCALES = {"en": "en-GB", "zh-hans": "zh-CN"}


def by_turns(cases: Iterable[Any]) -> list[Any]:
    """Parameters `case, language` (a tuple is spread out). The other language of each case runs with `--long`."""
    shared = []
    for number, case in enumerate(cases):
        values = case if isinstance(case, tuple) else (case,)
        mine = LANGUAGES[number % 2]
        for language in LANGUAGES:
            marks = [] if language == mine else [pytest.mark.long]
            shared.append(pytest.param(*values, language, marks=marks))
    return shared


ON_A_PHONE = [("zh-hans", 390), pytest.param("en", 1280, marks=pytest.mark.long)]
ON_A_DESK = [("en", 1280), pytest.param("zh-hans", 390, marks=pytest.mark.long)]
"""Parameters `language, width` of office pages: one of both, and with `--long` the other as well."""


def mostly(language: str) -> list[Any]:
    """A parameter: this language; with `--long` the other one as well."""
    other = next(each for each in LANGUAGES if each != language)
    return [language, pytest.param(other, marks=pytest.mark.long)]
