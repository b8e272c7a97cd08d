"""Phones, parked records and kept copies in the office, as staff use them."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from courses.catalog import queries as catalog
from courses.learning.models import Event
from courses.people.models import Learner, Staff
from courses.syncing import queries
from courses.syncing.models import Admission, Device, Parked
from tests.builders import a_device, a_learner, a_parked_record
from tests.cast import NAME_A, NAME_B, Cast, signed_in, the_cast
from tests.learned import a_module
from tests.syncing.phone import Phone, as_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def shown(staff: Staff, path: str) -> str:
    return signed_in(staff).get(f"/office/{path}").content.decode()


def post(client: Client, path: str, **fields: object) -> str:
    return client.post(f"/office/{path}", fields, follow=True).content.decode()


def test_a_phone_is_seen_by_whoever_sees_one_of_its_learners_and_names_only_those(cast: Cast) -> None:
    Admission.objects.create(device=cast.device_a, learner=cast.learner_b, via="code", at=cast.device_a.created_at)
    path = f"phones/{cast.device_a.pk}/"

    for_a, for_b = shown(cast.trainer_a, path), shown(cast.manager_b, path)

    assert NAME_A in for_a and NAME_B not in for_a and "1 of another centre" in for_a
    assert NAME_B in for_b and NAME_A not in for_b


def test_who_has_no_centre_is_counted_as_such(cast: Cast) -> None:
    for learner in (cast.learner_b, cast.unassigned):
        Admission.objects.create(device=cast.device_a, learner=learner, via="code", at=cast.device_a.created_at)

    (for_a,) = queries.phones(cast.trainer_a, among=Device.objects.filter(pk=cast.device_a.pk))
    (for_all,) = queries.phones(cast.operator, among=Device.objects.filter(pk=cast.device_a.pk))

    assert (for_a.elsewhere, for_a.without_centre) == (1, 1)
    assert (for_all.elsewhere, for_all.without_centre) == (0, 0)
    assert "one more without a centre" in shown(cast.trainer_a, f"phones/{cast.device_a.pk}/")


def test_what_is_parked_of_another_centres_learner_is_not_shown_with_the_phone_they_share(cast: Cast) -> None:
    Admission.objects.create(device=cast.device_a, learner=cast.learner_b, via="code", at=cast.device_a.created_at)
    secret = a_parked_record(device=cast.device_a, learner=cast.learner_b.pk, raw="what she answered at B")

    assert list(queries.parked_seen_by(cast.trainer_a)) == [cast.parked_a]
    assert list(queries.parked_seen_by(cast.manager_b)) == [secret]
    assert secret.raw not in shown(cast.trainer_a, f"phones/{cast.device_a.pk}/")


def test_what_names_nobody_we_know_is_seen_with_the_phone_that_sent_it(cast: Cast) -> None:
    unnamed = a_parked_record(device=cast.device_a, learner=None, raw="torn")
    unknown = a_parked_record(device=cast.device_a, learner=uuid4())

    assert {unnamed, unknown} < set(queries.parked_seen_by(cast.trainer_a))
    assert not queries.parked_seen_by(cast.manager_b).exists()


def test_the_list_shows_what_needs_a_look_first_and_can_be_of_one_centre(cast: Cast) -> None:
    quiet = a_device(learner=cast.learner_b)

    everything = shown(cast.operator, "phones/")
    of_b = shown(cast.operator, f"phones/?centre={cast.centre_b.pk}")

    assert everything.index(str(cast.device_a.pk)) < everything.index(str(quiet.pk))
    assert str(quiet.pk) in of_b and str(cast.device_a.pk) not in of_b


def test_a_phone_is_found_by_its_sign_and_by_the_name_of_somebody_seen(cast: Cast) -> None:
    other = a_device(learner=cast.learner_b)
    Learner.objects.filter(pk=cast.learner_a.pk).update(nickname="Xiulan")
    Learner.objects.filter(pk=cast.learner_b.pk).update(nickname="Meihua")

    def found(asked: str, *, by: Staff = cast.operator) -> set[UUID]:
        page = shown(by, f"phones/?q={asked}")
        return {device.pk for device in (cast.device_a, other) if f"/phones/{device.pk}/" in page}

    assert found("") == {cast.device_a.pk, other.pk}
    assert found(other.sign.upper()) == {other.pk}
    assert found(other.sign[1:]) == set(), "less than a sign is none"
    assert found("xiu") == {cast.device_a.pk}
    assert found(f"Mei&centre={cast.centre_a.pk}") == set()
    assert found("meihua", by=cast.trainer_a) == set()
    assert "No phone fits" in shown(cast.operator, "phones/?q=%00nobody")


def test_a_blocked_phone_is_marked_in_the_list(cast: Cast) -> None:
    a_device(learner=cast.learner_a)
    Device.objects.filter(pk=cast.device_a.pk).update(revoked_at=cast.device_a.created_at)

    assert shown(cast.trainer_a, "phones/").count(">blocked<") == 1


def test_a_centre_that_is_not_hers_has_no_list(cast: Cast) -> None:
    assert signed_in(cast.trainer_a).get(f"/office/phones/?centre={cast.centre_b.pk}").status_code == 404
    assert signed_in(cast.trainer_a).get("/office/phones/?centre=b").status_code == 404


def test_a_wrong_clock_is_told_with_its_direction(cast: Cast) -> None:
    device = cast.device_a
    Device.objects.update(met_device_at=device.last_heard_at - timedelta(hours=3, minutes=5), app="2026.11")

    page = shown(cast.trainer_a, f"phones/{device.pk}/")

    assert "−3 h 5 min" in page and "its clock is slow" in page and "2026.11" in page


def test_a_learners_page_leads_to_her_phones(cast: Cast) -> None:
    assert f"/office/phones/{cast.device_a.pk}/" in shown(cast.trainer_a, f"people/{cast.learner_a.pk}/")


def test_the_start_page_speaks_up_while_something_is_parked(cast: Cast) -> None:
    assert "1 record could not be taken yet" in shown(cast.trainer_a, "")
    assert "could not be taken yet" not in shown(cast.manager_b, "")

    Parked.objects.update(settled_at=cast.device_a.created_at, outcome="aside")

    assert "could not be taken yet" not in shown(cast.trainer_a, "")


def a_parked_answer(cast: Cast) -> Phone:
    """The phone of centre A's learner wrote for her, and had not been let in."""
    Parked.objects.all().delete()
    phone = Phone(learner=str(cast.learner_a.pk), release=a_module())
    phone.open()
    phone.sync()
    return phone


def test_a_manager_tries_again_and_is_told_what_became_of_it(cast: Cast) -> None:
    phone = a_parked_answer(cast)
    client, row = signed_in(cast.manager_a), Parked.objects.get()

    still = post(client, f"phones/parked/{row.pk}/again/")
    Admission.objects.create(device_id=phone.device, learner=cast.learner_a, via="code", at=row.received_at)
    taken = post(client, "phones/parked/again/")

    assert "1 stays parked." in still and "has not been let in for this learner" in still
    assert "1 record counts now." in taken
    assert Event.objects.filter(learner=cast.learner_a.pk).count() == 1
    assert "counted" in shown(cast.manager_a, "phones/parked/?settled=yes")


def test_a_manager_counts_what_she_trusts_of_a_lost_phone(cast: Cast) -> None:
    phone = a_parked_answer(cast)
    Admission.objects.create(device_id=phone.device, learner=cast.learner_a, via="code", at=cast.device_a.created_at)
    Parked.objects.update(code="revoked-device")
    Device.objects.filter(pk=phone.device).update(revoked_at=cast.device_a.created_at)
    row = Parked.objects.get()
    page = shown(cast.manager_a, f"phones/{phone.device}/")
    assert f"phones/parked/{row.pk}/count/" in page and f"phones/parked/{row.pk}/again/" not in page

    counted = post(signed_in(cast.manager_a), f"phones/parked/{row.pk}/count/")

    assert "1 record counts now." in counted
    assert Event.objects.filter(learner=cast.learner_a.pk).count() == 1


def test_a_parked_record_says_what_was_done_and_when_and_all_of_a_lost_phone_count_with_one_tap(cast: Cast) -> None:
    phone = Phone(release=a_module(), learner=str(cast.learner_a.pk))
    sitting = phone.open()
    phone.finish(sitting)
    phone.sync()
    Admission.objects.create(device_id=phone.device, learner=cast.learner_a, via="code", at=cast.device_a.created_at)
    Parked.objects.filter(device=UUID(phone.device)).update(code="revoked-device")
    Device.objects.filter(pk=phone.device).update(revoked_at=cast.device_a.created_at)
    page = shown(cast.manager_a, f"phones/{phone.device}/")
    title = catalog.lesson_title(module="ra", lesson="ra1", language="en")
    assert f"Lesson finished</b> · {title}" in page
    assert "by the phone’s clock" in page
    for_trainer = shown(cast.trainer_a, f"phones/{phone.device}/")
    assert "A manager or the operator decides about it." in for_trainer and "Count all" not in for_trainer

    counted = post(signed_in(cast.manager_a), f"phones/{phone.device}/count/")

    assert "2 records count now." in counted and "Count all" not in counted
    assert Event.objects.filter(learner=cast.learner_a.pk).count() == 2


def test_a_trainer_sees_why_and_whom_to_ask(cast: Cast) -> None:
    page = shown(cast.trainer_a, "phones/parked/")

    assert "A manager or the operator can try these again." in page
    assert "Try again" not in page


def test_a_manager_puts_aside_and_brings_back(cast: Cast) -> None:
    client, row = signed_in(cast.manager_a), cast.parked_a

    post(client, f"phones/parked/{row.pk}/aside/")
    aside = Parked.objects.get().outcome
    post(client, f"phones/parked/{row.pk}/back/")

    assert (aside, Parked.objects.get().settled_at) == ("aside", None)


def test_a_button_leads_back_to_its_page_and_nowhere_else(cast: Cast) -> None:
    client, path = signed_in(cast.manager_a), f"/office/phones/{cast.device_a.pk}/"
    again = f"/office/phones/parked/{cast.parked_a.pk}/again/"

    assert client.post(again, {"back": path}).headers["Location"] == path
    assert client.post(again, {"back": "https://example.org/"}).headers["Location"] == "/office/phones/parked/"
    assert client.post(again, {"back": "//example.org/office/"}).headers["Location"] == "/office/phones/parked/"


def a_file(phone: Phone) -> SimpleUploadedFile:
    events = phone.waiting()
    head = {"copy": 1, "device": phone.device, "now": as_text(phone.clock), "events": len(events)}
    text = "".join(json.dumps(each) + "\n" for each in [head, *events])
    return SimpleUploadedFile("xiangke-2026-11-22.txt", text.encode())


def test_a_trainer_hands_a_copy_in_and_reads_what_became_of_each_kind(cast: Cast) -> None:
    phone = Phone(release=a_module())
    phone.answer(phone.open())
    stranger = Phone(learner=str(cast.learner_b.pk), release=phone.release)
    stranger.open()
    phone.held |= stranger.held

    page = post(signed_in(cast.trainer_a), "phones/copy/", file=a_file(phone))

    assert "What became of it" in page and "Lesson opened" in page and "Answer" in page
    assert "has not been let in for this learner" in page
    assert NAME_B not in page
    assert Event.objects.count() == 2


@pytest.mark.parametrize(("raw", "said"), [(b"", "No phone of ours"), (b"a holiday", "No phone of ours")])
def test_another_file_is_refused_in_plain_words(cast: Cast, raw: bytes, said: str) -> None:
    page = post(signed_in(cast.trainer_a), "phones/copy/", file=SimpleUploadedFile("x.txt", raw))

    assert said in page


def test_names_in_the_result_are_those_she_may_see(cast: Cast) -> None:
    hers = a_learner(nickname="陈秀英", centre=cast.centre_a)
    phone = Phone(learner=str(hers.pk), release=a_module())
    phone.open()
    phone.sync()
    Parked.objects.all().delete()
    Admission.objects.create(device_id=phone.device, learner=hers, via="code", at=hers.created_at)
    phone.open()

    assert "陈秀英" in post(signed_in(cast.trainer_a), "phones/copy/", file=a_file(phone))
