"""Each ground rests on something, in guidance that says how old it is."""

import pytest

from consensus.agendas.template import TemplateError, read_guidance
from consensus.disclosure.withholding import GROUNDS, Guidance

FIELDS = {"id": "ours", "edition": "Ours", "read": "2026-11-01", "note": "Ask.", "rests_on": {}}


def test_guidance_is_read_from_a_file() -> None:
    found = read_guidance({**FIELDS, "rests_on": {"inquiry": "Rule 4"}})

    assert found == Guidance("ours", "Ours", "2026-11-01", "Ask.", {"inquiry": "Rule 4"})


@pytest.mark.parametrize("odd", [{"rests_on": {"because": "x"}}, {"law": "x"}, {"risk_words": "x"}])
def test_guidance_with_a_slip_is_named(odd: dict[str, object]) -> None:
    with pytest.raises(TemplateError):
        read_guidance({**FIELDS, **odd})


def test_every_ground_has_a_name_of_its_own() -> None:
    assert len(set(GROUNDS)) == len(GROUNDS) == 8
