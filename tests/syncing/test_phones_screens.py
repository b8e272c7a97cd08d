"""The pages about phones in a real Chromium: readable by everybody, and never wider than the phone they are read on."""

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from courses.syncing.models import Device
from tests.builders import a_device, a_parked_record
from tests.cast import the_cast
from tests.languages import ON_A_PHONE
from tests.people.test_office_screens import faults, faults_here, open_office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.mark.parametrize(("language", "width"), ON_A_PHONE)
def test_every_page_about_phones_is_readable_by_everybody(
    browser: Browser, live_server: LiveServer, language: str, width: int
) -> None:
    cast = the_cast(language=language)
    Device.objects.update(abilities="worker gzip")
    long = a_parked_record(device=cast.device_a, code="unreadable", raw='{"a":"' + "x" * 900)
    aside = a_parked_record(device=a_device(learner=cast.learner_b), learner=cast.learner_b.pk)
    aside.settled_at, aside.outcome = long.received_at, "aside"
    aside.save()
    page = open_office(browser, server=live_server, staff=cast.operator, width=width)
    paths = (
        "",
        "parked/",
        "parked/?settled=yes",
        f"{cast.device_a.pk}/",
        f"{cast.device_a.pk}/lost/",
        f"{cast.device_a.pk}/wrong-name/",
        "copy/",
    )

    wrong = {
        path: found for path in paths if (found := faults(page, f"{live_server.url}/office/phones/{path}", width=width))
    }

    for made in ("code", "pass"):
        page.goto(f"{live_server.url}/office/people/{cast.learner_a.pk}/")
        with page.expect_navigation():
            page.locator(f"form[action$='/{made}/'] button").click()
        if found := faults_here(page, width=width):
            wrong[made] = found
    Device.objects.filter(pk=cast.device_a.pk).update(revoked_at=long.received_at)
    if found := faults(page, f"{live_server.url}/office/phones/{cast.device_a.pk}/", width=width):
        wrong["lost"] = found
    page.context.close()
    assert wrong == {}
