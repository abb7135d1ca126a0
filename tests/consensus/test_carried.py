"""What one meeting of a series takes from another is kept for good, like every event."""

import msgspec

from consensus.answers.promises import Owner, Promise, Terms
from consensus.carried import Carried, Settled
from consensus.roomwide.glossary import Word


def test_what_is_carried_is_stored_and_read_again() -> None:
    promise = Promise("p1", Terms("Visit"), (Owner("", "Ana", "Health"),), "", 5)
    carried = Carried(
        room="ABC234",
        title="A meeting",
        at=7,
        template="options",
        settled=(Settled("Decision", "Visit", agreed=True),),
        promises=(promise,),
        words=(Word("CIN", "Child in need"),),
    )

    assert msgspec.json.decode(msgspec.json.encode(carried), type=Carried) == carried


def test_a_later_version_may_know_more_than_was_stored() -> None:
    stored = b'{"room":"A","title":"T","at":1,"template":"options"}'

    assert msgspec.json.decode(stored, type=Carried) == Carried("A", "T", 1, "options")
