"""The mirror over all tables: everybody once, nobody by name, opened by the trainer for good."""

import pytest

from consensus import commands as c
from consensus import views
from consensus.answers.guesses import Cell, MakeGuess, Mirror, OpenMirror
from consensus.hall import hall as h
from consensus.hall import mirror
from consensus.hall import table as t
from consensus.refusal import Code, Refusal
from consensus.state import Meeting
from consensus.steps import judge
from tests.consensus.given import SERVER, Situation, plan
from tests.consensus.hall.halls import came, carried, hall, room

ABCD, DCBA = tuple("abcd"), tuple("dcba")
EXERCISE = (plan("rank", judge.Settings(guess=True)), plan("again", judge.Settings(again="rank")))
AGENCIES = {"p": "Police", "q": "POLICE", "h": "Health", "s": "School"}

# Three of Health at each of two tables, and three of Police, who write it in two ways.
FIRST, SECOND = ("h1", "h2", "h3", "p1", "p2", "p3"), ("h4", "h5", "h6", "q4", "q5", "q6")


def session(*tables: tuple[str, ...]) -> Situation:
    """Return a hall at work in which these people sit at its tables."""
    training = hall(tables=len(tables), placing="placed", exercise=EXERCISE)
    for number, people in enumerate(tables, start=1):
        training = training.after(
            *((SERVER, came(member, AGENCIES[member[0]])) for member in people),
            *(("kit", h.Place(member, f"t{number}")) for member in people),
        )
    return training.after(("kit", h.Begin()))


def played(training: Situation, number: int, *people: str, opened: bool = True) -> Meeting:
    """Return a table at which people ranked, and guessed: Health, that Police is contrary."""
    found = carried(training.meeting, f"t{number}", room(*EXERCISE, number=number).meeting)
    table = Situation(found)
    for member in people:
        health = member.startswith("h")
        guess = MakeGuess("rank", "police" if health else "Health", DCBA if health else ABCD)
        table = table.after((member, judge.Cast("rank", ABCD)), (member, guess))
    return revealed(table.meeting) if opened else table.meeting


def revealed(table: Meeting) -> Meeting:
    """Return a table that opened its answers, as it does when it runs itself."""
    situation = Situation(table)
    here = [member.id for member in table.members.values() if member.voice and member.here]
    for member in here[: t.needed(table.members)]:
        situation = situation.after((member, t.Ready()))
    return situation.meeting


def whole() -> tuple[Situation, dict[str, Meeting]]:
    training = session(FIRST, SECOND)
    tables = {"t1": played(training, 1, *FIRST), "t2": played(training, 2, *SECOND)}
    return training, tables


SEEN = Mirror(
    ("Health", "POLICE"),
    (
        Cell("Health", "POLICE", 6, 6, 1.0, clear=True),
        Cell("POLICE", "Health", 6, 6, 0.0, clear=False),
    ),
    hidden=0,
)


# --- what is seen -----------------------------------------------------------------------------


def test_tables_too_small_to_show_anything_show_it_together() -> None:
    training, tables = whole()

    assert mirror.seen(training.meeting, tables, even_so=False) == SEEN


def test_one_table_alone_would_show_somebody() -> None:
    training = session(FIRST)
    with pytest.raises(Refusal, match=Code.TOO_FEW_TO_MIRROR):
        mirror.seen(training.meeting, {"t1": played(training, 1, *FIRST)}, even_so=False)


def test_a_table_that_has_not_opened_its_ranking_is_waited_for_or_left_out() -> None:
    training = session(FIRST, SECOND, ("h7", "p7"))
    _, tables = whole()
    tables["t3"] = played(training, 3, "h7", opened=False)

    with pytest.raises(Refusal, match=Code.MIRROR_TABLES_MISSING) as refused:
        mirror.seen(training.meeting, tables, even_so=False)
    assert refused.value.facts == {"count": 1}
    assert mirror.seen(training.meeting, tables, even_so=True) == SEEN


def test_before_any_table_has_opened_its_ranking_there_is_nothing_to_see() -> None:
    training = session(FIRST)
    closed = {"t1": played(training, 1, *FIRST, opened=False)}

    with pytest.raises(Refusal, match=Code.MIRROR_TOO_SOON):
        mirror.seen(training.meeting, closed, even_so=True)


def test_an_exercise_without_guesses_has_no_mirror() -> None:
    with pytest.raises(Refusal, match=Code.NOT_UNDERSTOOD):
        mirror.seen(hall("ana").meeting, {}, even_so=False)


def test_somebody_who_was_moved_counts_once_with_what_they_gave_last() -> None:
    training, tables = whole()
    moved = training.after(("kit", h.Place("p1", "t2")))
    again = carried(moved.meeting, "t2", room(*EXERCISE, number=2).meeting)
    second = Situation(again)
    for member in ("p1", *SECOND):
        about = "police" if member.startswith("h") else "Health"
        second = second.after(
            (member, judge.Cast("rank", ABCD)), (member, MakeGuess("rank", about, DCBA))
        )
    both = {"t1": carried(moved.meeting, "t1", tables["t1"]), "t2": revealed(second.meeting)}

    found = mirror.seen(moved.meeting, both, even_so=False)

    assert [(cell.of, cell.guesses, cell.people) for cell in found.cells] == [
        ("Health", 6, 6),
        ("POLICE", 6, 6),
    ]
    # Three of Police guessed right at the first table; one of them guessed wrong since.
    assert found.cells[1].surprise == pytest.approx(4 / 6, abs=0.01)


def test_somebody_who_was_taken_out_takes_their_guess_with_them() -> None:
    training, tables = whole()
    fewer = training.after(("kit", c.Remove("p1")))

    found = mirror.seen(fewer.meeting, tables, even_so=False)

    assert [cell.guesses for cell in found.cells] == [6, 5]


# --- who opens it -----------------------------------------------------------------------------


def test_the_mirror_is_opened_once_by_the_server_for_the_trainer() -> None:
    training, _ = whole()
    shown = training.when(mirror.PutMirror(SEEN), by=SERVER).then(h.MirrorOpened(SEEN))

    assert mirror.told(training.meeting) == {}
    assert mirror.told(shown.meeting) == {
        "mirror": mirror.MirrorRecord(SEEN.agencies, SEEN.cells, SEEN.hidden)
    }
    other = Mirror(("Health",), (), 3)
    shown.when(mirror.PutMirror(other), by=SERVER).nothing()
    training.when(mirror.PutMirror(SEEN), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_it_stays_after_the_end_when_all_guesses_are_gone() -> None:
    training, tables = whole()
    closed = training.after((SERVER, mirror.PutMirror(SEEN)), ("kit", c.Close()))
    ended = {name: carried(closed.meeting, name, table) for name, table in tables.items()}

    assert mirror.told(closed.meeting)
    for table in ended.values():
        state = table.agenda[0].state
        assert isinstance(state, judge.State)
        assert {guess.answer for guess in state.guessed.made.values()} == {()}
    training.after(("kit", c.Close())).when(mirror.PutMirror(SEEN), by=SERVER).refused(
        Code.MEETING_CLOSED
    )


def test_a_table_s_own_chair_opens_no_mirror_that_could_be_taken_from_the_hall_s() -> None:
    chaired = room(*EXERCISE).after((SERVER, came("h1", "Health", "chair")))
    opened = chaired.after(("h1", c.OpenStep("rank")), ("h1", judge.Cast("rank", ABCD)))

    opened.after(("h1", judge.Reveal("rank"))).when(OpenMirror("rank"), by="h1").refused(
        Code.MIRROR_IN_THE_HALL
    )


def test_a_room_without_tables_has_no_hall_s_mirror() -> None:
    room(*EXERCISE).when(mirror.PutMirror(SEEN), by=SERVER).refused(Code.NOT_UNDERSTOOD)


def test_the_desk_knows_whether_there_is_a_mirror_to_open() -> None:
    asked = views.everyone(session(FIRST).meeting)["hall"]
    plain = views.everyone(hall("ana").meeting)["hall"]

    assert isinstance(asked, h.HallRecord)
    assert isinstance(plain, h.HallRecord)
    assert (asked.guesses, plain.guesses) == (True, False)
