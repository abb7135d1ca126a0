"""What came up and belongs elsewhere is kept, so that nobody has to hold on to it."""

import pytest

from consensus import events as e
from consensus.refusal import Code
from consensus.roomwide import parking
from consensus.steps import judge
from consensus.views import everyone
from tests.consensus.given import NOW, Situation, given, opened, plan, room

AT = NOW - 60_000
ANAS = parking.Added("p1", "ana", "Who pays for taxis?", False, AT)


def with_parked(*events: e.Event) -> Situation:
    return given(*room(plan("rank", judge.Settings())), *events)


def test_anybody_parks_something_before_during_and_in_a_pause() -> None:
    add = parking.Add("p1", " Who pays\nfor taxis? ")
    added = parking.Added("p1", "ana", "Who pays for taxis?", False, NOW)

    with_parked().when(add, by="ana").then(added)
    with_parked(opened("rank", *"abcd")).when(add, by="ana").then(added)
    with_parked(e.MeetingPaused(AT)).when(add, by="ana").then(added)


def test_news_goes_to_the_lead_worker_with_its_time() -> None:
    news = parking.Add("p2", "He moved school on Monday", for_lead=True)

    after = with_parked().when(news, by="ben").done()

    assert everyone(after.meeting)["parked/p2"] == parking.ParkedRecord(
        "p2", "ben", "He moved school on Monday", NOW, True, None
    )


def test_sent_again_it_is_parked_once() -> None:
    parked = with_parked(ANAS)

    parked.when(parking.Add("p1", "Who pays for taxis?"), by="ana").nothing()
    parked.when(parking.Add("p1", "Something else"), by="ana").refused(Code.NOT_UNDERSTOOD)
    parked.when(parking.Add("p1", "Who pays for taxis?"), by="ben").refused(Code.NOT_UNDERSTOOD)


@pytest.mark.parametrize("by", ["ana", "kit"])
def test_whoever_parked_it_or_the_chair_says_that_it_is_dealt_with(by: str) -> None:
    done = with_parked(ANAS).when(parking.Done("p1"), by=by).then(parking.Finished("p1", by))

    done.when(parking.Done("p1"), by="kit").nothing()
    record = everyone(done.meeting)["parked/p1"]
    assert isinstance(record, parking.ParkedRecord)
    assert record.done == by


def test_nobody_else_says_so() -> None:
    with_parked(ANAS).when(parking.Done("p1"), by="ben").refused(Code.NOT_YOUR_ENTRY)
    with_parked(ANAS).when(parking.Done("p9"), by="kit").refused(Code.NOTHING_PARKED)


@pytest.mark.parametrize(
    ("command", "by", "code"),
    [
        (parking.Add("p2", "  "), "ana", Code.TEXT_EMPTY),
        (parking.Add("p2", "x" * 601), "ana", Code.TEXT_TOO_LONG),
        (parking.Add("../p2", "Taxis"), "ana", Code.NOT_UNDERSTOOD),
        (parking.Add("p2", "Taxis"), "eve", Code.WATCHING_ONLY),
    ],
)
def test_what_cannot_be_is_refused(command: parking.Command, by: str, code: Code) -> None:
    with_parked(ANAS).when(command, by=by).refused(code)


def test_a_full_list_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parking, "MOST_ENTRIES", 1)

    with_parked(ANAS).when(parking.Add("p2", "Taxis"), by="ana").refused(Code.PARKING_FULL, most=1)


def test_nothing_is_parked_after_the_end() -> None:
    over = with_parked(ANAS, e.MeetingClosed(AT))

    over.when(parking.Add("p2", "Taxis"), by="ana").refused(Code.MEETING_CLOSED)


def test_the_record_has_everything_in_the_order_in_which_it_came() -> None:
    both = with_parked(ANAS).when(parking.Add("p2", "Taxis"), by="ben").done()

    kept = parking.minutes(both.meeting.beside.parking)

    assert [entry.text for entry in kept] == ["Who pays for taxis?", "Taxis"]
