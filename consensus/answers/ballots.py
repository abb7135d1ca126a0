"""Ballots: the four forms of an answer, and what makes one whole.

To choose or to put in order answers with items; a scale or a level answers with a mark for each
item. "Don't know" is an answer like any other, in every form.
"""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from itertools import accumulate, chain
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import force_setattr

from consensus.items import MOST_STATEMENTS, ItemId
from consensus.people import MemberId, agency_key, spelt
from consensus.refusal import Code, Refusal
from consensus.text import made_id, optional

Ask = Literal["choose", "rank", "scale", "level"]
Shown = Literal["name", "agency", "nobody"]
Answer = tuple[ItemId, ...]
# How many places each row of a shape has, from the top; none where every place is one of its own.
Shape = tuple[int, ...]
# An answer whose equal items stand together, in a group of their own.
Order = tuple[ItemId | Answer, ...]
Marks = dict[ItemId, int | None]

# The marks that each form takes: a scale with words at both ends, and five levels of agreement.
SCALE, LEVELS = range(11), range(1, 6)

# A row of more cannot be seen at once, and one row alone says nothing.
FEWEST_ROWS, WIDEST_ROW = 2, 6

FEWEST_UNATTRIBUTED = 4
SHORTEST_TOKEN = 20


class Ballot(Struct, frozen=True):
    """One private answer, with an optional reason in the person's own words.

    `answer` are the items chosen, or the items in order, best first; `unsure` when the person says
    that they do not know instead. `marks` are a mark for each item, where nothing means "don't
    know", and `whys` the reasons for single marks.
    """

    answer: Answer
    because: str
    marks: Marks
    whys: dict[ItemId, str]
    unsure: bool


class Question(Struct, frozen=True):
    """What is asked, and how the answers are shown.

    `ask`: choose exactly `choose` items; rank all, or at least the `least` best (0: all); give each
    a mark from 0 to 10, whose ends are worded `low` and `high`; or a level of agreement. Where only
    a number to choose is given, that is what is asked. `shown` says what the reveal tells of whose
    an answer is. A mark at or below `alarm_at` asks, once it is open, whether anyone is in danger
    now (-1: never). `reasons` are asked for, or not. With `guess` people may guess, beside their
    own order and never to be opened, how another agency puts the items. A `shape` puts them into
    rows, such as 1, 2, 3, 2, 1 for a diamond of nine: places within a row are equal. Where the list
    has another length than the shape by now, the items are put in order, one after the other.
    """

    choose: int = 0
    ask: Ask = "rank"
    least: int = 0
    low: str = ""
    high: str = ""
    shown: Shown = "name"
    alarm_at: int = -1
    reasons: bool = True
    guess: bool = False
    shape: Shape = ()

    def __post_init__(self) -> None:
        if self.choose and self.ask == "rank":
            force_setattr(self, "ask", "choose")

    def fault(self, *, itself: bool) -> str | None:
        """Say what is wrong with this question, if anything; `itself`: there are no items."""
        scale = self.ask == "scale"
        if self.choose < 0 or self.least < 0:
            return f"cannot ask to choose {min(self.choose, self.least)}"
        if (self.ask == "choose") != (self.choose > 0):
            return "must say how many to choose, if it asks to choose and only then"
        if self.least and self.ask != "rank":
            return "has a least number to rank, but asks for no order"
        if scale and not (self.low.strip() and self.high.strip()):
            return "needs words for both ends of its scale, low and high"
        if not scale and (self.low or self.high or self.alarm_at != -1):
            return "has words or an alarm for a scale, but asks for no marks on one"
        if self.alarm_at not in range(-1, 10):
            return "can only raise the alarm at a mark from 0 to 9"
        if itself and self.ask in {"choose", "rank"}:
            return "has nothing to choose from or to put in order"
        if self.guess and (self.ask != "rank" or self.least or self.shown == "nobody"):
            return "asks for guesses, but not for a whole order, shown by name or by agency"
        return self._shape_fault()

    def _shape_fault(self) -> str | None:
        if not self.shape:
            return None
        if self.ask != "rank" or self.least or self.guess:
            return "has a shape, but does not ask for a whole order, or asks for guesses beside it"
        if len(self.shape) < FEWEST_ROWS or min(self.shape) < 1:
            return "needs two rows or more in its shape, each with a place or more"
        if max(self.shape) > WIDEST_ROW or sum(self.shape) > MOST_STATEMENTS:
            return f"has more than {WIDEST_ROW} places in a row, or more than a list can hold"
        return None

    def checked(self, items: Answer, ballot: Ballot) -> Ballot:
        """Return a ballot with its words cleaned and its marks as the items go, or refuse it.

        Marks, and equal places, keep the order of the items whatever order they were given in, so
        that nothing tells two equal ballots apart.
        """
        if not {*ballot.answer, *ballot.marks, *ballot.whys} <= set(items):
            raise Refusal(Code.NO_SUCH_ITEM)
        because = optional(ballot.because)
        whys = {item: optional(why) for item, why in ballot.whys.items()}
        if not self.reasons and (because or any(whys.values())):
            raise Refusal(Code.ANOTHER_FORM)
        marked = self.ask in {"scale", "level"}
        if marked:
            _check_marks(self.ask, items, ballot)
        else:
            _check_items(self, items, ballot)
        return Ballot(
            answer=in_rows(ballot.answer, fitting(self.shape, items), items),
            because=because,
            marks={item: ballot.marks[item] for item in items if marked},
            whys={item: whys[item] for item in items if whys.get(item)},
            unsure=ballot.unsure,
        )

    def alarming(self, ballots: Iterable[Ballot]) -> bool:
        """Say whether any mark asks if somebody is in danger now."""
        marks = (mark for ballot in ballots for mark in ballot.marks.values())
        return any(mark is not None and mark <= self.alarm_at for mark in marks)


def _check_marks(ask: Ask, items: Answer, ballot: Ballot) -> None:
    if ballot.answer or ballot.unsure:
        raise Refusal(Code.ANOTHER_FORM)
    if set(ballot.marks) != set(items):
        raise Refusal(Code.MARK_EACH, count=len(items))
    wanted = SCALE if ask == "scale" else LEVELS
    if any(mark is not None and mark not in wanted for mark in ballot.marks.values()):
        raise Refusal(Code.MARK_OUT_OF_RANGE, low=wanted[0], high=wanted[-1])


def _check_items(question: Question, items: Answer, ballot: Ballot) -> None:
    given = len(ballot.answer)
    if ballot.marks or ballot.whys or (ballot.unsure and given):
        raise Refusal(Code.ANOTHER_FORM)
    if ballot.unsure:
        return
    twice = given != len(set(ballot.answer))
    if question.ask == "choose":
        if twice or given != question.choose:
            raise Refusal(Code.CHOOSE_EXACTLY, count=question.choose)
        return
    least = min(question.least or len(items), len(items))
    if twice or given < least:
        some = least < len(items)
        raise Refusal(Code.RANK_AT_LEAST if some else Code.RANK_EACH_ONCE, count=least)


# --- equal places -----------------------------------------------------------------------------


def fitting(shape: Shape, items: Answer) -> Shape:
    """Return the shape if the items fill it; none where they are more or fewer."""
    return shape if sum(shape) == len(items) else ()


def order_of(answer: Answer, shape: Shape) -> Order:
    """Return an answer with the items of each row as a group of equals."""
    if not shape or len(answer) != sum(shape):
        return answer
    ends = tuple(accumulate(shape))
    return tuple(answer[end - wide : end] for end, wide in zip(ends, shape, strict=True))


def in_rows(answer: Answer, shape: Shape, items: Answer) -> Answer:
    """Return an answer with the equal items of each row as they are listed in `items`."""
    if not shape or len(answer) != sum(shape):
        return answer
    rows = (sorted(row, key=items.index) for row in order_of(answer, shape))
    return tuple(chain.from_iterable(rows))


def of_these(order: Order, items: Collection[ItemId]) -> Order:
    """Return what an order says of these items alone."""
    rows = (_kept(group, items) for group in order)
    return tuple(row for row in rows if row)


def _kept(group: ItemId | Answer, items: Collection[ItemId]) -> ItemId | Answer:
    if isinstance(group, str):
        return group if group in items else ()
    return tuple(item for item in group if item in items)


def first_of(order: Order, places: int) -> Answer:
    """Return what surely stands in so many first places: no row of which a part would not."""
    found: Answer = ()
    for group in order:
        row = (group,) if isinstance(group, str) else group
        if len(found) + len(row) > places:
            break
        found += row
    return found


def shuffled(items: Answer, member: MemberId) -> Answer:
    """Return the items in an order of this member's own, so that no list order sways the room."""
    return tuple(sorted(items, key=lambda item: sha256(f"{member} {item}".encode()).digest()))


def start_from(last: Ballot | None, items: Answer, member: MemberId) -> tuple[Answer, Marks]:
    """Return what a member starts from: what they said `last` of these items, if of all of them.

    An order that nobody gave is the member's own.
    """
    said: Answer = last.answer if last is not None else ()
    order = tuple(item for item in said if item in items)
    given: Marks = last.marks if last is not None else {}
    marks = {item: mark for item, mark in given.items() if item in items}
    return (
        order if len(order) == len(items) else shuffled(items, member),
        marks if len(marks) == len(items) else {},
    )


# --- answers that are not shown by name -------------------------------------------------------


def check_token(token: str) -> None:
    """Refuse what cannot be the token of an unattributed answer: too short could be guessed."""
    if not made_id(token) or len(token) < SHORTEST_TOKEN:
        raise Refusal(Code.ANOTHER_FORM)


def check_enough(voices: int) -> None:
    """Refuse to leave answers unattributed among so few that they tell whose they are."""
    if voices < FEWEST_UNATTRIBUTED:
        raise Refusal(Code.TOO_FEW_TO_HIDE, count=voices, least=FEWEST_UNATTRIBUTED)


class Unnamed(Struct, frozen=True):
    """A ballot that shows at most whose agency's it is; an agency of no letters is nobody's."""

    agency: str
    ballot: Ballot


def by_content(ballots: tuple[Ballot, ...]) -> tuple[Ballot, ...]:
    """Return ballots sorted by what they say, so that their order tells nothing else."""
    return tuple(sorted(ballots, key=msgspec.json.encode))


def by_agency(
    ballots: Mapping[MemberId, Ballot], agencies: Mapping[MemberId, str]
) -> tuple[Unnamed, ...]:
    """Return members' ballots under their agencies alone, each agency's sorted by what they say."""
    written = {"": "", **spelt(agencies.values())}
    found = [
        Unnamed(written[agency_key(agencies.get(member, ""))], ballot)
        for member, ballot in ballots.items()
    ]
    return tuple(
        sorted(found, key=lambda each: (agency_key(each.agency), msgspec.json.encode(each.ballot)))
    )
