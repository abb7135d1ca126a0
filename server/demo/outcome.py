"""What a played meeting came to, for people and for programs."""

from statistics import median, quantiles

import msgspec
from msgspec import Struct

from consensus import views
from consensus.answers import reveal, stances
from consensus.steps import settle
from server.demo.client import Records
from server.demo.play import Timings


class Outcome(Struct, frozen=True):
    """What was settled in each settle step, the agreement of each ranking, and timings.

    Agreements run from 0 to 1, with chance at 0.5. Times are in seconds, acknowledgements in ms.
    """

    people: int
    settled: dict[str, list[str]]
    agreement: dict[str, float | None]
    seconds_joining: float
    seconds_by_step: dict[str, float]
    commands: int
    ack_ms_median: float
    ack_ms_p95: float


def outcome(records: Records, timings: Timings, joined: float) -> Outcome:
    """Return the outcome as the chair's own copy of the room has it."""
    acks = [1000 * ack for ack in timings.acks]
    return Outcome(
        people=sum(member.voice for member in records.of(views.MemberRecord)),
        settled={board.step: _settled(records, board) for board in records.of(settle.BoardRecord)},
        agreement={
            record.step: record.figures.agreement for record in records.of(reveal.FiguresRecord)
        },
        seconds_joining=round(joined, 3),
        seconds_by_step={step: round(spent, 3) for step, spent in timings.steps.items()},
        commands=len(acks),
        ack_ms_median=round(median(acks), 2),
        ack_ms_p95=round(quantiles(acks, n=20)[-1], 2),
    )


def _settled(records: Records, board: settle.BoardRecord) -> list[str]:
    found = records.of(stances.SlotRecord, f"slot/{board.step}/")
    slots = sorted(found, key=lambda slot: slot.slot)
    return [
        records.one(views.ItemRecord, f"item/{slot.item}").text
        for slot in slots
        if slot.settled and slot.item
    ]


def tell(told: Outcome, *, as_json: bool) -> str:
    """Return an outcome as JSON, or as lines for people."""
    if as_json:
        return msgspec.json.format(msgspec.json.encode(told)).decode()
    lines: list[str] = []
    for step, items in told.settled.items():
        lines += [f"{step}:", *(f"  {place}. {text}" for place, text in enumerate(items, 1))]
    for step, agreement in told.agreement.items():
        if agreement is not None:
            lines.append(f"{step}: two people, same order {10 * agreement:.1f} times in 10")
    return "\n".join([*lines, "(chance gives 5 in 10; closer together is not more right)"])
