"""Making the demo: a county, its people, and eight weeks of learning, in one transaction and only once.

Each day is lived as a real one: phones hand over when they have a network, progress is folded, days are counted,
reminders are decided in the morning and passed on by trainers in the evening.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from random import Random

from django.db import transaction

from courses.demo.cast import NICKNAMES, Person, the_cast
from courses.demo.county import COUNTY, Class, SignIn, make_county
from courses.demo.learning import Course, Learning, course_on_offer, visit_without_script
from courses.demo.life import SHANGHAI, Visit, visits
from courses.demo.phones import Inhabitant, Phone, inhabitant
from courses.demo.questions import ASKS, ask, may_ask
from courses.learning import actions as learning
from courses.learning import queries as learning_queries
from courses.learning.models import Event
from courses.people import actions as people
from courses.people.models import County, Role, Staff
from courses.refusals import Conflict
from courses.reminders import actions as reminders
from courses.reminders import queries as reminder_queries
from courses.reports import actions as reports
from courses.reports import queries as report_queries

DAYS = 56
EVENING = timedelta(hours=20, minutes=15)
REMINDERS_FOR = timedelta(days=28)
TOLD_AFTER = timedelta(days=3)
ALONE = ("ra",)
"""What those learn who belong to no group."""


class NothingToLearn(Conflict):
    """No lesson is on offer yet: load the library first."""

    code = "nothing-to-learn"


class NobodyInCharge(Conflict):
    """The site has no operator yet."""

    code = "nobody-in-charge"


@dataclass(frozen=True, kw_only=True)
class Demo:
    """What was made. Passwords stand in `sign_ins` and nowhere else."""

    sign_ins: Sequence[SignIn]
    learners: int
    events: int


@transaction.atomic
def make_demo(*, now: datetime, size: int = len(NICKNAMES), days: int = DAYS) -> Demo | None:
    """Make the demo county with `size` learners and `days` of learning up to `now`; None: it is there already.

    The same `now` gives the same figures. Raises NothingToLearn, NobodyInCharge.
    """
    if County.objects.filter(name=COUNTY).exists():
        return None
    operator = Staff.objects.filter(roles__role=Role.OPERATOR, is_active=True).order_by("pk").first()
    if operator is None:
        raise NobodyInCharge
    first_day = (now - timedelta(days=days)).astimezone(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0)
    county = make_county(by=operator, now=first_day)
    persons = the_cast(size=size, classes=len(county.classes))
    village = _Village(persons=persons, classes=county.classes, first_day=first_day, now=now)
    for day, lived in _by_day(village.all_visits()):
        village.live(lived)
        _evening(county.classes, now=min(now, day + EVENING), with_reminders=now - day <= REMINDERS_FOR)
    village.ask()
    _evening(county.classes, now=now, with_reminders=True)
    events = Event.objects.filter(learner__in=[who.learner for who in village.inhabitants.values()]).count()
    return Demo(sign_ins=county.sign_ins, learners=len(persons), events=events)


def _by_day(lived: Sequence[Visit]) -> Iterator[tuple[datetime, Sequence[Visit]]]:
    """Visits by their day, each with its midnight."""
    for day, those in groupby(lived, key=lambda visit: visit.at.astimezone(SHANGHAI).date()):
        yield datetime.combine(day, time(), tzinfo=SHANGHAI), list(those)


def _evening(classes: Sequence[Class], *, now: datetime, with_reminders: bool) -> None:
    """What Celery does all day long, and what trainers do before supper."""
    for learner in list(learning_queries.learners_ahead()):
        learning.fold_learner(learner)
    for learner in list(report_queries.ahead_of_roll_ups()):
        reports.count_learner(learner=learner)
    if not with_reminders:
        return
    for trainer in {each.trainer.pk: each.trainer for each in classes}.values():
        _pass_on(trainer, now=now)
    for batch in reminder_queries.learners_to_look_at(now=now):
        reminders.decide(learners=batch, now=now)
    reminders.send_due(now=now)
    reminders.drop_untrue(now=now)


def _pass_on(trainer: Staff, *, now: datetime) -> None:
    """She tells half of those who have stood on her list for three days; the others she does not reach."""
    for row in reminder_queries.listed_for(trainer).filter(due_at__lte=now - TOLD_AFTER):
        if row.learner_id.int % 2:
            reminders.pass_on(reminder=row.pk, staff=trainer, now=now)


def _course(modules: Sequence[str], *, language: str) -> Course:
    course = course_on_offer(modules, language=language)
    if not course:
        raise NothingToLearn
    return course


class _Village:
    """The phones of everybody, and who holds which."""

    def __init__(self, *, persons: Sequence[Person], classes: Sequence[Class], first_day: datetime, now: datetime):
        self.persons, self.classes, self.first_day, self.now = persons, classes, first_day, now
        self.courses = {
            (modules, language): _course(modules, language=language)
            for modules in {ALONE, *(tuple(each.modules) for each in classes)}
            for language in ("en", "zh-hans")
        }
        self.inhabitants = {each.number: inhabitant(Random(f"learner {each.number}")) for each in persons}
        self.phones: dict[int, Phone] = {}
        self.at_her_phone: dict[int, Learning] = {}

    def all_visits(self) -> list[Visit]:
        found = [visit for person in self.persons for visit in self._visits(person)]
        return sorted(found, key=lambda visit: (visit.at, visit.person.number))

    def _visits(self, person: Person) -> list[Visit]:
        starts = self.classes[person.class_number].starts_on_day if person.class_number is not None else 10
        return visits(person, starts_on_day=starts, first_day=self.first_day, now=self.now)

    def live(self, lived: Sequence[Visit]) -> None:
        for visit in lived:
            phone = self._phone_of(visit)
            at = max(visit.at, phone.free_at + timedelta(minutes=2))
            who = self.inhabitants[visit.person.number]
            self._be_there(visit, who=who, phone=phone, at=at)
            if visit.is_first and visit.person.class_number is not None:
                self._join(self.classes[visit.person.class_number], who=who, phone=phone, number=visit.person.number)

    def _join(self, joined: Class, *, who: Inhabitant, phone: Phone, number: int) -> None:
        """She types the code on the poster; her trainer writes down the village."""
        phone.join(joined.code, who=who, at=phone.free_at)
        people.move_learner(
            who.learner,
            centre=joined.group.centre,
            group=joined.group,
            village=joined.villages[number % len(joined.villages)],
            by=joined.trainer,
            now=phone.free_at + timedelta(minutes=1),
        )

    def _be_there(self, visit: Visit, *, who: Inhabitant, phone: Phone, at: datetime) -> None:
        course = self._course_of(visit.person)
        random = Random(f"visit {visit.person.number} {visit.number}")
        if not visit.person.has_script:
            phone.free_at = visit_without_script(visit, who=who, phone=phone, course=course, random=random, at=at)
            return
        here = self.at_her_phone.setdefault(
            visit.person.number, Learning(who=who, phone=phone, course=course, random=random)
        )
        here.random = random
        phone.free_at = here.visit(visit, at=at)
        if visit.syncs:
            phone.sync(phone.free_at, reply_is_lost=visit.reply_is_lost)

    def ask(self) -> None:
        """The first of those who may ask something of their trainer."""
        asking = [person for person in self.persons if may_ask(person)]
        for wanted, person in zip(ASKS, asking, strict=False):
            ask(
                wanted,
                who=self.inhabitants[person.number],
                phone=self.phones[person.phone],
                course=self._course_of(person),
                by=self.classes[0].trainer,
                now=self.now,
            )

    def _course_of(self, person: Person) -> Course:
        modules = ALONE if person.class_number is None else tuple(self.classes[person.class_number].modules)
        return self.courses[modules, person.language]

    def _phone_of(self, visit: Visit) -> Phone:
        number = visit.person.phone
        if number not in self.phones:
            random = Random(f"phone {number}")
            self.phones[number] = Phone(
                random=random, clock=visit.person.clock, began_at=visit.at, language=visit.person.language
            )
        phone = self.phones[number]
        who = self.inhabitants[visit.person.number]
        if who not in phone.inhabitants:
            phone.inhabitants.append(who)
        return phone
