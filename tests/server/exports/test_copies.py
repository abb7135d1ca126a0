"""Two who may read the same get the same copy, and everybody gets their own words."""

import msgspec
from msgspec.structs import replace

from consensus.record import sealing
from consensus.record.readers import EVERYTHING
from consensus.steps import judge
from server.exports import copies
from tests.consensus.given import given, plan, room
from tests.server.exports.made import WORDS, document

BARE = replace(document(), copy_for="")
EVERY = msgspec.msgpack.encode(BARE)


def lines(allowed: set[str], member: str = "") -> list[str]:
    reader = copies.Reader(member, WORDS, frozenset(allowed))  # type: ignore[arg-type]
    found = copies.opened(copies.copy(EVERY, reader))
    return [line.id for part in found.parts for line in part.lines]


def test_a_copy_holds_what_its_reader_may_read_and_their_own_words() -> None:
    assert lines({"all"}) == ["said.1", "who.ana", "who.ben"]
    assert lines({"all"}, "ana") == ["said.1", "said.2", "who.ana", "who.ben"]
    assert lines(set(EVERYTHING)) == ["said.1", "said.2", "said.3", "who.ana", "who.ben"]


def test_two_who_may_read_the_same_get_the_same_bytes() -> None:
    ben, cam = (copies.Reader(who, WORDS, frozenset({"all"})) for who in ("ben", "cam"))

    assert copies.copy(EVERY, ben) == copies.copy(EVERY, cam)


def test_a_copy_says_for_whom_it_is() -> None:
    family = copies.opened(copies.copy(EVERY, copies.Reader("", WORDS, frozenset({"all"}))))
    keepers = copies.opened(copies.copy(EVERY, copies.Reader("", WORDS, EVERYTHING)))

    assert family.copy_for.startswith("This copy is for the family.")
    assert keepers.copy_for.startswith("This copy is for the keepers of the record.")


def test_a_copy_says_which_sealed_edition_it_is_or_that_it_was_put_right_since() -> None:
    meeting = given(*room(plan("rank", judge.Settings()))).meeting
    edition = sealing.Edition("root", "AB12 CD34", "key", 1_795_342_000_000, 0)
    once = replace(meeting, sealing=sealing.State((edition,)))
    behind = replace(meeting, sealing=sealing.State((edition,), changes=1))

    never, same, later = (
        copies.opened(copies.whole(each, WORDS)) for each in (meeting, once, behind)
    )

    assert never.fingerprint == ""
    assert "edition 1 of the record, sealed on 22 November 2026" in same.state
    assert same.fingerprint == "AB12 CD34"
    assert "put right since edition 1" in later.state
    assert later.fingerprint == ""
