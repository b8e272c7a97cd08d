"""Households' phones and one server, with everything that can go wrong between them, in any order.

Phones write, send, copy themselves, die between two writes, lose their database. The network drops, doubles, delays.
The server dies between two statements, comes back from a backup, publishes anew, blocks, merges, erases. What must
hold stands in tests/syncing/world.py, what may happen in tests/syncing/machine.py.
"""

from collections.abc import Iterator

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from courses.learning.models import Event
from courses.people.models import Role
from courses.syncing.models import Parked
from tests.builders import a_staff_member
from tests.syncing.forgetful import ForgetsWhatWasAcknowledged, NeverAsksForAName, NeverShowsItsProof
from tests.syncing.machine import Machine
from tests.syncing.releases import Releases
from tests.syncing.world import World

EXAMPLES, STEPS = 200, 20
ON_POSTGRESQL = 30
LONG_EXAMPLES, LONG_STEPS = 800, 40
LEAST_STEPS_OF_THE_LONG_RUN = 20_000


def _settings(*, examples: int, steps: int, shrinks: bool = True, is_new: bool = False) -> settings:
    """The same examples at every run, so that nobody's change is blamed for chance; `is_new`: others each time."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
        derandomize=not is_new,
        print_blob=True,
        phases=[Phase.generate, *([Phase.shrink] if shrinks else [])],
        report_multiple_bugs=False,
    )


@pytest.fixture
def machine(db: None) -> type[Machine]:
    class Ready(Machine):
        releases = Releases()
        operator = a_staff_member(role=Role.OPERATOR)

    return Ready


@pytest.fixture
def world(machine: type[Machine]) -> Iterator[Machine]:
    """For one story by itself; what is promised is looked at when it ends."""
    world = machine()
    world.two_families_begin(people=1)
    yield world
    world.teardown()


def test_phones_and_server_agree_whatever_happened(machine: type[Machine]) -> None:
    examples = ON_POSTGRESQL if connection.vendor == "postgresql" else EXAMPLES
    run_state_machine_as_test(machine, settings=_settings(examples=examples, steps=STEPS))


@pytest.mark.long
def test_they_agree_over_twenty_thousand_steps(machine: type[Machine]) -> None:
    before = World.steps
    chosen = _settings(examples=LONG_EXAMPLES, steps=LONG_STEPS, is_new=True)
    run_state_machine_as_test(machine, settings=chosen)
    assert World.steps - before >= LEAST_STEPS_OF_THE_LONG_RUN


@pytest.mark.pages  # a rule that is alike on every database
def test_deleting_on_an_acknowledgement_is_noticed(machine: type[Machine]) -> None:
    class Forgets(machine):  # type: ignore[misc, valid-type]  # a class made for this test
        kind = ForgetsWhatWasAcknowledged

    with pytest.raises(AssertionError):
        run_state_machine_as_test(Forgets, settings=_settings(examples=EXAMPLES, steps=STEPS, shrinks=False))


def test_a_copy_with_a_name_of_its_own_is_known_again_after_a_restore(world: Machine) -> None:
    world.she_opens_a_lesson(0, 0, dies=None)
    world.it_talks_until_all_is_sent(0)
    world.it_is_backed_up()
    world.it_is_copied(0)
    for phone in (0, 2):
        world.she_opens_a_lesson(phone, 0, dies=None)
        world.it_talks_until_all_is_sent(phone)
    assert world.phones[0].database.device != world.phones[2].database.device
    world.it_comes_back_from_the_backup()
    world.she_opens_a_lesson(2, 0, dies=None)
    world.it_talks(2, part=4, dies=None)


def test_a_phone_of_whose_events_none_could_be_taken_hears_of_an_erasure_too(world: Machine) -> None:
    world.something_nobody_can_take_is_written(0, 0, how_many=2)
    world.it_talks_until_all_is_sent(0)
    world.somebody_is_erased(0, 0)


def test_a_late_stored_does_not_hide_that_she_was_erased(world: Machine) -> None:
    world.she_opens_a_lesson(0, 0, dies=None)
    world.the_reply_is_held_up(0, part=4)
    world.somebody_is_erased(0, 0)
    world.the_reply_is_lost(0, part=4)
    world.what_was_held_up_arrives(0, again=False, dies=None)


def test_whom_a_server_that_was_set_back_does_not_know_to_be_erased_may_ask(world: Machine) -> None:
    world.it_is_backed_up()
    world.she_opens_a_lesson(0, 0, dies=None)
    world.the_reply_is_held_up(0, part=4)
    world.somebody_is_erased(0, 0)
    world.it_comes_back_from_the_backup()
    world.she_asks(0, 0, size=1, dies=None)


def _she_learns_on_her_other_phone(world: Machine) -> str:
    """Whoever began on the first phone shows her pass on the second one and opens a lesson there. Gives who she is."""
    world.she_shows_her_pass_on_another_phone(0, 0, 1, twice=False)
    learner = next(iter(world.phones[0].database.people))
    world.she_opens_a_lesson(1, sorted(world.phones[1].database.people).index(learner), dies=None)
    world.it_talks_until_all_is_sent(1)
    return learner


def _she_is_let_in_after_the_backup(world: Machine) -> str:
    """On her second phone, which then calls the server that knows nothing of it."""
    world.she_opens_a_lesson(0, 0, dies=None)
    world.it_talks_until_all_is_sent(0)
    world.it_is_backed_up()
    learner = _she_learns_on_her_other_phone(world)
    world.it_comes_back_from_the_backup()
    world.it_talks_until_all_is_sent(1)
    return learner


def test_a_phone_that_was_let_in_after_the_backup_is_let_in_again_by_its_proof_alone(world: Machine) -> None:
    learner = _she_is_let_in_after_the_backup(world)
    assert Event.objects.filter(learner=learner, device=world.phones[1].database.device).count() == 1
    assert not Parked.objects.filter(settled_at=None).exists()


def test_a_phone_that_never_shows_its_proof_is_noticed(machine: type[Machine]) -> None:
    class Forgets(machine):  # type: ignore[misc, valid-type]  # a class made for this test
        kind = NeverShowsItsProof

    world = Forgets()
    world.two_families_begin(people=1)
    _she_is_let_in_after_the_backup(world)
    assert Parked.objects.filter(settled_at=None, code="not-your-learner").exists()
    with pytest.raises(AssertionError):
        world.teardown()


def _its_token_changes_after_the_backup(world: Machine) -> None:
    world.she_opens_a_lesson(0, 0, dies=None)
    world.it_talks_until_all_is_sent(0)
    world.it_is_backed_up()
    world.tokens_are_old()
    world.it_talks_until_all_is_sent(0)
    world.she_opens_a_lesson(0, 0, dies=None)
    world.it_comes_back_from_the_backup()


def test_a_phone_whose_token_is_newer_than_the_backup_shows_the_one_before(world: Machine) -> None:
    _its_token_changes_after_the_backup(world)
    world.it_talks_until_all_is_sent(0)
    assert Event.objects.count() == 2
    assert not world.phones[0].was_renamed


def _it_is_met_with_a_token_that_its_copy_never_had(world: Machine) -> None:
    """By a server that came back from before the first contact of both."""
    world.it_is_backed_up()
    world.it_is_copied(0)
    world.she_opens_a_lesson(0, 0, dies=None)
    world.it_talks_until_all_is_sent(0)
    world.tokens_are_old()
    world.it_talks_until_all_is_sent(0)
    world.it_comes_back_from_the_backup()
    world.she_opens_a_lesson(2, 0, dies=None)
    world.it_talks_until_all_is_sent(0)


def test_a_copy_none_of_whose_tokens_is_known_after_a_restore_is_given_a_name(world: Machine) -> None:
    _it_is_met_with_a_token_that_its_copy_never_had(world)
    world.it_talks_until_all_is_sent(2)
    assert Event.objects.count() == 2
    assert not Parked.objects.exists()


def test_a_phone_that_gives_up_where_no_token_is_known_is_noticed(machine: type[Machine]) -> None:
    class GivesUp(machine):  # type: ignore[misc, valid-type]  # a class made for this test
        kind = NeverAsksForAName

    world = GivesUp()
    world.two_families_begin(people=1)
    _it_is_met_with_a_token_that_its_copy_never_had(world)
    with pytest.raises(AssertionError, match="none of its tokens is known"):
        world.teardown()


def test_who_learned_first_is_let_in_again_after_another_phone_of_hers_named_her(world: Machine) -> None:
    world.it_is_backed_up()  # before anybody was heard of
    world.she_opens_a_lesson(0, 0, dies=None)
    world.it_talks_until_all_is_sent(0)
    learner = _she_learns_on_her_other_phone(world)
    world.it_comes_back_from_the_backup()
    for phone in (1, 0):
        world.it_talks_until_all_is_sent(phone)

    assert Event.objects.filter(learner=learner).count() == 2
    assert not Parked.objects.filter(settled_at=None).exists()
