"""Learning without script: the server is the device. One post an answer, a redirect, and the reason on the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from courses.catalog import queries as catalog
from courses.catalog.rendering import read_response
from courses.engine.format import Lesson
from courses.learning import queries as learning
from courses.people import limits
from courses.people import queries as people
from courses.people.models import Group
from courses.refusals import Conflict, Refusal
from courses.syncing import actions as syncing
from courses.syncing import queries as sync_queries
from courses.syncing import wire
from courses.web.answered_page import Given, is_right, with_answers, with_unread
from courses.web.filled_forms import Fields, answer_fields
from courses.web.form_device import FormDevice, is_from_here, known_device, new_device
from courses.web.learner_sentences import sentences
from courses.web.lesson_page import LessonSource
from courses.web.lesson_sources import ReadyPage, cards_of, ready
from courses.web.short_ids import long_id

UNREAD = "unread"


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Where she is in a lesson: the newest `lesson_opened`, what she answered since, and whether she finished."""

    id: UUID
    given: Mapping[str, Given]
    is_finished: bool


def sitting_of(learner: UUID, *, module: str, lesson: Lesson) -> Sitting | None:
    """Her newest sitting of this lesson, from the record itself."""
    exercises = {f"{lesson.id}/{exercise.id}": exercise for exercise in lesson.exercises}
    sitting: UUID | None = None
    given: dict[str, Given] = {}
    is_finished = False
    for event in learning.events_after(learner=learner, record_seq=0).filter(module=module):
        if event.kind == "lesson_opened" and event.item == lesson.id:
            sitting, given, is_finished = event.pk, {}, False
        elif sitting and event.body.get("sitting") == str(sitting):
            is_finished = is_finished or (event.kind == "lesson_finished" and event.item == lesson.id)
            if event.kind == "answered" and event.item in exercises:
                exercise, response = exercises[event.item], event.body["response"]
                right = is_right(exercise, response)
                given[exercise.id] = Given(response=response, attempt=event.body["try"], is_right=right)
    return Sitting(id=sitting, given=given, is_finished=is_finished) if sitting else None


def page_of(request: HttpRequest, source: LessonSource) -> ReadyPage | None:
    """The lesson with her answers in it; None where this browser never answered without script.

    What was posted and is not yet an answer is said to be none; its exercise stands in the address.
    """
    known = _proved(known_device(request))
    lesson = catalog.lesson_of(release=source.release, lesson=str(source.file["lesson"])) if known else None
    unread, language = request.GET.get(UNREAD, ""), str(source.file["language"])
    sitting = None
    if known and lesson and "again" not in request.GET:
        sitting = sitting_of(known.learner, module=str(source.file["module"]), lesson=lesson)
    if not sitting and not unread:
        return None
    cards = cards_of(source)
    if lesson and sitting:
        cards = with_answers(cards, lesson=lesson, given=sitting.given, language=language)
        cards += _finished(language) if sitting.is_finished else ""
    if unread:
        cards = with_unread(cards, item=unread, fields=dict(request.GET.lists()), language=language)
    return ready(source, cards=cards, effort=4)


def _proved(me: FormDevice | None) -> FormDevice | None:
    """The device of the cookie, if the cookie shows the token that it was named with; with the id she has now."""
    if me is None:
        return None
    learner = sync_queries.held(device=me.device, token_hash=me.token_hash, learner=me.learner)
    return replace(me, learner=learner) if learner else None


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The question to go back to, and whose answer it was; None, with the fields, where it was not yet an answer."""

    item: str = ""
    unread: Fields = field(default_factory=dict)
    by: FormDevice | None = None


def take_answer(request: HttpRequest, source: LessonSource) -> Taken:
    """Keep the posted answer. Repeated with the same content it is known, with another it is a new try."""
    module, language = str(source.file["module"]), str(source.file["language"])
    lesson = catalog.lesson_of(release=source.release, lesson=str(source.file["lesson"]))
    item = request.POST.get("item", "")
    exercise = next((each for each in lesson.exercises if each.id == item), None) if lesson else None
    if lesson is None or exercise is None:
        return Taken()
    fields = dict(request.POST.lists())
    response = read_response(exercise, fields)
    if response is None:
        return Taken(item=item, unread=answer_fields(fields))
    me = _proved(known_device(request)) or new_device()
    posted = syncing.Posted(
        event=long_id(request.POST.get("id", "")),
        module=module,
        release=source.release,
        lesson=lesson,
        item=item,
        response=response,
        language=language,
        is_anew="again" in request.GET,
    )
    syncing.take_form_answer(
        posted, device=me.device, token=me.token, learner=me.learner, read=me.read, now=timezone.now()
    )
    return Taken(item=item, by=me)


def _finished(language: str) -> str:
    words = sentences(language)
    return (
        f'<div class="say good" id="end" role="status"><p>{words["finished"]}</p></div>'
        f'<p><a class="btn" href="?again">{words["again"]}</a></p>'
    )


@dataclass(frozen=True, kw_only=True)
class Joining:
    """What became of a code: a response to go on with, or the name of a sentence that says why not."""

    code: str
    response: HttpResponse | None = None
    refusal: str = ""
    status: int = 200


def group_to_greet_with(request: HttpRequest, *, code: str) -> Group | None:
    """The group of the code on the poster she scanned; None where the code seats nobody.

    Wrong codes count like tries to join: whoever guesses learns no more here than by posting the form.
    """
    address = limits.address_of(request)
    if not code or limits.is_over(limits.JOIN_BY_ADDRESS, who=address):
        return None
    group = people.group_to_join(code, now=timezone.now())
    if group is None:
        limits.count_try(limits.JOIN_BY_ADDRESS, who=address)
    return group


def take_join(request: HttpRequest, *, language: str) -> Joining:
    """Seat the learner of this browser in the code's group."""
    code = request.POST.get("code", "")[:40]
    if not is_from_here(request):
        return Joining(code=code, refusal="refused", status=403)
    if not limits.count_try(limits.JOIN_BY_ADDRESS, who=limits.address_of(request)):
        return Joining(code=code, refusal="too_many", status=429)
    me = _proved(known_device(request)) or new_device()
    wanted = wire.JoinRequest(code=code, device=me.device, learner=me.learner, read=me.read, language=language)
    try:
        syncing.join_group(wanted, token=me.token, now=timezone.now())
    except Refusal as refusal:
        over = isinstance(refusal, Conflict)
        return Joining(code=code, refusal="code_over" if over else "code_unknown", status=409 if over else 404)
    response = HttpResponseRedirect("/joined/")
    me.keep(request, response)
    return Joining(code=code, response=response)
