"""Keys, signatures and what people read aloud to each other."""

from server.proof.keys import LENGTH, SiteKey, as_typed, fingerprint, signed

# RFC 8032, section 7.1, test 1.
SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
SIGNATURE = (
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
    "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
)


def test_signatures_are_those_of_the_rfc() -> None:
    key = SiteKey(bytes.fromhex(SECRET))

    assert key.public.hex() == PUBLIC
    assert key.sign(b"").hex() == SIGNATURE
    assert signed(key.public, bytes.fromhex(SIGNATURE), b"")
    assert not signed(key.public, bytes.fromhex(SIGNATURE), b"x")


def test_what_is_no_key_has_signed_nothing() -> None:
    no_point = b"\x02" + bytes(31)  # of which half of all numbers are none

    for key in (no_point, bytes(32), b"\xff" * 32):
        assert not signed(key, bytes.fromhex(SIGNATURE), b"")


def test_a_mark_has_six_groups_without_look_alikes() -> None:
    mark = fingerprint(b"a key")

    groups = mark.split("-")
    assert [len(group) for group in groups] == [4] * 6
    assert sum(map(len, groups)) == LENGTH
    assert not set(mark) & set("ILOU")


def test_a_mark_is_known_however_it_is_typed() -> None:
    mark = fingerprint(b"a key")

    for typed in (mark, mark.lower(), mark.replace("-", ""), mark.replace("-", " "), f" {mark}\n"):
        assert as_typed(typed) == mark
    assert as_typed("il-o0") == "1100"
    assert as_typed("") == ""
