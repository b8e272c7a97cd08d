"""Every order of happenings of the small model, for each way to decide what was delivered (OFFLINE.md §1)."""

import pytest

from tests.syncing.model import POLICIES, SAFE, lost_events


@pytest.mark.parametrize("policy", sorted(SAFE))
def test_what_we_do_loses_nothing_whatever_happens(policy: str) -> None:
    assert lost_events(policy) is None


@pytest.mark.parametrize("policy", sorted(POLICIES.keys() - SAFE))
def test_every_other_way_loses_events(policy: str) -> None:
    assert lost_events(policy)
