"""What people thought stands with how they were asked, and who did not answer."""

from consensus.record.lines import Say
from tests.consensus.record.asked import chosen, opened_marks
from tests.consensus.record.said import facts, line, lines, said, section


def test_it_says_what_was_asked_and_how_answers_were_shown() -> None:
    found = chosen()

    assert facts(found, "choose.prompt") == {"words": "What matters?"}
    assert facts(found, "choose.form")["ask"] == "choose"
    assert facts(found, "choose.shown") == {"shown": "name"}


def test_whoever_does_not_know_or_did_not_answer_is_said() -> None:
    found = chosen()

    assert line(found, "choose.answer.cam").cells[1:] == (
        Say("record-dont-know"),
        "I never met him",
    )
    assert facts(found, "choose.unsure")["who"] == ("Cam (Health)",)
    assert facts(found, "choose.silent") == {"who": ("Eve (Health)",)}


def test_where_only_the_outcome_is_kept_nobodys_answer_is() -> None:
    found = opened_marks(minuted="outcome")

    assert line(found, "safe.spread.-").cells == ("Safe", "", "3.5", "", "")
    assert not any(section.id == "safe.answers" for section in found.sections)
    assert "says" not in repr(section(found, "safe"))
    assert lines(found, "safe")
    assert said(found, "safe.form").id == "record-form"
