"""The floor: keyed records of all tables, cheap ones apart from those that take a moment."""

from msgspec.structs import replace

from consensus.answers import guesses
from consensus.answers.notes import Lane, Note
from consensus.hall import compared
from consensus.hall.floor import Floor, at_once, desk, wall
from consensus.state import Meeting
from consensus.steps import collect
from tests.consensus.given import plan
from tests.consensus.hall.halls import room
from tests.consensus.hall.test_gathered import AGAIN, at, led, said, table

ROOMS = {
    "t1": table(rank=said({"ana": "abcd", "ben": "abdc", "cam": "bacd", "dee": "abcd"})),
    "t2": table(rank=said({"eve": "dcba", "fay": "dcab", "gus": "cdba", "hal": "dcba"})),
}


def floor() -> Floor:
    return Floor(led("ana", "ben", "cam", "dee", "eve", "fay", "gus", "hal"), ROOMS)


def test_there_is_a_card_for_each_table() -> None:
    keys = {"card/t1", "card/t2", "progress/t1", "progress/t2"}

    assert dict(desk(floor(), 1_000)).keys() == keys


def test_what_takes_no_time_is_the_same_as_on_the_whole_wall() -> None:
    quick, whole = at_once(floor()), wall(floor())

    assert quick.items() <= whole.items()
    assert {"distances", "splits", "results", "orders", "alike"} <= whole.keys() - quick.keys()
    assert {"pass", "journeys", "statement/a"} <= quick.keys()


def test_a_figure_is_not_worked_out_again_where_nothing_behind_it_changed() -> None:
    assert wall(floor())["distances"] is not None
    first, again = (wall(floor())["distances"] for _ in range(2))

    assert isinstance(first, compared.DistancesRecord)
    assert isinstance(again, compared.DistancesRecord)
    assert again.comparison is first.comparison


def test_what_is_not_opened_changes_nothing_that_anybody_is_shown() -> None:
    """Not even for trainers: whatever was said in private, the records are the same."""
    people = "ana", "ben", "cam", "dee", "eve", "fay", "gus"
    one, other = (
        Floor(led(*people), {"t1": ROOMS["t1"], "t2": closed(*words)})
        for words in (("abcd", "Health", "Time"), ("dcba", "Police", "Money"))
    )

    assert dict(desk(one, 5_000)) == dict(desk(other, 5_000))
    assert wall(one) == wall(other)


def closed(order: str, about: str, text: str) -> Meeting:
    """Return a table at which three ranked, and one guessed and wrote; nothing of it is open."""
    guess = guesses.State({"eve": guesses.Guess(about, tuple(order))})
    rank = replace(said(dict.fromkeys(("eve", "fay", "gus"), order), opened=False), guessed=guess)
    note = Note("alike", "eve", text, tuple("ab"))
    write = collect.State(tuple("abcd"), {"n1": note}, revealed=False)
    asked = collect.Settings((Lane("alike", "Alike", joins_two=True),))
    meeting = at(room(*AGAIN, plan("write", asked)).meeting, rank=rank, write=write)
    return replace(meeting, current="write")


def test_what_two_people_said_alone_changes_no_figure_of_the_wall() -> None:
    """Whoever kept the figures from before could otherwise subtract them."""
    people = "ana", "ben", "cam", "dee", "eve", "fay", "gus", "hal", "ida", "jo"
    ways = ("abcd", "abcd"), ("dcba", "cdab")
    one, other = (
        wall(Floor(led(*people, tables=3), {**ROOMS, "t3": table(rank=said({"ida": i, "jo": j}))}))
        for i, j in ways
    )

    assert one == other


def test_nobody_is_named_in_what_the_wall_is_told() -> None:
    told = repr(wall(floor()))

    for member in ("ana", "ben", "cam", "dee", "eve", "fay", "gus", "hal"):
        assert f"'{member}'" not in told
        assert member.capitalize() not in told
