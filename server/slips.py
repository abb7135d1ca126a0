"""What a room keeps of unattributed answers beside its log, until the chair opens them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from consensus.agenda import find
from consensus.answers.ballots import Ballot
from consensus.commands import Command, OpenSlips
from consensus.events import Event
from consensus.hall import following
from consensus.hall import table as tables
from consensus.items import StepId
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.steps import Settings, collect, judge
from server.log import Box, Exchange

# What lets a table go on, and opens on the way what is private in the step that it leaves.
_GOES_ON = tables.Ready | tables.Follow

_encode = msgspec.json.Encoder().encode
_decoder = msgspec.json.Decoder(Ballot)


def steps_asked(meeting: Meeting, commands: Iterable[Command]) -> frozenset[StepId]:
    """Return the steps whose unopened answers must be known to decide these commands."""
    asked = tuple(commands)
    named = {c.step for c in asked if isinstance(c, judge.Slip | judge.Reveal)}
    goes_on = any(isinstance(command, _GOES_ON) for command in asked)
    return frozenset(
        step.plan.id
        for step in meeting.agenda
        if step.plan.id in named or (goes_on and _hides(step.plan.settings))
    )


def _hides(settings: Settings) -> bool:
    return isinstance(settings, judge.Settings) and settings.shown == "nobody"


def leaves_no_name(meeting: Meeting, command: Command) -> bool:
    """Say whether nothing may tell who asked for this, not even that it was asked for twice."""
    if isinstance(command, judge.Slip):
        return True
    if not isinstance(command, collect.AddNote):
        return False
    step = next((step for step in meeting.agenda if step.plan.id == command.step), None)
    if step is None or not isinstance(step.plan.settings, collect.Settings):
        return False
    lanes = step.plan.settings.lanes
    return any(lane.id == command.lane and not lane.signed for lane in lanes)


class Slips(Struct, frozen=True):
    """The unopened answers of some steps: as they were found, and as commands leave them."""

    found: Mapping[StepId, Box] = {}
    now: Mapping[StepId, Box] = {}

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """What the log has to exchange."""
        before = ((step, self.found.get(step, {}), box) for step, box in self.now.items())
        return tuple(Exchange(step, was, box) for step, was, box in before if box != was)

    def asked(self, meeting: Meeting, command: Command) -> Command:
        """Return what a command asks for; what opens such answers needs what they say."""
        if isinstance(command, _GOES_ON):
            step = following.unattributed(meeting)
            return command if step is None else OpenSlips(command, self._ballots(step))
        if not isinstance(command, judge.Reveal):
            return command
        state = find(meeting.agenda, command.step).state
        if not isinstance(state, judge.State) or state.shown != "nobody":
            return command
        return OpenSlips(command, self._ballots(command.step))

    def after(self, meeting: Meeting, command: Command, events: Sequence[Event]) -> "Slips":
        """Return the answers after a command that the meeting did not refuse.

        Where no `events` came of it, a slip changes an earlier one; refuses that to a browser which
        did not give it. Answers that were opened are in the log.
        """
        match command:
            case judge.Slip():
                box = self._box(command.step)
                if bool(events) == (command.token in box):
                    raise Refusal(Code.ANSWERED_ELSEWHERE)
                answer = _encode(_ballot(meeting, command))
                return self._with(command.step, {**box, command.token: answer})
            case OpenSlips():
                opened = (event.step for event in events if isinstance(event, judge.Revealed))
                return reduce(lambda left, step: left._with(step, {}), opened, self)
            case _:
                return self

    def _ballots(self, step: StepId) -> tuple[Ballot, ...]:
        return tuple(_decoder.decode(answer) for answer in self._box(step).values())

    def _box(self, step: StepId) -> Box:
        return self.now.get(step, self.found.get(step, {}))

    def _with(self, step: StepId, box: Box) -> "Slips":
        return replace(self, now={**self.now, step: box})


# Where no command needs any.
NONE = Slips()


def _ballot(meeting: Meeting, command: judge.Slip) -> Ballot:
    step = find(meeting.agenda, command.step)
    settings, state = step.plan.settings, step.state
    if not isinstance(settings, judge.Settings) or not isinstance(state, judge.State):
        raise AssertionError("only a judge step takes slips")
    return settings.checked(state.items, command.ballot)
