"""Everything that can be asked of a meeting."""

from typing import get_args

import msgspec
import pytest

from consensus import commands as c
from consensus.steps import judge, settle

PERSON_COMMANDS = get_args(c.PersonCommand)


def test_every_command_has_a_tag_of_its_own() -> None:
    tags = [command.__struct_config__.tag for command in get_args(c.Command)]

    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("door", get_args(c.DoorCommand))
def test_nobody_can_say_over_the_wire_who_is_at_the_door(door: type[msgspec.Struct]) -> None:
    assert door not in PERSON_COMMANDS
    with pytest.raises(msgspec.ValidationError, match="Invalid value"):
        msgspec.convert({"type": door.__struct_config__.tag, "member": "ana"}, c.PersonCommand)


@pytest.mark.parametrize(
    "command",
    [
        c.OpenStep("rank"),
        c.NameDeputy(None),
        c.LowerHand(),
        judge.Cast("rank", ("b", "a"), "because"),
        settle.Stand("five", 0, "a", "no", "not yet"),
    ],
)
def test_a_command_arrives_as_it_was_sent(command: c.PersonCommand) -> None:
    assert msgspec.json.decode(msgspec.json.encode(command), type=c.PersonCommand) == command


def test_a_stance_that_is_not_one_of_the_five_is_no_command() -> None:
    stance = {"type": "settle.stand", "step": "five", "slot": 0, "item": "a", "word": "maybe"}

    with pytest.raises(msgspec.ValidationError, match="Invalid enum value"):
        msgspec.convert(stance, c.PersonCommand)
