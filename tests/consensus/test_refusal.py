"""The one way the core says no."""

import pytest

from consensus.refusal import Code, Refusal


@pytest.mark.parametrize("code", list(Code))
def test_a_code_is_written_as_it_is_called(code: Code) -> None:
    assert code.value == code.name.lower()


def test_a_refusal_carries_its_code_and_what_its_sentence_mentions() -> None:
    refusal = Refusal(Code.NAME_TOO_LONG, most=60, length=61)

    assert refusal.code is Code.NAME_TOO_LONG
    assert refusal.facts == {"most": 60, "length": 61}


def test_a_refusal_says_nothing_but_its_code_when_it_is_printed() -> None:
    """What a person typed may be private, and a traceback may reach a log."""
    assert str(Refusal(Code.NAME_TAKEN, name="Ana")) == "name_taken"
