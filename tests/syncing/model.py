"""The upload protocol as a small machine whose every state is visited: a phone, a copy of it, a server, a network.

Events are small numbers. A phone knows which events it `holds` and which it `believes` the server has. It sends what
it does not believe delivered, with a digest of what it does; the server answers whether that is all it has. Requests
and replies may be lost, doubled and late; the server may return to its backup; the phone may be copied.

`lost_events(policy)` gives an event that some order of happenings loses for good, or None when none can.
"""

from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

Policy = Literal["digest", "keep-but-trust-acks", "delete-on-ack"]
Ids = frozenset[int]
NONE: Ids = frozenset()

MOST_EVENTS = 2
MOST_IN_FLIGHT = 2


class Phone(NamedTuple):
    holds: Ids = NONE
    believes: Ids = NONE


class Message(NamedTuple):
    """A request or the reply to it. `sent`: its events; `claimed`: what its digest is over; `held`: what is there."""

    phone: int
    sent: Ids
    claimed: Ids
    held: Ids | None = None


class World(NamedTuple):
    phones: tuple[Phone, ...] = (Phone(),)
    server: Ids = NONE
    backup: Ids | None = None
    flying: frozenset[Message] = frozenset()
    written: int = 0
    restored: bool = False


def request(phone: Phone, number: int) -> Message:
    return Message(phone=number, sent=phone.holds - phone.believes, claimed=phone.believes)


def answered(message: Message, server: Ids) -> tuple[Ids, Message]:
    """The server after a request, and its reply."""
    server |= message.sent
    return server, message._replace(held=server)


def believed(phone: Phone, reply: Message, policy: Policy) -> Phone:
    """The phone after a reply. A digest that differs is followed by `have`, after which only the truth is believed."""
    assert reply.held is not None
    if policy == "digest":
        same = reply.held == reply.claimed | reply.sent
        return phone._replace(believes=phone.believes | reply.sent if same else reply.held)
    believes = phone.believes | reply.sent
    holds = phone.holds - believes if policy == "delete-on-ack" else phone.holds
    return Phone(holds=holds, believes=believes)


def happenings(world: World, policy: Policy) -> Iterator[World]:
    """Every world that may come next."""
    for number, phone in enumerate(world.phones):
        if world.written < MOST_EVENTS:
            wrote = phone._replace(holds=phone.holds | {world.written + 1})
            yield world._replace(phones=_with(world, number, wrote), written=world.written + 1)
        if len(world.flying) < MOST_IN_FLIGHT:
            yield world._replace(flying=world.flying | {request(phone, number)})
    if len(world.phones) == 1:
        yield world._replace(phones=(*world.phones, world.phones[0]))
    for message in world.flying:
        for flying in (world.flying - {message}, world.flying):  # once, or doubled on the way
            yield _arrived(world, message, policy)._replace(flying=_after(world, message, flying))
        yield world._replace(flying=world.flying - {message})
    yield world._replace(backup=world.server)
    if world.backup is not None and not world.restored:
        yield world._replace(server=world.backup, restored=True)


def _arrived(world: World, message: Message, policy: Policy) -> World:
    if message.held is None:
        return world._replace(server=answered(message, world.server)[0])
    phone = believed(world.phones[message.phone], message, policy)
    return world._replace(phones=_with(world, message.phone, phone))


def _after(world: World, message: Message, flying: frozenset[Message]) -> frozenset[Message]:
    reply = NO_REPLY if message.held is not None else frozenset({answered(message, world.server)[1]})
    return flying | reply if len(flying | reply) <= MOST_IN_FLIGHT else flying - {message} | reply


NO_REPLY: frozenset[Message] = frozenset()


def _with(world: World, number: int, phone: Phone) -> tuple[Phone, ...]:
    return (*world.phones[:number], phone, *world.phones[number + 1 :])


@cache  # many worlds differ only in what flies
def settled(phones: tuple[Phone, ...], server: Ids, policy: Policy) -> Ids:
    """What the server has after the network was good for a while."""
    later = list(phones)
    for _ in range(4):
        for number, phone in enumerate(later):
            server, reply = answered(request(phone, number), server)
            later[number] = believed(phone, reply, policy)
    return server


def lost_events(policy: Policy) -> Ids | None:
    """What is lost in the first world found that loses something; None where no world does."""
    seen = {World()}
    queue = deque(seen)
    while queue:
        world = queue.popleft()
        if lost := frozenset(range(1, world.written + 1)) - settled(world.phones, world.server, policy):
            return lost
        for following in happenings(world, policy):
            if following not in seen:
                seen.add(following)
                queue.append(following)
    return None
