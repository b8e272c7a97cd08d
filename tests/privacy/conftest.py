"""Somebody of whom every table holds something, among staff and learners of two centres."""

import pytest

from tests.cast import Cast, the_cast
from tests.privacy.everything import Her, somebody_with_everything


@pytest.fixture
def cast(db: None) -> Cast:
    return the_cast()


@pytest.fixture
def her(cast: Cast) -> Her:
    return somebody_with_everything(cast)
