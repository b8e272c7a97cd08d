"""A learner of whom there is something in every table that can hold her, and a search through all of them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from courses.asking import actions as asking
from courses.asking.models import Question
from courses.inbox import actions as inbox
from courses.learning import actions as learning
from courses.people import actions as people
from courses.people.models import Learner, Staff
from courses.reports import actions as reports
from courses.syncing import actions as syncing
from courses.syncing.models import Admission, Delivered, Merged, Remembered, RememberedLearner
from tests.assessed import an_assessment, responses_to
from tests.builders import a_contact, a_parked_record, a_reminder
from tests.cast import Cast
from tests.learned import a_module
from tests.syncing.phone import ANY_TIME, Phone

NICKNAME, NUMBER, NAME = "桂花", "13700137000", "Zhou Guihua"
NOW = ANY_TIME + timedelta(days=2)


@dataclass(kw_only=True)
class Her:
    """The learner, her own phone, and another that shows the same record."""

    learner: Learner
    phone: Phone
    other: Phone

    @property
    def pk(self) -> uuid.UUID:
        return self.learner.pk


def somebody_with_everything(cast: Cast) -> Her:
    """She belongs to group A. Her events came by two phones; some wait, are parked or cannot be graded."""
    phone = Phone(release=a_module())
    _learn(phone)
    phone.write("profile_set", body={"nickname": NICKNAME, "picture": "lotus", "language": "en"})
    phone.write("consent_set", body={"purpose": "contact", "given": True})
    phone.sync()
    person = Learner.objects.get(pk=phone.learner)
    people.seat_learner(cast.code_a.code, learner=person.pk, now=ANY_TIME)
    _unreadable_release(phone)
    phone.sync()
    learning.fold_learner(person.pk)
    _proved(phone, person, by=cast.trainer_a)
    other = _another_phone_of(phone)
    a_contact(learner=person, value=NUMBER)
    a_reminder(learner=person)
    a_parked_record(device=cast.device_a, learner=person.pk)
    a_parked_record(device=cast.device_a, learner=None, raw=f'{{"learner":"{person.pk}", torn')
    _asked(phone, by=cast.trainer_a)
    inbox.put_message(learner=person.pk, kind="x", language="en", title="To her", text="…", link="/", now=ANY_TIME)
    _several_phones(person, by=cast.trainer_a)
    person.refresh_from_db()
    people.set_gender(person.pk, gender="woman", at=NOW, by=cast.manager_a)
    reports.count_learner(learner=person.pk)
    return Her(learner=person, phone=phone, other=other)


def _several_phones(person: Learner, *, by: Staff) -> None:
    """A lock, a pass, a code to read out, a browser that knows her, and a second profile that turned out to be hers."""
    syncing.lock_key(person.pk, now=NOW)
    syncing.print_pass(person, by=by, now=NOW)
    syncing.give_code(person, by=by, now=NOW)
    browser = Remembered.objects.create(cookie_hash="c" * 64, at=NOW, used_at=NOW)
    device = Admission.objects.filter(learner=person).latest("at").device
    RememberedLearner.objects.create(
        browser=browser, learner=person, device=device, is_locked=False, at=NOW, last_at=NOW
    )
    Merged.objects.create(old=uuid.uuid4(), learner=person, at=NOW)


def _asked(phone: Phone, *, by: Staff) -> None:
    """Answered; her note is on the server, her photo half on the phone still."""
    phone.ask("Is this mould?", photo=bytes(40_000), note=b"a note")
    phone.believe(phone.send(phone.request(phone.waiting())))
    photo, note = phone.waiting_attachments()
    phone.put(photo, part=0)
    phone.upload(note)
    del phone.hanging[photo.id]
    asking.answer(
        Question.objects.get(learner=uuid.UUID(phone.learner)), id=uuid.uuid4(), text="No, it is dust.", by=by, now=NOW
    )


def _learn(phone: Phone) -> None:
    sitting = phone.open()
    phone.answer(sitting)
    phone.answer(sitting, item="ra1/q2", right=False)
    phone.finish(sitting)


def _unreadable_release(phone: Phone) -> None:
    known, phone.release = phone.release, "f" * 64
    phone.answer(phone.open("ra2"), item="ra2/q1")
    phone.release = known


def _proved(phone: Phone, person: Learner, *, by: Staff) -> None:
    """Passed one module, signed for another, with her name on the paper."""
    an_assessment()
    draw = learning.draw_assessment(learner=person.pk, module="ra", now=NOW)
    phone.write("assessed", body={"draw": str(draw.pk), "responses": responses_to(draw, right=5)})
    phone.sync()
    learning.fold_learner(person.pk)
    learning.claim_certificate(learner=person.pk, module="ra", name=NAME, show_name=True, language="en", now=NOW)
    learning.sign(person, module="pc", seen_date=date(2026, 11, 20), by=by, time_zone="Asia/Shanghai", now=NOW)


def _another_phone_of(phone: Phone) -> Phone:
    """It was admitted with her code and hands over what is known already: so its ids are bare."""
    copy = Phone(release=phone.release, learner=phone.learner, read=phone.read)
    copy.sync()
    Admission.objects.create(device_id=copy.device, learner_id=copy.learner, via="code", at=NOW)
    copy.held = dict(phone.held)
    assert {verdict for _, verdict, _ in copy.send(copy.request(copy.waiting()))["verdicts"]} == {"known"}
    copy.sync()
    assert Delivered.objects.filter(device=uuid.UUID(copy.device)).count() == len(copy.held)
    return copy


def tables_with(texts: Iterable[str]) -> set[str]:
    """Every table of the database in which one of these texts stands, in whatever column."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            everything = repr(cursor.fetchall()) + repr(cursor.description)
            if any(text in everything for text in texts):
                found.add(table)
    return found


def ids_of(learner: uuid.UUID) -> list[str]:
    """Her id as texts, JSON and either database write it."""
    return [str(learner), learner.hex, str(learner).upper()]
