"""Who comes before whom: in turns by person or by agency, and in the queue of raised hands."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from consensus.people import Member, MemberId, Members, agency_key

# What a turn is of: an item's id, a member's id, an agency's name, or a phase's number.
Topic = str
By = Literal["items", "people", "agencies", "phases"]
Order = Literal["listed", "widest", "least_heard", "remote_first", "hands", "presenter", "free"]
HandOrder = Literal["raised", "least_heard", "remote_first"]


def is_remote(member: Member) -> bool:
    """Say whether somebody takes part from outside the room, where they are easily passed over."""
    return member.attends != "room"


def in_order(
    by: By, order: Order, members: Members, spoken: Mapping[Topic, int]
) -> tuple[Topic, ...]:
    """Return the people who have a voice, or their agencies, in an order.

    `spoken` is how often each member has spoken so far, or an agency in a turn of its own. Whoever
    is as much heard, or as far away, as another comes in the order of joining, which is also that
    of every other order.
    """
    people = [member for member in members.values() if member.voice]
    if by == "people":
        return tuple(member.id for member in _sorted(people, order, spoken))
    names: dict[str, str] = {}
    for member in people:
        names.setdefault(agency_key(member.agency), member.agency)
    said = _by_agency(members, spoken)
    if order == "least_heard":
        return tuple(names[key] for key in sorted(names, key=lambda key: said[key]))
    if order == "remote_first":
        # One person far away is enough for their agency to be asked first.
        far = {agency_key(member.agency) for member in people if is_remote(member)}
        return tuple(names[key] for key in sorted(names, key=lambda key: key not in far))
    return tuple(names.values())


def _sorted(people: list[Member], order: Order, spoken: Mapping[Topic, int]) -> list[Member]:
    if order == "least_heard":
        return sorted(people, key=lambda member: spoken.get(member.id, 0))
    if order == "remote_first":
        return sorted(people, key=lambda member: not is_remote(member))
    return people


def _by_agency(members: Members, spoken: Mapping[Topic, int]) -> Counter[str]:
    said: Counter[str] = Counter()
    for topic, times in spoken.items():
        member = members.get(topic)
        said[agency_key(member.agency if member else topic)] += times
    return said


def hands_in_order(
    hands: Mapping[MemberId, int],
    order: HandOrder,
    members: Members,
    spoken: Mapping[Topic, int],
) -> tuple[MemberId, ...]:
    """Return whose hands are raised, first to speak first; `hands` gives when each went up.

    Least heard first means: who has spoken less, then whose agency has, then who waits longer.
    """
    raised = sorted(hands, key=hands.__getitem__)
    if order == "raised":
        return tuple(raised)
    if order == "remote_first":
        return tuple(sorted(raised, key=lambda hand: not is_remote(members[hand])))
    said = _by_agency(members, spoken)
    heard = {h: (spoken.get(h, 0), said[agency_key(members[h].agency)]) for h in raised}
    return tuple(sorted(raised, key=heard.__getitem__))
