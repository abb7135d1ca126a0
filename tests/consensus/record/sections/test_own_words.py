"""The child's and the family's own words stand together, for everybody, as they were said."""

from consensus import commands as c
from consensus.answers.notes import Lane
from consensus.record.lines import THE_FAMILYS, Moment, Record, Say
from consensus.record.written import record
from consensus.steps import collect, form
from tests.consensus.given import NOW, given, joined, opened, plan
from tests.consensus.record.said import case_room, facts, line, lines

FORM = plan("words", form.Settings((form.Field("child", "About home", voice="child"),)))
LANES = (Lane("family", "The family’s view", tone="family", sourced=True, may_be_empty=True),)
NOTES = plan("views", collect.Settings(LANES))
MAY = Say("date-long", {"day": 12, "month": 5, "year": "2026"})
FILL = form.Fill("words", "room", "child", "I like it", "", "Ana, in a drawing", "2026-05-12")


def after(*asked: tuple[str, c.Command]) -> Record:
    held = given(*case_room(FORM, NOTES), opened("words"), opened("views"))
    back = ("kit", c.OpenStep("words"))
    return record(held.after(back, *asked).meeting)


def test_the_childs_words_say_who_brought_them_when_and_whether_they_were_read_out() -> None:
    found = after(("ana", FILL), ("kit", form.ReadOut("words", "room", "child")))

    assert facts(found, "words.room.child") == {
        "whose": "child",
        "words": "I like it",
        "about": "About home",
        "source": "Ana, in a drawing",
        "day": MAY,
        "heard": Moment(NOW, "time"),
        "read": "yes",
    }


def test_they_are_for_everybody_and_nobodys_to_put_in_other_words() -> None:
    own = line(after(("ana", FILL)), "words.room.child")

    assert (own.readers, own.whose, own.about) == ("all", THE_FAMILYS, ("ana",))
    assert facts(after(("ana", FILL)), "words.room.child")["read"] == "no"


def test_a_familys_note_stands_with_them() -> None:
    note = collect.AddNote("views", "n1", "family", "Leave us be", (), "", "Mum", "2026-05-12")
    found = after(("kit", c.OpenStep("views")), ("ana", note))

    assert lines(found, "voices") == ["words.voice.child", "views.note.n1"]
    said = facts(found, "views.note.n1")
    assert (said["words"], said["source"]) == ("Leave us be", "Mum")
    assert line(found, "views.note.n1").readers == "all"


def test_what_one_of_the_family_wrote_themselves_is_theirs_to_change() -> None:
    held = given(*case_room(FORM), opened("words"), joined("fay", "family"))
    found = record(held.after(("fay", FILL)).meeting)

    assert line(found, "words.room.child").whose == "fay"


def test_a_gap_is_said_to_be_one() -> None:
    none = collect.SayNone("views", "family")
    found = after(("kit", c.OpenStep("views")), ("ana", none))

    assert facts(found, "words.voice.child")["gap"] == Say("record-lane-empty")
    gap = facts(found, "views.voice.family")["gap"]
    assert gap == Say("record-lane-none", {"who": "Ana (Health)"})
