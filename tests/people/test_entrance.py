"""The way into the office: invitations, passwords, limits, one's own account."""

import re
from datetime import datetime, timedelta
from typing import Never

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings
from redis.exceptions import ConnectionError as CacheIsDown
from wagtail.users.models import UserProfile

from courses.people import actions, limits
from courses.people.models import Invitation, Staff
from tests.cast import Cast, signed_in, the_cast

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
GOOD = "three-quiet-geese"


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def test_an_invitation_is_made_accepted_and_leads_into_the_office(cast: Cast) -> None:
    form = {
        "name": "Li Wen",
        "email": "li@example.org",
        "role": "trainer",
        "centre": cast.centre_a.pk,
        "language": "zh-hans",
    }
    page = signed_in(cast.manager_a).post("/office/people/staff/invite/", form).content.decode()
    link = re.search(r"http://testserver(/office/invitation/[\w-]+/)", page)
    assert link is not None and "欢迎来到乡课" in page

    newcomer = Client()
    assert "欢迎来到乡课" in newcomer.get(link[1]).content.decode()
    newcomer.post(link[1], {"username": "liwen", "password": GOOD, "again": GOOD})

    home = newcomer.get("/office/people/")
    assert home.status_code == 200 and "人员" in home.content.decode()


def test_a_colleague_without_an_e_mail_scans_her_link_from_the_screen(cast: Cast) -> None:
    form = {"name": "Li Wen", "role": "trainer", "centre": cast.centre_a.pk, "language": "en"}
    page = signed_in(cast.manager_a).post("/office/people/staff/invite/", form).content.decode()
    link = re.search(r"http://testserver(/office/invitation/[\w-]+/)", page)
    assert link is not None and "Link for Li Wen" in page and 'id="print"' in page

    Client().post(link[1], {"username": "liwen", "password": GOOD, "again": GOOD})

    assert Staff.objects.get(username="liwen").email == ""


def test_an_operator_is_invited_for_the_whole_site_whatever_centre_was_chosen(cast: Cast) -> None:
    form = {"name": "Li Wen", "role": "operator", "centre": cast.centre_a.pk, "language": "en"}

    signed_in(cast.operator).post("/office/people/staff/invite/", form)

    invitation = Invitation.objects.get(name="Li Wen")
    assert (invitation.role, invitation.centre, invitation.county) == ("operator", None, None)


def test_a_link_that_leads_nowhere_says_what_to_do(cast: Cast) -> None:
    page = Client().get("/office/invitation/no-such-token/")

    assert page.status_code == 404
    assert "Ask for a new one" in page.content.decode()
    assert 'href="/office/login/"' in page.content.decode(), "she may have used it already and want to come in again"


def test_guessing_invitations_is_slowed_down(cast: Cast) -> None:
    client = Client()

    answers = [client.get(f"/office/invitation/{number}/").status_code for number in range(31)]

    assert answers == [404] * 30 + [429]


def test_a_one_time_password_opens_only_the_page_that_replaces_it(now: datetime) -> None:
    password = actions.create_first_operator(now=now)
    client = Client()
    client.post("/office/login/", {"username": "operator", "password": password})

    for path in ("/office/", "/office/people/", "/office/account/"):
        assert client.get(path).headers["Location"] == "/office/own-password/"
    client.post("/office/own-password/", {"password": GOOD, "again": GOOD})

    assert client.get("/office/people/").status_code == 200


def test_a_wrong_password_is_told_in_the_words_of_the_page(cast: Cast) -> None:
    page = Client().post("/office/login/", {"username": "manager-a", "password": "wrong"}).content.decode()

    assert "Sign-in name and password do not fit together" in page
    assert "username" not in re.sub(r'="[^"]*"', "", page)


def test_a_password_typed_once_is_asked_for_again_and_nothing_else(cast: Cast, now: datetime) -> None:
    Staff.objects.filter(pk=cast.manager_a.pk).update(password_once=True)

    page = signed_in(cast.manager_a).post("/office/own-password/", {"password": GOOD, "again": ""}).content.decode()

    assert "This field is required" in page
    assert "not the same" not in page


def test_ten_wrong_passwords_close_the_door_for_the_right_one_too(cast: Cast) -> None:
    cast.manager_a.set_password(GOOD)
    cast.manager_a.save()
    client = Client()

    for _ in range(10):
        client.post("/office/login/", {"username": "manager-a", "password": "wrong"})
    page = client.post("/office/login/", {"username": "Manager-A", "password": GOOD})

    assert page.status_code == 200 and "Please wait 15 minutes" in page.content.decode()


def test_the_account_page_changes_both_records_of_the_language(cast: Cast) -> None:
    client = signed_in(cast.manager_a)
    form = {
        "name_email-first_name": "Li Wen",
        "language-language": "zh-hans",
        "theme-theme": "light",
        "theme-contrast": "system",
        "theme-density": "default",
    }

    client.post("/office/account/", form)

    person = Staff.objects.get(pk=cast.manager_a.pk)
    assert str(person) == "Li Wen"
    assert person.language == UserProfile.get_for_user(person).preferred_language == "zh-hans"


def test_a_limit_counts_and_forgets() -> None:
    limit = limits.Limit(name="test", most=2, seconds=60)

    assert [limits.count_try(limit, who="x") for _ in range(3)] == [True, True, False]
    assert limits.is_over(limit, who="x") and not limits.is_over(limit, who="y")
    limits.forget_tries(limit, who="x")
    assert not limits.is_over(limit, who="x")


def test_a_broken_cache_locks_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object, **__: object) -> Never:
        raise CacheIsDown

    with monkeypatch.context() as patched:
        for name in ("get", "add", "incr", "delete"):
            patched.setattr(cache, name, down)
        limit = limits.Limit(name="test", most=0, seconds=60)
        assert limits.count_try(limit, who="x") and not limits.is_over(limit, who="x")
        limits.forget_tries(limit, who="x")


def test_a_session_lasts_a_working_day(cast: Cast, settings: Settings) -> None:
    client = signed_in(cast.manager_a)

    assert client.session.get_expiry_date() - timezone.now() <= timedelta(hours=12)


def test_a_manager_is_told_that_a_county_officers_password_is_not_hers_to_make(cast: Cast, now: datetime) -> None:
    actions.assign_role(cast.trainer_a, role="manager", county=cast.county, by=cast.operator, now=now)
    client = signed_in(cast.manager_a)

    client.post(f"/office/people/staff/{cast.trainer_a.pk}/password/")

    assert "Your role does not include this here" in client.get("/office/people/").content.decode()


@pytest.mark.parametrize(("behind_proxy", "address"), [(True, "10.0.0.7"), (False, "127.0.0.1")])
def test_tries_are_counted_by_the_address_that_cannot_be_made_up(
    settings: Settings, behind_proxy: bool, address: str
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.2.3.4, 10.0.0.7"})

    assert limits.address_of(request) == address
