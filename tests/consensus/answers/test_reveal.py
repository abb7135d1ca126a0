from consensus.answers import reveal
from consensus.answers.ballots import Unnamed
from tests.consensus.given import ballot


def test_answers_without_names_are_numbered_as_they_are_given() -> None:
    answers = (Unnamed("Health", ballot("ab")), Unnamed("", ballot("ba")))

    assert reveal.unnamed("rank", answers) == {
        "unnamed/rank/1": reveal.UnnamedRecord("rank", "Health", ballot("ab")),
        "unnamed/rank/2": reveal.UnnamedRecord("rank", "", ballot("ba")),
    }


def test_a_ranking_without_figures_has_no_record_of_them() -> None:
    assert reveal.drawn("rank", None) == {}
