"""The questions in a real Chromium: readable by everybody, never wider than the phone they are read on, and heard."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from courses.asking import child
from courses.asking.models import Attachment, TrainersAnswer
from tests.builders import a_question, an_attachment
from tests.cast import the_cast
from tests.languages import ON_A_DESK
from tests.people.test_office_screens import faults, open_office
from tests.sounds_and_photos import a_note, a_photo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.mark.parametrize(("language", "width"), ON_A_DESK)
def test_a_trainer_sees_hears_and_answers_on_pages_everybody_can_read(
    browser: Browser, live_server: LiveServer, language: str, width: int
) -> None:
    cast = the_cast(language=language)
    note = an_attachment(question=cast.question_a, type="audio/webm")
    made = child.make_anew(a_note(seconds=3), type="audio/webm")
    Attachment.objects.filter(pk=note.pk).update(shown=made.data, shown_type=made.type, seconds=made.seconds)
    photo = child.make_anew(a_photo(), type="image/jpeg")
    Attachment.objects.filter(pk=cast.attachment_a.pk).update(shown=photo.data, width=photo.width, height=photo.height)
    for state in (Attachment.State.WAITS, Attachment.State.CAME, Attachment.State.UNREADABLE):
        an_attachment(question=a_question(learner=cast.learner_a, lesson="ra1", sureness=3), state=state)
    page = open_office(browser, server=live_server, staff=cast.trainer_a, width=width)

    hers = f"people/{cast.learner_a.pk}/"
    paths = ("questions/", hers, "")
    wrong = {path: found for path in paths if (found := faults(page, f"{live_server.url}/office/{path}", width=width))}

    page.goto(f"{live_server.url}/office/questions/")
    page.locator("audio").evaluate("sound => sound.play().then(() => sound.pause())")
    assert round(float(page.locator("audio").evaluate("sound => sound.duration"))) == 3
    page.locator(".x-photo img").first.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.x-photo img').naturalWidth > 0")
    page.locator("textarea").first.fill("晒干就好了。")
    page.locator("textarea").nth(2).fill("还没写完的话")
    with page.expect_navigation():
        page.locator(".x-answer button").first.click()
    assert [field.input_value() for field in page.locator("textarea").all()] == ["", "还没写完的话", ""]
    if found := faults(page, f"{live_server.url}/office/questions/?answered=yes", width=width):
        wrong["answered"] = found
    page.context.close()
    assert wrong == {}
    assert TrainersAnswer.objects.get().text == "晒干就好了。"
