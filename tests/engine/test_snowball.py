"""The ten days of a shop, reckoned again from the ranking's Python model and the tables of the case file."""

from dataclasses import replace
from typing import Any

import pytest

from courses.engine import ranking
from tests.engine.vectors import vectors

FILE = vectors("snowball.json")
SHOPS = [ranking.Listing(**listing) for listing in vectors("ranking.json")["listings"] + FILE["more"]]


def place_on(day: int, *, setup: dict[str, Any], total: int) -> int:
    """Where the shop stands: one that bought sales stands last from the day they are found."""
    real, reviews, bought = FILE["starts"][setup["start"]]
    if bought and day >= FILE["found_on"]:
        return len(FILE["looks_at"])
    changes = {
        "sales": real + total + bought,
        "n": reviews + total // 3 + bought // 2,
        "photo": setup["photo"],
        "hours": setup["hours"],
        "new": int(setup["start"] == "none"),
    }
    shops = [replace(shop, **changes) if shop.id == "B" else shop for shop in SHOPS]
    new = FILE["lift"] if setup["isLifted"] and day <= FILE["lifted_days"] else 0
    order = ranking.ranked(shops, weights={**ranking.DEFAULT_WEIGHTS, "new": new})
    return [placed.id for placed in order].index("B") + 1


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])
def test_place_clicks_and_sales_follow_from_one_another(case: dict[str, Any]) -> None:
    setup, total, days = case["setup"], 0, []
    of_hundred = 5 + round(10 * setup["photo"])
    for day in range(1, 11):
        place = place_on(day, setup=setup, total=total)
        looks = FILE["looks_at"][place - 1]
        clicks = (looks * of_hundred + 50) // 100
        sold = (2 * clicks + 5) // 10
        total += sold
        days.append([place, looks, clicks, sold])
    assert days == case["expected"]


def test_each_place_is_looked_at_by_seven_of_ten_who_looked_at_the_one_before() -> None:
    looks = FILE["looks_at"]
    assert looks == [round(400 * 0.7**place) for place in range(8)]
