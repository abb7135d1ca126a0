"""What every part of a record is told with: how people and items are called, and lines that know
who may read them.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from consensus.answers.wordings import as_answered
from consensus.items import ITSELF, ItemId, StepId
from consensus.people import MemberId
from consensus.record.lines import Cell, Fact, Label, Line, LineId, Readers, Say, SectionId
from consensus.record.minutes import Minutes, StepMinutes, minutes
from consensus.state import Meeting

# What the ids of lines begin with that belong to no step.
OF_THE_ROOM = frozenset(
    {
        "agreed",
        "bringing",
        "cards",
        "contacts",
        "corrections",
        "disagreement",
        "disagreements",
        "disclosures",
        "elsewhere",
        "glossary",
        "how",
        "left-out",
        "limits",
        "meeting",
        "missing",
        "notices",
        "parking",
        "people",
        "promises",
        "proxies",
        "register",
        "remark",
        "remarks",
        "retention",
        "risk",
        "risks",
        "series",
        "statement",
        "statements",
        "table",
        "tables",
        "the-message",
        "times",
        "unknown",
        "voices",
        "worded",
    }
)

SOMEBODY_GONE = Say("record-somebody-gone")


class Telling(Struct, frozen=True):
    """A meeting, its minutes, and how its people and statements are called.

    `taken_out` are those who were taken out of the room: what they had said stays theirs.
    `letters` are those by which people speak of statements in the room: A to Z, then AA, AB and so
    on.
    """

    meeting: Meeting
    found: Minutes
    names: dict[MemberId, str]
    taken_out: dict[MemberId, Say]
    letters: dict[ItemId, str]

    def who(self, member: MemberId | None) -> str | Say:
        """Return how somebody is called; whose words were erased has no name any more."""
        return self._called(member or "") or SOMEBODY_GONE

    def _called(self, member: MemberId) -> str | Say | None:
        return self.names.get(member) or self.taken_out.get(member)

    def everybody(self, members: Iterable[MemberId]) -> tuple[str | Say, ...]:
        """Return how several are called; those without a name are counted at the end."""
        known = [self._called(each) for each in members]
        gone = sum(name is None for name in known)
        names = tuple(name for name in known if name is not None)
        return (*names, Say("record-people-gone", {"count": gone})) if gone else names

    def at(self, step: StepMinutes) -> "Telling":
        """Return the same for telling of a step, with the words on which its answers were given."""
        changed, plan = self.meeting.wordings, self.meeting.agenda[step.number - 1].plan
        if plan.id not in changed.then:
            return self
        items = as_answered(changed, plan.id, self.found.items)
        return replace(self, found=replace(self.found, items=items))

    def words(self, item: ItemId | None) -> str:
        """Return the words of an item, or none of a step that asks about itself."""
        found = self.found.items.get(item or "")
        return found.text if found is not None else ""

    def called(self, item: ItemId) -> str:
        """Return an item's letter, and its words."""
        return f"{self.letters[item]}: {self.words(item)}" if item in self.letters else ""

    def order(self, items: Iterable[ItemId]) -> tuple[str, ...]:
        """Return the letters of items, in order."""
        return tuple(self.letters.get(item, item) for item in items if item != ITSELF)

    def line(
        self,
        id: LineId,
        label: Label,
        *cells: Cell,
        readers: Readers = "all",
        whose: MemberId = "",
        about: Iterable[MemberId] = (),
        least: Readers = "restricted",
    ) -> Line:
        """Return a line; in a room that is about no real person, everybody may read it.

        What must never be everybody's, wherever it is, is made with `kept`.
        """
        allowed: Readers = readers if self.meeting.case else "all"
        made = self.kept(id, label, *cells, readers=allowed, whose=whose, about=about)
        return replace(made, least=least) if least != made.least else made

    def fact(self, id: LineId, message: str, facts: Mapping[str, Fact]) -> Line:
        """Return a sentence that is so, for those who work with the family."""
        return self.line(id, "fact", Say(message, facts), readers="professionals")

    def kept(
        self,
        id: LineId,
        label: Label,
        *cells: Cell,
        readers: Readers,
        whose: MemberId = "",
        about: Iterable[MemberId] = (),
    ) -> Line:
        """Return a line that only those may read, in any room."""
        known = tuple(dict.fromkeys(m for m in (whose, *about) if self._called(m)))
        return Line(id, label, cells, readers, whose, known)

    def key(self, step: StepId) -> SectionId:
        """Return what a step is called in ids: mostly by its own."""
        return step_key(step)

    def heading(self, step: StepMinutes) -> Say:
        """Return what a step is called, with its number on the agenda."""
        return Say("record-step", {"number": str(step.number), "title": step.title})


def telling(meeting: Meeting) -> Telling:
    """Return what a meeting's record is told with."""
    found = minutes(meeting)
    return Telling(
        meeting=meeting,
        found=replace(
            found,
            steps=tuple(replace(step, id=step_key(step.id)) for step in found.steps),
            read_back={step_key(step): heard for step, heard in found.read_back.items()},
        ),
        names={
            person.id: called(person.name, person.agency)
            for person in found.people
            if person.name  # that of an erased person is gone
        },
        taken_out={
            person.id: Say("record-taken-out", {"who": called(person.name, person.agency)})
            for person in meeting.taken_out.values()
            if person.name
        },
        letters={item: letter(at) for at, item in enumerate(found.items)},
    )


def step_key(step: StepId) -> SectionId:
    """Return what a step is called in ids: by its own, unless a section has that already."""
    return f"step-{step}" if step in OF_THE_ROOM else step


def called(name: str, agency: str) -> str:
    """Return how somebody is called: by name and agency, as far as both are known."""
    return f"{name} ({agency})" if name and agency else name or agency


def letter(at: int) -> str:
    """Return the letter of a place in a list, counted from 0: A to Z, then AA, AB and so on."""
    last = chr(ord("A") + at % 26)
    return last if at < 26 else letter(at // 26 - 1) + last


def columns(names: Iterable[str]) -> tuple[Say, ...]:
    """Return the headings of the columns of a table."""
    return tuple(Say("record-column", {"name": name}) for name in names)


def listed(several: Iterable[str | Say]) -> Say:
    """Return several as one cell, with commas between."""
    return Say("record-list", {"list": tuple(several)})


def written(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip()]


def day(date: str) -> str | Say:
    """Return a day ("2027-03-09") as it is said; what is no day stays as it was typed."""
    year, _, rest = date.partition("-")
    month, _, number = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and number.isdecimal()):
        return date
    facts: dict[str, Fact] = {"day": int(number), "month": int(month), "year": year}
    return Say("date-long", facts)


def moment(local: str) -> str | Say:
    """Return a local day and time ("2027-03-09T14:30") as it is said."""
    date, _, time = local.partition("T")
    return Say("record-at", {"day": day(date), "time": time}) if time else day(date)


def number(value: float) -> str:
    """Return a place or a mark without needless decimals."""
    return f"{value:.1f}".removesuffix(".0")


def ids(prefix: str, names: Iterable[str]) -> dict[str, LineId]:
    """Return a readable id of its own for each name, in the order in which they came up."""
    found: dict[str, LineId] = {}
    taken: set[LineId] = set()
    for name in names:
        plain = "".join(c if c.isalnum() else "-" for c in name.casefold())
        made, again = f"{prefix}.{plain}", 2
        while made in taken:
            made, again = f"{prefix}.{plain}-{again}", again + 1
        taken.add(made)
        found[name] = made
    return found
