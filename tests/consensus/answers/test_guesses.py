"""Guesses how another agency ranks: private for good; and the mirror that is made of them."""

from collections.abc import Iterator
from random import Random

import msgspec
import pytest

from consensus import commands as c
from consensus import events as e
from consensus import views
from consensus.answers import guesses
from consensus.answers.ballots import Answer
from consensus.answers.guesses import Cell, Guess, Guessed, MakeGuess, Mirror, OpenMirror, mirrored
from consensus.forgetting.blanking import unreleased
from consensus.people import Role
from consensus.record.minutes import minutes
from consensus.refusal import Code, Refusal
from consensus.steps import judge
from tests.consensus.given import SERVER, Situation, after, given, opened, plan, prepared

ABCD, DCBA = tuple("abcd"), tuple("dcba")
NINE = tuple("abcdefghi")


def came(member: str, agency: str, *, voice: bool = True) -> e.MemberJoined:
    role: Role = "participant" if voice else "chair"
    return e.MemberJoined(member, member.capitalize(), agency, role, voice, 0)


PEOPLE = (
    came("kit", "Training", voice=False),
    came("ana", "Health"),
    came("ben", "Police"),
    came("cam", "POLICE"),
    came("dot", ""),
)
ROOM = (prepared(plan("rank", judge.Settings(guess=True))), *PEOPLE, opened("rank", *"abcd"))
GUESSED = Guessed("rank", "ana", "Police", ABCD)


# --- guessing ---------------------------------------------------------------------------------


def test_a_member_guesses_how_people_of_another_agency_rank() -> None:
    guessed = given(*ROOM).when(MakeGuess("rank", "police", ABCD), by="ana").then(GUESSED)

    assert views.mine(guessed.meeting, "ana")["my_guess/rank"] == guesses.MyGuessRecord(
        "rank", Guess("Police", ABCD)
    )


def test_a_guess_can_be_changed_until_the_answers_are_opened() -> None:
    changed = given(*ROOM, GUESSED).when(MakeGuess("rank", "Police", DCBA), by="ana").done()

    assert states_of(changed).made == {"ana": Guess("Police", DCBA)}


def test_the_same_guess_again_changes_nothing() -> None:
    given(*ROOM, GUESSED).when(MakeGuess("rank", "Police", ABCD), by="ana").nothing()


@pytest.mark.parametrize(
    ("by", "command", "code"),
    [
        ("ana", MakeGuess("rank", "Health", ABCD), Code.GUESS_ANOTHER_AGENCY),
        ("ben", MakeGuess("rank", "poLice", ABCD), Code.GUESS_ANOTHER_AGENCY),
        ("ana", MakeGuess("rank", "Fire", ABCD), Code.GUESS_ANOTHER_AGENCY),
        ("ana", MakeGuess("rank", "", ABCD), Code.GUESS_ANOTHER_AGENCY),
        ("ana", MakeGuess("rank", "Training", ABCD), Code.GUESS_ANOTHER_AGENCY),
        ("dot", MakeGuess("rank", "Police", ABCD), Code.GUESS_NEEDS_AGENCY),
        ("kit", MakeGuess("rank", "Police", ABCD), Code.WATCHING_ONLY),
        ("ana", MakeGuess("rank", "Police", ("a", "b")), Code.RANK_EACH_ONCE),
        ("ana", MakeGuess("rank", "Police", tuple("aabcd")), Code.RANK_EACH_ONCE),
        ("ana", MakeGuess("rank", "Police", tuple("abcz")), Code.NO_SUCH_ITEM),
    ],
)
def test_a_guess_that_cannot_be_is_refused(by: str, command: c.Command, code: Code) -> None:
    given(*ROOM).when(command, by=by).refused(code)


def test_nothing_is_guessed_where_that_was_not_asked() -> None:
    plain = (prepared(plan("rank", judge.Settings())), *PEOPLE, opened("rank", *"abcd"))

    given(*plain).when(MakeGuess("rank", "Police", ABCD), by="ana").refused(Code.NOT_UNDERSTOOD)
    given(*plain).when(OpenMirror("rank"), by="kit").refused(Code.NOT_UNDERSTOOD)


def test_nobody_guesses_what_they_can_see() -> None:
    open_now = (*ROOM, judge.BallotCast("rank", "ben", ABCD, ""), judge.Revealed("rank", ()))

    given(*open_now).when(MakeGuess("rank", "Police", ABCD), by="ana").refused(
        Code.ALREADY_REVEALED
    )


# --- who sees it ------------------------------------------------------------------------------


def states_of(situation: Situation) -> guesses.State:
    state = situation.meeting.agenda[0].state
    assert isinstance(state, judge.State)
    return state.guessed


def test_nobody_sees_a_guess_but_who_made_it() -> None:
    """Two rooms that differ in what was guessed look the same to everybody else, for good."""
    revealed = (judge.BallotCast("rank", "ben", ABCD, ""), judge.Revealed("rank", ()))
    for then in ((), revealed, (*revealed, e.MeetingClosed(9))):
        one = given(*ROOM, GUESSED, *then).meeting
        other = given(*ROOM, Guessed("rank", "ana", "Police", DCBA), *then).meeting

        assert views.everyone(one) == views.everyone(other)
        assert views.chairs(one) == views.chairs(other)
        assert minutes(one) == minutes(other)
        for member in ("kit", "ben", "cam", "dot"):
            assert views.mine(one, member) == views.mine(other, member)


def test_how_many_have_guessed_is_seen_and_nothing_of_whom() -> None:
    record = views.everyone(given(*ROOM, GUESSED).meeting)["judge/rank"]

    assert isinstance(record, judge.JudgeRecord)
    assert (record.guess, record.guessed, record.answered) == (True, 1, 0)
    assert "Police" not in msgspec.json.encode(record).decode()


# --- when it goes -----------------------------------------------------------------------------


def test_guesses_are_gone_at_the_end_from_the_state_and_from_the_log() -> None:
    second = Guessed("rank", "ana", "POLICE", DCBA)
    log: list[e.Event] = [*ROOM, GUESSED, second, *ALL_RANKED, e.MeetingClosed(9)]
    blanks = unreleased(enumerate(log))

    empty = Guessed("rank", "ana", "", ())
    assert blanks == {log.index(GUESSED): empty, log.index(second): empty}
    left = [blanks.get(at, event) for at, event in enumerate(log)]
    assert given(*left).meeting == given(*log).meeting
    assert states_of(given(*log)).made == {"ana": Guess("", ())}
    assert "my_guess/rank" not in views.mine(given(*log).meeting, "ana")
    assert unreleased(enumerate(left)) == {}


ALL_RANKED = (
    judge.BallotCast("rank", "ben", ABCD, ""),
    judge.Revealed("rank", (), (), {"ben": "Police"}),
)


def test_a_removed_member_s_guess_goes_with_them_also_after_the_reveal() -> None:
    for before in ((), ALL_RANKED):
        log = (*ROOM, GUESSED, *before, e.MemberRemoved("ana"))

        assert states_of(given(*log)).made == {}
        ended = (*log, e.MeetingClosed(9))
        assert unreleased(enumerate(ended)) == {log.index(GUESSED): Guessed("rank", "ana", "", ())}


def test_of_two_who_are_one_the_guess_goes_of_the_seat_that_goes() -> None:
    both = (*ROOM, GUESSED, Guessed("rank", "cam", "Health", DCBA), *ALL_RANKED)

    assert states_of(given(*both, e.MembersMerged("ana", "cam"))).made == {
        "ana": Guess("Police", ABCD)
    }


# --- opening the mirror of a room -------------------------------------------------------------


def crowd(police: int, health: int) -> Situation:
    """Return a room in which people of two agencies ranked and guessed: Health the wrong way."""
    members = [came(f"p{n}", "Police" if n % 2 else "police") for n in range(police)]
    members += [came(f"h{n}", "Health") for n in range(health)]
    first = prepared(plan("rank", judge.Settings(guess=True)))
    situation = given(first, PEOPLE[0], *members, opened("rank", *"abcd"))
    for member in members:
        other = "Health" if member.member.startswith("p") else "POLICE"
        situation = situation.after(
            (member.member, judge.Cast("rank", ABCD)),
            (member.member, MakeGuess("rank", other, DCBA if other == "POLICE" else ABCD)),
        )
    return situation


def test_the_mirror_shows_where_guesses_were_further_off_than_people_among_themselves() -> None:
    ready = crowd(5, 4).after(("kit", judge.Reveal("rank")))
    mirror = Mirror(
        ("Health", "police"),
        (
            Cell("Health", "police", 4, 5, 1.0, clear=True),
            Cell("police", "Health", 5, 4, 0.0, clear=False),
        ),
        hidden=0,
    )
    shown = (
        ready.when(OpenMirror("rank"), by="kit").then(guesses.MirrorOpened("rank", mirror)).meeting
    )

    assert views.everyone(shown)["opened_mirror/rank"] == guesses.OpenedMirrorRecord("rank", mirror)
    assert views.everyone(after(shown, (e.MeetingClosed(9),)))["opened_mirror/rank"]


def test_it_is_opened_once_and_what_comes_later_changes_nothing() -> None:
    shown = crowd(5, 4).after(("kit", judge.Reveal("rank")), ("kit", OpenMirror("rank")))
    later = shown.after(("kit", c.Remove("p1")))

    later.when(OpenMirror("rank"), by="kit").nothing()
    assert states_of(later).mirror == states_of(shown).mirror


def test_it_is_the_chair_s_to_open_and_not_before_the_answers_are() -> None:
    crowd(5, 4).when(OpenMirror("rank"), by="kit").refused(Code.MIRROR_TOO_SOON)
    ready = crowd(5, 4).after(("kit", judge.Reveal("rank")))
    ready.when(OpenMirror("rank"), by="p1").refused(Code.CHAIR_ONLY)
    ready.when(OpenMirror("rank"), by=SERVER).refused(Code.NOT_A_MEMBER)


def test_too_few_on_either_side_are_not_shown_and_a_mirror_of_nothing_is_not_opened() -> None:
    for police, health in ((3, 9), (9, 3), (3, 3)):
        ready = crowd(police, health).after(("kit", judge.Reveal("rank", even_so=True)))
        ready.when(OpenMirror("rank"), by="kit").refused(Code.TOO_FEW_TO_MIRROR, least=4)


# --- the mirror of many -----------------------------------------------------------------------

AGENCIES = ("Health", "Police", "School", "Housing")


def orders(lots: Random, people: int, centre: Answer) -> Iterator[Answer]:
    for _ in range(people):
        yield tuple(sorted(centre, key=lambda item: centre.index(item) + lots.gauss(0, 2)))


def simulated(seed: int, people: int, misread: float) -> Mirror:
    """Return the mirror of four agencies of so many people with centres of their own.

    Each guesses about the next one as if drawn from it; but Health thinks that Police holds, to the
    share `misread`, the opposite of what it does.
    """
    lots = Random(seed)
    centres = {agency: tuple(lots.sample(NINE, len(NINE))) for agency in AGENCIES}
    held, made = {}, {}
    for number, agency in enumerate(AGENCIES):
        for at, answer in enumerate(orders(lots, people, centres[agency])):
            held[f"{agency}{at}"] = (agency, answer)
        about = AGENCIES[(number + 1) % len(AGENCIES)]
        wrong = agency == "Health"
        for at, answer in enumerate(orders(lots, people, centres[about])):
            turned = answer[::-1] if wrong and lots.random() < misread else answer
            made[f"{agency}{at}"] = (agency, Guess(about, turned))
    return mirrored(made, held)


@pytest.mark.parametrize("people", [6, 9, 12])
def test_a_planted_misreading_is_found_and_nothing_is_where_all_know_each_other(
    people: int,
) -> None:
    halls = [simulated(seed, people, misread=1) for seed in range(40)]
    found = [cell.clear for hall in halls for cell in hall.cells if cell.of == "Health"]
    others = [cell for hall in halls for cell in hall.cells if cell.of != "Health"]
    fair = [simulated(1_000 + seed, people, misread=0) for seed in range(40)]
    alarms = [any(cell.clear for cell in hall.cells) for hall in fair]

    assert sum(found) >= 38
    assert sum(cell.surprise for cell in others) / len(others) == pytest.approx(0, abs=0.02)
    assert sum(alarms) <= 5  # 2 in 40 are to be expected


def test_every_guess_is_in_one_cell_and_no_total_tells_of_a_hidden_one() -> None:
    mirror = simulated(3, 6, misread=0)
    assert len(mirror.cells) == len({(cell.of, cell.about) for cell in mirror.cells})
    assert sum(cell.guesses for cell in mirror.cells) == 24


def test_an_agency_of_few_is_not_even_named() -> None:
    held = {f"h{n}": ("Health", ABCD) for n in range(4)} | {"x": ("Only One", ABCD)}
    made = {f"p{n}": ("Police", Guess("Health", ABCD)) for n in range(4)}
    made |= {"x": ("Only One", Guess("Health", DCBA)), "h0": ("Health", Guess("Only One", ABCD))}

    mirror = mirrored(made, held)

    assert mirror.agencies == ("Health", "Police")
    assert (len(mirror.cells), mirror.hidden) == (1, 2)


def test_what_is_hidden_does_not_depend_on_what_was_guessed() -> None:
    """Whether it is refused rests on how many guessed, which everybody knows."""
    few = {f"p{n}": ("Police", Guess("Health", ABCD)) for n in range(3)}
    with pytest.raises(Refusal, match=Code.TOO_FEW_TO_MIRROR):
        mirrored(few, {f"h{n}": ("Health", ABCD) for n in range(9)})
