"""What holds for every practice: it keeps her place, bears strange state, fits everybody, and costs few bytes."""

import json

import pytest

from courses.engine.format.items import TOOL_NAMES
from tests.languages import by_turns
from tests.tools.goals import GOALS
from tests.tools.playing import FIRST_MOVES
from tests.tools.practice import LARGEST_TOOL, Open, assert_fits_everybody, sent_bytes

pytestmark = pytest.mark.browser

KEEPS_NOTHING_YET = "password-builder"
"""Its first move takes a word, and a word of a password is kept nowhere."""
LOOKS = [(390, 100, True), (320, 200, False)]
"""Width, size of the text in percent, dark."""
STRANGE_STATES = (
    "old",
    {"moves": "x"},
    {"moves": ["nowhere"], "isTold": True, "won": True},
    {"mission": 9},
    {"search": 7, "title": "x"},
    {"mission": 1, "won": [], "shop": None},
)


@pytest.mark.parametrize("tool", TOOL_NAMES)
def test_her_place_survives_a_reload(opened: Open, tool: str) -> None:
    with opened(tool) as practice:
        begun = practice.page.inner_text("#root")
        FIRST_MOVES[tool](practice)
        state, shown = practice.state(), practice.page.inner_text("#root")
        assert shown != begun
    with opened(tool, state=state) as practice:
        assert practice.page.inner_text("#root") == (begun if tool == KEEPS_NOTHING_YET else shown)


@pytest.mark.parametrize("tool", TOOL_NAMES)
def test_strange_state_begins_anew_and_taking_it_down_leaves_nothing(opened: Open, tool: str) -> None:
    with opened(tool) as practice:
        begun = practice.page.inner_text("#root")
        for strange in STRANGE_STATES:
            practice.page.evaluate("down()")
            assert practice.page.inner_html("#root") == ""
            practice.page.evaluate("begin(state)".replace("state", json.dumps(strange)))
            assert practice.page.inner_text("#root") == begun
        assert practice.results() == []


@pytest.mark.parametrize(
    ("tool", "width", "text", "dark", "language"),
    by_turns((tool, *look) for n, tool in enumerate(TOOL_NAMES) for look in (LOOKS if n % 2 else LOOKS[::-1])),
)
def test_it_fits_and_can_be_used_by_everybody(
    opened: Open, tool: str, width: int, text: int, dark: bool, language: str
) -> None:
    with opened(tool, language=language, width=width, text=text, dark=dark) as practice:
        assert_fits_everybody(practice.page, width=width)
        FIRST_MOVES[tool](practice)
        assert_fits_everybody(practice.page, width=width)


@pytest.mark.parametrize("tool", TOOL_NAMES)
def test_a_tool_is_at_most_6_kilobytes_beside_preact(tool: str) -> None:
    assert sent_bytes(tool) <= LARGEST_TOOL


@pytest.mark.long  # in `test`, lessons are played to their goals
@pytest.mark.parametrize(("tool", "language"), by_turns(TOOL_NAMES))
def test_its_goal_is_reached_by_keys_alone(opened: Open, tool: str, language: str) -> None:
    with opened(tool, language=language) as practice:
        GOALS[tool](practice.page.locator("#root"))
        assert len(practice.results()) == 1
        assert practice.page.locator(".mission.good").count() == 1
