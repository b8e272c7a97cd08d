from dataclasses import replace
from typing import Any

import pytest

from courses.engine.margin import Order, broken_at_zero, left_per_order
from tests.engine.vectors import vectors

FILE = vectors("margin.json")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])
def test_every_order_leaves_its_money(case: dict[str, Any]) -> None:
    assert left_per_order(Order(**case["order"])) == pytest.approx(case["left"], abs=0.005)


@pytest.mark.parametrize("case", FILE["zero"])
def test_the_breakage_at_which_nothing_is_left(case: dict[str, Any]) -> None:
    order = Order(**case["order"])
    assert round(100 * broken_at_zero(order), 2) == case["broken_percent"]
    assert left_per_order(replace(order, broken=broken_at_zero(order))) == pytest.approx(0)
