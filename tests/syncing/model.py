"""The upload protocol as a small machine whose every state is visited: a phone, a copy of it, a server, a network.

A set of events is a whole number, one bit an event. A phone knows which events it `holds` and which it `believes` the
server has, and sends the others. Requests and replies may be lost, doubled and late; the server may return to its
backup; the phone may be copied. A policy says what a phone makes of a reply, and by what the server tells events
apart. `lost_events(policy)` gives events that some order of happenings loses for good, or None.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

Ids = int
NONE: Ids = 0

MOST_EVENTS = 2


class Phone(NamedTuple):
    """`seq` is its own counter, `epoch` the history of the server that it last heard of."""

    holds: Ids = NONE
    believes: Ids = NONE
    seq: int = 0
    epoch: int = 0


class Server(NamedTuple):
    """`taken`: the numbers of phones' counters that are used up, where a policy looks at those."""

    has: Ids = NONE
    taken: Ids = NONE
    epoch: int = 0


class Message(NamedTuple):
    """A request: its events and what the digest is over. A reply: also what the server has then, and its epoch."""

    phone: int
    sent: Ids
    claimed: Ids
    seqs: Ids = NONE
    has: Ids | None = None
    epoch: int = 0


class Policy(NamedTuple):
    believes: Callable[[Phone, Message], Phone]
    bumps_epoch: bool = False
    by_counter: bool = False
    in_flight: int = 2


def _all_or_what_is_there(phone: Phone, reply: Message) -> Phone:
    """A digest over all that was ever delivered: where it differs, only what the server names is believed."""
    assert reply.has is not None
    is_same = reply.has == reply.claimed | reply.sent
    return phone._replace(believes=phone.believes | reply.sent if is_same else reply.has)


def _acknowledged(phone: Phone, reply: Message) -> Phone:
    return phone._replace(believes=phone.believes | reply.sent)


def _deletes(phone: Phone, reply: Message) -> Phone:
    believes = phone.believes | reply.sent
    return phone._replace(believes=believes, holds=phone.holds & ~believes)


def _until_a_new_epoch(phone: Phone, reply: Message) -> Phone:
    before = phone.believes if reply.epoch == phone.epoch else NONE
    return phone._replace(believes=before | reply.sent, epoch=reply.epoch)


POLICIES: Mapping[str, Policy] = {
    "set digest": Policy(_all_or_what_is_there),
    "delete on ack": Policy(_deletes),
    "keep, trust acks": Policy(_acknowledged),
    "keep, epoch bumped at restore": Policy(_until_a_new_epoch, bumps_epoch=True, in_flight=1),
    "keep, epoch forgotten at restore": Policy(_until_a_new_epoch),
    "set digest, told apart by (device, seq)": Policy(_all_or_what_is_there, by_counter=True),
}
SAFE = {"set digest", "keep, epoch bumped at restore"}
"""Of these only the first needs nobody to remember anything."""


class World(NamedTuple):
    phones: tuple[Phone, ...] = (Phone(),)
    server: Server = Server()
    backup: Server | None = None
    flying: frozenset[Message] = frozenset()
    written: int = 0
    restored: bool = False


def request(phone: Phone, number: int, policy: Policy) -> Message:
    sent = phone.holds & ~phone.believes
    seqs = 1 << phone.seq if policy.by_counter and sent else NONE
    return Message(phone=number, sent=sent, claimed=phone.believes, seqs=seqs)


def answered(message: Message, server: Server) -> tuple[Server, Message]:
    """The server after a request, and its reply. A counter that is used up is taken for an event that is known."""
    new = NONE if message.seqs & server.taken and message.sent & ~server.has else message.sent
    server = server._replace(has=server.has | new, taken=server.taken | message.seqs)
    has = server.has | message.sent if message.seqs else server.has
    return server, message._replace(has=has, epoch=server.epoch)


def happenings(world: World, policy: Policy) -> Iterator[World]:
    """Every world that may come next."""
    for number, phone in enumerate(world.phones):
        if world.written < MOST_EVENTS:
            seq = phone.seq + 1 if policy.by_counter else 0
            wrote = phone._replace(holds=phone.holds | 1 << world.written, seq=seq)
            yield world._replace(phones=_with(world, number, wrote), written=world.written + 1)
        if len(world.flying) < policy.in_flight:
            yield world._replace(flying=world.flying | {request(phone, number, policy)})
    if len(world.phones) == 1:
        yield world._replace(phones=(*world.phones, world.phones[0]))
    for message in world.flying:
        for flying in (world.flying - {message}, world.flying):  # once, or doubled on the way
            yield _arrived(world, message, policy)._replace(flying=_after(world, message, flying, policy))
        yield world._replace(flying=world.flying - {message})
    yield world._replace(backup=world.server)
    if world.backup is not None and not world.restored:
        epoch = world.server.epoch + 1 if policy.bumps_epoch else world.server.epoch
        yield world._replace(server=world.backup._replace(epoch=epoch), restored=True)


def _arrived(world: World, message: Message, policy: Policy) -> World:
    if message.has is None:
        return world._replace(server=answered(message, world.server)[0])
    phone = policy.believes(world.phones[message.phone], message)
    return world._replace(phones=_with(world, message.phone, phone))


def _after(world: World, message: Message, flying: frozenset[Message], policy: Policy) -> frozenset[Message]:
    if message.has is not None:
        return flying
    reply = answered(message, world.server)[1]
    return flying | {reply} if len(flying | {reply}) <= policy.in_flight else flying - {message} | {reply}


def _with(world: World, number: int, phone: Phone) -> tuple[Phone, ...]:
    return (*world.phones[:number], phone, *world.phones[number + 1 :])


@cache  # many worlds differ only in what flies
def settled(phones: tuple[Phone, ...], server: Server, policy: Policy) -> Ids:
    """What the server has after the network was good for a while."""
    later = list(phones)
    for _ in range(4):
        for number, phone in enumerate(later):
            server, reply = answered(request(phone, number, policy), server)
            later[number] = policy.believes(phone, reply)
    return server.has


def lost_events(name: str) -> Ids | None:
    """What is lost in the first world found that loses something; None where no world does."""
    policy = POLICIES[name]
    seen = {World()}
    queue = deque(seen)
    while queue:
        world = queue.popleft()
        if lost := ((1 << world.written) - 1) & ~settled(world.phones, world.server, policy):
            return lost
        for following in happenings(world, policy):
            if following not in seen:
                seen.add(following)
                queue.append(following)
    return None
