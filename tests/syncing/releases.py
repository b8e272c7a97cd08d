"""One small module in three releases: as it was, with another key in one exercise, and with one exercise more."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from courses.catalog import actions as catalog
from tests.learned import ON_OFFER_SINCE, module_body

MODULE, LESSON = "ra", "ra1"


class Releases:
    """All three are known to the server, the first is on offer.

    `right` gives for each release, by exercise, its `id@edition` and the response that is right.
    """

    def __init__(self) -> None:
        bodies = [module_body(), module_body(), module_body(exercises=3)]
        next(each for each in _exercises(bodies[1]) if each["id"] == "q1").update(edition=2, answer=False)
        self._built = [catalog.build_module(body) for body in bodies]
        self.right: dict[str, dict[str, tuple[str, bool]]] = {
            built.sha256: {each["id"]: (f"{each['id']}@{each['edition']}", each["answer"]) for each in _exercises(body)}
            for built, body in zip(self._built, bodies, strict=True)
        }
        for number in (1, 2, 0):
            self.publish(number)
        self.first = self._built[0].sha256

    def publish(self, number: int) -> None:
        catalog.publish(self._built[number], now=ON_OFFER_SINCE + timedelta(days=number))


def _exercises(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    lesson = next(each for each in body["lessons"] if each["id"] == LESSON)
    return (card["exercise"] for card in lesson["cards"] if card["exercise"])
