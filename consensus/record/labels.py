"""What every line of a record carries: a name that stays, what it is, and who may read it."""

from typing import Literal

from consensus.people import MemberId

LineId = str

# Whose words they are where the child or the family said them, who have no seat, and somebody else
# wrote them down: nobody's to put in other words, unless they wish it.
THE_FAMILYS: MemberId = "~"

# What a line is: something that was so, somebody's view, or what the group settled on.
Label = Literal["fact", "opinion", "decision"]

# Whom a line may be shown to outside the room: also the family, only those who work with them, or
# only those who keep the record.
Readers = Literal["all", "professionals", "restricted"]

# From the fewest to the most.
NARROWEST_FIRST: tuple[Readers, ...] = ("restricted", "professionals", "all")


def of_another(line: LineId, old: MemberId, new: MemberId) -> LineId:
    """Return what a line is called when one member stands wherever another one stood."""
    return ".".join(new if part == old else part for part in line.split("."))


def narrower(one: Readers, other: Readers) -> Readers:
    """Return the readers of which there are fewer."""
    return min(one, other, key=NARROWEST_FIRST.index)


def wider(readers: Readers, than: Readers) -> bool:
    """Say whether a line would be shown to people who may not read it as it is."""
    return NARROWEST_FIRST.index(readers) > NARROWEST_FIRST.index(than)
