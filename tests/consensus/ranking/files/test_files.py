"""Rankings as files of any kind."""

from typing import get_args

import pytest

from consensus.ranking.errors import BallotError
from consensus.ranking.files import FileKind, read, write
from consensus.ranking.profile import Profile
from tests.consensus.ranking.files.profiles import counted

STRICT = Profile.of("abc", ["abc", "abc", "cab"])
PARTIAL = Profile.of("abc", [["b"], [("a", "c")], []])

KINDS = get_args(FileKind)


@pytest.mark.parametrize("kind", KINDS)
def test_strict_complete_orders_are_kept_by_every_kind(kind: FileKind) -> None:
    assert counted(read(write(STRICT, kind), kind)) == counted(STRICT)


@pytest.mark.parametrize("kind", ["toi", "csv", "json"])
def test_ties_and_gaps_are_kept_by_the_kinds_that_can(kind: FileKind) -> None:
    assert counted(read(write(PARTIAL, kind), kind)) == counted(PARTIAL)
    assert counted(read(write(PARTIAL, kind), kind, "below")) == {
        (frozenset("b"), frozenset("ac")): 1,
        (frozenset("ac"), frozenset("b")): 1,
    }


@pytest.mark.parametrize("kind", ["soc", "soi", "toc"])
def test_ties_and_gaps_are_refused_by_the_others(kind: FileKind) -> None:
    with pytest.raises(BallotError):
        write(PARTIAL, kind)
    with pytest.raises(BallotError):
        read(write(PARTIAL, "toi").replace("toi", kind), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_an_error(kind: FileKind) -> None:
    other: FileKind = "json" if kind != "json" else "csv"

    with pytest.raises(BallotError):
        read(write(STRICT, other), kind)
