"""The message for the family: agreed words, in one voice, for those who were there."""

import httpx

from consensus import commands as c
from consensus import events as e
from consensus import pen
from consensus.minutes import minutes
from consensus.steps import settle
from server.demo.client import Door
from server.message import Message, messages
from server.words import FALLBACK, Words
from tests.consensus.given import Situation, given, plan, room
from tests.forms import ROOM

WORDS = "We all want Sam to like school.\n\nWe ask Sam first."


def settled(*, plain: bool = True, agree: bool = True) -> Situation:
    """Return a room with a text that School stands behind, and of Health some and one not."""
    asked: list[tuple[str, c.Command]] = [
        ("kit", c.OpenStep("text")),
        ("ana", pen.TakePen("text")),
        ("ana", pen.Write("text", WORDS, 0)),
        ("ana", pen.PutDown("text")),
        ("ana", settle.Stand("text", 0, "v1", "yes")),
        ("ben", settle.Stand("text", 0, "v1", "no", "too soon", "a lost place")),
        ("cam", settle.Stand("text", 0, "v1", "can_live")),
        ("dot", settle.Stand("text", 0, "v1", "yes_note", "and soon")),
    ]
    if agree:
        asked.append(("kit", settle.Agree("text", 0, "v1", keep_dissent=True)))
    form = settle.Settings(form="text", plain=plain)
    school = e.MemberJoined("dot", "Dot", "School", "participant", True, 0)
    return given(*room(plan("text", form)), school).after(*asked)


def test_the_message_has_the_words_and_who_stands_behind_them_and_no_quarrel() -> None:
    (found,) = messages(minutes(settled().meeting))

    assert found == Message("Text", tuple(WORDS.split("\n\n")), 1, ("School",))


def test_what_is_not_settled_or_not_for_the_family_is_no_message() -> None:
    assert messages(minutes(settled(agree=False).meeting)) == ()
    assert messages(minutes(settled(plain=False).meeting)) == ()


async def test_only_members_read_it_and_it_says_so_when_there_is_none(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)

    async with httpx.AsyncClient(base_url=site) as stranger:
        refused = await stranger.get(f"/r/{code}/message")
    async with httpx.AsyncClient(base_url=site, cookies={"seat": seat}) as member:
        page = await member.get(f"/r/{code}/message")

    assert refused.status_code == 404
    assert page.status_code == 200
    assert Words(FALLBACK).say("message-none") in page.text
