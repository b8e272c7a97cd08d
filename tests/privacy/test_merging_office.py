"""Joining two profiles in the office: choose, look at both, join."""

import pytest
from django.urls import reverse

from courses.people.models import Learner
from courses.syncing.models import Merged
from tests.builders import a_learner
from tests.cast import NAME_A, NAME_B, Cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.pages]


@pytest.fixture
def again(cast: Cast) -> Learner:
    """She began anew on another phone, under the same name."""
    return a_learner(nickname=NAME_A, centre=cast.centre_a)


def test_only_whom_she_could_be_is_offered_and_her_own_name_first(cast: Cast, again: Learner) -> None:
    newest = a_learner(nickname="秀英", centre=cast.centre_a)

    page = signed_in(cast.trainer_a).get(reverse("privacy_same", args=[cast.learner_a.pk]))

    names = [row["learner"] for row in page.context["rows"]]
    assert names == [again, newest]
    assert NAME_B not in page.content.decode()


def test_the_list_can_be_searched_and_says_when_nobody_is_there(cast: Cast, again: Learner) -> None:
    client, address = signed_in(cast.trainer_a), reverse("privacy_same", args=[cast.learner_a.pk])

    assert [row["learner"] for row in client.get(address, {"q": NAME_A[:2]}).context["rows"]] == [again]
    assert "Nobody by this name" in client.get(address, {"q": "zzz"}).content.decode()


def test_whoever_has_more_in_her_record_stays_whichever_page_it_begins_on(cast: Cast, again: Learner) -> None:
    Learner.objects.filter(pk=cast.learner_a.pk).update(record_seq=1000)
    client = signed_in(cast.trainer_a)

    for learner in (again, cast.learner_a):
        page = client.get(reverse("privacy_same", args=[learner.pk])).content.decode()
        assert reverse("privacy_join", args=[again.pk, cast.learner_a.pk]) in page


def test_both_are_shown_and_nothing_happens_before_somebody_says_yes(cast: Cast, again: Learner) -> None:
    Learner.objects.filter(pk=again.pk).update(language="en")
    address = reverse("privacy_join", args=[again.pk, cast.learner_a.pk])
    client = signed_in(cast.trainer_a)

    page = client.get(address).content.decode()

    assert page.count(NAME_A) >= 2 and str(cast.village_a) in page
    assert "The newest name, picture and language stand." in page and "English" in page
    assert f"Her name here will be <b>{NAME_A}</b>." in page
    assert reverse("privacy_join", args=[cast.learner_a.pk, again.pk]) in page
    assert not Merged.objects.exists()

    done = client.post(address, follow=True)
    assert done.redirect_chain[-1][0] == reverse("people_learner", args=[cast.learner_a.pk])
    assert "They are one now." in done.content.decode()
    assert Merged.objects.get().old == again.pk


def test_two_centres_are_told_to_move_one_first(cast: Cast) -> None:
    address = reverse("privacy_join", args=[cast.learner_b.pk, cast.learner_a.pk])

    page = signed_in(cast.operator).post(address).content.decode()

    assert "First move one of them." in page and not Merged.objects.exists()


def test_nobody_is_joined_with_herself(cast: Cast) -> None:
    address = reverse("privacy_join", args=[cast.learner_a.pk, cast.learner_a.pk])

    assert signed_in(cast.trainer_a).get(address).status_code == 404
