"""What to withhold from a copy for one person, line by line: proposals, and never a decision.

People who were there for their work are no third parties in what they did and said at it. Whoever
was there as family, or speaks for somebody who was, is one, and so is anybody whom nobody knows any
more. How people are reached is nobody else's, whoever they are.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from consensus.disclosure.naming import Names, Phrases, proper
from consensus.disclosure.reached import reaches
from consensus.disclosure.withholding import Ground
from consensus.people import Member, MemberId, Members
from consensus.record.lines import SOMEBODY, THE_FAMILYS, LineId, Readers, SectionId
from consensus.state import Meeting

# Whom a copy is for: somebody who was there; the child or a parent, where they were not; or anybody
# else.
AskerKind = Literal["member", "child", "carer", "other"]

# What in a line speaks for withholding it, or for looking at it again.
ClueKind = Literal[
    "own_words",
    "words_of",
    "words_of_somebody",
    "about",
    "names",
    "names_at_work",
    "perhaps_names",
    "names_other",
    "reach",
    "risk",
    "restricted",
]


class Asker(Struct, frozen=True):
    """Whom a copy is for; `member` only where they were in the room."""

    kind: AskerKind
    member: MemberId = ""


class Looked(Struct, frozen=True):
    """A line as it is looked at: all words in it, those it had before it was changed too."""

    line: LineId
    section: SectionId
    readers: Readers
    texts: tuple[str, ...]
    whose: MemberId = ""
    about: tuple[MemberId, ...] = ()


class Clue(Struct, frozen=True):
    """One thing that was found in a line: about which member, or which words."""

    kind: ClueKind
    member: MemberId = ""
    words: str = ""


class Proposal(Struct, frozen=True):
    """What to do with a line: give it, or withhold it on a ground; and everything found in it."""

    line: LineId
    ground: Ground | None
    clues: tuple[Clue, ...] = ()


class People(Struct, frozen=True):
    """Whom lines may name: those who were there, and by name `others`: whom the register mentions,
    and who was taken out of the room.

    `risk_words` make one look again at what they stand in.
    """

    members: Members
    others: tuple[str, ...] = ()
    risk_words: tuple[str, ...] = ()


def people_of(meeting: Meeting, risk_words: tuple[str, ...]) -> People:
    """Return whom the record of a meeting may name."""
    beside = meeting.beside
    left_out = [each.who for each in beside.register.left_out.values()]
    elsewhere = [each.who for each in beside.register.elsewhere.values()]
    second = [each.second for each in beside.contacts.entries.values()]
    taken_out = [each.name for each in meeting.taken_out.values()]
    named = dict.fromkeys(x for x in (*left_out, *elsewhere, *second, *taken_out) if x)
    return People(meeting.members, tuple(named), risk_words)


def is_private(member: Member | None) -> bool:
    """Say whether somebody was not there for their work, as far as anybody knows."""
    return member is None or member.role in {"family", "advocate"} or member.seat != ""


def propose(lines: Iterable[Looked], asker: Asker, people: People) -> tuple[Proposal, ...]:
    """Return what to do with each line, in the same order."""
    look = _Look(asker, people)
    return tuple(look.proposal(line) for line in lines)


class _Look:
    """All lines looked at for one asker."""

    def __init__(self, asker: Asker, people: People) -> None:
        members = people.members
        self.members = members
        self.asker = asker
        # Who says "a parent" may be another parent than the one who was there.
        self.own = {asker.member} if asker.kind == "member" else set[MemberId]()
        self.names = Names((member.id, member.name) for member in members.values())
        self.other_names = Names((name, proper(name)) for name in people.others)
        self.others = Phrases(people.others)
        self.risk_words = Phrases(people.risk_words)

    def proposal(self, line: Looked) -> Proposal:
        clues = tuple(dict.fromkeys(self.clues(line)))
        return Proposal(line.line, self.ground(line, clues), clues)

    def clues(self, line: Looked) -> Iterator[Clue]:
        known = {line.whose, *line.about} - {""}
        if line.whose in {SOMEBODY, THE_FAMILYS}:
            yield Clue("words_of_somebody")
        elif line.whose:
            yield Clue("own_words" if line.whose in self.own else "words_of", line.whose)
        for member in line.about:
            if member not in self.own and member != line.whose:
                yield Clue("about", member)
        for text in line.texts:
            yield from (clue for clue in self.named(text) if clue.member not in known)
            if reaches(text):
                yield Clue("reach")
        if line.readers == "restricted":
            yield Clue("restricted")
        yield from self.risks(line)

    def named(self, text: str) -> Iterator[Clue]:
        for member, sure in self.names.inside(text).items():
            if member in self.own:
                continue
            kind: ClueKind = "names" if is_private(self.members[member]) else "names_at_work"
            yield Clue(kind if sure else "perhaps_names", member)
        for name in (*self.other_names.inside(text), *self.others.inside(text)):
            yield Clue("names_other", words=name)

    def risks(self, line: Looked) -> Iterator[Clue]:
        if line.section == "risks":
            yield Clue("risk")
            return
        for text in line.texts:
            yield from (Clue("risk", words=word) for word in self.risk_words.inside(text))

    def ground(self, line: Looked, clues: tuple[Clue, ...]) -> Ground | None:
        kinds = {clue.kind for clue in clues}
        if "own_words" in kinds:
            return None
        if "risk" in kinds and line.readers == "restricted":
            return "serious_harm"
        if any(self.is_private(clue) for clue in clues) or "reach" in kinds:
            return "another_person"
        if "restricted" in kinds:
            return "in_confidence"
        if self.asker.kind == "other" and (kinds or line.readers != "all"):
            return "not_about_asker"
        return None

    def is_private(self, clue: Clue) -> bool:
        """Say whether a clue leads to somebody who was not there for their work."""
        match clue.kind:
            case "words_of" | "about":
                return is_private(self.members.get(clue.member))
            case "words_of_somebody" | "names" | "names_other":
                return True
            case _:
                return False
