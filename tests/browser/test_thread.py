"""The whole thread, with nothing faked: a phone meets a lesson, loses the network, learns on; the manager sees it.

Real Chromium, real granian, real Celery, real Valkey; once on SQLite and once on PostgreSQL.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.held import wait_for_app
from tests.browser.learner import answer_card, answer_form, card, finish, lesson_of, step
from tests.browser.site import Site, a_site, signed_in_as_operator, until
from tests.servers import postgres

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
EXERCISES = 10


@pytest.fixture(params=["postgresql", pytest.param("sqlite", marks=pytest.mark.long)])  # all others are on SQLite
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    if request.param == "sqlite":
        with a_site(tmp_path) as site:
            yield site
    else:
        with postgres() as address, a_site(tmp_path, database_url=address) as site:
            yield site


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="en-GB")  # type: ignore[arg-type]  # a plain dict is what it is
    yield context.new_page()
    context.close()


@pytest.mark.takes_long
def test_a_lesson_reaches_a_phone_works_without_a_network_and_the_manager_sees_it(
    site: Site, phone: Page, browser: Browser
) -> None:
    site.start_web()

    # She opens the lesson cold, reads the first card and answers the first question, wrongly at first.
    phone.goto(f"{site.address}/en/ra/ra1/")
    step(phone)
    answer_card(phone, "ra1", "en", wrong=frozenset({"q2"}))
    place = card(phone).get_attribute("id")
    until_all_is_on(phone)

    # The server goes. She reloads and goes on where she was: lesson, practices, the next lesson.
    site.kill("web")
    phone.reload()
    expect(phone.locator(f"#{place}.on")).to_be_visible()
    finish(phone, "ra1", "en")
    phone.locator("section.end ~ .foot a.go").click()
    expect(phone).to_have_url(f"{site.address}/en/ra/ra2/")
    finish(phone, "ra2", "en", wrong=frozenset({"q5"}))
    phone.goto(f"{site.address}/")
    expect(phone.get_by_text("wait for the network")).to_be_visible()

    # The server is back, without a worker: what she did arrives by itself, and the manager sees it before any fold.
    site.start_web()
    phone.reload()
    expect(phone.get_by_text("All sent")).to_be_visible(timeout=60_000)
    officer = signed_in_as_operator(site, browser)
    seen = overview(officer, site)
    assert seen == {"people": ["1", "1", "1", "1"], "lessons": ["x-mastered", "x-mastered"]}

    # A worker that is killed before the fold changes nothing; the next one folds, and nothing shown goes back.
    site.start_worker()
    site.kill("worker")
    assert overview(officer, site) == seen
    site.start_worker()
    until(lambda: graded(site)["folded"], what="Celery's fold")
    assert overview(officer, site) == seen

    # The server graded each answer again, and came to what the phone told her.
    found = graded(site)
    assert len({answer["item"] for answer in found["answers"]}) == EXERCISES
    assert all(answer["credit"] == answer["phone"] for answer in found["answers"]), found
    assert sorted(found["mastered"]) == ["ra1", "ra2"]
    site.manage("rebuild_progress")
    assert graded(site) == found and overview(officer, site) == seen


def test_without_script_she_learns_a_lesson_and_appears_on_the_managers_page(tmp_path: Path, browser: Browser) -> None:
    with a_site(tmp_path) as site:
        site.start_web()
        page = browser.new_context(viewport=PHONE, java_script_enabled=False).new_page()  # type: ignore[arg-type]
        page.goto(f"{site.address}/zh-hans/ra/ra1/")
        for exercise in lesson_of("ra1", "zh-hans").exercises:
            answer_form(page, exercise)
            expect(page.locator(f"#{exercise.id} .say.good")).to_contain_text(exercise.why or "")
        officer = signed_in_as_operator(site, browser)
        assert overview(officer, site) == {"people": ["1", "1", "1", "0"], "lessons": ["x-mastered", "x-none"]}


def until_all_is_on(phone: Page) -> None:
    """Wait until shell, lesson texts, pictures and practices are on the phone."""
    offered = _get(phone, "/api/v1/catalogue?language=en")["modules"][0]
    manifest = _get(phone, f"/packs/{offered['manifest']}")
    pictures = [f"/packs/{picture['file']}" for picture in manifest["pictures"]]
    wait_for_app(phone, practices=["ranking-simulator", "ranking-sieve"], files=pictures)


def _get(phone: Page, path: str) -> Any:
    return phone.evaluate("async (path) => (await fetch(path)).json()", path)


def overview(page: Page, site: Site) -> dict[str, list[str]]:
    """What the manager's page shows: people who reached each stage, and the state of each lesson of each learner."""
    page.goto(f"{site.address}/office/")
    return {
        "people": page.locator("table.x-lines tbody td.n b").all_inner_texts(),
        "lessons": [
            (dot.get_attribute("class") or "").removeprefix("x-dot ") for dot in page.locator("table .x-dot").all()
        ],
    }


def graded(site: Site) -> Any:
    """What stands in the database: each answer's credit by the server and by the phone, and what is mastered."""
    script = """
import json
from courses.learning.models import Answer, Event, Folded, LessonProgress
from courses.people.models import Learner
learner = Learner.objects.get()
folded = Folded.objects.filter(learner=learner.pk, record_seq=learner.record_seq).exists()
answers = [
    {"item": a.lesson + "/" + a.item, "credit": a.credit, "phone": a.event.body["credit"]}
    for a in Answer.objects.select_related("event").order_by("pk")
]
mastered = list(LessonProgress.objects.exclude(mastered_at=None).values_list("lesson", flat=True))
print(json.dumps({"folded": folded, "answers": answers, "mastered": mastered}))
"""
    return json.loads(site.manage("shell", "--no-imports", "-c", script).strip().splitlines()[-1])
