"""What a node knows of lines at other nodes."""

from server.presence import SILENCE, Elsewhere


def test_members_are_elsewhere_while_some_node_has_a_line_of_theirs() -> None:
    found = Elsewhere()

    found.here("one", ["ana", "kit"], now=0)
    found.moved("two", came=["kit"], went=[], now=0)
    found.moved("one", came=[], went=["kit", "ana"], now=0)

    assert found.has("kit")
    assert not found.has("ana")


def test_who_is_no_longer_in_a_whole_list_is_said_to_have_gone_from_there() -> None:
    found = Elsewhere()
    found.here("one", ["ana", "kit"], now=0)

    assert found.here("one", ["kit"], now=1) == {"ana"}


def test_a_node_that_is_silent_for_too_long_is_gone_with_its_lines() -> None:
    found = Elsewhere()
    found.here("one", ["ana"], now=0)
    found.here("two", ["kit"], now=SILENCE)

    assert found.silent(now=SILENCE) == set()
    assert found.silent(now=SILENCE + 1) == {"ana"}
    assert found.silent(now=SILENCE + 1) == set()
    assert found.has("kit")


def test_no_node_is_blamed_for_a_silence_in_which_none_could_be_heard() -> None:
    found = Elsewhere()
    found.here("one", ["ana"], now=0)

    found.could_not_be_heard(now=100)

    assert found.silent(now=101) == set()
    assert found.silent(now=101 + SILENCE) == {"ana"}
