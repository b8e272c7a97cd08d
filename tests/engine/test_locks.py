"""The answer that opens a lock, as the phone computes it too."""

import pytest

from courses.engine.locks import answer, read_digits
from tests.engine.vectors import vectors

FILE = vectors("lock_codes.json")


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: case["answer"])
def test_the_answer_is_what_phone_and_office_both_compute(case: dict[str, str]) -> None:
    assert answer(bytes.fromhex(case["key"]), digits=case["digits"]) == case["answer"]


@pytest.mark.parametrize("case", FILE["typed"], ids=lambda case: case["typed"])
def test_digits_are_read_however_they_were_typed(case: dict[str, str | None]) -> None:
    assert read_digits(str(case["typed"])) == case["digits"]
