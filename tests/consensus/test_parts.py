"""What changed in a part, found without looking at what did not."""

from msgspec import Struct

from consensus.parts import Change, Part, at_hand, change, is_same, one, rows, several


class Said(Struct, frozen=True):
    """A record of these tests: who said what."""

    who: str
    what: str


class Word(Struct, frozen=True):
    """A value that a record is made from."""

    text: str


ANA, BEN = Word("yes"), Word("no")
BOTH = {"ana": ANA, "ben": BEN}


def said(words: dict[str, Word], looked_at: list[str] | None = None) -> Part[Said]:
    """Return a part made entry by entry, which notes the entries that it looks at."""

    def make(who: str, word: Word) -> Said:
        if looked_at is not None:
            looked_at.append(who)
        return Said(who, word.text)

    return rows("said", words, make)


def single(what: Word) -> Part[Said]:
    return one("last", (what,), lambda: Said("ana", what.text))


# --- records ----------------------------------------------------------------------------------


def test_a_part_of_rows_has_a_record_for_each_entry_in_their_order() -> None:
    records = said({"ben": BEN, "ana": ANA}).records()

    assert list(records.items()) == [
        ("said/ben", Said("ben", "no")),
        ("said/ana", Said("ana", "yes")),
    ]


def test_a_single_record_is_a_part_too() -> None:
    assert single(ANA).records() == {"last": Said("ana", "yes")}


def test_parts_are_the_same_only_when_made_from_the_very_same() -> None:
    assert is_same(single(ANA), single(ANA))
    assert not is_same(single(ANA), single(Word("yes")))
    assert not is_same(one("last", (), lambda: Said("", "")), single(ANA))


# --- changes ----------------------------------------------------------------------------------


def test_a_part_that_came_is_all_put_and_one_that_went_is_all_dropped() -> None:
    assert change(None, said(BOTH)) == Change(said(BOTH).records())
    assert change(said(BOTH), None) == Change(drop=("said/ana", "said/ben"))
    assert change(None, None) == Change()


def test_nothing_changed_where_nothing_was_touched() -> None:
    looked_at: list[str] = []

    assert change(said(BOTH, looked_at), said(BOTH, looked_at)) == Change()
    assert looked_at == []


def test_only_the_entries_that_changed_are_looked_at() -> None:
    looked_at: list[str] = []
    later = {**BOTH, "ben": Word("maybe"), "cam": Word("yes")}

    found = change(said(BOTH), said(later, looked_at))

    assert found == Change({"said/ben": Said("ben", "maybe"), "said/cam": Said("cam", "yes")})
    assert looked_at == ["ben", "cam"]


def test_an_entry_that_is_gone_is_dropped_also_while_another_comes() -> None:
    found = change(said(BOTH), said({"ben": BEN, "cam": ANA}))

    assert found == Change({"said/cam": Said("cam", "yes")}, ("said/ana",))


def test_an_entry_that_left_and_came_back_is_put() -> None:
    later = {"ben": BEN, "ana": Word("yes")}

    assert change(said(BOTH), said(later)).put == {"said/ana": Said("ana", "yes")}


def test_of_other_parts_records_are_compared() -> None:
    assert change(single(ANA), single(BEN)) == Change({"last": Said("ana", "no")})
    assert change(single(ANA), single(Word("yes"))) == Change()


def test_a_record_that_a_part_no_longer_makes_is_dropped() -> None:
    def some(*names: str) -> Part[Said]:
        return Part((names,), lambda: {name: Said(name, "") for name in names})

    assert change(some("ana", "ben"), some("ben", "cam")) == Change(some("cam").records(), ("ana",))


# --- parts of parts ---------------------------------------------------------------------------


def both(basis: object, what: Word, looked_at: list[str] | None = None) -> Part[Said]:
    """Return a part in parts, made from a basis, which notes when it is taken apart."""

    def parts() -> dict[str, Part[Said]]:
        if looked_at is not None:
            looked_at.append("parts")
        found = {"said": said(BOTH, looked_at), "last": single(what)}
        return found if what.text else {"said": found["said"]}

    return several((basis,), parts)


def test_a_part_in_parts_has_the_records_of_all() -> None:
    assert both(1, ANA).records() == {**said(BOTH).records(), "last": Said("ana", "yes")}


def test_a_part_in_parts_is_not_taken_apart_while_it_is_the_same() -> None:
    looked_at: list[str] = []

    assert change(both(BOTH, ANA, looked_at), both(BOTH, ANA, looked_at)) == Change()
    assert looked_at == []


def test_of_a_part_in_parts_only_the_parts_that_changed_are_looked_at() -> None:
    looked_at: list[str] = []

    found = change(both(ANA, ANA), both(BEN, BEN, looked_at))

    assert found == Change({"last": Said("ana", "no")})
    assert looked_at == ["parts"]


def test_a_part_of_a_part_may_go_and_come() -> None:
    without, with_it = both(BOTH, Word("")), both(ANA, ANA)

    assert change(with_it, without) == Change(drop=("last",))
    assert change(without, with_it) == Change({"last": Said("ana", "yes")})


# --- at hand ----------------------------------------------------------------------------------


def test_what_is_at_hand_is_made_once() -> None:
    made: list[str] = []

    def make() -> Said:
        made.append("last")
        return Said("ana", "yes")

    kept = at_hand(None, one("last", (ANA,), make))
    again = at_hand(kept, one("last", (ANA,), make))

    assert kept.records() == again.records() == {"last": Said("ana", "yes")}
    assert again is kept
    assert made == ["last"]


def test_what_did_not_change_in_a_part_in_parts_stays_at_hand() -> None:
    before = at_hand(None, both(ANA, ANA))
    now = at_hand(before, both(BEN, BEN))

    assert change(before, now) == Change({"last": Said("ana", "no")})
    assert change(now, at_hand(now, both(BEN, BEN))) == Change()
