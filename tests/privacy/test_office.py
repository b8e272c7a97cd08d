"""Her data in the office: who may save it and erase it, what the file holds, what has to be typed."""

import json

import pytest

from courses.people.models import Learner
from courses.privacy import actions
from tests.builders import a_staff_member
from tests.cast import Cast, signed_in
from tests.privacy.everything import NAME, NICKNAME, NOW, NUMBER, Her

pytestmark = [pytest.mark.django_db, pytest.mark.pages]


def test_the_file_holds_a_part_of_every_feature(cast: Cast, her: Her) -> None:
    response = signed_in(cast.manager_a).post(f"/office/people/{her.pk}/data/")

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in response.headers["Cache-Control"]
    file = json.loads(response.content)
    assert file["id"] == str(her.pk)
    assert file["people"]["about"]["nickname"] == NICKNAME
    assert file["people"]["contacts"][0]["value"] == NUMBER
    assert file["people"]["memberships"][0]["group__name"] == cast.group_a.name
    assert {event["id"] for event in file["learning"]["events"]} == set(her.phone.held)
    assert NAME in {paper["name"] for paper in file["learning"]["certificates"]}
    assert file["inbox"]["messages"] and file["reminders"]["reminders"] and file["reports"]["days"]
    assert {phone["device"] for phone in file["syncing"]["phones"]} == {her.phone.device, her.other.device}
    lists = [rows for part in file.values() if isinstance(part, dict) for rows in part.values()]
    assert all(lists), "somebody_with_everything lacks something"


def test_the_file_gives_away_no_key_no_token_and_no_colleague(cast: Cast, her: Her) -> None:
    text = actions.export_learner(her.pk, by=cast.operator, now=NOW).decode()

    assert all(word not in text for word in ("SECRET", "credits", "key_hash", "token", cast.trainer_a.username))
    assert her.phone.read not in text and her.phone.token not in text


def test_her_page_offers_both_to_those_who_lead_and_not_to_a_trainer(cast: Cast, her: Her) -> None:
    path = f"/office/people/{her.pk}/"

    for staff in (cast.manager_a, cast.county_officer, cast.operator):
        assert f"{path}erase/" in signed_in(staff).get(path).content.decode()
    assert f"{path}erase/" not in signed_in(cast.trainer_a).get(path).content.decode()


def test_neither_a_trainer_nor_another_centres_manager_may(cast: Cast, her: Her) -> None:
    for staff in (cast.trainer_a, cast.manager_b, a_staff_member(role=None)):
        with pytest.raises(actions.UnknownLearner):
            actions.export_learner(her.pk, by=staff, now=NOW)
        with pytest.raises(actions.UnknownLearner):
            actions.erase_learner(her.pk, by=staff, now=NOW)


def test_who_belongs_nowhere_is_erased_by_those_who_could_place_her_and_lead(cast: Cast) -> None:
    path = f"/office/people/{cast.unassigned.pk}/erase/"

    for staff in (cast.county_officer, cast.operator):
        assert signed_in(staff).get(path).status_code == 200
    for staff in (cast.manager_a, cast.trainer_a):
        assert signed_in(staff).get(path).status_code == 404


def test_her_name_has_to_be_typed(cast: Cast, her: Her) -> None:
    client, path = signed_in(cast.manager_a), f"/office/people/{her.pk}/erase/"

    page = client.post(path, {"typed": "somebody else"}).content.decode()
    assert "Please type it as it stands above." in page
    assert Learner.objects.filter(pk=her.pk).exists()

    said = client.post(path, {"typed": f" {NICKNAME} "}, follow=True).content.decode()
    assert "She was erased." in said and NICKNAME not in said
    assert not Learner.objects.filter(pk=her.pk).exists()


def test_who_has_no_name_yet_is_told_apart_by_her_sign(cast: Cast) -> None:
    cast.unassigned.nickname = ""
    cast.unassigned.save()
    sign = cast.unassigned.sign

    signed_in(cast.operator).post(f"/office/people/{cast.unassigned.pk}/erase/", {"typed": sign})

    assert not Learner.objects.filter(pk=cast.unassigned.pk).exists()


def test_the_page_speaks_chinese(cast: Cast) -> None:
    operator = a_staff_member(username="laowang", role="operator", language="zh-hans")

    page = signed_in(operator).get(f"/office/people/{cast.learner_a.pk}/erase/").content.decode()

    assert "会删掉的" in page and "永久删除" in page and "What goes" not in page
