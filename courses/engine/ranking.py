"""The ranking simulator's model (CURRICULUM.md, section 6.1). Its weights are invented, for learning.

The twin is `static/app/engine/ranking.ts`; both pass tests/vectors/ranking.json.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

LEAST_RELEVANCE = 0.40
USUAL_RATING = 4.5
USUAL_RATINGS = 20

FEATURES = ("rel", "sales", "rating", "price", "delivery", "photo", "new")
DEFAULT_WEIGHTS: Mapping[str, float] = {
    "rel": 30,
    "sales": 25,
    "rating": 15,
    "price": 10,
    "delivery": 10,
    "photo": 10,
    "new": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`rel`, `photo`, `pctr` 0 to 1 · `sales` in 30 days · `rating` 1 to 5 of `n` ratings · `price`, `bid` in yuan ·
    dispatched within `hours` · `new` 0 or 1.
    """

    id: str
    rel: float
    sales: int
    rating: float
    n: int
    price: float
    hours: float
    photo: float
    new: int = 0
    bid: float = 0
    pctr: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A listing in the list: `score` 0 to 100, and how much of it each feature gave (they add up to it)."""

    id: str
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)


def matched(listings: Sequence[Listing]) -> list[Listing]:
    """Step 1: those whose words fit."""
    return [listing for listing in listings if listing.rel >= LEAST_RELEVANCE]


def ranked(listings: Sequence[Listing], *, weights: Mapping[str, float] = DEFAULT_WEIGHTS) -> list[Placed]:
    """Steps 1 and 2, best first; equal scores keep the order given."""
    found = matched(listings)
    total = sum(weights.values()) or 1
    placed = [_placed(listing, _features(listing, among=found), weights, total) for listing in found]
    return sorted(placed, key=lambda each: -each.score)


def ad_slot(listings: Sequence[Listing]) -> list[tuple[str, float]]:
    """Who gets the advertising place: bid × expected click rate, best first; who bids nothing is not in it."""
    bids = [(each.id, each.bid * each.pctr) for each in listings if each.bid > 0]
    return sorted(bids, key=lambda bid: -bid[1])


def _placed(listing: Listing, features: Mapping[str, float], weights: Mapping[str, float], total: float) -> Placed:
    parts = {name: 100 * weights[name] * features[name] / total for name in FEATURES}
    return Placed(id=listing.id, score=sum(parts.values()), parts=parts)


def _features(listing: Listing, *, among: Sequence[Listing]) -> dict[str, float]:
    most_sales = max(each.sales for each in among)
    lowest, highest = min(each.price for each in among), max(each.price for each in among)
    rating = (listing.rating * listing.n + USUAL_RATING * USUAL_RATINGS) / (listing.n + USUAL_RATINGS)
    return {
        "rel": listing.rel,
        "sales": math.log1p(listing.sales) / (math.log1p(most_sales) or 1),
        "rating": _clip((rating - 3) / 2),
        "price": (highest - listing.price) / ((highest - lowest) or 1),
        "delivery": _clip(1 - (listing.hours - 24) / 48),
        "photo": listing.photo,
        "new": listing.new,
    }


def _clip(value: float) -> float:
    return min(1.0, max(0.0, value))
