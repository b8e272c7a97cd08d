"""A lesson that names a dated fact, on offer straight through the catalogue."""

from datetime import datetime, timedelta

from django.utils import timezone

from courses.catalog import actions
from courses.engine.format import Card, Exercise, Lesson, lesson_json

COURSE = {"format": 1, "language": "en"}
SAY = {"Shop": "Shopp"}


def publish_dated(*, checked: int, now: datetime) -> None:
    """`dt/dt1` in English: a link to V05, a question, and one that rests on V05, looked up so many days ago."""
    day = timezone.localdate() - timedelta(days=checked)
    fact = {
        "id": "V05",
        "title": "Shop start",
        "value": "Fee 0.6 %",
        "as_of": "2023",
        "checked": day.isoformat(),
        "source": "A guide",
        "look_up": "Merchant site",
    }
    module = {"id": "dt", "title": "Dates", "core": True, "lessons": []}
    outline = {**COURSE, "kind": "outline", "id": "village-ecommerce", "title": "C", "modules": [module]}
    actions.publish(actions.build_outline({**outline, "glossary": [], "facts": [fact], "say": SAY}), now=now)
    story = Card(heading="Fees", text="See [today’s number](fact:V05).")
    cards = (story, _a_question("q1"), _a_question("q2", fact="V05"))
    lesson = Lesson(id="dt1", title="Fees", minutes=5, can="I can.", cards=cards)
    body = {**COURSE, "kind": "module", "course": "village-ecommerce", "id": "dt", "title": "Dates", "about": "Dates"}
    actions.publish(actions.build_module({**body, "level": "start", "lessons": [lesson_json(lesson)]}), now=now)


def _a_question(name: str, *, fact: str | None = None) -> Card:
    exercise = Exercise(id=name, type="true-false", prompt=f"Is {name} so?", answer=True, fact=fact)
    return Card(heading=f"About {name}", exercise=exercise)
