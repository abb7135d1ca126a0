"""How far apart people are is said in words and as a table, with what moved."""

from msgspec.structs import replace

from consensus import events as e
from consensus.record.lines import Say
from consensus.steps import judge
from tests.consensus.given import opened, plan
from tests.consensus.record.asked import (
    BOTH,
    CHOOSE,
    SCALE,
    cast,
    chosen,
    listed,
    opened_marks,
)
from tests.consensus.record.said import case_room, facts, line, of, section


def test_a_choice_says_how_many_chose_what_and_who_said_why() -> None:
    found = chosen()

    assert facts(found, "choose.chosen.a") == {"words": "statement a", "count": 2}
    row = line(found, "choose.answer.ana")
    assert row.cells == ("Ana (Health)", listed("statement a"), "It is first")
    assert (row.whose, row.label, row.readers) == ("ana", "opinion", "professionals")


def test_with_one_voice_for_each_agency_a_choice_may_look_different() -> None:
    police = (e.MemberJoined("pat", "Pat", "Police", "participant", True, 0),)
    others = (*(cast("choose", m, "a") for m in ("ana", "ben")), cast("choose", "cam", "b"))
    opened_choice = (
        *case_room(CHOOSE),
        *police,
        opened("choose", *"abc"),
        *others,
        cast("choose", "pat", "b"),
    )
    agencies = dict.fromkeys(("ana", "ben", "cam"), "Health") | {"pat": "Police"}
    found = of(*opened_choice, judge.Revealed("choose", (), (), agencies))

    shares = facts(found, "choose.agencies")["shares"]
    assert isinstance(shares, tuple)
    assert shares[0] == Say("record-share", {"words": "statement b", "share": "1.3"})


def test_a_ranking_says_how_far_apart_people_are_before_anything_else() -> None:
    spread = line(BOTH, "rank.spread.a")

    assert spread.cells == ("A: statement a", "1", "1", "3", "1.3")
    assert len(spread.cells) == len(section(BOTH, "rank.spread").columns)
    assert facts(BOTH, "rank.agreement") == {"times": "3.3"}
    widest = facts(BOTH, "rank.widest")
    assert (widest["words"], widest["low"], widest["high"]) == ("A: statement a", "1", "3")
    assert facts(BOTH, "rank.furthest")["who"] == "Cam (Health)"


def test_what_moved_is_said_to_be_closer_and_never_more_right() -> None:
    assert facts(BOTH, "again.movement") == {
        "direction": "closer",
        "before": "3.3",
        "after": "7.8",
        "people": 3,
    }
    assert facts(BOTH, "again.unchanged") == {"count": 2, "people": 3}
    assert line(BOTH, "again.spread.a").cells[5:] == ("1", "0")
    assert BOTH.line("rank.movement") is None


def test_put_together_the_answers_give_an_order() -> None:
    order = {"by": "person", "order": ("A", "B", "C"), "level": "no"}
    assert facts(BOTH, "rank.together.person") == order


def test_marks_stand_with_both_ends_of_the_scale_and_the_spread() -> None:
    found = opened_marks()

    form = facts(found, "safe.form")
    assert (form["low"], form["high"]) == ("In danger", "Safe")
    assert line(found, "safe.spread.-").cells == ("Safe", "1", "3.5", "6", "1")
    assert line(found, "safe.answer.ana").cells[1:] == (
        Say("record-list", {"list": (Say("record-one-mark", {"mark": "1"}),)}),
        "says ana",
    )
    assert facts(found, "safe.alarm") == {"mark": 2}


def test_of_several_marks_it_is_said_which_are_furthest_apart_and_what_moved() -> None:
    first = plan("first", SCALE)
    second = plan("second", replace(SCALE, again="first"))
    marks = {"first": ((1, 5), (2, 9)), "second": ((4, 5), (6, 5))}
    casts: list[e.Event] = []
    for step, given in marks.items():
        casts.append(opened(step, *"ab"))
        for member, (a, b) in zip(("ana", "ben"), given, strict=True):
            casts.append(judge.BallotCast(step, member, (), "", {"a": a, "b": b}))
        casts.append(judge.Revealed(step, ()))
    found = of(*case_room(first, second), *casts)

    assert facts(found, "first.widest") == {"words": "B: statement b", "low": "5", "high": "9"}
    assert facts(found, "second.moved.a") == {
        "words": "A: statement a",
        "known": "yes",
        "before": "1.5",
        "after": "5",
    }
    assert found.line("first.moved.a") is None
