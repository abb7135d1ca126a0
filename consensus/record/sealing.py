"""Sealing: which editions of the record are sealed, and which agencies have taken their copy.

The first is sealed when the meeting ends; later ones take in what was put right since. What exactly
is sealed the server keeps: here is only by which marks people recognise it.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from consensus.parts import Part, one
from consensus.people import MemberId, Members, agency_key
from consensus.refusal import Code, Refusal
from consensus.roomwide import Event as BesideEvent
from consensus.roomwide import disclosures, erasure, retention

# --- state ------------------------------------------------------------------------------------


class Taken(Struct, frozen=True):
    """An agency has its copy of an edition: who of them took it, and when (ms)."""

    agency: str
    member: MemberId
    at: int


class Edition(Struct, frozen=True):
    """A sealed state of the record: its root, and the marks by which people know seal and key.

    It was sealed at a time (ms), `by` somebody or by itself, and takes in so many `changes`.
    """

    root: str
    mark: str
    key: str
    at: int
    changes: int
    by: MemberId | None = None
    taken: tuple[Taken, ...] = ()


class State(Struct, frozen=True):
    """The editions, from the first, and how often the record was changed after the meeting."""

    editions: tuple[Edition, ...] = ()
    changes: int = 0

    @property
    def behind(self) -> bool:
        """Whether the record was changed since it was sealed last."""
        return not self.editions or self.editions[-1].changes < self.changes


# --- commands, all from the server ------------------------------------------------------------


class Seal(Struct, frozen=True, tag="seal"):
    """An edition is sealed and kept; `by` is the chair who asked for it, if anybody did."""

    edition: int
    root: str
    mark: str
    key: str
    at: int
    changes: int
    by: MemberId | None = None


class TakeCopy(Struct, frozen=True, tag="take_copy"):
    """A member takes their agency's copy of an edition."""

    member: MemberId
    edition: int


Command = Seal | TakeCopy

# --- events -----------------------------------------------------------------------------------


class Sealed(Struct, frozen=True, tag="sealed"):
    """An edition of the record was sealed."""

    edition: int
    root: str
    mark: str
    key: str
    at: int
    changes: int
    by: MemberId | None = None


class CopyTaken(Struct, frozen=True, tag="copy_taken"):
    """A member took their agency's copy of an edition."""

    member: MemberId
    agency: str
    edition: int
    at: int


Event = Sealed | CopyTaken

# --- decide and evolve ------------------------------------------------------------------------


def decide(
    state: State, command: Command, members: Members, closed: int | None, at: int
) -> tuple[Event, ...]:
    """Return what follows from `command` at a time (ms), or refuse it."""
    match command:
        case Seal():
            return _seal(state, command, members, closed)
        case TakeCopy():
            return _take(state, command, members, at)


def _seal(state: State, command: Seal, members: Members, closed: int | None) -> tuple[Event, ...]:
    may_seal(command.by, members, closed)
    if command.edition <= len(state.editions):
        return ()  # another node was quicker, with the very same edition
    if command.edition != len(state.editions) + 1:
        raise Refusal(Code.NOT_UNDERSTOOD)
    if command.changes != state.changes:
        raise Refusal(Code.TRY_AGAIN)  # it misses something that has happened meanwhile
    return (
        Sealed(
            command.edition,
            command.root,
            command.mark,
            command.key,
            command.at,
            command.changes,
            command.by,
        ),
    )


def may_seal(by: MemberId | None, members: Members, closed: int | None) -> None:
    """Refuse to seal what goes on, and whoever is not in the chair; `by` nobody is the server."""
    if closed is None:
        raise Refusal(Code.SEALED_AT_CLOSE)
    if by is not None and (by not in members or members[by].role != "chair"):
        raise Refusal(Code.CHAIR_ONLY)


def _take(state: State, command: TakeCopy, members: Members, at: int) -> tuple[Event, ...]:
    if command.member not in members:
        raise Refusal(Code.NOT_A_MEMBER)
    if not 1 <= command.edition <= len(state.editions):
        raise Refusal(Code.NO_SUCH_EDITION)
    agency = members[command.member].agency
    has = {agency_key(each.agency) for each in state.editions[command.edition - 1].taken}
    if agency_key(agency) in has:
        return ()
    return (CopyTaken(command.member, agency, command.edition, at),)


def evolve(state: State, event: Event) -> State:
    """Return the editions after `event`."""
    match event:
        case Sealed():
            made = Edition(event.root, event.mark, event.key, event.at, event.changes, event.by)
            return replace(state, editions=(*state.editions, made))
        case CopyTaken():
            number = event.edition - 1
            found = state.editions[number]
            taken = (*found.taken, Taken(event.agency, event.member, event.at))
            with_copy = replace(found, taken=taken)
            editions = (*state.editions[:number], with_copy, *state.editions[number + 1 :])
            return replace(state, editions=editions)


# What the record tells of beside the meeting itself: the next edition has it; none is due for it.
_BESIDE = (
    retention.RetentionSet,
    disclosures.Disclosed,
    erasure.ErasureAsked,
    erasure.ErasureDeclined,
)


def changed(state: State, event: BesideEvent) -> State:
    """Return the state after something happened that a seal of a closed record may miss."""
    if isinstance(event, _BESIDE):
        return state
    return replace(state, changes=state.changes + 1)


# --- what each audience sees ------------------------------------------------------------------


class SealRecord(Struct, frozen=True, tag="seal"):
    """Everyone: the newest edition, the marks of seal and key, and which agencies have a copy.

    `at` is when it was sealed (ms); `behind` says that the record was changed since.
    """

    edition: int
    mark: str
    key: str
    at: int
    behind: bool
    agencies: tuple[str, ...]


def everyone(state: State) -> Iterator[tuple[str, Part[SealRecord]]]:
    """Yield the parts that everyone, and so the wall, may see."""
    if state.editions:
        yield "seal", one("seal", (state,), lambda: _record(state))


def _record(state: State) -> SealRecord:
    newest = state.editions[-1]
    agencies = tuple(each.agency for each in newest.taken)
    number = len(state.editions)
    return SealRecord(number, newest.mark, newest.key, newest.at, state.behind, agencies)
