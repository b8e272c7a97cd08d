"""What came is made fit to be shown in the background, and what cannot be is said to be so."""

import pytest

from courses.asking import child, tasks
from courses.asking.models import Attachment
from tests.builders import a_learner, a_question, an_attachment
from tests.sounds_and_photos import a_photo

pytestmark = [pytest.mark.django_db, pytest.mark.pages]


def _came(data: bytes, *, type: str = "image/jpeg") -> Attachment:
    return an_attachment(
        question=a_question(learner=a_learner()), type=type, state=Attachment.State.CAME, original=data
    )


def test_the_sweep_makes_all_that_came_and_keeps_what_came() -> None:
    photo = a_photo()
    rows = [_came(photo), _came(b"<html>"), _came(photo, type="image/webp")]
    waits = an_attachment(question=a_question(learner=a_learner()), state=Attachment.State.WAITS)

    tasks.make_all_shown()
    tasks.make_all_shown()

    for row in [*rows, waits]:
        row.refresh_from_db()
    assert [row.state for row in rows] == ["ready", "unreadable", "ready"]
    assert (rows[0].shown_type, rows[0].width, rows[0].height) == ("image/webp", 640, 480)
    assert bytes(rows[0].original or b"") == photo and bytes(rows[1].original or b"") == b"<html>"
    assert waits.state == "waits"


def test_the_task_makes_only_those_it_is_told() -> None:
    told, other = _came(a_photo()), _came(a_photo())
    tasks.make_shown(attachments=[str(told.pk)])
    told.refresh_from_db()
    other.refresh_from_db()
    assert (told.state, other.state) == ("ready", "came")


def test_what_was_broken_off_is_tried_three_times(monkeypatch: pytest.MonkeyPatch) -> None:
    row, tried = _came(b"x"), list[str]()

    def breaks(data: bytes, *, type: str) -> child.Made:
        tried.append(type)
        raise child.BrokenOff

    monkeypatch.setattr(child, "make_anew", breaks)
    states = []
    for _ in range(4):
        tasks.make_all_shown()
        row.refresh_from_db()
        states.append(row.state)
    assert states == ["came", "came", "unreadable", "unreadable"]
    assert len(tried) == 3
