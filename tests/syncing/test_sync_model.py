"""Every order of happenings of the small model: only set reconciliation loses nothing."""

import pytest

from tests.syncing.model import Policy, lost_events


def test_a_digest_and_keeping_everything_lose_nothing() -> None:
    assert lost_events("digest") is None


@pytest.mark.parametrize("policy", ["keep-but-trust-acks", "delete-on-ack"])
def test_trusting_an_acknowledgement_loses_events(policy: Policy) -> None:
    assert lost_events(policy)
