"""The exercise as a group of three plays it, from the chair's desk."""

from consensus import commands as c
from consensus import views
from consensus.answers import stances
from consensus.items import parse_statements
from consensus.meeting import prepare
from consensus.record import minutes
from consensus.steps import State, judge, settle
from tests.consensus.given import Situation, given, joined
from tests.meetings import shipped

PLAYERS = ("ana", "ben", "cam")


class Exercise:
    """The full exercise with a list of statements, which are called s1, s2 and so on."""

    def __init__(self, *statements: str) -> None:
        template = next(template for template in shipped() if template.id == "task-5-1")
        first = prepare(template, "A meeting", "", parse_statements("\n".join(statements)), at=0)
        chair = joined("kit", "chair", voice=False)
        self.now: Situation = given(first, chair, *map(joined, PLAYERS))

    def open(self, step: str) -> None:
        self.now = self.now.after(("kit", c.OpenStep(step)))

    def ask(self, step: str, *answers: str) -> None:
        """Let everybody answer with the numbers of statements, and open the answers."""
        self.open(step)
        for member, answer in zip(PLAYERS, answers, strict=True):
            items = tuple(f"s{number}" for number in answer)
            self.now = self.now.after((member, judge.Cast(step, items)))
        self.now = self.now.after(("kit", judge.Reveal(step)))

    def agree_on(self, step: str, slot: int, item: str) -> None:
        """Let everybody agree on an item for a slot."""
        self.now = self.now.after(
            ("kit", settle.Propose(step, slot, item)),
            *[(member, settle.Stand(step, slot, item, "yes")) for member in PLAYERS],
            ("kit", settle.Agree(step, slot, item)),
        )

    def board(self, step: str) -> settle.BoardRecord:
        record = views.everyone(self.now.meeting)[f"board/{step}"]
        assert isinstance(record, settle.BoardRecord)
        return record

    def states(self) -> dict[str, State | None]:
        return {step.plan.id: step.state for step in self.now.meeting.agenda}


def until_the_ranking(*statements: str) -> Exercise:
    """Return an exercise whose second statement was set aside."""
    exercise = Exercise(*statements)
    exercise.ask("choose", "1", "2", "2")
    exercise.open("discard")
    exercise.agree_on("discard", 0, "s2")
    return exercise


def test_a_group_sets_one_aside_ranks_the_rest_and_agrees_on_an_order() -> None:
    exercise = until_the_ranking("Trust", "Time", "Money", "Fun", "Luck", "Food", "Rest")
    exercise.ask("rank", "134567", "143567", "654317")
    exercise.ask("rank-again", "134567", "134567", "143567")
    exercise.open("five")
    assert exercise.board("five").bands == (("s1",), ("s3",), ("s4",), ("s5",), ("s6",), ("s7",))
    for slot, item in enumerate(["s1", "s3", "s4", "s5", "s6"]):
        exercise.agree_on("five", slot, item)

    outcome = minutes.minutes(exercise.now.after(("kit", c.Close())).meeting).outcome
    assert outcome is not None
    assert isinstance(outcome.said, settle.Minutes)
    assert [slot.item for slot in outcome.said.slots] == ["s1", "s3", "s4", "s5", "s6"]
    assert all(stances.all_agree(slot) for slot in outcome.said.slots)


def test_the_board_to_set_one_aside_starts_from_how_many_chose_it() -> None:
    exercise = Exercise("Trust", "Time", "Money")
    exercise.ask("choose", "1", "2", "2")
    exercise.open("discard")

    assert exercise.board("discard").bands == (("s2",), ("s1",), ("s3",))
    assert exercise.board("discard").support == {"s1": 1, "s2": 2, "s3": 0}


def test_three_statements_and_a_board_of_five_make_two_slots() -> None:
    exercise = until_the_ranking("Trust", "Time", "Money")
    exercise.ask("rank", "13", "31", "13")
    exercise.ask("rank-again", "13", "13", "13")
    exercise.open("five")

    assert exercise.board("five").slots == 2
    exercise.agree_on("five", 0, "s1")
    exercise.agree_on("five", 1, "s3")


def test_a_group_may_go_back_and_forth_and_lose_nothing() -> None:
    exercise = until_the_ranking("Trust", "Time", "Money", "Fun")
    exercise.open("read")
    exercise.ask("rank", "134", "431", "143")
    exercise.open("talk")
    before = exercise.states()

    for step in ("choose", "discard", "read", "rank", "talk"):
        exercise.open(step)

    assert exercise.states() == before
    assert exercise.now.meeting.current == "talk"
