"""Two ways to use a phone: taps, or keys alone. The same walk can be made with either."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Locator, Page

from courses.engine.format import Exercise, MatchOptions
from tests.browser.learner import card, choose

_MOST_TABS = 120
_IS_FOCUSED = "element => element === document.activeElement"
_IS_GROUP_FOCUSED = "({name}) => document.activeElement.type === 'radio' && document.activeElement.name === name"


class Hands(Protocol):
    page: Page

    def press(self, wanted: Locator) -> None:
        """A link or a button."""

    def pick(self, wanted: Locator) -> None:
        """A checkbox or a radio button."""

    def write(self, field: Locator, text: str) -> None: ...

    def answer(self, exercise: Exercise) -> None:
        """The exercise that is shown, rightly; nothing is sent yet."""


@dataclass
class Taps:
    page: Page

    def press(self, wanted: Locator) -> None:
        wanted.click()

    def pick(self, wanted: Locator) -> None:
        wanted.check()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def answer(self, exercise: Exercise) -> None:
        choose(self.page, exercise, right=True)


@dataclass
class Keys:
    """Tab, Enter, Space and arrows; never a tap."""

    page: Page

    def press(self, wanted: Locator) -> None:
        self._tab_to(wanted)
        self.page.keyboard.press("Enter")

    def pick(self, wanted: Locator) -> None:
        if wanted.get_attribute("type") == "checkbox":
            self._tab_to(wanted)
            self.page.keyboard.press("Space")
            return
        self._tab_to(wanted, reached=_IS_GROUP_FOCUSED)
        self.page.keyboard.press("Space")
        while not wanted.is_checked():
            self.page.keyboard.press("ArrowDown")

    def write(self, field: Locator, text: str) -> None:
        self._tab_to(field)
        self.page.keyboard.type(text)

    def answer(self, exercise: Exercise) -> None:
        form, answer = card(self.page).locator("form"), exercise.answer
        if exercise.type in ("order", "match"):
            for word in words_in_order(exercise):
                self.press(form.locator(".slot.rest", has_text=word).first)
        elif exercise.type in ("numeric", "text-entry"):
            self.write(form.locator("input"), str(answer[0] if isinstance(answer, tuple) else answer))
        else:
            for value in answer if isinstance(answer, tuple) else [str(answer).lower()]:
                self.pick(form.locator(f"[value='{value}']"))

    def _tab_to(self, wanted: Locator, *, reached: str = _IS_FOCUSED) -> None:
        wanted.wait_for()
        for _ in range(_MOST_TABS):
            if wanted.evaluate(reached):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no key leads to {wanted}")


def words_in_order(exercise: Exercise) -> list[str]:
    """What goes to each place, from the first to the last."""
    if isinstance(exercise.options, MatchOptions):
        assert isinstance(exercise.answer, dict)
        texts = {option.id: option.text for option in exercise.options.right}
        return [texts[exercise.answer[option.id]] for option in exercise.options.left]
    assert isinstance(exercise.answer, tuple)
    texts = {option.id: option.text for option in exercise.options}
    return [texts[option] for option in exercise.answer]
