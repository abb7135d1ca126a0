"""disclosures: which copies of the record were given out to people who asked for it.

Only those who keep the record make one, on a page of the server's. What is kept is enough to make
the same copy again and to account for it, and nothing of who asked but a reference.
"""

from msgspec import Struct

from consensus.disclosure.naming import Names
from consensus.disclosure.withholding import Ground
from consensus.people import MemberId, Scene, keeps_record
from consensus.record.labels import LineId
from consensus.refusal import Code, Refusal
from consensus.text import made_id, optional, required

CopyId = str

REFERENCE_LENGTH = 40
SUMMARY_LENGTH = 240

# Past this, somebody is playing with it.
MOST_COPIES = 200

# The largest record that was measured has 8,000 lines.
MOST_LINES = 20_000

# --- state ------------------------------------------------------------------------------------


class Copy(Struct, frozen=True):
    """A copy that was made of an `edition`: by whom, when (ms), and under which reference.

    `withheld` says of each line that it leaves out on which ground, `summaries` what stands there
    instead, and `given` how many lines it holds. `guidance` is what the decider worked to.
    """

    reference: str
    edition: int
    withheld: dict[LineId, Ground]
    summaries: dict[LineId, str]
    given: int
    guidance: str
    by: MemberId
    at: int


class State(Struct, frozen=True):
    """The copies, in the order in which they were made."""

    copies: dict[CopyId, Copy] = {}


# --- commands ---------------------------------------------------------------------------------


class Disclose(Struct, frozen=True, tag="disclosure.make"):
    """Make a copy for somebody who asked for their record (whoever keeps it), after the close.

    The server asks for it on their behalf: it alone knows which lines an edition has.
    """

    copy: CopyId
    reference: str
    edition: int
    withheld: dict[LineId, Ground]
    summaries: dict[LineId, str]
    given: int
    guidance: str


Command = Disclose

# --- events -----------------------------------------------------------------------------------


class Disclosed(Struct, frozen=True, tag="disclosure.made"):
    """A copy was made for somebody."""

    copy: CopyId
    reference: str
    edition: int
    withheld: dict[LineId, Ground]
    summaries: dict[LineId, str]
    given: int
    guidance: str
    by: MemberId
    at: int


Event = Disclosed

# --- decide and evolve ------------------------------------------------------------------------


def decide(state: State, command: Command, scene: Scene) -> tuple[Event, ...]:
    """Return what follows from `command`, or refuse it."""
    if not keeps_record(scene.by):
        raise Refusal(Code.DISCLOSURE_NOT_YOURS)
    if scene.closed is None:
        raise Refusal(Code.DISCLOSURE_TOO_SOON)
    made = _made(command, scene)
    known = state.copies.get(command.copy)
    if known is not None and (known.reference, known.withheld) == (made.reference, made.withheld):
        return ()
    if known is not None or not made_id(command.copy):
        raise Refusal(Code.NOT_UNDERSTOOD)
    if len(state.copies) >= MOST_COPIES:
        raise Refusal(Code.DISCLOSURES_FULL, most=MOST_COPIES)
    return (made,)


def _made(command: Disclose, scene: Scene) -> Disclosed:
    summed_up = command.summaries.keys() <= command.withheld.keys()
    if len(command.withheld) > MOST_LINES or not summed_up:
        raise Refusal(Code.NOT_UNDERSTOOD)
    said = {line: optional(words, SUMMARY_LENGTH) for line, words in command.summaries.items()}
    return Disclosed(
        copy=command.copy,
        reference=_reference(command.reference, scene),
        edition=command.edition,
        withheld=command.withheld,
        summaries={line: words for line, words in said.items() if words},
        given=command.given,
        guidance=command.guidance,
        by=scene.by.id,
        at=scene.at,
    )


def _reference(typed: str, scene: Scene) -> str:
    """Return a reference; refuse one that says who asked."""
    reference = required(typed, REFERENCE_LENGTH, Code.REFERENCE_EMPTY, Code.TEXT_TOO_LONG)
    names = Names((member.id, member.name) for member in scene.members.values())
    if any(names.inside(reference).values()) or "@" in reference:
        raise Refusal(Code.REFERENCE_NAMES)
    return reference


def evolve(state: State, event: Event) -> State:
    """Return the copies after `event`."""
    copy = Copy(
        reference=event.reference,
        edition=event.edition,
        withheld=event.withheld,
        summaries=event.summaries,
        given=event.given,
        guidance=event.guidance,
        by=event.by,
        at=event.at,
    )
    return State({**state.copies, event.copy: copy})


# --- what each audience sees ------------------------------------------------------------------

# Nobody, while the room is open on a screen: it stands in the record, for those who keep that.

# --- what the minutes say ---------------------------------------------------------------------


def minutes(state: State) -> tuple[Copy, ...]:
    """Return the copies that were given out, in order."""
    return tuple(state.copies.values())
