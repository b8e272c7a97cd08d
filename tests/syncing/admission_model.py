"""Who may write for a learner, as a small machine whose every state is visited (decision 0051).

She has two phones: the first names her, the second is let in with her pass. A stranger knows her id and has copied
every proof that was ever given. Each of the three writes one thing under her name, one bit each. Requests and replies
may be lost, doubled and late; staff block the second phone; the server may return to its backup. A policy says what
lets a phone in. `wrong(policy)` says what goes wrong in some order of happenings, or None.

Not in it: a stranger who calls a server that came back from before it ever heard of her, and before any phone of hers.
He is the first to name her there. That needs her id, which is random and stands on her own phones alone.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

Who = int
"""A set of the three, one bit each."""
NOBODY, FIRST, SECOND, STRANGER = 0, 1, 2, 4
HERS = (FIRST, SECOND)


class Policy(NamedTuple):
    """`proofs`: good for one device, for whoever holds one, or there are none."""

    proofs: str = "of a device"
    checks: bool = True
    proof_beats_block: bool = False
    in_flight: int = 2


POLICIES: Mapping[str, Policy] = {
    "a proof of each device": Policy(),
    "the table alone": Policy(proofs="none"),
    "a proof that is good for whoever holds it": Policy(proofs="of nobody"),
    "a proof that opens for a blocked phone too": Policy(proof_beats_block=True),
    "whoever knows her id": Policy(checks=False),
}
SAFE = {"a proof of each device"}


class Server(NamedTuple):
    """`let_in` by its table; `late`: what had not come when its phone was blocked, and must not count any more."""

    is_named: bool = False
    let_in: Who = NOBODY
    stored: Who = NOBODY
    parked: Who = NOBODY
    blocked: Who = NOBODY
    late: Who = NOBODY


class Message(NamedTuple):
    """A request, or with `is_taken` its reply: whether the phone may write, which is all that a proof tells it too."""

    by: Who
    event: Who
    shows: bool
    is_taken: bool | None = None


class World(NamedTuple):
    """`told`: who was told once that it may write, and so holds a proof; `refused`: who shows it the next time."""

    wrote: Who = FIRST
    told: Who = NOBODY
    refused: Who = NOBODY
    server: Server = Server()
    backup: Server | None = None
    flying: frozenset[Message] = frozenset()
    restored: bool = False


def request(world: World, by: Who) -> Message:
    if by == STRANGER:
        return Message(by=by, event=STRANGER, shows=bool(world.told))
    return Message(by=by, event=world.wrote & by, shows=bool(world.told & world.refused & by))


def answered(message: Message, server: Server, policy: Policy) -> tuple[Server, Message]:
    by = message.by
    if not server.is_named:
        server = server._replace(is_named=True, let_in=server.let_in | by)
    is_believed = message.shows and (
        policy.proofs == "of nobody" or (policy.proofs == "of a device" and by != STRANGER)
    )
    is_blocked = bool(server.blocked & by) and not (policy.proof_beats_block and is_believed)
    if is_believed and not is_blocked:
        server = let_in(server, by)
    is_taken = not is_blocked and (bool(server.let_in & by) or not policy.checks)
    if is_taken:
        server = server._replace(stored=server.stored | message.event)
    else:
        server = server._replace(parked=server.parked | message.event & ~server.stored)
    return server, message._replace(is_taken=is_taken)


def let_in(server: Server, by: Who) -> Server:
    """What was parked of it is judged again at that moment."""
    again = server.parked & by
    return server._replace(let_in=server.let_in | by, stored=server.stored | again, parked=server.parked & ~again)


def heard(world: World, reply: Message) -> World:
    if reply.is_taken:
        return world._replace(told=world.told | reply.by & ~STRANGER, refused=world.refused & ~reply.by)
    return world._replace(refused=world.refused | reply.by)


def happenings(world: World, policy: Policy) -> Iterator[World]:
    """Every world that may come next."""
    server = world.server
    yield world._replace(wrote=world.wrote | SECOND)
    for by in HERS:
        if may_talk(world, by) and len(world.flying) < policy.in_flight:
            yield world._replace(flying=world.flying | {request(world, by)})
    if may_talk(world, STRANGER):
        yield talked(world, STRANGER, policy)
    if server.let_in & FIRST and not server.blocked & SECOND:
        yield world._replace(server=let_in(server, SECOND))  # she shows her pass
    if server.let_in & SECOND and not server.blocked:
        late = SECOND & ~server.stored
        yield world._replace(server=server._replace(blocked=SECOND, late=late))
    for message in world.flying:
        for flying in (world.flying - {message}, world.flying):  # once, or doubled on the way
            yield arrived(world._replace(flying=flying), message, policy)
        yield world._replace(flying=world.flying - {message})
    if world.backup is None:
        yield world._replace(backup=server)
    if world.backup is not None and not world.restored:
        yield world._replace(server=world.backup, restored=True)


def may_talk(world: World, by: Who) -> bool:
    """The second phone knows her once it was let in; the stranger, see above."""
    if by == SECOND:
        return bool((world.server.let_in | world.told) & SECOND)
    return by == FIRST or world.server.is_named


def arrived(world: World, message: Message, policy: Policy) -> World:
    if message.is_taken is not None:
        return heard(world, message)
    server, reply = answered(message, world.server, policy)
    flying = world.flying | {reply} if len(world.flying) < policy.in_flight else world.flying
    return world._replace(server=server, flying=flying)


def talked(world: World, by: Who, policy: Policy) -> World:
    """At once, and nothing is lost."""
    server, reply = answered(request(world, by), world.server, policy)
    return heard(world._replace(server=server), reply)


@cache  # many worlds differ only in what flies
def complaint(phones: World, policy: Policy) -> str | None:
    """What is wrong after the network was good for a while. Nobody types a code, and staff do nothing."""
    world = phones
    for _ in range(3):
        for by in (*HERS, STRANGER):
            if may_talk(world, by):
                world = talked(world, by, policy)
    end = world.server
    if end.stored & STRANGER:
        return "a stranger's event counts"
    if end.stored & end.blocked & end.late:
        return "what a blocked phone sent counts"
    if world.wrote & phones.told & ~end.blocked & ~end.stored:
        return "what she did on a phone that was let in does not count"
    return None


def wrong(name: str) -> str | None:
    """What goes wrong in the first world found where anything does; None where nothing ever does."""
    policy = POLICIES[name]
    seen = {World()}
    queue = deque(seen)
    while queue:
        world = queue.popleft()
        if found := complaint(world._replace(backup=None, flying=frozenset(), restored=False), policy):
            return found
        for following in happenings(world, policy):
            if following not in seen:
                seen.add(following)
                queue.append(following)
    return None
