"""Operators, invitations, roles, passwords."""

import io
import re
from datetime import datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from courses.people import actions, queries
from courses.people.actions import staff as staff_actions
from courses.people.actions.places import MayNot
from courses.people.actions.staff import (
    ExpiredInvitation,
    LastOperator,
    PlaceMissing,
    UnknownInvitation,
    UserNameTaken,
    WeakPassword,
)
from courses.people.models import Invitation, Role, Staff
from courses.refusals import Invalid
from tests.builders import a_centre, a_county, a_staff_member
from tests.cast import the_cast

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
GOOD = "three-quiet-geese"


def test_the_first_operator_gets_a_password_once(now: datetime) -> None:
    password = actions.create_first_operator(now=now)

    operator = Staff.objects.get()
    assert password is not None and operator.check_password(password)
    assert operator.password_once and queries.is_operator(operator)
    assert actions.create_first_operator(now=now) is None


def test_an_operator_enters_the_office_without_being_a_superuser(now: datetime) -> None:
    actions.create_first_operator(now=now)

    operator = Staff.objects.get()
    assert operator.has_perm("wagtailadmin.access_admin") and not operator.is_superuser


def test_the_one_time_password_is_replaced_by_ones_own(now: datetime) -> None:
    password = actions.create_first_operator(now=now) or ""
    operator = Staff.objects.get()

    with pytest.raises(Invalid, match="same-password"):
        actions.change_one_time_password(operator, password=password, now=now)
    with pytest.raises(WeakPassword):
        actions.change_one_time_password(operator, password="short", now=now)
    actions.change_one_time_password(operator, password=GOOD, now=now)

    operator.refresh_from_db()
    assert operator.check_password(GOOD) and not operator.password_once


def test_whoever_runs_the_machine_gets_a_lost_password_replaced(now: datetime) -> None:
    actions.create_first_operator(now=now)
    said, asked = io.StringIO(), Client()

    call_command("operator_password", stdout=said)
    password = re.findall(r"[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}", said.getvalue())[0]

    assert asked.login(username="operator", password=password)
    assert Staff.objects.get(username="operator").password_once
    with pytest.raises(CommandError, match=r"No operator is called mei\. Operators: operator\."):
        call_command("operator_password", "mei")


def test_a_password_that_by_chance_resembles_the_user_name_is_not_handed_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    by_chance = iter(["rd9a-ntmb-5dez", "8kzq-4vhw-2pxs"])
    monkeypatch.setattr(staff_actions, "one_time_password", lambda: next(by_chance))

    assert staff_actions.acceptable_password(username="demo-trainer-b") == "8kzq-4vhw-2pxs"


def test_whoever_has_the_link_becomes_staff_once(now: datetime) -> None:
    cast = the_cast()
    _, token = actions.invite_staff(
        email="li@example.org",
        name="Li Wen",
        role=Role.TRAINER,
        centre=cast.centre_a,
        language="en",
        by=cast.manager_a,
        now=now,
    )

    staff = actions.accept_invitation(token, username="liwen", password=GOOD, now=now + timedelta(days=13))

    assert list(queries.centres_seen_by(staff)) == [cast.centre_a]
    assert UserProfile.get_for_user(staff).preferred_language == staff.language == "en"
    assert staff.has_perm("wagtailadmin.access_admin")
    with pytest.raises(UnknownInvitation):
        actions.accept_invitation(token, username="again", password=GOOD, now=now)


def test_only_the_hash_of_a_token_is_kept(now: datetime) -> None:
    cast = the_cast()

    invitation, token = actions.invite_staff(
        email="a@example.org", name="", role=Role.TRAINER, centre=cast.centre_a, by=cast.manager_a, now=now
    )

    assert token not in str(Invitation.objects.filter(pk=invitation.pk).values().get())


def test_a_link_is_good_for_fourteen_days(now: datetime) -> None:
    operator = a_staff_member(role=Role.OPERATOR)
    _, token = actions.invite_staff(email="a@example.org", name="", role=Role.OPERATOR, by=operator, now=now)

    assert actions.invitation_of(token, now=now + timedelta(days=14, seconds=-1))
    with pytest.raises(ExpiredInvitation):
        actions.accept_invitation(token, username="a", password=GOOD, now=now + timedelta(days=14))


def test_a_withdrawn_link_opens_nothing(now: datetime) -> None:
    cast = the_cast()
    invitation, token = actions.invite_staff(
        email="a@example.org", name="", role=Role.TRAINER, centre=cast.centre_a, by=cast.manager_a, now=now
    )

    with pytest.raises(MayNot):
        actions.withdraw_invitation(invitation, by=cast.manager_b, now=now)
    actions.withdraw_invitation(invitation, by=cast.manager_a, now=now)

    with pytest.raises(UnknownInvitation):
        actions.invitation_of(token, now=now)


def test_a_refused_acceptance_leaves_the_link_open(now: datetime) -> None:
    cast = the_cast()
    _, token = actions.invite_staff(
        email="a@example.org", name="", role=Role.TRAINER, centre=cast.centre_a, by=cast.manager_a, now=now
    )

    with pytest.raises(UserNameTaken):
        actions.accept_invitation(token, username="MANAGER-A", password=GOOD, now=now)
    with pytest.raises(WeakPassword):
        actions.accept_invitation(token, username="new", password="12345", now=now)

    assert actions.invitation_of(token, now=now)


def test_each_invites_only_into_what_she_leads(now: datetime) -> None:
    cast = the_cast()
    elsewhere = a_centre()
    into = {"a": cast.centre_a, "b": cast.centre_b, "elsewhere": elsewhere}

    def may(by: Staff) -> set[str]:
        return {
            name
            for name, centre in into.items()
            if queries.may_invite(by, role=Role.TRAINER, centre=centre, county=None)
        }

    assert may(cast.operator) == {"a", "b", "elsewhere"}
    assert may(cast.county_officer) == {"a", "b"}
    assert may(cast.manager_a) == {"a"}
    assert may(cast.trainer_a) == set()


def test_nobody_but_operators_makes_operators_or_county_officers(now: datetime) -> None:
    cast = the_cast()

    for by in (cast.county_officer, cast.manager_a, cast.trainer_a):
        assert not queries.may_invite(by, role=Role.OPERATOR, centre=None, county=None)
    assert not queries.may_invite(cast.manager_a, role=Role.MANAGER, centre=None, county=cast.county)
    assert queries.may_invite(cast.county_officer, role=Role.MANAGER, centre=None, county=cast.county)
    assert not queries.may_invite(cast.county_officer, role=Role.MANAGER, centre=None, county=a_county())


@pytest.mark.parametrize("role", [Role.TRAINER, Role.MANAGER])
def test_trainers_and_managers_are_it_somewhere(now: datetime, role: str) -> None:
    operator = a_staff_member(role=Role.OPERATOR)

    with pytest.raises(PlaceMissing):
        actions.invite_staff(email="a@example.org", name="", role=role, by=operator, now=now)


def test_wagtails_groups_follow_the_roles(now: datetime) -> None:
    cast = the_cast()
    person = a_staff_member(role=None)

    actions.assign_role(person, role=Role.TRAINER, centre=cast.centre_a, by=cast.manager_a, now=now)
    actions.assign_role(person, role=Role.MANAGER, centre=cast.centre_a, by=cast.manager_a, now=now)
    assert set(person.groups.values_list("name", flat=True)) == {"Trainers", "Managers"}

    actions.remove_role(person.roles.get(role=Role.TRAINER), by=cast.manager_a, now=now)
    assert set(person.groups.values_list("name", flat=True)) == {"Managers"}


def test_the_same_role_given_twice_is_one(now: datetime) -> None:
    cast = the_cast()

    for _ in range(2):
        actions.assign_role(cast.trainer_a, role=Role.MANAGER, county=cast.county, by=cast.operator, now=now)

    assert cast.trainer_a.roles.count() == 2


def test_whoever_has_no_role_left_enters_nothing(now: datetime) -> None:
    cast = the_cast()

    actions.remove_role(cast.trainer_a.roles.get(), by=cast.manager_a, now=now)

    person = Staff.objects.get(pk=cast.trainer_a.pk)
    assert not person.has_perm("wagtailadmin.access_admin")
    assert not queries.learners_seen_by(person).exists()


def test_the_last_operator_stays(now: datetime) -> None:
    operator = a_staff_member(role=Role.OPERATOR)

    with pytest.raises(LastOperator):
        actions.remove_role(operator.roles.get(), by=operator, now=now)


def test_a_manager_makes_passwords_for_her_own_staff_only(now: datetime) -> None:
    cast = the_cast()

    password = actions.new_one_time_password(cast.trainer_a, by=cast.manager_a, now=now)

    assert cast.trainer_a.check_password(password) and cast.trainer_a.password_once
    for by, whom in [(cast.manager_b, cast.trainer_a), (cast.manager_a, cast.county_officer)]:
        with pytest.raises(MayNot):
            actions.new_one_time_password(whom, by=by, now=now)


def test_nobody_who_was_stopped_sees_anything() -> None:
    cast = the_cast()
    cast.operator.is_active = False

    assert not queries.centres_seen_by(cast.operator).exists()
    assert not queries.learners_seen_by(cast.operator).exists()


def test_staff_actions_leave_a_line_without_a_name(now: datetime) -> None:
    cast = the_cast()

    actions.move_learner(cast.learner_a.pk, centre=cast.centre_a, group=None, village=None, by=cast.manager_a, now=now)

    line = ModelLogEntry.objects.get(action="people.move")
    assert (line.user_id, line.timestamp) == (cast.manager_a.pk, now)
    assert cast.learner_a.nickname not in line.label + str(line.data)
