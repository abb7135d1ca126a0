"""What somebody has decided so far about a copy, as the form carries it from page to page."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace
from starlette.datastructures import FormData

from consensus.disclosure.third_parties import Asker
from consensus.disclosure.withholding import GROUNDS, Ground
from consensus.people import MemberId, Members
from consensus.refusal import Code, Refusal
from consensus.roomwide.disclosures import CopyId, Disclose
from server.disclosure.pieces import Piece, Section
from server.forms import typed

_GROUNDS: dict[str, Ground] = {ground: ground for ground in GROUNDS}


class Choices(Struct, frozen=True):
    """Which pieces are withheld on which ground, by number, and what stands there instead.

    `bulk` is the ground that is chosen for a whole section, by its number.
    """

    withheld: dict[int, Ground] = {}
    summaries: dict[int, str] = {}
    bulk: dict[int, Ground] = {}
    reference: str = ""


def asker(who: str, member: MemberId, members: Members) -> Asker:
    """Return whom a copy is for, or refuse."""
    match who:
        case "member" if member in members:
            return Asker("member", member)
        case "child" | "carer" | "other":
            return Asker(who)
        case _:
            raise Refusal(Code.NOT_UNDERSTOOD)


def pieces(sections: Iterable[Section]) -> tuple[Piece, ...]:
    """Return everything that is decided about, in order."""
    return tuple(piece for section in sections for piece in section.pieces)


def as_proposed(found: Iterable[Piece]) -> Choices:
    """Return choices that follow every proposal."""
    return Choices({p.number: p.proposal.ground for p in found if p.proposal.ground})


def chosen(form: FormData, sections: tuple[Section, ...]) -> Choices:
    """Return what a form says, after the button that was pressed for a whole section, if any."""
    found = pieces(sections)
    read = Choices(
        withheld={
            piece.number: ground
            for piece in found
            if (ground := _GROUNDS.get(typed(form, f"g{piece.number}")))
        },
        summaries={
            piece.number: summary
            for piece in found
            if (summary := typed(form, f"s{piece.number}").strip())
        },
        bulk={
            section.number: ground
            for section in sections
            if (ground := _GROUNDS.get(typed(form, f"b{section.number}")))
        },
        reference=typed(form, "reference"),
    )
    act, _, number = typed(form, "do").partition(".")
    section = next((s for s in sections if str(s.number) == number), None)
    return _in_bulk(read, act, section) if section else read


def _in_bulk(choices: Choices, act: str, section: Section) -> Choices:
    inside = {piece.number: piece for piece in section.pieces}
    others = {n: ground for n, ground in choices.withheld.items() if n not in inside}
    match act:
        case "give":
            return replace(choices, withheld=others)
        case "withhold":
            ground = choices.bulk.get(section.number, "another_person")
            return replace(choices, withheld={**others, **dict.fromkeys(inside, ground)})
        case "proposed":
            proposed = as_proposed(inside.values()).withheld
            return replace(choices, withheld={**others, **proposed})
        case _:
            raise Refusal(Code.NOT_UNDERSTOOD)


def as_command(
    choices: Choices, found: tuple[Piece, ...], copy: CopyId, edition: int, guidance: str
) -> Disclose:
    """Return what is asked of the room for these choices."""
    ids = {piece.number: piece.id for piece in found}
    return Disclose(
        copy=copy,
        reference=choices.reference,
        edition=edition,
        withheld={ids[number]: ground for number, ground in choices.withheld.items()},
        summaries={
            ids[number]: summary
            for number, summary in choices.summaries.items()
            if number in choices.withheld
        },
        given=len(found) - len(choices.withheld),
        guidance=guidance,
    )
