"""What a visit writes: the events of a phone on which somebody learns, or forms sent by a browser without script."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from courses.catalog import queries as catalog
from courses.demo import answers
from courses.demo.life import Step, Visit
from courses.demo.phones import LONG_AGO, Inhabitant, Phone
from courses.engine.format import Exercise, Lesson
from courses.syncing import actions as syncing

BEFORE_STOPPING = 2


@dataclass(frozen=True, kw_only=True)
class Offered:
    """A lesson as it is on offer in one language."""

    module: str
    release: str
    lesson: Lesson


Course = Sequence[Offered]
"""The lessons of a group's modules, one module after the other."""


@dataclass(kw_only=True)
class Learning:
    """One learner at her phone. `sittings` are those begun and not finished, by lesson."""

    who: Inhabitant
    phone: Phone
    course: Course
    random: Random
    sittings: dict[str, str] = field(default_factory=dict)
    at: datetime = LONG_AGO

    def visit(self, visit: Visit, *, at: datetime) -> datetime:
        """Everything she does in this visit; returns when she puts the phone down."""
        self.at = at
        self.phone.switch_on(at)
        self._pass(3, 8)
        self.phone.read_messages(learner=self.who.learner, at=self.at)
        for step in visit.steps:
            self._learn(step, skill=visit.skill)
        if visit.number == 1 or (visit.is_first and visit.person.manner == "beginner"):
            self._introduce(visit)
        self._pass(5, 20)
        return self.at

    def _pass(self, least: int, most: int) -> None:
        self.at += timedelta(seconds=self.random.randint(least, most), milliseconds=self.random.randrange(1000))

    def _learn(self, step: Step, *, skill: float) -> None:
        offered = self.course[step.lesson % len(self.course)]
        lesson = offered.lesson
        if step.depth != "rest" or lesson.id not in self.sittings:
            body: dict[str, object] = {"language": self.phone.language}
            self.sittings[lesson.id] = self._write("lesson_opened", offered, body=body)
        if step.depth == "look":
            return
        first = BEFORE_STOPPING if step.depth == "rest" else 0
        last = BEFORE_STOPPING if step.depth == "part" else len(lesson.exercises)
        for exercise in lesson.exercises[first:last]:
            self._answer(offered, exercise, skill=skill)
        if step.depth != "part":
            self._finish(offered)

    def _answer(self, offered: Offered, exercise: Exercise, *, skill: float) -> None:
        """Up to two tries, with time to read the card before and the reason after."""
        for attempt in (1, 2):
            self._pass(20, 75)
            is_right = self.random.random() < answers.chance(exercise, skill=skill, attempt=attempt)
            response = answers.response(exercise, is_right=is_right, random=self.random)
            body = {
                "sitting": self.sittings[offered.lesson.id],
                "try": attempt,
                "response": response,
                "credit": answers.credit(exercise, response),
            }
            self._write("answered", offered, part=exercise.id, body=body)
            if is_right:
                return

    def _finish(self, offered: Offered) -> None:
        sitting = self.sittings.pop(offered.lesson.id)
        for tool in (card.tool for card in offered.lesson.cards if card.tool):
            if self.random.random() < 0.6:
                self._pass(30, 120)
                body: dict[str, object] = {"sitting": sitting, "result": {"moves": self.random.randint(2, 14)}}
                self._write("tool_used", offered, part=tool.id, body=body)
        self._pass(10, 30)
        self._write("lesson_finished", offered, body={"sitting": sitting})

    def _write(self, kind: str, offered: Offered, *, part: str = "", body: dict[str, object]) -> str:
        """`part`: the exercise or tool it is about, else the whole lesson."""
        self._pass(1, 4)
        return self.phone.write(
            kind,
            learner=self.who.learner,
            at=self.at,
            body=body,
            module=offered.module,
            release=offered.release,
            item=f"{offered.lesson.id}/{part}" if part else offered.lesson.id,
        )

    def _introduce(self, visit: Visit) -> None:
        """When there is progress to keep she is asked for a name; and what she may share, she says first."""
        person, learner = visit.person, self.who.learner
        if person.nickname:
            profile: dict[str, object] = {
                "nickname": person.nickname,
                "picture": person.picture,
                "language": person.language,
            }
            self.phone.write("profile_set", learner=learner, at=self.at, body=profile)
        if person.birth_year:
            self.phone.write("consent_set", learner=learner, at=self.at, body={"purpose": "needs", "given": True})
            for question, answer in (("birth-year", person.birth_year), ("gender", person.gender)):
                body: dict[str, object] = {"question": question, "answer": answer}
                self.phone.write("survey_answered", learner=learner, at=self.at, body=body)


def visit_without_script(
    visit: Visit, *, who: Inhabitant, phone: Phone, course: Course, random: Random, at: datetime
) -> datetime:
    """The same lesson by forms: each answer is a page of its own, and the server writes the events."""
    for step in visit.steps:
        offered = course[step.lesson % len(course)]
        lesson = offered.lesson
        last = BEFORE_STOPPING if step.depth == "part" else len(lesson.exercises)
        for exercise in lesson.exercises[BEFORE_STOPPING if step.depth == "rest" else 0 : last]:
            at += timedelta(seconds=random.randint(25, 80))
            is_right = random.random() < answers.chance(exercise, skill=visit.skill, attempt=1)
            posted = syncing.Posted(
                event=uuid.UUID(int=random.getrandbits(128), version=4),
                module=offered.module,
                release=offered.release,
                lesson=lesson,
                item=exercise.id,
                response=answers.response(exercise, is_right=is_right, random=random),
                language=phone.language,
                is_anew=True,
            )
            syncing.take_form_answer(
                posted, device=phone.device, token=phone.token, learner=who.learner, read=who.read, now=at
            )
    return at


def course_on_offer(modules: Sequence[str], *, language: str) -> Course:
    """The lessons of these modules in this language, else in the other one; without those that are not on offer."""
    return [offered for module in modules for offered in _lessons_on_offer(module, language=language)]


def _lessons_on_offer(module: str, *, language: str) -> Course:
    for each in (language, "zh-hans", "en"):
        current = catalog.current_release(kind="module", key=module, language=each)
        body = catalog.release_body(current.pk) if current else None
        if body is not None:
            return [Offered(module=module, release=body.sha256, lesson=lesson) for lesson in body.lessons.values()]
    return []
