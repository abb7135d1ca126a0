"""What nodes tell each other is understood, or known not to be."""

import msgspec
import pytest

from consensus import events as e
from server import news
from server.log import Entry, NewEntry


def test_entries_arrive_at_their_positions() -> None:
    entries = [
        NewEntry(5, "kit", "c1", e.HandRaised("kit")),
        NewEntry(5, None, None, e.HandLowered("kit")),
    ]

    told = news.read(news.happened(7, entries))

    assert isinstance(told, news.Happened)
    assert told.read() == [
        Entry(8, "kit", "c1", e.HandRaised("kit")),
        Entry(9, None, None, e.HandLowered("kit")),
    ]


@pytest.mark.parametrize(
    "message",
    [
        news.LinesHere("one", ("kit",)),
        news.LinesMoved("one", ("ana",), ("kit",)),
        news.WhoIsThere(),
        news.Rewritten(),
    ],
)
def test_who_is_where_arrives_as_it_was_said(message: news.News) -> None:
    assert news.read(news.write(message)) == message


def test_what_another_version_says_is_known_not_to_be_understood() -> None:
    with pytest.raises(msgspec.DecodeError):
        news.read(msgspec.msgpack.encode([99, "something"]))
