"""The office pages as people use them."""

import re
from datetime import datetime, timedelta
from typing import Never

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings
from redis.exceptions import ConnectionError as CacheIsDown
from wagtail.models import Page
from wagtail.users.models import UserProfile

from courses.people import actions, limits, queries
from courses.people.models import Group, Invitation, Membership, Role, Staff
from courses.people.office.first_steps import first_steps
from tests.builders import a_county, a_group, a_learner, a_staff_member
from tests.cast import Cast, the_cast

pytestmark = pytest.mark.django_db
GOOD = "three-quiet-geese"


def signed_in(staff: Staff) -> Client:
    client = Client()
    client.force_login(staff)
    return client


def said(client: Client) -> str:
    """What the office says on its next page."""
    return client.get("/office/people/").content.decode()


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def test_a_new_group_comes_with_a_code_and_its_poster_shows_the_link(cast: Cast, settings: Settings) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://learn.example.org"
    client = signed_in(cast.trainer_a)

    client.post("/office/people/groups/new/", {"centre": cast.centre_a.pk, "name": "Summer group"})

    code = Group.objects.get(name="Summer group").join_codes.get()
    poster = client.get(f"/office/people/codes/{code.pk}/poster/").content.decode()
    assert f"https://learn.example.org/join/{code.code}" in poster
    assert f"{code.code[:4]} {code.code[4:]}" in poster
    assert "手机上就能学" in poster and "Learn on your phone" in poster


def test_a_name_that_is_taken_is_said_above_the_form(cast: Cast) -> None:
    form = {"centre": cast.centre_a.pk, "name": cast.group_a.name}

    page = signed_in(cast.trainer_a).post("/office/people/groups/new/", form)

    assert "Another one has this name" in page.content.decode()


def test_a_form_offers_only_what_its_reader_sees(cast: Cast) -> None:
    form = {"centre": cast.centre_b.pk, "name": "Mine now"}

    signed_in(cast.trainer_a).post("/office/people/groups/new/", form)

    assert not Group.objects.filter(name="Mine now").exists()


def test_a_trainer_moves_a_learner_and_the_page_says_where_to(cast: Cast) -> None:
    client, group = signed_in(cast.trainer_a), a_group(centre=cast.centre_a, name="Evening group")

    client.post(f"/office/people/{cast.learner_a.pk}/move/", {"centre": cast.centre_a.pk, "group": group.pk})

    assert Membership.objects.get(learner=cast.learner_a, until_at=None).group == group
    assert "is in Evening group now" in said(client)


def test_filters_and_search_narrow_the_list(cast: Cast) -> None:
    a_learner(nickname="陈秀英", centre=cast.centre_a)
    client = signed_in(cast.manager_a)

    by_group = client.get("/office/people/", {"group": cast.group_a.pk}).content.decode()
    by_village = client.get("/office/people/", {"q": "xiaohe"}).content.decode()
    by_name = client.get("/office/people/", {"q": "秀英"}).content.decode()

    assert "王桂兰" in by_group and "陈秀英" not in by_group
    assert "王桂兰" in by_village and "陈秀英" not in by_village
    assert "陈秀英" in by_name and "王桂兰" not in by_name


def test_the_county_finds_the_unassigned(cast: Cast) -> None:
    shown = signed_in(cast.county_officer).get("/office/people/", {"unplaced": "no"}).content.decode()

    assert "李建国" in shown and "王桂兰" not in shown


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


def test_ten_wrong_passwords_close_the_door_for_the_right_one_too(cast: Cast) -> None:
    cast.manager_a.set_password(GOOD)
    cast.manager_a.save()
    client = Client()

    for _ in range(10):
        client.post("/office/login/", {"username": "manager-a", "password": "wrong"})
    page = client.post("/office/login/", {"username": "Manager-A", "password": GOOD})

    assert page.status_code == 200 and "Please wait 15 minutes" in page.content.decode()


def test_the_office_follows_the_language_of_its_reader(cast: Cast) -> None:
    client = signed_in(cast.manager_a)
    assert "Known since" in client.get("/office/people/").content.decode()

    actions.set_language(cast.manager_a, language="zh-hans")

    assert "加入日期" in client.get("/office/people/").content.decode()


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


NOBODYS = {"help", "documents", "settings"}


@pytest.mark.parametrize(
    ("who", "shown", "hidden"),
    [
        ("manager_a", {"people", "groups", "staff"}, {"explorer", "images", "modules", "reports", "places", *NOBODYS}),
        ("trainer_a", {"people", "groups", "modules", "images"}, {"staff", "explorer", "reports", "places", *NOBODYS}),
        ("operator", {"people", "staff", "places", "modules", "explorer", "reports"}, NOBODYS),
    ],
)
def test_the_menu_shows_what_is_ones_business(cast: Cast, who: str, shown: set[str], hidden: set[str]) -> None:
    page = signed_in(getattr(cast, who)).get("/office/people/").content.decode()

    names = set(re.findall(r'"name": "([\w-]+)"', page.replace("&quot;", '"')))
    assert shown <= names
    assert not hidden & names


def test_the_menu_marks_where_one_is(cast: Cast) -> None:
    client = signed_in(cast.trainer_a)

    def items(path: str) -> dict[str, tuple[str, str]]:
        props = re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', client.get(path).content.decode(), re.S)
        assert props is not None
        found = re.findall(r'\{"name": "([\w-]+)"[^{]*?"classname": "([^"]*)"[^}]*\}, "url": "([^"]+)"', props[1])
        return {name: (url, marked) for name, marked, url in found}

    assert items("/office/")["overview"] == ("/office/", "")
    assert items("/office/people/")["overview"] == ("/office/?", "")
    pages = items(f"/office/pages/{Page.objects.get(depth=1).pk}/")
    assert pages["overview"] == ("/office/?", "") and pages["modules"] == ("/office/modules/", "x-current")


@pytest.mark.parametrize(
    "path", ["people/groups/999999/", "no/such/page/", "?whom=centre-999999", "progress.csv?whom=group-999999"]
)
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_reader(cast: Cast, path: str) -> None:
    actions.set_language(cast.manager_a, language="zh-hans")

    answer = signed_in(cast.manager_a).get(f"/office/{path}", headers={"Accept-Language": "en"})

    page = answer.content.decode()
    assert answer.status_code == 404
    assert "这里没有这一页" in page and "Wagtail" not in re.sub(r"(?s)<script.*?</script>|<[^>]+>", "", page)


def test_the_audit_lines_of_one_centre_are_not_shown_at_another(cast: Cast, now: datetime) -> None:
    actions.close_group(cast.group_a, by=cast.manager_a, now=now)

    for staff, sees in [(cast.operator, True), (cast.manager_b, False), (cast.trainer_a, False)]:
        page = signed_in(staff).get("/office/reports/site-history/").content.decode()
        assert (cast.group_a.name in page) is sees


def test_an_operator_lays_out_county_and_centre(cast: Cast) -> None:
    client, county = signed_in(cast.operator), a_county(name="Second county")

    client.post(
        "/office/people/places/centre/new/",
        {"county": county.pk, "name": "River centre", "time_zone": "Asia/Urumqi", "is_default": "on"},
    )

    centre = queries.default_centre()
    assert centre is not None and (centre.name, centre.time_zone) == ("River centre", "Asia/Urumqi")


def test_a_consent_is_noted_with_its_day(cast: Cast) -> None:
    client = signed_in(cast.trainer_a)

    client.post(f"/office/people/{cast.learner_a.pk}/consent/", {"purpose": "contact", "given": "yes"})

    assert queries.has_consented(cast.learner_a.pk, purpose="contact")


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

    assert "Your role does not include this here" in said(client)


@pytest.mark.parametrize(("behind_proxy", "address"), [(True, "10.0.0.7"), (False, "127.0.0.1")])
def test_tries_are_counted_by_the_address_that_cannot_be_made_up(
    settings: Settings, behind_proxy: bool, address: str
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "1.2.3.4, 10.0.0.7"})

    assert limits.address_of(request) == address


def test_every_page_of_the_office_bears_our_name_and_icon(cast: Cast) -> None:
    for client, path in [(Client(), "/office/login/"), (signed_in(cast.operator), "/office/people/")]:
        page = client.get(path).content.decode()
        assert "- Xiangke 乡课</title>" in page and 'href="/favicon.svg"' in page
        assert "Sign in to Wagtail" not in page


def test_an_empty_site_says_what_to_do_first_step_by_step(now: datetime) -> None:
    operator = a_staff_member(username="first", role=Role.OPERATOR)
    client = signed_in(operator)

    def links() -> list[str]:
        page = client.get("/office/").content.decode()
        return re.findall(r'<a class="button button-small[^"]*" href="([^"]+)"', page)

    assert links() == ["/office/people/places/county/new/"]
    county = actions.create_county(name="Yunxi", by=operator, now=now)
    assert links() == ["/office/people/places/centre/new/"]
    centre = actions.create_centre(county=county, name="Liuhe", by=operator, now=now)
    assert links() == ["/office/people/staff/invite/", "/office/people/groups/new/"]
    actions.create_group(centre=centre, name="First", by=operator, now=now)
    a_staff_member(username="manager", centre=centre)
    assert links() == []
    assert "Nobody has joined here yet" in client.get("/office/").content.decode()


def test_only_the_operator_is_told_how_to_begin(cast: Cast) -> None:
    Group.objects.all().update(centre=cast.centre_b)

    assert first_steps(cast.manager_a) == first_steps(cast.trainer_a) == []
