"""What lies around a meeting: its rules and limits, and the meetings before and after it."""

from msgspec.structs import replace

from consensus import events as e
from consensus.answers.promises import Owner, Promise, Terms
from consensus.carried import Carried, Settled
from consensus.dates import DAY
from consensus.record.lines import Moment, Say
from consensus.rules import Clock, Rules
from tests.consensus.given import room
from tests.consensus.record.said import facts, line, of, section

RULES = Rules(title="North", edition="Guidance 2026", clocks=(Clock("c", "Send it", 2, False),))
PROMISE = Promise("p", Terms("Call"), (Owner("Ana", "Health"),), "", 0)
BEFORE = Carried(
    "ABC234",
    "The one before",
    5,
    "strategy",
    (Settled("What we decide", "We visit", agreed=False),),
    (PROMISE,),
    vision="He is safe",
)


def test_the_rules_say_their_edition_and_the_limits_their_days() -> None:
    first, *others = room()
    found = of(replace(first, rules=RULES), *others, e.MeetingClosed(0))

    assert facts(found, "limits.rules")["edition"] == "Guidance 2026"
    assert facts(found, "limits.1") == {"title": "Send it", "by": Moment(2 * DAY, "day")}


def test_what_came_before_is_said_without_the_code_of_its_room() -> None:
    first, *others = room()
    found = of(replace(first, carried=BEFORE), *others)

    assert facts(found, "series.before") == {"title": "The one before", "when": Moment(5, "day")}
    assert facts(found, "series.vision") == {"words": "He is safe"}
    assert facts(found, "series.settled.1")["agreed"] == "no"
    assert line(found, "series.promise.p").label == "decision"
    assert "ABC234" not in repr(found)


def test_what_comes_after_is_said_without_its_code() -> None:
    found = of(*room(), e.FollowUpOpened("DEF567", 9))

    assert facts(found, "series.after.1") == {"when": Moment(9, "day")}
    assert "DEF567" not in repr(found)


def test_a_meeting_that_stands_alone_says_so() -> None:
    assert section(of(*room()), "series").empty == Say("record-alone")
    assert section(of(*room()), "limits").empty == Say("record-no-limits")
