"""The second sign-in step: its codes, pauses and recovery; and that a password alone opens nothing."""

import io
import logging
import re
from base64 import b32encode
from datetime import datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings
from wagtail.models import ModelLogEntry

from courses.people import actions, queries
from courses.people.actions.second_factor import (
    LONGEST_PAUSE,
    UsedCode,
    WaitForNextTry,
    WrongCode,
    WrongPassword,
    WrongRecoveryCode,
)
from courses.people.models import Staff
from courses.refusals import NotAllowed, Refusal
from tests.builders import a_staff_member
from tests.cast import Cast, signed_in, the_cast
from tests.test_permission_walk import all_addresses, ask, path_of

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
PASSWORD = "three-quiet-geese"
SECRET = "5a" * 20
STEP = timedelta(seconds=30)
CODE_PAGE = "/office/sign-in-code/"


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


def code_at(moment: datetime, *, secret: str = SECRET) -> str:
    """What an authenticator app shows at that moment."""
    totp = TOTP(bytes.fromhex(secret))
    totp.time = moment.timestamp()
    return f"{totp.token():06}"


def with_second_factor(staff: Staff, *, now: datetime) -> list[str]:
    """Turns it on for her an hour ago; returns her recovery codes."""
    staff.set_password(PASSWORD)
    staff.save()
    before = now - timedelta(hours=1)
    return actions.turn_on_second_factor(staff, secret=SECRET, code=code_at(before), now=before)


def after_the_password(staff: Staff) -> Client:
    """A browser in which she gave her password at Wagtail's own sign-in."""
    client = Client(raise_request_exception=False)
    client.post("/office/login/", {"username": staff.username, "password": PASSWORD})
    return client


def refusal_of(staff: Staff, *, code: str, now: datetime) -> Refusal | None:
    try:
        actions.enter_code(staff, code=code, now=now)
    except Refusal as refusal:
        return refusal
    return None


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_clock_off_by_one_step_is_taken(now: datetime, steps: int) -> None:
    staff = a_staff_member()
    with_second_factor(staff, now=now)

    assert refusal_of(staff, code=code_at(now + steps * STEP), now=now) is None


@pytest.mark.parametrize("steps", [-3, 3])
def test_a_code_of_another_time_is_not_taken(now: datetime, steps: int) -> None:
    staff = a_staff_member()
    with_second_factor(staff, now=now)

    assert isinstance(refusal_of(staff, code=code_at(now + steps * STEP), now=now), WrongCode)


def test_a_used_code_is_not_taken_again_and_costs_no_pause(now: datetime) -> None:
    staff = a_staff_member()
    with_second_factor(staff, now=now)
    actions.enter_code(staff, code=code_at(now), now=now)

    assert isinstance(refusal_of(staff, code=code_at(now), now=now + timedelta(seconds=5)), UsedCode)
    assert refusal_of(staff, code=code_at(now + STEP), now=now + STEP) is None


def test_spaces_and_full_width_digits_are_read(now: datetime) -> None:
    staff = a_staff_member()
    with_second_factor(staff, now=now)
    code = code_at(now)
    wide = code[:3].translate({ord("0") + n: ord("０") + n for n in range(10)})

    assert refusal_of(staff, code=f" {wide} {code[3:]}", now=now) is None


def test_wrong_codes_cost_pauses_that_grow_but_have_an_end(now: datetime) -> None:
    staff, moment, pauses = a_staff_member(), now, []
    with_second_factor(staff, now=now)
    for _ in range(12):
        assert isinstance(refusal_of(staff, code="no", now=moment), WrongCode)
        waiting = refusal_of(staff, code=code_at(moment), now=moment)
        assert isinstance(waiting, WaitForNextTry)
        seconds = waiting.details["seconds"]
        assert isinstance(seconds, int)
        pauses.append(seconds)
        moment += timedelta(seconds=seconds)

    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
    assert pauses[-1] == LONGEST_PAUSE.total_seconds()
    assert refusal_of(staff, code=code_at(moment), now=moment) is None
    assert isinstance(refusal_of(staff, code="no", now=moment), WrongCode), "counted from nothing again"


def test_each_recovery_code_lets_in_once(now: datetime) -> None:
    staff = a_staff_member()
    codes = with_second_factor(staff, now=now)

    assert len(set(codes)) == 10
    assert refusal_of(staff, code=f"{codes[0][:5]} {codes[0][5:]}", now=now) is None
    assert isinstance(refusal_of(staff, code=codes[0], now=now), WrongRecoveryCode)
    assert queries.recovery_codes_left(staff) == 9


def test_recovery_codes_of_another_person_do_not_fit_and_none_is_stored_as_it_is(now: datetime) -> None:
    staff, other = a_staff_member(), a_staff_member()
    with_second_factor(staff, now=now)
    codes = with_second_factor(other, now=now)

    assert isinstance(refusal_of(staff, code=codes[0], now=now), WrongCode)
    assert not StaticToken.objects.filter(token__in=codes).exists()


def test_turning_off_asks_for_password_and_code(now: datetime) -> None:
    staff = a_staff_member()
    with_second_factor(staff, now=now)

    with pytest.raises(WrongPassword):
        actions.turn_off_second_factor(staff, password="guessed", code=code_at(now), now=now)
    later = now + timedelta(seconds=2)
    with pytest.raises(WrongCode):
        actions.turn_off_second_factor(staff, password=PASSWORD, code="000", now=later)
    assert queries.second_factor_of(staff) is not None
    later += timedelta(seconds=2)
    actions.turn_off_second_factor(staff, password=PASSWORD, code=code_at(later), now=later)

    assert queries.second_factor_of(staff) is None and queries.recovery_codes_left(staff) == 0


def test_after_the_password_no_address_below_the_office_answers(cast: Cast, now: datetime) -> None:
    with_second_factor(cast.operator, now=now)
    client = after_the_password(cast.operator)
    client.cookies["sessionid"]["path"] = "/"  # a browser keeps it below /office/; somebody who stole it need not
    addresses = [path_of(each.route, cast=cast) for each in all_addresses()]
    below = [path for path in addresses if path.startswith("/office/")]

    opened = {
        f"{method} {path}": (answer.status_code, place)
        for path in below
        for method in ("GET", "POST")
        if path not in (CODE_PAGE, "/office/logout/", "/office/jsi18n/", "/office/sprite/")
        if (answer := ask(client, path, method=method))
        if (place := answer.headers.get("Location", "")).partition("?")[0] != CODE_PAGE
    }

    assert opened == {} and len(below) > 100


def test_after_the_password_she_is_nobody_outside_the_office(cast: Cast, now: datetime) -> None:
    with_second_factor(cast.operator, now=now)
    client = after_the_password(cast.operator)
    stranger = Client(raise_request_exception=False)
    outside = [path_of(each.route, cast=cast) for each in all_addresses() if not each.route.startswith("office/")]

    differ = {
        path for path in outside if _told(ask(client, path, method="GET")) != _told(ask(stranger, path, method="GET"))
    }

    assert differ == set() and len(outside) > 20


def _told(answer: HttpResponseBase) -> tuple[int, str]:
    return answer.status_code, answer.headers.get("Location", "")


def test_the_code_leads_to_the_page_she_came_for(cast: Cast, now: datetime) -> None:
    with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)

    led = client.get("/office/people/?q=x").headers["Location"]
    session = client.cookies["sessionid"].value
    entered = client.post(led, {"code": code_at(timezone.now())})

    assert entered.headers["Location"] == "/office/people/?q=x"
    assert client.get("/office/people/?q=x").status_code == 200
    assert client.cookies["sessionid"].value != session, "a session known from before is worth nothing"
    assert client.get(CODE_PAGE).headers["Location"] == "/office/"


@pytest.mark.parametrize(
    "place", ["https://example.org/office/", "//example.org/office/", "/\\\\example.org", "/join/"]
)
def test_the_code_leads_nowhere_outside_the_office(cast: Cast, place: str) -> None:
    with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)

    entered = client.post(f"{CODE_PAGE}?next={place}", {"code": code_at(timezone.now())})

    assert entered.headers["Location"] == "/office/"


def test_nothing_is_remembered_for_the_next_sign_in(cast: Cast) -> None:
    with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)
    client.post(CODE_PAGE, {"code": code_at(timezone.now())})
    client.post("/office/logout/")

    client.post("/office/login/", {"username": "manager-a", "password": PASSWORD})

    assert client.get("/office/people/").headers["Location"].startswith(CODE_PAGE)


def test_a_wrong_code_is_told_warmly_and_a_recovery_code_says_how_many_are_left(cast: Cast) -> None:
    codes = with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)

    page = client.post(CODE_PAGE, {"code": "12"}).content.decode()
    assert "This code does not fit" in page
    page = client.post(CODE_PAGE, {"code": codes[0]}).content.decode()
    assert "Please try again in 1 s" in page
    actions.second_factor_off_from_terminal("manager-a", now=timezone.now())
    codes = with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)
    home = client.post(CODE_PAGE, {"code": codes[0]}, follow=True)

    assert "9 are left" in home.content.decode()


def test_a_one_time_password_does_not_lead_around_the_code(cast: Cast, now: datetime) -> None:
    with_second_factor(cast.trainer_a, now=now)
    password = actions.new_one_time_password(cast.trainer_a, by=cast.manager_a, now=now)
    client = Client()
    client.post("/office/login/", {"username": "trainer-a", "password": password})

    assert client.get("/office/own-password/").headers["Location"].startswith(CODE_PAGE)
    client.post(CODE_PAGE, {"code": code_at(timezone.now())})
    assert client.get("/office/people/").headers["Location"] == "/office/own-password/"


def test_turning_it_on_shows_square_key_and_codes_and_closes_her_other_windows(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    here, elsewhere = signed_in(cast.operator), signed_in(cast.operator)
    assert "two-step sign-in" in here.get("/office/").content.decode()
    page = here.get("/office/account/second-factor/").content.decode()
    secret = here.session["second_factor_secret"]
    key = b32encode(bytes.fromhex(secret)).decode()
    in_fours = " ".join(re.findall("....", key))
    again = here.get("/office/account/second-factor/").content.decode()
    assert in_fours in page and square(page) != "" and square(page) == square(again), "reloading changes nothing"

    wrong = here.post("/office/account/second-factor/", {"code": "1"}).content.decode()
    shown = here.post("/office/account/second-factor/", {"code": code_at(timezone.now(), secret=secret)})
    codes = re.findall(r"\b\d{5} \d{5}\b", shown.content.decode())

    assert "This code does not fit" in wrong and in_fours in wrong
    assert len(codes) == 10 and 'id="print"' in shown.content.decode()
    assert here.get("/office/people/").status_code == 200
    assert "10 recovery codes are left" in here.get("/office/account/").content.decode()
    assert "Your password alone" not in here.get("/office/").content.decode()
    assert elsewhere.get("/office/people/").headers["Location"].startswith(CODE_PAGE)
    lines = " ".join(str(entry.data) + entry.label for entry in ModelLogEntry.objects.all())
    told = caplog.text + lines
    assert not any(word in told for word in (secret, key, in_fours, codes[0], codes[0].replace(" ", "")))


def square(page: str) -> str:
    """What there is to scan."""
    return "".join(re.findall(r'<svg role="img".*?</svg>', page, re.S))


def test_new_recovery_codes_take_the_place_of_the_old_ones_while_it_stays_on(cast: Cast) -> None:
    old = with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)
    client.post(CODE_PAGE, {"code": old[0]})
    address = "/office/account/second-factor/codes/"
    assert address in client.get("/office/account/").content.decode()

    wrong = client.post(address, {"password": "not-hers", "code": old[1]}).content.decode()
    cast.manager_a.refresh_from_db()
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    shown = client.post(address, {"password": PASSWORD, "code": code_at(timezone.now())}).content.decode()

    assert "This is not your password" in wrong and old[1] not in shown
    new = [code.replace(" ", "") for code in re.findall(r"\b\d{5} \d{5}\b", shown)]
    assert len(new) == 10 and queries.recovery_codes_left(cast.manager_a) == 10
    assert not set(new) & set(old)
    assert isinstance(refusal_of(cast.manager_a, code=old[2], now=timezone.now()), WrongCode)
    later = timezone.now() + timedelta(minutes=10)
    assert refusal_of(cast.manager_a, code=new[0], now=later) is None
    assert ModelLogEntry.objects.filter(action="people.new_recovery_codes").count() == 1
    assert client.get("/office/people/").status_code == 200


def test_her_account_turns_it_off_and_its_pages_lead_back_when_there_is_nothing_to_do(cast: Cast) -> None:
    with_second_factor(cast.manager_a, now=timezone.now())
    client = after_the_password(cast.manager_a)
    code = code_at(timezone.now())
    client.post(CODE_PAGE, {"code": code})
    assert client.get("/office/account/second-factor/").headers["Location"] == "/office/account/"

    used = {"password": PASSWORD, "code": code}
    assert "used already" in client.post("/office/account/second-factor/off/", used).content.decode()
    fresh = {"password": PASSWORD, "code": code_at(timezone.now() + STEP)}
    client.post("/office/account/second-factor/off/", fresh)

    assert queries.second_factor_of(cast.manager_a) is None
    assert client.get("/office/people/").status_code == 200


def test_the_operator_resets_a_colleague_after_a_page_that_asks(cast: Cast, now: datetime) -> None:
    with_second_factor(cast.manager_a, now=now)
    page, address = f"/office/people/staff/{cast.manager_a.pk}/", "second-factor/"
    client = signed_in(cast.operator)
    assert address in client.get(page).content.decode()

    assert "be sure that it is she" in client.get(page + address).content.decode()
    assert queries.second_factor_of(cast.manager_a) is not None
    client.post(page + address)

    assert queries.second_factor_of(cast.manager_a) is None
    line = ModelLogEntry.objects.get(action="people.second_factor_reset")
    assert line.user == cast.operator and line.object_id == str(cast.manager_a.pk)
    assert after_the_password(cast.manager_a).get("/office/people/").status_code == 200


def test_nobody_else_resets_and_nobody_her_own(cast: Cast, now: datetime) -> None:
    for staff in (cast.trainer_a, cast.operator):
        with_second_factor(staff, now=now)

    for by, staff in ((cast.manager_a, cast.trainer_a), (cast.operator, cast.operator)):
        with pytest.raises(NotAllowed):
            actions.reset_second_factor(staff, by=by, now=now)
        signed_in(by).post(f"/office/people/staff/{staff.pk}/second-factor/")

    assert queries.second_factor_of(cast.trainer_a) is not None
    assert queries.second_factor_of(cast.operator) is not None


def test_whoever_runs_the_machine_turns_it_off_from_the_terminal(cast: Cast, now: datetime) -> None:
    with_second_factor(cast.operator, now=now)
    said = io.StringIO()

    call_command("second_factor", off="operator", stdout=said)

    assert "operator signs in with the password alone now. operator 现在只用密码登录。" in said.getvalue()
    assert queries.second_factor_of(cast.operator) is None
    for name, words in {"operator": "is off already", "nobody": "Nobody signs in as nobody"}.items():
        with pytest.raises(CommandError, match=words):
            call_command("second_factor", off=name)


def test_operators_and_county_officers_are_reminded_and_nobody_else(cast: Cast) -> None:
    people = {staff: "two-step sign-in" in signed_in(staff).get("/office/").content.decode() for staff in _staff(cast)}

    assert [staff.username for staff, is_reminded in people.items() if is_reminded] == ["operator", "officer"]


def _staff(cast: Cast) -> list[Staff]:
    return [cast.operator, cast.county_officer, cast.manager_a, cast.trainer_a]


def test_a_site_may_ask_it_of_operators_and_county_officers(cast: Cast, settings: Settings, now: datetime) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    officer, manager = signed_in(cast.county_officer), signed_in(cast.manager_a)

    assert officer.get("/office/people/").headers["Location"] == "/office/account/second-factor/"
    assert officer.get("/office/account/second-factor/").status_code == 200
    assert manager.get("/office/people/").status_code == 200
    actions.new_one_time_password(cast.county_officer, by=cast.operator, now=now)
    cast.county_officer.refresh_from_db()
    officer.force_login(cast.county_officer)
    assert officer.get("/office/account/second-factor/").headers["Location"] == "/office/own-password/"
    assert officer.get("/office/own-password/").status_code == 200
