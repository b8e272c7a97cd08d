"""A learner at the phone: reads cards, answers by tapping, tries the practices. Knows the answers from `content/`."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from courses.engine.format import Exercise, Lesson, MatchOptions
from courses.engine.format.lessons import parse_lesson
from courses.engine.format.pools import Pool, parse_pool
from tests.small_library import CONTENT
from tests.tools.goals import GOALS

COURSE = CONTENT / "village-ecommerce"
LESSONS = sorted(path.parent.name for path in COURSE.glob("*/*/en.md"))


def module_of(lesson: str) -> str:
    """`ra` of `ra1`."""
    return lesson.rstrip("0123456789")


@cache
def lesson_of(lesson: str, language: str) -> Lesson:
    """The lesson as its author wrote it."""
    path: Path = COURSE / module_of(lesson) / lesson / f"{language}.md"
    return parse_lesson(path.read_text(), path=str(path))


def exercise_of(lesson: str, language: str, item: str) -> Exercise:
    return next(exercise for exercise in lesson_of(lesson, language).exercises if exercise.id == item)


@cache
def pool_of(language: str, *, module: str = "ra") -> Pool:
    """The module's assessment as its author wrote it, keys and all."""
    path: Path = COURSE / module / f"assessment.{language}.md"
    return parse_pool(path.read_text(), path=str(path))


def card(page: Page) -> Locator:
    """The card that is shown."""
    return page.locator("[data-card].on")


def step(page: Page) -> None:
    """Tap the one next step."""
    page.locator("main > .foot .btn.go").click()


def finish(page: Page, lesson: str, language: str, *, wrong: frozenset[str] = frozenset()) -> None:
    """Go on from the card that is shown to the end of the lesson; exercises in `wrong` are first answered wrongly."""
    end = page.locator("section.end")
    while not end.count():
        here = card(page)
        form = here.locator("form")
        if form.count():
            answer_card(page, lesson, language, wrong=wrong)
        elif here.locator("[data-tool]").count():
            expect(here.locator("[data-tool] .tool")).to_be_visible()
            page.locator("main > .foot .btn").last.click()
        else:
            step(page)
    expect(end).to_be_visible()
    expect(page.locator(".saved")).not_to_be_empty()


def play(
    page: Page,
    lesson: str,
    language: str,
    *,
    is_wrong_first: bool = True,
    seen: Callable[[str], None] = lambda what: None,
) -> None:
    """The whole lesson: each exercise first wrongly, if so asked, and then rightly, each practice to its goal.

    `seen` is told `card`, and `goal` where a practice has just reached it.
    """
    end = page.locator("section.end")
    practices = {each.tool.id: each.tool.name for each in lesson_of(lesson, language).cards if each.tool}
    while not end.count():
        here = card(page)
        expect(here).to_be_visible()
        place = here.locator("[data-tool]")
        if place.count():
            expect(place.locator(".tool")).to_be_visible()
        seen("card")
        if place.count():
            GOALS[practices[place.get_attribute("data-tool") or ""]](place)
            expect(place.locator(".mission.good")).to_be_visible()
            seen("goal")
            step(page)
        elif item := here.locator("form").get_attribute("data-item") if here.locator("form").count() else None:
            answer_card(page, lesson, language, wrong=frozenset({item} if is_wrong_first else ()))
        else:
            step(page)
    expect(page.locator(".saved")).not_to_be_empty()


def answer_card(page: Page, lesson: str, language: str, *, wrong: frozenset[str] = frozenset()) -> None:
    """Answer the exercise of this card until it is right, and go on. One answered before is only passed."""
    item = card(page).locator("form").get_attribute("data-item")
    assert item
    exercise = exercise_of(lesson, language, item)
    if page.locator("main > .foot .btn.wait").count() or exercise.type == "text-entry":
        if item in wrong:
            choose(page, exercise, right=False)
            step(page)
            expect(page.locator(".say.hint:visible")).to_be_visible()
            step(page)
        choose(page, exercise, right=True)
        step(page)
        expect(page.locator(".say.good:visible")).to_be_visible()
        expect(page.locator(".saved")).not_to_be_empty()
    step(page)


def answer_review(page: Page, lessons: Sequence[str], language: str, *, wrong: int = 0) -> list[str]:
    """Answer a review of these lessons to its end, the first `wrong` cards wrongly at both tries.

    Returns what was asked, in order: `ra1/q1` …
    """
    known = {
        _plain(each.prompt): (lesson, each) for lesson in lessons for each in lesson_of(lesson, language).exercises
    }
    asked = list[str]()
    while not page.locator("section.end").count():
        lesson, exercise = known[_plain(card(page).locator("legend").inner_text())]
        is_right = len(asked) >= wrong
        choose(page, exercise, right=is_right)
        step(page)
        if not is_right:
            step(page)
            choose(page, exercise, right=False)
            step(page)
        expect(page.locator(".say.good:visible" if is_right else ".say.hint:visible")).to_be_visible()
        expect(page.locator(".saved")).not_to_be_empty()
        asked.append(f"{lesson}/{exercise.id}")
        step(page)
    return asked


def answer_drawn(page: Page, language: str, *, right: bool) -> None:
    """Answer the question of an assessment that is shown, and go on to the next."""
    item = card(page).locator("form").get_attribute("data-item")
    exercise = next(each.exercise for each in pool_of(language).items if each.exercise.id == item)
    choose(page, exercise, right=right)
    step(page)


def _plain(text: str) -> str:
    return "".join(text.split())


def answer_form(page: Page, exercise: Exercise) -> None:
    """Answer one exercise rightly without script: native controls and one post."""
    form = page.locator(f"form#{exercise.id}")
    answer = exercise.answer
    if exercise.type == "order" and isinstance(answer, tuple):
        for place, option in enumerate(answer, start=1):
            form.locator(f"[name=o-{option}]").select_option(str(place))
    elif isinstance(answer, dict):
        for left, right in answer.items():
            form.locator(f"[name=o-{left}]").select_option(right)
    elif exercise.type == "text-entry" and isinstance(answer, tuple):
        form.locator("input").fill(answer[0])
    else:
        for option in answer if isinstance(answer, tuple) else (str(answer).lower(),):
            form.locator(f"[value='{option}']").check()
    form.locator("button").click()


def choose(page: Page, exercise: Exercise, *, right: bool) -> None:
    """Answer the exercise that is shown, as she would by taps; nothing is sent."""
    form = card(page).locator("form")
    answer = exercise.answer
    if exercise.type == "numeric":
        assert isinstance(answer, (int, float))
        form.locator("input").fill(str(answer if right else answer + 1000))
    elif exercise.type == "text-entry":
        assert isinstance(answer, tuple)
        form.locator("input").fill(answer[0] if right else "?")
    elif exercise.type in ("order", "match"):
        _place(form, exercise, right=right)
    else:
        ids = answer if isinstance(answer, tuple) else (str(answer).lower() if isinstance(answer, bool) else answer,)
        for row in form.locator("input").all():
            is_part = row.get_attribute("value") in ids
            if row.get_attribute("type") == "checkbox":
                row.set_checked(is_part == right, force=True)  # her finger meets the words beside it
            elif is_part == right:
                row.check()


def _choose_in_lists(form: Locator, exercise: Exercise, *, right: bool) -> None:
    answer = exercise.answer
    if isinstance(answer, dict):
        partners = list(answer.values())
        chosen = dict(zip(answer, partners if right else _wrongly(partners), strict=True))
    else:
        assert isinstance(answer, tuple)
        chosen = {id: str(place) for place, id in enumerate(answer if right else reversed(answer), start=1)}
    for id, value in chosen.items():
        form.locator(f"[name=o-{id}]").select_option(value)


def _wrongly(words: list[str]) -> list[str]:
    """The same words in another order."""
    back = words[::-1]
    return back if back != words else words[1:] + words[:1]


def _place(form: Locator, exercise: Exercise, *, right: bool) -> None:
    """Send the words to their places by taps, one after the other; in the form's own lists where no more has come."""
    if form.locator("select").count():
        _choose_in_lists(form, exercise, right=right)
        return
    if form.locator(".slot.set").count():
        while form.locator(".slot.set").count():
            form.locator(".slot.set").first.click()
        form.locator(".slot").first.click()  # the place that is filled next
    if isinstance(exercise.options, MatchOptions):
        assert isinstance(exercise.answer, dict)
        texts = {option.id: option.text for option in exercise.options.right}
        words = [texts[exercise.answer[option.id]] for option in exercise.options.left]
        form.locator(".slot").first.click()
    else:
        assert isinstance(exercise.answer, tuple)
        texts = {option.id: option.text for option in exercise.options}
        words = [texts[id] for id in exercise.answer]
    for word in words if right else _wrongly(words):
        form.locator(".slot.rest", has_text=word).click()
