"""What is known about a learner: the newest word counts, consent comes first."""

import itertools
from datetime import datetime, timedelta

import pytest

from courses.people import actions, queries
from courses.people.actions.places import MayNot
from courses.people.actions.profiles import NoConsent, UnlikelyYear
from courses.people.models import Consent, Contact, Learner
from tests.builders import a_learner
from tests.cast import the_cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("order", list(itertools.permutations([0, 1, 2])))
def test_the_newest_profile_stands_in_whatever_order_words_arrive(now: datetime, order: tuple[int, ...]) -> None:
    learner = a_learner().pk

    for day in order:
        actions.set_profile(learner, nickname=f"name {day}", picture="hen", language="en", at=now + timedelta(days=day))

    assert Learner.objects.get(pk=learner).nickname == "name 2"


def test_a_later_word_of_staff_counts_and_an_earlier_answer_does_not(now: datetime) -> None:
    cast = the_cast()
    learner = cast.learner_a.pk

    assert actions.set_birth_year(learner, year=1975, at=now, by=cast.trainer_a)
    assert not actions.set_birth_year(learner, year=1957, at=now - timedelta(days=1))
    assert actions.set_gender(learner, gender="woman", at=now)
    assert actions.set_gender(learner, gender="", at=now + timedelta(days=1), by=cast.trainer_a)

    found = Learner.objects.get(pk=learner)
    assert (found.birth_year, found.gender) == (1975, "")


def test_a_year_nobody_alive_was_born_in_is_refused(now: datetime) -> None:
    learner = a_learner().pk

    for year in (1899, 2027):
        with pytest.raises(UnlikelyYear):
            actions.set_birth_year(learner, year=year, at=now)


def test_staff_of_another_centre_write_nothing_down(now: datetime) -> None:
    cast = the_cast()
    learner, by = cast.learner_a.pk, cast.manager_b

    with pytest.raises(MayNot):
        actions.set_birth_year(learner, year=1975, at=now, by=by)
    with pytest.raises(MayNot):
        actions.set_gender(learner, gender="man", at=now, by=by)
    with pytest.raises(MayNot):
        actions.record_consent(learner, purpose="needs", given=True, at=now, by=by)
    with pytest.raises(MayNot):
        actions.add_contact(learner, kind="phone", value="1", by=by, now=now)


def test_consent_is_a_ledger_and_its_newest_line_counts(now: datetime) -> None:
    learner = a_learner().pk

    actions.record_consent(learner, purpose="needs", given=False, at=now + timedelta(days=1))
    actions.record_consent(learner, purpose="needs", given=True, at=now)
    actions.record_consent(learner, purpose="needs", given=True, at=now)

    assert Consent.objects.filter(learner=learner).count() == 2
    assert not queries.has_consented(learner, purpose="needs")
    assert not queries.has_consented(learner, purpose="contact")


def test_no_contact_is_written_down_before_she_agreed(now: datetime) -> None:
    cast = the_cast()

    with pytest.raises(NoConsent):
        actions.add_contact(cast.learner_b.pk, kind="phone", value="138", by=cast.manager_b, now=now)
    actions.record_consent(cast.learner_b.pk, purpose="contact", given=True, at=now, by=cast.manager_b)
    contact = actions.add_contact(cast.learner_b.pk, kind="phone", value=" 138 ", by=cast.manager_b, now=now)

    assert (contact.value, contact.consent_at) == ("138", now)


def test_taking_consent_back_takes_every_contact_back(now: datetime) -> None:
    cast = the_cast()
    learner = cast.learner_a.pk
    actions.record_consent(learner, purpose="contact", given=True, at=now)

    actions.record_consent(learner, purpose="contact", given=False, at=now + timedelta(days=1))

    assert not Contact.objects.filter(learner=learner, withdrawn_at=None).exists()
