"""Every order of happenings of the two small models: what was delivered (OFFLINE.md §1), and who may write."""

import pytest

from tests.syncing import admission_model
from tests.syncing.model import POLICIES, SAFE, lost_events


@pytest.mark.parametrize("policy", sorted(SAFE))
def test_what_we_do_loses_nothing_whatever_happens(policy: str) -> None:
    assert lost_events(policy) is None


@pytest.mark.parametrize("policy", sorted(POLICIES.keys() - SAFE))
def test_every_other_way_loses_events(policy: str) -> None:
    assert lost_events(policy)


@pytest.mark.parametrize("policy", sorted(admission_model.SAFE))
def test_who_was_let_in_counts_whatever_happens_and_nobody_else_does(policy: str) -> None:
    assert admission_model.wrong(policy) is None


@pytest.mark.parametrize(
    ("policy", "complaint"),
    [
        ("the table alone", "what she did on a phone that was let in does not count"),
        ("a proof that is good for whoever holds it", "a stranger's event counts"),
        ("a proof that opens for a blocked phone too", "what a blocked phone sent counts"),
        ("whoever knows her id", "a stranger's event counts"),
    ],
)
def test_every_other_way_to_let_phones_in_fails(policy: str, complaint: str) -> None:
    assert admission_model.wrong(policy) == complaint
