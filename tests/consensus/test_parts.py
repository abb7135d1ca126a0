"""What changed in a part, found without looking at what did not."""

from msgspec import Struct

from consensus.parts import Change, Part, change, is_same, one, rows


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
