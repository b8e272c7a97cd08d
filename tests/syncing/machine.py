"""What happens in the world of the state machine: at phones, on the network, at the server. Any of it, in any order."""

import uuid
from contextlib import suppress
from datetime import timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from courses.engine.progress import NOTHING, join
from courses.people.models import Learner
from courses.privacy import actions as privacy
from courses.syncing import actions as syncing
from courses.syncing.models import Device, Erased, FormerToken, Parked
from tests.syncing.faults import Backup, Killed, is_killed, loses_its_database
from tests.syncing.installation import NETWORK
from tests.syncing.phone import Phone
from tests.syncing.questions import Questions
from tests.syncing.releases import LESSON
from tests.syncing.stores import Sitting
from tests.syncing.world import chosen

MOST_PHONES, MOST_PEOPLE = 4, 3
_SOME = st.integers(0, 11)
_PART = st.integers(1, 4)
_MOMENT = st.none() | st.integers(0, 5)
"""After how many writes a phone dies, if it does."""
_STATEMENT = st.integers(0, 12)


class Machine(Questions):
    """Two families' phones to begin with; others and copies join them."""

    # -- phones --------------------------------------------------------------------------------------------------

    @initialize(people=st.integers(1, 2))
    def two_families_begin(self, people: int) -> None:
        self.phones += [self.kind(release=self.releases.first, people=each) for each in (1, people)]

    @precondition(lambda self: len(self.phones) < MOST_PHONES)
    @rule(people=st.integers(1, 3))
    def another_family_begins(self, people: int) -> None:
        self.phones.append(self.kind(release=self.releases.first, people=people))

    @rule(phone=_SOME)
    def somebody_begins_on_a_phone(self, phone: int) -> None:
        if len(self._phone(phone).database.people) < MOST_PEOPLE:
            self._phone(phone).add_somebody()

    @rule(phone=_SOME, who=_SOME, dies=_MOMENT)
    def she_opens_a_lesson(self, phone: int, who: int, dies: int | None) -> None:
        at = self._phone(phone)
        learner, release = chosen(at, who), at.database.release
        event = at.event("lesson_opened", learner=learner, release=release, item=LESSON, body={"language": "en"})
        at.sittings.insert(0, Sitting(learner=learner, id=event["id"], release=release))
        self._writes(at, event, dies=dies)

    @rule(phone=_SOME, who=_SOME, item=st.integers(0, 2), attempt=st.integers(1, 3), says=st.booleans(), dies=_MOMENT)
    def she_answers(self, phone: int, who: int, item: int, attempt: int, says: bool, dies: int | None) -> None:
        at = self._phone(phone)
        learner = chosen(at, who)
        sitting = at.sitting_of(learner)
        if sitting is None:
            return self.she_opens_a_lesson(phone, who, dies)
        exercise = sorted(self.releases.right[sitting.release])[item % len(self.releases.right[sitting.release])]
        body = {"sitting": sitting.id, "try": attempt, "response": says, "credit": 1.0}
        place = f"{LESSON}/{exercise}"
        event = at.event("answered", learner=learner, release=sitting.release, item=place, body=body)
        return self._writes(at, event, dies=dies)

    @rule(phone=_SOME, who=_SOME)
    def she_finishes(self, phone: int, who: int) -> None:
        at = self._phone(phone)
        learner = chosen(at, who)
        if sitting := at.sitting_of(learner):
            body = {"sitting": sitting.id}
            event = at.event("lesson_finished", learner=learner, release=sitting.release, item=LESSON, body=body)
            at.sittings.remove(sitting)
            self._writes(at, event)

    @rule(phone=_SOME, who=_SOME, how_many=_PART)
    def something_nobody_can_take_is_written(self, phone: int, who: int, how_many: int) -> None:
        at = self._phone(phone)
        for _ in range(how_many):
            release, body = at.database.release, {"language": 7}
            learner = chosen(at, who)
            event = at.event("lesson_opened", learner=learner, release=release, item=LESSON, body=body)
            self.poison.add(event["id"])
            self._writes(at, event)

    @rule(phone=_SOME, days=st.integers(-3000, 3000), minutes=st.integers(0, 900))
    def its_clock_is_set(self, phone: int, days: int, minutes: int) -> None:
        self._phone(phone).clock += timedelta(days=days)
        self._phone(phone).mono += minutes * 60_000

    @rule(phone=_SOME)
    def it_is_switched_off_and_on(self, phone: int) -> None:
        self._phone(phone).start()

    @precondition(lambda self: len(self.phones) < MOST_PHONES)
    @rule(phone=_SOME)
    def it_is_copied(self, phone: int) -> None:
        self.phones.append(self._phone(phone).copied())

    @rule(phone=_SOME)
    def its_database_is_thrown_away(self, phone: int) -> None:
        """What waited comes back from the mirror; what the server was given is there, unless it forgot.

        One gap is known: who dies after an event is in the database and before it is in the mirror, and then loses the
        database before it sent anything.
        """
        at = self._phone(phone)
        waited = set(at.database.waiting)
        before = self._copies()
        at.evict()
        if at.was_renamed:
            self.brought |= set(at.database.people)  # what shows a server that was set back that it was let in, is gone
        lost = before - self._copies()
        assert not (lost & waited) - self.in_one_place, "something that waited was in one place only"
        self.may_be_gone |= lost

    # -- the network ---------------------------------------------------------------------------------------------

    @rule(phone=_SOME, part=_PART, dies=_MOMENT)
    def it_talks(self, phone: int, part: int, dies: int | None) -> None:
        letter = self._asks(self._phone(phone), part)
        self._takes(letter, self._answered(letter), dies=dies)

    @rule(phone=_SOME)
    def it_talks_until_all_is_sent(self, phone: int) -> None:
        self._phone(phone).talk()

    @rule(phone=_SOME, part=_PART)
    def the_reply_is_lost(self, phone: int, part: int) -> None:
        self._answered(self._asks(self._phone(phone), part))

    @rule(phone=_SOME, part=_PART)
    def the_request_is_held_up(self, phone: int, part: int) -> None:
        self.letters.append(self._asks(self._phone(phone), part))

    @rule(phone=_SOME, part=_PART)
    def the_reply_is_held_up(self, phone: int, part: int) -> None:
        letter = self._asks(self._phone(phone), part)
        self.letters.append(letter._replace(reply=self._answered(letter)))

    @precondition(lambda self: self.letters)
    @rule(which=_SOME, again=st.booleans(), dies=_MOMENT)
    def what_was_held_up_arrives(self, which: int, again: bool, dies: int | None) -> None:
        """In any order, once or more than once."""
        letter = self.letters[which % len(self.letters)]
        if not again:
            self.letters.remove(letter)
        if letter.reply is None:
            self.letters.append(letter._replace(reply=self._answered(letter)))
        else:
            self._takes(letter, letter.reply, dies=dies)

    @rule(phone=_SOME, part=_PART, at=_STATEMENT)
    def the_server_is_killed_meanwhile(self, phone: int, part: int, at: int) -> None:
        letter = self._asks(self._phone(phone), part)
        with self._all_or_nothing(letter), is_killed(at=at), suppress(Killed):
            letter.phone.post("/api/v1/sync", letter.request, token=letter.token)

    @rule(phone=_SOME, part=_PART, at=_STATEMENT)
    def its_database_goes_away_meanwhile(self, phone: int, part: int, at: int) -> None:
        letter = self._asks(self._phone(phone), part)
        with self._all_or_nothing(letter), loses_its_database(at=at):
            response = letter.phone.post("/api/v1/sync", letter.request, token=letter.token)
        assert response.status_code in (200, 401) or (response.status_code, response["Retry-After"]) == (503, "10")

    @rule(phone=_SOME, who=_SOME)
    def strangers_ask(self, phone: int, who: int) -> None:
        """Who knows a learner's id reads nothing and writes nothing; who knows a phone's id is sent away."""
        at = self._phone(phone)
        learner, before = chosen(at, who), self._server()
        if Learner.objects.filter(pk=learner).exists():
            stranger = Phone(client=NETWORK, learner=learner, release=self.releases.first)
            stranger.finish(str(uuid.uuid4()), lesson=LESSON)
            reply = stranger.send(stranger.request(stranger.waiting()))
            assert reply["changes"] == {}
            assert [code for _, _, code in reply["verdicts"]] == ["not-your-learner"]
            Parked.objects.filter(device_id=uuid.UUID(stranger.device)).delete()  # it is no event of anybody here
        if Device.objects.filter(pk=at.database.device).exists():
            assert (
                at.post("/api/v1/tokens", {"device": at.database.device, "next": "n" * 32}, token="t" * 32).status_code
                == 401
            )
            assert at.post("/api/v1/sync", at.request(most=1) | {"last": False}, token="t" * 32).status_code == 401
        assert self._server() == before

    # -- the server ----------------------------------------------------------------------------------------------

    @rule()
    def the_worker_folds(self) -> None:
        self._fold()

    @rule(at=_STATEMENT)
    def the_worker_is_killed_while_it_folds(self, at: int) -> None:
        with is_killed(at=at), suppress(Killed):
            self._fold()

    @rule()
    def it_is_backed_up(self) -> None:
        self.backup = Backup()

    @precondition(lambda self: self.backup)
    @rule()
    def it_comes_back_from_the_backup(self) -> None:
        assert self.backup is not None
        before = self._copies()
        self.backup.restore()
        self.reached = {}
        self.may_be_gone |= before - self._copies()  # phones that lost theirs, and who was erased there

    @rule()
    def tokens_are_old(self) -> None:
        """Every phone is asked for a new one."""
        syncing.renew_all()

    @rule()
    def tokens_of_before_end(self) -> None:
        FormerToken.objects.update(until=timezone.now())

    @rule(number=st.integers(0, 2))
    def a_module_is_published_anew(self, number: int) -> None:
        self.releases.publish(number)

    @rule(phone=_SOME)
    def a_phone_is_reported_lost(self, phone: int) -> None:
        for device in Device.objects.filter(pk=self._phone(phone).database.device):
            syncing.block(device, by=self.operator, now=timezone.now())

    @rule()
    def lost_phones_are_found(self) -> None:
        self._lost_phones_are_found()

    @rule(phone=_SOME, who=_SOME, other=_SOME, twice=st.booleans())
    def she_shows_her_pass_on_another_phone(self, phone: int, who: int, other: int, twice: bool) -> None:
        learner, there = chosen(self._phone(phone), who), self._phone(other)
        is_full = len(there.database.people) >= MOST_PEOPLE
        if is_full or learner in there.database.people or not Learner.objects.filter(pk=learner).exists():
            return
        read = uuid.uuid4().hex
        if self._admitted(there, learner, read=read, twice=twice):
            there.add_somebody(learner, read=read)

    @rule(phone=_SOME, who=_SOME, other=_SOME, whom=_SOME)
    def two_profiles_were_one_person(self, phone: int, who: int, other: int, whom: int) -> None:
        old, into = chosen(self._phone(phone), who), chosen(self._phone(other), whom)
        if old == into or Learner.objects.filter(pk__in=[old, into]).count() < 2:
            return
        privacy.merge_learners(uuid.UUID(old), into=uuid.UUID(into), by=self.operator, now=timezone.now())
        self.brought.add(into)
        before, kept = self.reached.pop(uuid.UUID(old), {}), self.reached.setdefault(uuid.UUID(into), {})
        kept |= {place: join(progress, kept.get(place, NOTHING)) for place, progress in before.items()}

    @rule()
    def staff_try_again_what_is_parked(self) -> None:
        self._parked_is_tried_again()

    @rule(phone=_SOME, who=_SOME)
    def somebody_is_erased(self, phone: int, who: int) -> None:
        learner = chosen(self._phone(phone), who)
        if Learner.objects.filter(pk=learner).exists():
            privacy.erase_learner(uuid.UUID(learner), by=self.operator, now=timezone.now())
            self.erased |= {str(id) for id in Erased.objects.values_list("pk", flat=True)}
            self.reached.pop(uuid.UUID(learner), None)
