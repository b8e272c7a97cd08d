"""The demo county: two centres with their villages, groups and staff, made by an operator through people's actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from courses.people import actions as people
from courses.people.actions.staff import acceptable_password
from courses.people.models import Centre, County, Group, Role, Staff, Village

COUNTY = "云溪县（演示）"


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """An account to try the office with. The password is new in each demo and kept only as a hash."""

    username: str
    password: str
    role: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Class:
    """A group with the code that seats its learners, the villages they come from, who teaches it and what."""

    group: Group
    code: str
    villages: Sequence[Village]
    trainer: Staff
    starts_on_day: int
    modules: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What a centre is to have: its letter in user names, villages, and groups: name, day of the start, modules."""

    letter: str
    name: str
    language: str
    villages: Sequence[str]
    groups: Sequence[tuple[str, int, Sequence[str]]]


_NAMES = {
    "demo-county": "周国平",
    "demo-manager-a": "陈慧",
    "demo-trainer-a": "李雪",
    "demo-manager-b": "Zhao Min",
    "demo-trainer-b": "Wu Lei",
}
_PLANS = [
    _Plan(
        letter="a",
        name="柳河镇创业中心",
        language="zh-hans",
        villages=["小河村", "上庄村", "柳树沟村"],
        groups=[("秋季一班", 0, ("ra", "ec")), ("秋季二班", 7, ("pc", "ra"))],
    ),
    _Plan(
        letter="b",
        name="东岭镇创业中心",
        language="en",
        villages=["东岭村", "石桥村"],
        groups=[("晚班", 3, ("in", "ra")), ("周末班", 14, ("py", "ra"))],
    ),
]


@dataclass(frozen=True, kw_only=True)
class DemoCounty:
    classes: Sequence[Class]
    sign_ins: Sequence[SignIn]


def make_county(*, by: Staff, now: datetime) -> DemoCounty:
    """Everything that stands before the first learner comes. `now`: the day the county began."""
    county = people.create_county(name=COUNTY, by=by, now=now)
    sign_ins: list[SignIn] = []
    _hire("demo-county", role=Role.MANAGER, place=county, language="zh-hans", by=by, now=now, into=sign_ins)
    classes = [made for plan in _PLANS for made in _make_centre(plan, county=county, by=by, now=now, into=sign_ins)]
    return DemoCounty(classes=classes, sign_ins=sign_ins)


def _make_centre(plan: _Plan, *, county: County, by: Staff, now: datetime, into: list[SignIn]) -> list[Class]:
    centre = people.create_centre(county=county, name=plan.name, by=by, now=now)
    for role in (Role.MANAGER, Role.TRAINER):
        username = f"demo-{role}-{plan.letter}"
        staff = _hire(username, role=role, place=centre, language=plan.language, by=by, now=now, into=into)
    villages = [people.create_village(centre=centre, name=name, by=by, now=now) for name in plan.villages]
    classes = []
    for name, day, modules in plan.groups:
        group = people.create_group(centre=centre, name=name, by=by, now=now, trainers=[staff])
        code = people.make_join_code(group, by=staff, now=now, days=365).code
        made = Class(group=group, code=code, villages=villages, trainer=staff, starts_on_day=day, modules=modules)
        classes.append(made)
    return classes


def _hire(
    username: str, *, role: str, place: Centre | County, language: str, by: Staff, now: datetime, into: list[SignIn]
) -> Staff:
    """Invited, and accepted an hour later, as anybody else."""
    password = acceptable_password(username=username)
    _, token = people.invite_staff(
        email=f"{username}@demo.example",
        name=_NAMES[username],
        role=role,
        by=by,
        now=now,
        centre=place if isinstance(place, Centre) else None,
        county=place if isinstance(place, County) else None,
        language=language,
    )
    staff = people.accept_invitation(token, username=username, password=password, now=now + timedelta(hours=1))
    into.append(SignIn(username=username, password=password, role=role, place=place.name))
    return staff
