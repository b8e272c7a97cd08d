"""What a phone without script is told in place of a tool."""

import re
from html import unescape

import pytest

from courses.catalog.rendering import render_lesson
from courses.catalog.rendering.tool_words import TOOLS
from courses.engine.format.items import TOOL_NAMES
from tests.every_tool import TITLES, every_tool


def test_every_tool_is_told_in_words_of_its_own() -> None:
    assert set(TOOLS) == set(TOOL_NAMES)


@pytest.mark.parametrize("language", TITLES)
def test_the_page_without_script_tells_them_all(language: str) -> None:
    html = render_lesson(lesson=every_tool(language), module="tz", language=language, pictures={})
    said = unescape(re.sub(r"<[^>]*>", "", html))
    for told in TOOLS.values():
        assert told[language] in said
