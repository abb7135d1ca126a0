"""Every harm to a copy is found, from that copy and what an agency was given."""

import json
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.proof.form import MOST_BYTES, MOST_ENTRIES, Line
from server.proof.keys import as_typed
from server.proof.seal import Why, copy, mark, receipt, withhold, without
from server.proof.verify import Expected, Finding, Verdict, verify
from tests.server.proof.samples import (
    GROUNDS,
    HARMS,
    KEY,
    OTHER_KEY,
    fields,
    kept,
    redacted,
    signed_anew,
    whole,
)

SEALED = kept()
WHOLE, REDACTED = whole(SEALED), redacted(SEALED)

MANY = b"null," * (MOST_ENTRIES + 1)


def codes(verdict: Verdict) -> set[str]:
    return {finding.code for finding in verdict.findings}


@pytest.mark.parametrize("data", [WHOLE, REDACTED], ids=["whole", "redacted"])
def test_a_copy_as_it_was_given_is_genuine(data: bytes) -> None:
    assert verify(data).status == 0
    assert verify(data).confirmed == ()
    given_before = Expected(receipt(SEALED), mark(SEALED.seal), KEY.fingerprint)
    assert verify(data, given_before).confirmed == ("receipt", "mark", "key")


@pytest.mark.parametrize("block", range(10))
def test_ten_thousand_tamperings_are_found(block: int) -> None:
    dice, found = Random(block), Counter[str]()
    for _ in range(1_000):
        data, harm = dice.choice((WHOLE, REDACTED)), dice.choice(HARMS)
        harmed = harm(dice, data)
        if harmed != data:
            verdict = verify(harmed)
            assert verdict.status != 0, (block, harm, len(found))
            found.update(codes(verdict))
    assert len(found) >= 10


def test_every_place_where_a_byte_could_be_another_is_guarded() -> None:
    data = whole(kept(lines=1))
    for at in range(len(data)):
        other = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        assert verify(other).status != 0, at


@given(st.sets(st.integers(0, len(SEALED.entries) - 1)), st.booleans())
@settings(max_examples=100, deadline=None)
def test_whatever_is_withheld_the_rest_still_verifies(numbers: set[int], for_good: bool) -> None:
    out = {number: Why("in_confidence") for number in numbers}
    left = without(SEALED, out) if for_good else SEALED

    verdict = verify(copy(left, {} if for_good else out, GROUNDS, 5, KEY), Expected(receipt(left)))

    assert (verdict.status, verdict.findings) == (0, ())
    assert verdict.file is not None
    assert {n for n, entry in enumerate(verdict.file.entries) if entry is None} == numbers


def test_a_record_that_somebody_made_up_is_found_with_what_was_given_before() -> None:
    forged = signed_anew(WHOLE)

    assert verify(forged).status == 0  # it agrees with itself, and so says that it is not confirmed
    assert verify(forged).confirmed == ()
    assert codes(verify(forged, Expected(receipt(SEALED)))) == {"other_key"}
    assert codes(verify(forged, Expected(key=KEY.fingerprint))) == {"other_key"}
    assert codes(verify(forged, Expected(mark=mark(SEALED.seal)))) == {"other_seal"}
    assert verify(forged, Expected(key=OTHER_KEY.fingerprint)).confirmed == ("key",)


def test_another_record_of_the_same_site_is_told_apart_by_the_receipt() -> None:
    assert codes(verify(WHOLE, Expected(receipt(kept(edition=2))))) == {"other_edition"}
    assert codes(verify(WHOLE, Expected(receipt(kept(room="room2"))))) == {"other_room"}
    assert codes(verify(WHOLE, Expected(receipt(kept())))) == {"other_seal"}


def test_a_receipt_is_checked_too() -> None:
    good = receipt(SEALED)
    forged = good.replace(b'"edition":1', b'"edition":2')

    assert codes(verify(WHOLE, Expected(forged))) == {"receipt_forged"}
    for bad in (b"", good[:-1], good + b"\n", WHOLE, b"{" * 100_000):
        assert codes(verify(WHOLE, Expected(bad))) == {"receipt_unreadable"}


def test_a_mark_may_be_typed_as_it_is_heard() -> None:
    said = mark(SEALED.seal).lower().replace("-", " ")

    assert verify(WHOLE, Expected(mark=said)).status == 0
    assert as_typed("il-o0") == "1100"


def test_the_entry_that_was_changed_is_named() -> None:
    harmed = WHOLE.replace(b'"plain words"', b'"other words"', 1)

    [finding] = verify(harmed).findings
    assert finding == Finding("entry_changed", (4,), 1)


def test_of_many_changes_the_first_few_are_named() -> None:
    harmed = WHOLE.replace(b'"label":"fact"', b'"label":"view"')

    [finding] = [each for each in verify(harmed).findings if each.code == "entry_changed"]
    assert len(finding.entries) == 5
    assert finding.count > 5


@pytest.mark.parametrize(
    "again",
    [
        lambda found: json.dumps(found).encode(),
        lambda found: json.dumps(found, separators=(",", ":")).encode(),
        lambda found: json.dumps(
            found, separators=(",", ":"), ensure_ascii=False, sort_keys=True
        ).encode(),
    ],
)
def test_the_same_content_in_another_encoding_is_not_the_record(again) -> None:  # type: ignore[no-untyped-def]  # one of the three above
    assert verify(again(fields(WHOLE))).status == 2


# What is no record, or not as it was made, and the code of each.
NO_RECORDS = {
    "nothing": (b"", "not_a_record"),
    "a picture": (b"\xff\xd8\xff\xe0 a picture", "not_a_record"),
    "a byte order mark first": (b"\xef\xbb\xbf" + WHOLE, "not_a_record"),
    "brackets alone": (b"[" * 1_000_000, "not_a_record"),
    "the beginning": (WHOLE[:10], "truncated"),
    "all but the last byte": (WHOLE[:-1], "truncated"),
    "a line break more": (WHOLE + b"\n", "truncated"),
    "half of it": (WHOLE[: len(WHOLE) // 2], "truncated"),
    "half of it, and nested deep": (WHOLE[:52] + b'{"x":' * 1_000_000, "truncated"),
    "a newer version": (WHOLE.replace(b'"version":1', b'"version":2', 1), "newer"),
    "a version with a fraction": (WHOLE.replace(b'"version":1', b'"version":1.0', 1), "damaged"),
    "a level with a fraction": (WHOLE.replace(b'"level":2', b'"level":2.0', 1), "damaged"),
    "a level with a zero first": (WHOLE.replace(b'"level":2', b'"level":02', 1), "damaged"),
    "a level too large": (
        WHOLE.replace(b'"level":2', b'"level":99999999999999999999', 1),
        "damaged",
    ),
    "a level twice": (WHOLE.replace(b'"level":2', b'"level":2,"level":2', 1), "damaged"),
    "a strange name": (WHOLE.replace(b'"level":2', b'"level":2,"__proto__":{}', 1), "damaged"),
    "a level nested deep": (
        WHOLE.replace(b'"level":2', b'"level":' + b"[" * 500_000, 1),
        "damaged",
    ),
    "half a character": (WHOLE.replace(b"plain", b"\\ud800", 1), "damaged"),
    "an escape more": (WHOLE.replace(b"plain", b"pl\\u0061in", 1), "damaged"),
    "half a character as bytes": (WHOLE.replace(b"plain", b"\xed\xa0\x80", 1), "damaged"),
    "more entries than may be": (
        WHOLE.replace(b'"entries":[', b'"entries":[' + b"null," * (MOST_ENTRIES + 1), 1),
        "damaged",
    ),
    "more bytes than may be": (WHOLE + b" " * MOST_BYTES, "too_large"),
}


@pytest.mark.parametrize(("harm", "code"), NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_is_no_record_ends_in_one_code(harm: bytes, code: str) -> None:
    assert verify(harm) == Verdict(2, (Finding(code),))  # type: ignore[arg-type]  # it is one of them


def test_what_is_withheld_cannot_be_guessed_from_its_leaf() -> None:
    """The same words, sealed twice, have nothing in common: a guess cannot be confirmed."""
    again = kept()

    assert set(SEALED.leaves).isdisjoint(again.leaves)
    hidden = [entry for entry in SEALED.entries if entry and entry.salt.encode() not in REDACTED]
    assert hidden
    for entry in hidden:
        assert not isinstance(entry.says, Line) or f'"{entry.says.id}"'.encode() not in REDACTED


def withholding(*sections: str) -> dict[int, Why]:
    ids = [x.says.id for x in SEALED.entries if x and isinstance(x.says, Line)]
    return withhold(SEALED, {x: Why("readers") for x in ids if x.split(".")[0] in sections})


def test_a_heading_goes_with_its_lines() -> None:
    """Section 2 is a part of section 1."""
    first, second, both = (
        copy(SEALED, withholding(*sections), GROUNDS, 5, KEY)
        for sections in (("part1",), ("part2",), ("part1", "part2"))
    )

    assert b"Section 1" in first
    assert b"Section 1" in second
    assert b"Section 2" not in second
    assert b"Section 1" not in both
    assert all(b"Nothing here" in each for each in (first, second, both))


def test_a_heading_stays_with_what_is_left_of_its_lines() -> None:
    out = withhold(SEALED, {f"part2.{n}": Why("readers") for n in range(5)})

    assert len(out) == 5
    assert b"Section 2" in copy(SEALED, out, GROUNDS, 5, KEY)


@pytest.mark.parametrize("name", ["whole.cgrecord", "redacted.cgrecord"])
def test_what_was_sealed_once_is_genuine_for_good(name: str) -> None:
    """These files were sealed when the format was made; `tests/client/verify` reads them too."""
    vectors = Path(__file__).parent / "vectors"

    verdict = verify(
        (vectors / name).read_bytes(), Expected((vectors / "ours.cgreceipt").read_bytes())
    )

    assert (verdict.status, verdict.confirmed) == (0, ("receipt",))
