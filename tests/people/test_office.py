"""The office pages as people use them."""

import re
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import Settings
from wagtail.models import Page

from courses.people import actions, queries
from courses.people.models import Group, Membership, Role
from courses.people.office.first_steps import first_steps
from courses.syncing import actions as phones
from tests.builders import a_county, a_group, a_learner, a_staff_member
from tests.cast import NAME_A, Cast, signed_in, the_cast

pytestmark = [pytest.mark.django_db, pytest.mark.pages]


def said(client: Client) -> str:
    """What the office says on its next page."""
    return client.get("/office/people/").content.decode()


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def test_a_group_leads_to_what_its_members_have_learned_and_to_who_they_are(cast: Cast) -> None:
    a_learner(group=cast.group_a)

    page = signed_in(cast.trainer_a).get(f"/office/people/groups/{cast.group_a.pk}/").content.decode()

    assert f'href="/office/?whom=group-{cast.group_a.pk}"' in page
    assert f'href="/office/people/?group={cast.group_a.pk}">2</a>' in page


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


def test_a_form_says_whom_it_is_about_and_leads_back_to_her(cast: Cast) -> None:
    her_page = f"/office/people/{cast.learner_a.pk}/"

    form = signed_in(cast.trainer_a).get(f"{her_page}move/").content.decode()

    assert re.findall(r'<p class="x-up"><a href="([^"]+)">.*?</span>([^<]+)<', form) == [(her_page, NAME_A)]


def test_what_is_seldom_needed_stands_at_the_end_of_her_page(cast: Cast) -> None:
    page = signed_in(cast.manager_a).get(f"/office/people/{cast.learner_a.pk}/").content.decode()

    heads = re.findall(r'<h2 class="w-panel__heading"[^>]*>([^<]+)<', page)
    assert heads.index("Where she belongs") < heads.index("What she agreed to") < heads.index("Her data")


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


def test_the_office_follows_the_language_of_its_reader(cast: Cast) -> None:
    client = signed_in(cast.manager_a)
    assert "Known since" in client.get("/office/people/").content.decode()

    actions.set_language(cast.manager_a, language="zh-hans")

    assert "加入日期" in client.get("/office/people/").content.decode()


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


def test_what_was_done_with_phones_is_in_the_site_history_by_the_sign_of_the_phone(cast: Cast, now: datetime) -> None:
    phones.block(cast.device_a, by=cast.trainer_a, now=now)

    for language, words in {"en": "Phone Blocked a lost phone", "zh-hans": "手机 停用了丢失的手机"}.items():
        operator = a_staff_member(role=Role.OPERATOR, language=language)
        page = signed_in(operator).get("/office/reports/site-history/").content.decode()
        assert f"{cast.device_a.sign} {words}" in " ".join(re.sub("<[^>]+>", " ", page).split())
        assert f'href="/office/phones/{cast.device_a.pk}/"' in page


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
    assert links() == ["/office/people/staff/invite/?role=manager", "/office/people/groups/new/"]
    actions.create_group(centre=centre, name="First", by=operator, now=now)
    a_staff_member(username="manager", centre=centre)
    assert links() == []
    assert "Nobody has joined here yet" in client.get("/office/").content.decode()


def test_only_the_operator_is_told_how_to_begin(cast: Cast) -> None:
    Group.objects.all().update(centre=cast.centre_b)

    assert first_steps(cast.manager_a) == first_steps(cast.trainer_a) == []


def test_the_first_steps_lead_to_a_form_that_invites_a_manager(cast: Cast) -> None:
    page = signed_in(cast.operator).get("/office/people/staff/invite/?role=manager").content.decode()

    assert re.search(r'<option value="manager"\s+selected', page)
