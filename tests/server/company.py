"""A room about a real child with somebody of every kind in it, at its door, and out of it."""

from functools import partial

from msgspec import Struct

from consensus import commands as c
from consensus.members.admission import WaitingRecord
from consensus.roomwide import wording
from consensus.views import MemberRecord
from server.demo.client import Door, Records, RoomClient
from server.wire import Ack
from tests.forms import ROOM

CASE = ROOM | {"template": "options", "title": "Planning for J.B.", "agency": "School"}

# What each is called, and how they come in.
PEOPLE = {
    "worker": {"name": "Kit Worker", "agency": "Health"},
    "recorder": {"name": "Rae Recorder", "agency": "School"},
    "family": {"name": "Maya Family", "agency": "", "as": "carer"},
    "observer": {"name": "Obi Observer", "agency": "College", "as": "observer"},
    "advocate": {"name": "Ada Advocate", "agency": "", "as": "advocate"},
    "stays": {"name": "Sam Same", "agency": "Police"},
    "merged": {"name": "Samuel Same", "agency": "Police"},
    "removed": {"name": "Rem Removed", "agency": "Police"},
}


class Company(Struct):
    """The seats of everybody, by who they are, and the room's code."""

    site: str
    code: str
    seats: dict[str, str]
    members: dict[str, str]

    async def close(self) -> None:
        """End the meeting."""
        async with RoomClient(self.site, self.code, self.seats["chair"]) as chair:
            await done(chair, c.Close())


async def company(site: str, door: Door) -> Company:
    """Return a room that goes on, with everybody in their place."""
    code, chair_seat = await door.open_room(**CASE)
    _, stranger = await door.open_room(**CASE)
    seats = {"nobody": "", "nonsense": "x" * 32, "elsewhere": stranger, "chair": chair_seat}
    seats |= {"wall": await door.wall_key(code, chair_seat)}
    members: dict[str, str] = {}
    async with RoomClient(site, code, chair_seat) as chair:
        for who, form in PEOPLE.items():
            seats[who] = await door.join(code, **form)
            known = set(members.values())
            await chair.until(partial(_somebody_new, known))
            [members[who]] = _at_the_door(chair.records, known)
            await done(chair, c.Admit(members[who]))
        await done(
            chair,
            c.SetRole(members["recorder"], "recorder"),
            c.Remove(members["removed"]),
            c.Merge(members["stays"], members["merged"]),
            wording.Relabel("meeting.prepared", "fact", "professionals"),
        )
        async with RoomClient(site, code, seats["stays"]) as stays:
            await done(stays, c.AnswerMerge(members["merged"], yes=True))
        members["chair"] = next(m.id for m in chair.records.of(MemberRecord) if m.role == "chair")
    seats["waiting"] = await door.join(code, "Wim Waiting", "Police")
    return Company(site, code, seats, members)


def _somebody_new(known: set[str], records: Records) -> bool:
    return bool(_at_the_door(records, known))


def _at_the_door(records: Records, known: set[str]) -> set[str]:
    return {each.id for each in records.of(WaitingRecord)} - known


async def done(client: RoomClient, *commands: c.PersonCommand) -> None:
    """Do things that have to go well."""
    for command in commands:
        answer = await client.do(command)
        assert isinstance(answer, Ack), answer
