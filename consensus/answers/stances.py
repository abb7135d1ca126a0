"""Stances: where each person stands on what is proposed, and how that falls, counted two ways."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from consensus.items import ItemId, StepId
from consensus.parts import Part, one, rows
from consensus.people import MemberId, Members, agency_key
from consensus.refusal import Code, Refusal
from consensus.text import optional

Aim = Literal["keep", "set_aside"]
StanceWord = Literal["yes", "yes_note", "can_live", "no", "not_mine"]
AGREEING: frozenset[StanceWord] = frozenset({"yes", "yes_note", "can_live"})
NEEDS_WORDS: frozenset[StanceWord] = frozenset({"yes_note", "no"})


class Stance(Struct, frozen=True):
    """Where one member stands, with their own words where the stance has some.

    A "no" may say what `harm` is feared, what `evidence` there is, and what `would_settle` it.
    """

    word: StanceWord
    note: str
    harm: str = ""
    evidence: str = ""
    would_settle: str = ""


def stance(
    word: StanceWord, note: str, harm: str = "", evidence: str = "", would_settle: str = ""
) -> Stance:
    """Return a stance in words that were made safe, or refuse one that says too little."""
    words = optional(note)
    if word in NEEDS_WORDS and not words:
        raise Refusal(Code.REASON_NEEDED)
    if word != "no":
        return Stance(word, words)
    return Stance(word, words, optional(harm), optional(evidence), optional(would_settle))


class Slot(Struct, frozen=True):
    """What stands in one place, and where everybody stands on it: an item, or a wording of a text.

    Once settled, `because` and `missing` say how it came about. Of the voices who had taken no
    stance when it was settled, `missing` were in the room and `away` were not. `likely` and `next`
    are what the group expected of it, and of the seven days after. Stances on an `earlier` wording
    no longer count. `escalated` is the disagreement that was opened about it, if one was.

    `withdrawn` is each "no" on an earlier wording whose owner has said something else of a later
    one. `settled_before` is what was settled here until the slot was opened again, the first first.
    """

    item: ItemId | None = None
    stances: dict[MemberId, Stance] = {}
    settled: bool = False
    because: str = ""
    missing: tuple[MemberId, ...] = ()
    away: tuple[MemberId, ...] = ()
    likely: str = ""
    next: str = ""
    earlier: dict[MemberId, Stance] = {}
    escalated: str = ""
    withdrawn: dict[MemberId, Stance] = {}
    settled_before: tuple[ItemId, ...] = ()

    def proposed(self, item: ItemId | None) -> "Slot":
        """Return it with another item, or with none."""
        return Slot(item, settled_before=self.settled_before)

    def worded(self, version: ItemId | None) -> "Slot":
        """Return it with other words: stances hold on the words they were on."""
        earlier = {**self.earlier, **self.stances} if self.stances else self.earlier
        return replace(self.proposed(version), earlier=earlier, withdrawn=self.withdrawn)

    def stood(self, member: MemberId, said: Stance) -> "Slot":
        """Return it with where a member stands now; what they said earlier no longer waits."""
        before, withdrawn = self.earlier.get(member), self.withdrawn
        if said.word == "no":
            withdrawn = {m: no for m, no in withdrawn.items() if m != member}
        elif before is not None and before.word == "no":
            withdrawn = {**withdrawn, member: before}
        return replace(
            self,
            stances={**self.stances, member: said},
            earlier={m: was for m, was in self.earlier.items() if m != member},
            withdrawn=withdrawn,
        )

    def reopened(self, gone: Container[MemberId]) -> "Slot":
        """Return it open again, without the stances of those who are `gone` for good."""
        kept = {m: said for m, said in self.stances.items() if m not in gone}
        again = replace(self, stances=kept, settled=False, missing=(), away=())
        before = () if self.item is None else (self.item,)
        return replace(again, settled_before=(*self.settled_before, *before))


def all_agree(slot: Slot) -> bool:
    """Say whether every voice of the room agrees: nobody else was here, or away, and silent."""
    return not slot.away and all_here_agree(slot)


def all_here_agree(slot: Slot) -> bool:
    """Say whether every stance on a settled slot agrees and nobody present went without one."""
    if not slot.settled or slot.missing or not slot.stances:
        return False
    return all(stance.word in AGREEING for stance in slot.stances.values())


def against(slot: Slot) -> dict[MemberId, Stance]:
    """Return every "no", by whom."""
    return {member: stance for member, stance in slot.stances.items() if stance.word == "no"}


def forget(slot: Slot, member: MemberId) -> Slot:
    """Return a slot without a removed member's stances; what is settled stays as it was."""
    dicts = (slot.stances, slot.earlier, slot.withdrawn)
    if slot.settled or not any(member in kept for kept in dicts):
        return slot
    stances, earlier, withdrawn = (
        {m: said for m, said in kept.items() if m != member} for kept in dicts
    )
    return replace(slot, stances=stances, earlier=earlier, withdrawn=withdrawn)


# --- two voices -------------------------------------------------------------------------------

Side = Literal["agree", "against", "split", "not_mine"]


class Tally(Struct, frozen=True):
    """How stances fall, counted by person and by agency.

    Each person has one voice. Each agency has one too: it agrees, or is against, where all its
    people who say so are of one mind, and is split where they are not; `split` names those.
    `differ` says that the two counts lean different ways.
    """

    people: dict[Side, int]
    agencies: dict[Side, int]
    split: tuple[str, ...]
    differ: bool


def tally(stances: Mapping[MemberId, Stance], members: Members) -> Tally:
    """Return how stances fall; whoever was taken out of the room speaks for no agency any more."""
    agencies = {id_: members[id_].agency for id_ in stances if id_ in members}
    said = Counter((agencies.get(id_), stance.word) for id_, stance in stances.items())
    names: dict[str, str] = {}
    minds: dict[str, set[Side]] = {}
    people: Counter[Side] = Counter()
    for (agency, word), times in said.items():
        people[_side(word)] += times
        if agency is not None:
            names.setdefault(agency_key(agency), agency)
            minds.setdefault(agency_key(agency), set()).add(_side(word))
    by_agency = {key: _mind(sides) for key, sides in minds.items()}
    by_people, by_agencies = _every(people), _every(Counter(by_agency.values()))
    return Tally(
        people=by_people,
        agencies=by_agencies,
        split=tuple(names[key] for key, mind in by_agency.items() if mind == "split"),
        differ=_leaning(by_people) != _leaning(by_agencies),
    )


def _side(word: StanceWord) -> Side:
    if word in AGREEING:
        return "agree"
    return "against" if word == "no" else "not_mine"


def _mind(sides: set[Side]) -> Side:
    """Return where an agency stands: those for whom it is not theirs to say leave it to others."""
    said = sides - {"not_mine"}
    if not said:
        return "not_mine"
    return said.pop() if len(said) == 1 else "split"


def _every(count: Mapping[Side, int]) -> dict[Side, int]:
    return {side: count.get(side, 0) for side in get_args(Side)}


def _leaning(count: Mapping[Side, int]) -> int:
    """Return 1 where more agree than are against, -1 where fewer do, and 0 where it is level."""
    return (count["agree"] > count["against"]) - (count["agree"] < count["against"])


# --- what everyone sees -----------------------------------------------------------------------


class SlotRecord(Struct, frozen=True, tag="slot"):
    """Everyone: one place; `all_agree` is claimed only when it is true.

    Its `item` is a statement's id, or stands for a wording of a text.
    """

    step: StepId
    aim: Aim
    slot: int
    item: ItemId | None
    settled: bool
    because: str
    missing: tuple[MemberId, ...]
    away: tuple[MemberId, ...]
    likely: str
    next: str
    escalated: str
    all_agree: bool
    all_here_agree: bool


class StanceRecord(Struct, frozen=True, tag="stance"):
    """Everyone: where one member stands on one slot."""

    step: StepId
    slot: int
    member: MemberId
    word: StanceWord
    note: str
    harm: str
    evidence: str
    would_settle: str


class EarlierRecord(Struct, frozen=True, tag="earlier"):
    """Everyone: what one member said of an earlier wording; it does not count any more."""

    step: StepId
    slot: int
    member: MemberId
    word: StanceWord
    note: str


class FallenRecord(Struct, frozen=True, tag="fallen"):
    """Everyone: how the stances on one slot fall, by person and by agency; see `Tally`."""

    step: StepId
    slot: int
    people: dict[Side, int]
    agencies: dict[Side, int]
    split: tuple[str, ...]
    differ: bool


Record = SlotRecord | StanceRecord | EarlierRecord | FallenRecord


def parts(
    step: StepId, aim: Aim, number: int, slot: Slot, members: Members
) -> Iterator[tuple[str, Part[Record]]]:
    """Yield the parts of one slot's view for everyone, by name."""
    place = f"{step}/{number}"
    shown = partial(_slot, step, aim, number, slot)
    yield f"slot/{place}", one(f"slot/{place}", _shown_of(slot), shown)
    if slot.stances:
        stand = partial(_stance, step, number)
        yield f"stance/{place}", rows(f"stance/{place}", slot.stances, stand)
        fallen = partial(_fallen, step, number, slot, members)
        yield f"fallen/{place}", one(f"fallen/{place}", (slot.stances, members), fallen)
    if slot.earlier:
        said = partial(_earlier, step, number)
        yield f"earlier/{place}", rows(f"earlier/{place}", slot.earlier, said)


def _shown_of(slot: Slot) -> tuple[object, ...]:
    """Return what a slot's record is made from: while it is open, its stances do not matter."""
    stances = slot.stances if slot.settled else None
    how = (slot.because, slot.missing, slot.away, slot.likely, slot.next, slot.escalated)
    return slot.item, slot.settled, *how, stances


def _slot(step: StepId, aim: Aim, number: int, slot: Slot) -> SlotRecord:
    return SlotRecord(
        step=step,
        aim=aim,
        slot=number,
        item=slot.item,
        settled=slot.settled,
        because=slot.because,
        missing=slot.missing,
        away=slot.away,
        likely=slot.likely,
        next=slot.next,
        escalated=slot.escalated,
        all_agree=all_agree(slot),
        all_here_agree=all_here_agree(slot),
    )


def _stance(step: StepId, number: int, member: MemberId, said: Stance) -> StanceRecord:
    words = (said.note, said.harm, said.evidence, said.would_settle)
    return StanceRecord(step, number, member, said.word, *words)


def _earlier(step: StepId, number: int, member: MemberId, said: Stance) -> EarlierRecord:
    return EarlierRecord(step, number, member, said.word, said.note)


def _fallen(step: StepId, number: int, slot: Slot, members: Members) -> FallenRecord:
    found = tally(slot.stances, members)
    return FallenRecord(step, number, found.people, found.agencies, found.split, found.differ)
