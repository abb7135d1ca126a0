"""Who may read which lines: keepers everything, the family its own copy, all their own words."""

import pytest
from msgspec.structs import replace

from consensus.people import Member, Role
from consensus.record.lines import Line, Readers
from consensus.record.readers import EVERYTHING, may_read, reads

ANA = Member("ana", "Ana", "Health", "participant", voice=True, here=True, since=0)


def line(readers: Readers, whose: str = "") -> Line:
    return Line("l", "fact", ("words",), readers, whose)


@pytest.mark.parametrize("role", ["chair", "deputy", "recorder"])
def test_whoever_keeps_the_record_reads_all_of_it(role: Role) -> None:
    assert reads(replace(ANA, role=role), case=True) == EVERYTHING


@pytest.mark.parametrize("role", ["family", "observer"])
def test_in_a_case_room_the_family_has_a_copy_of_its_own(role: Role) -> None:
    member = replace(ANA, role=role)

    assert reads(member, case=True) == {"all"}
    assert reads(member, case=False) == {"all", "professionals"}


def test_whoever_works_with_them_reads_what_is_for_them() -> None:
    assert reads(ANA, case=True) == {"all", "professionals"}


def test_ones_own_words_can_always_be_read() -> None:
    assert may_read(line("restricted", "ana"), {"all"}, "ana")
    assert not may_read(line("restricted", "ana"), {"all"}, "ben")
    assert not may_read(line("restricted"), {"all"})
