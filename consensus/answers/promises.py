"""Promises: what they say, who keeps them, when they are due, and how much each agency holds.

They outlive the room in which they were made: a later room of the series carries on what is open.
"""

from collections.abc import Container, Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from consensus.dates import day
from consensus.items import ItemId
from consensus.people import Member, MemberId, Members, Scene, agency_key, known_as
from consensus.refusal import Code, Refusal
from consensus.text import NAME_LENGTH, STATEMENT_LENGTH, TITLE_LENGTH, optional, required

PromiseId = str

MOST_OWNERS = 20

# Where fewer promises were made, one agency with most of them says nothing yet.
ENOUGH_TO_WEIGH = 4


class Terms(Struct, frozen=True):
    """What is promised, in words; all but `what` may be empty.

    `by` and `review` are days ("2027-03-09"), `how` is how everybody will know. `time` and `cost`
    are what it takes, `cover` who does it when the owner is away, `tells_family` that the family
    hears of it. `think`, `trial` and `look` make it a small test of change: what we think, what we
    will try, what we will look at. `option` is the item that it belongs to.
    """

    what: str
    by: str = ""
    how: str = ""
    review: str = ""
    time: str = ""
    cost: str = ""
    cover: str = ""
    tells_family: bool = False
    think: str = ""
    trial: str = ""
    look: str = ""
    option: ItemId = ""


class Owner(Struct, frozen=True):
    """Somebody who is to keep a promise, and what they answered when it was asked of them.

    A person in the room is a `member` with their name and agency; somebody outside has a `name`
    alone, an agency as a whole an `agency` alone.
    """

    name: str
    agency: str
    member: MemberId = ""
    answer: Literal["asked", "yes", "no"] = "asked"

    @property
    def key(self) -> str:
        """What tells the owners of a promise apart."""
        return self.member or ", ".join(part for part in (self.name, self.agency) if part)


Stage = Literal["open", "done", "not_done", "changed"]


class Promise(Struct, frozen=True):
    """One promise. Entered and last changed at a time (ms); `carried` from the room before.

    `personal` is one member's own line. `result` says in words what came of it.
    """

    id: PromiseId
    terms: Terms
    owners: tuple[Owner, ...]
    entered_by: MemberId
    at: int
    personal: bool = False
    carried: bool = False
    stage: Stage = "open"
    result: str = ""

    @property
    def joint(self) -> bool:
        """Say whether two or more keep it together."""
        return len(self.owners) > 1


Promises = dict[PromiseId, Promise]


def open_promises(promises: Iterable[Promise]) -> tuple[Promise, ...]:
    """Return the promises that a later room has to ask about.

    Members and items of this room mean nothing there: owners are known by name and agency alone.
    """
    return tuple(
        replace(
            promise,
            terms=replace(promise.terms, option=""),
            owners=tuple(replace(owner, member="") for owner in promise.owners),
            entered_by="",
        )
        for promise in promises
        if promise.stage in {"open", "changed"}
    )


class Due(Struct, frozen=True):
    """A day ("2027-03-09") on which a promise is due, or is to be looked at again."""

    promise: PromiseId
    on: str
    reason: Literal["by", "review"]
    what: str
    owners: tuple[str, ...]


def due(promises: Iterable[Promise]) -> tuple[Due, ...]:
    """Return the days that the promises name, of those that are not done with."""
    found: list[Due] = []
    for promise in promises:
        terms = promise.terms
        if promise.stage in {"done", "not_done"}:
            continue
        names = tuple(owner.name or owner.agency for owner in promise.owners)
        if terms.by:
            found.append(Due(promise.id, terms.by, "by", terms.what, names))
        if terms.review:
            found.append(Due(promise.id, terms.review, "review", terms.what, names))
    return tuple(found)


class AgencyLoad(Struct, frozen=True):
    """How many promises an agency holds, alone or with others; `heavy` where that is over half."""

    agency: str
    promises: int
    heavy: bool


def load(promises: Iterable[Promise]) -> tuple[AgencyLoad, ...]:
    """Return what each agency has taken on and not finished, the most first.

    A joint promise counts once for each agency in it. What people promise for themselves does not
    count. Fewer than four promises are too few to call anything heavy.
    """
    counted = [p for p in promises if not p.personal and p.stage in {"open", "changed"}]
    names: dict[str, str] = {}
    count: dict[str, int] = {}
    for promise in counted:
        held = [owner.agency for owner in promise.owners if owner.agency]
        for agency in held:
            names.setdefault(agency_key(agency), agency)
        for key in {agency_key(agency) for agency in held}:
            count[key] = count.get(key, 0) + 1
    enough = len(counted) >= ENOUGH_TO_WEIGH
    most_first = sorted(names, key=lambda key: -count[key])
    return tuple(
        AgencyLoad(names[key], count[key], enough and 2 * count[key] > len(counted))
        for key in most_first
    )


def cleaned(terms: Terms, items: Container[ItemId]) -> Terms:
    """Return what is promised as it is kept, or refuse it."""
    if terms.option and terms.option not in items:
        raise Refusal(Code.NO_SUCH_ITEM)
    return Terms(
        what=required(terms.what, STATEMENT_LENGTH, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG),
        by=day(terms.by),
        how=optional(terms.how, STATEMENT_LENGTH),
        review=day(terms.review),
        time=optional(terms.time, STATEMENT_LENGTH),
        cost=optional(terms.cost, STATEMENT_LENGTH),
        cover=optional(terms.cover, STATEMENT_LENGTH),
        tells_family=terms.tells_family,
        think=optional(terms.think, STATEMENT_LENGTH),
        trial=optional(terms.trial, STATEMENT_LENGTH),
        look=optional(terms.look, STATEMENT_LENGTH),
        option=terms.option,
    )


class Named(Struct, frozen=True):
    """Owners as they are named: members, whole agencies, and others outside the room in words."""

    members: tuple[MemberId, ...] = ()
    agencies: tuple[str, ...] = ()
    others: str = ""


def owners_of(named: Named, scene: Scene) -> tuple[Owner, ...]:
    """Return the owners; whoever enters a promise for themselves or their agency has said yes."""
    found = {owner.key: owner for owner in _each(named, scene.members)}
    if not found:
        raise Refusal(Code.OWNER_NEEDED)
    if len(found) > MOST_OWNERS:
        raise Refusal(Code.TOO_MANY_OWNERS, most=MOST_OWNERS)
    return tuple(
        replace(owner, answer="yes" if speaks_for(scene.by, owner) else "asked")
        for owner in found.values()
    )


def _each(named: Named, members: Members) -> Iterator[Owner]:
    for member_id in named.members:
        member = members.get(member_id)
        if member is None:
            raise Refusal(Code.NO_SUCH_MEMBER)
        yield Owner(member.name, member.agency, member.id)
    spelt = {agency_key(member.agency): member.agency for member in members.values()}
    for name in named.agencies:
        agency = required(name, NAME_LENGTH, Code.AGENCY_EMPTY, Code.AGENCY_TOO_LONG)
        yield Owner("", spelt.get(agency_key(agency), agency))
    others = optional(named.others, TITLE_LENGTH)
    if others:
        yield Owner(others, "")


def speaks_for(member: Member, owner: Owner) -> bool:
    """Say whether an owner is this member, or their agency; earlier rooms know people by name."""
    if owner.member:
        return owner.member == member.id
    if owner.name:
        return known_as(owner.name, owner.agency) == known_as(member.name, member.agency)
    return agency_key(owner.agency) == agency_key(member.agency)
