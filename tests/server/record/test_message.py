"""The message for the family: agreed words, in one voice, for those who were there."""

import re

import httpx

from consensus import commands as c
from consensus import events as e
from consensus.agendas import planning
from consensus.answers import pen
from consensus.items import Source
from consensus.record.minutes import minutes
from consensus.steps import settle
from server.demo.client import Door, RoomClient
from server.record.message import Message, messages
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
    assert messages(minutes(settled(agree=False).meeting), "another-step") == ()
    assert messages(minutes(settled(plain=False).meeting)) == ()


def test_while_it_is_written_it_is_seen_as_it_would_be() -> None:
    (found,) = messages(minutes(settled(agree=False).meeting), "text")

    assert found == Message("Text", tuple(WORDS.split("\n\n")), 1, ("School",), settled=False)
    assert messages(minutes(settled(plain=False, agree=False).meeting), "text") == ()


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


async def test_it_can_be_taken_away_and_leads_to_the_copy_that_its_reader_may_read(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    dana = await door.join(code, "Dana", "", **{"as": "carer"})
    kit = await door.join(code, "Kit", "School")
    say = Words(FALLBACK).say
    form = settle.Settings(form="text", plain=True)
    text = plan("text", form, Source(take="none"))
    async with RoomClient(site, code, seat) as chair, RoomClient(site, code, kit) as school:
        await chair.do(planning.AddStep(text))
        await chair.do(c.OpenStep("text"))
        await school.do(pen.TakePen("text"))
        await school.do(pen.Write("text", WORDS, 0))
        await school.do(pen.PutDown("text"))
        await school.do(settle.Stand("text", 0, "v1", "yes"))
        await chair.do(settle.Agree("text", 0, "v1", even_so=True))
        await chair.do(c.Close())

    async with httpx.AsyncClient(base_url=site, cookies={"seat": dana}, timeout=30) as family:
        page = await family.get(f"/r/{code}/message")
        links = re.findall(rf'href="(/r/{code}/[^"]+)"', page.text)
        found = {link: await family.get(link) for link in links}

    assert "We ask Sam first." in page.text
    assert f"{say('message-from')} <bdi>School</bdi>" in page.text
    assert say("message-record-family") in page.text
    assert {link.rpartition("/")[2] for link in links} >= {"message.pdf", "message.docx", "record"}
    assert all(answer.status_code == 200 for answer in found.values())


async def test_a_family_is_told_kindly_that_none_was_agreed(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        await chair.do(c.Close())

    async with httpx.AsyncClient(base_url=site, cookies={"seat": seat}) as member:
        page = await member.get(f"/r/{code}/message")

    assert Words(FALLBACK).say("message-none-after") in page.text
    assert "message.pdf" not in page.text
