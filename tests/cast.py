"""The cast: two centres of one county, those who work there, and two who learn there."""

from dataclasses import dataclass

from django.test import Client

from courses.asking.models import Attachment, Question
from courses.learning.models import Certificate, Signature
from courses.people.models import Centre, Contact, County, Group, Invitation, JoinCode, Learner, Role, Staff, Village
from courses.reminders.models import Reminder
from courses.syncing.models import Device, Parked
from tests.builders import (
    LONG_AGO,
    a_centre,
    a_certificate,
    a_contact,
    a_county,
    a_device,
    a_group,
    a_join_code,
    a_learner,
    a_parked_record,
    a_question,
    a_reminder,
    a_signature,
    a_staff_member,
    a_village,
    an_attachment,
    an_invitation,
)


@dataclass(frozen=True)
class Cast:
    """Wang Guilan learns at centre A, Zhao Min at centre B; nobody of one centre may learn of the other's."""

    county: County
    centre_a: Centre
    centre_b: Centre
    group_a: Group
    group_b: Group
    village_a: Village
    village_b: Village
    learner_a: Learner
    learner_b: Learner
    unassigned: Learner
    operator: Staff
    county_officer: Staff
    manager_a: Staff
    manager_b: Staff
    trainer_a: Staff
    code_a: JoinCode
    contact_a: Contact
    invitation_a: Invitation
    reminder_a: Reminder
    signature_a: Signature
    certificate_a: Certificate
    device_a: Device
    parked_a: Parked
    question_a: Question
    attachment_a: Attachment


NAME_A = "王桂兰"
NAME_B = "赵敏"
NAME_UNASSIGNED = "李建国"


def the_cast(*, language: str = "en") -> Cast:
    """Everybody, in the database."""
    county = a_county(name="Yunxi county")
    centre_a = a_centre(name="Liuhe centre", county=county)
    centre_b = a_centre(name="Dongling centre", county=county)
    group_a = a_group(name="Spring group A", centre=centre_a)
    group_b = a_group(name="Spring group B", centre=centre_b)
    village_a = a_village(name="Xiaohe village", centre=centre_a)
    village_b = a_village(name="Shangzhuang village", centre=centre_b)
    learner_a = a_learner(nickname=NAME_A, group=group_a, village=village_a)
    trainer_a = a_staff_member(username="trainer-a", role=Role.TRAINER, centre=centre_a, language=language)
    manager_a = a_staff_member(username="manager-a", centre=centre_a, language=language)
    device_a = a_device(learner=learner_a)
    question_a = a_question(learner=learner_a)
    return Cast(
        county=county,
        centre_a=centre_a,
        centre_b=centre_b,
        group_a=group_a,
        group_b=group_b,
        village_a=village_a,
        village_b=village_b,
        learner_a=learner_a,
        learner_b=a_learner(nickname=NAME_B, group=group_b, village=village_b),
        unassigned=a_learner(nickname=NAME_UNASSIGNED),
        operator=a_staff_member(username="operator", role=Role.OPERATOR, language=language),
        county_officer=a_staff_member(username="officer", role=Role.MANAGER, county=county, language=language),
        manager_a=manager_a,
        manager_b=a_staff_member(username="manager-b", centre=centre_b, language=language),
        trainer_a=trainer_a,
        code_a=a_join_code(group=group_a, created_at=LONG_AGO),
        contact_a=a_contact(learner=learner_a, value="13800138000"),
        invitation_a=an_invitation(centre=centre_a, invited_by=manager_a),
        reminder_a=a_reminder(learner=learner_a),
        signature_a=a_signature(learner=learner_a, by=trainer_a),
        certificate_a=a_certificate(learner=learner_a),
        device_a=device_a,
        parked_a=a_parked_record(device=device_a, learner=learner_a.pk),
        question_a=question_a,
        attachment_a=an_attachment(question=question_a),
    )


def signed_in(staff: Staff) -> Client:
    """A browser in which this member of staff is signed in."""
    client = Client()
    client.force_login(staff)
    return client
