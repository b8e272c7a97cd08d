"""Phones that do not keep a promise. They are here to show that the tests notice."""

from tests.syncing.installation import Installation, Writes
from tests.syncing.phone import Json


class ForgetsWhatWasAcknowledged(Installation):
    """The classic outbox: what was acknowledged is deleted."""

    def _mark_delivered(self, ids: set[str]) -> Writes:
        yield from super()._mark_delivered(ids)
        self.database.events = {id: event for id, event in self.database.events.items() if id not in ids}
        self.database.bare |= ids
        yield

    def reconcile(self, days: dict[str, list[str]]) -> Writes:
        yield from super().reconcile(days)
        self.database.events = {id: self.database.events[id] for id in self.database.waiting}
        yield


class NeverShowsItsProof(Installation):
    """A phone that believes the first verdict, as before decision 0051."""

    def take(self, request: Json, reply: Json) -> Writes:
        self.shows = True
        yield from super().take(request, reply)


class NeverAsksForAName(Installation):
    """A phone that gives up where none of its tokens is known."""

    def request(self, *, most: int) -> Json:
        return super().request(most=most) | {"last": False}
