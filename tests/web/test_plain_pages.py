"""The two pages that Django shows by itself: a form that is too old, and our own fault. In both languages."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.builders import a_staff_member

pytestmark = pytest.mark.django_db


def test_a_form_that_is_too_old_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post(reverse("wagtailadmin_login"), {"username": "x", "password": "y"})

    assert answer.status_code == 403
    assert "填过的字还在" in answer.content.decode()
    assert "what you wrote is still there" in answer.content.decode()


def test_our_own_fault_is_said_to_be_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(a_staff_member(role="operator"))

    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("courses.people.queries.learners_seen_by", broken)
    answer = client.get(reverse("people_learners"))

    assert not settings.DEBUG
    assert answer.status_code == 500
    assert "不是您做错了什么" in answer.content.decode()
    assert "a bug" not in answer.content.decode()


@pytest.mark.parametrize("address", ["people_group_new", "people_village_new"])
def test_without_a_centre_an_operator_is_led_to_where_one_is_made(client: Client, address: str) -> None:
    client.force_login(a_staff_member(role="operator"))

    answer = client.get(reverse(address), follow=True)

    assert answer.redirect_chain == [(reverse("people_places"), 302)]
    assert "There is no centre yet." in answer.content.decode()
