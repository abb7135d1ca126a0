"""The live line: forged, malformed, oversized, repeated and out of order."""

import asyncio
import json
from collections import Counter
from contextlib import AsyncExitStack

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from consensus import commands as c
from consensus.steps import judge
from consensus.views import RoomRecord
from server.demo.client import Door, RoomClient
from server.line import MOST_LINES
from server.wire import Ack, CloseCode, Refused
from tests.forms import ROOM


async def said_goodbye(site: str, code: str, *messages: str, **headers: str) -> int:
    """Open a raw line, send messages, and return the code with which the server hangs up."""
    address = f"{site.replace('http', 'ws', 1)}/r/{code}/live"
    async with connect(address, additional_headers=headers, compression=None) as line:
        try:
            for message in messages:
                await line.send(message)
            async with asyncio.timeout(10):
                while True:
                    await line.recv()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006


def hello(**fields: object) -> str:
    return json.dumps({"type": "hello", "protocol": 1, "build": "x", **fields})


# --- who is there -------------------------------------------------------------------------------


async def test_a_line_without_a_seat_is_closed(site: str, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)

    assert await said_goodbye(site, code, hello()) == CloseCode.NOT_A_MEMBER


async def test_a_line_with_a_seat_of_another_room_is_closed(site: str, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)
    _, seat = await door.open_room(**ROOM)

    closed = await said_goodbye(site, code, hello(), cookie=f"seat={seat}")

    assert closed == CloseCode.NOT_A_MEMBER


async def test_a_line_to_a_room_that_is_not_there_is_closed_in_the_same_way(site: str) -> None:
    assert await said_goodbye(site, "ZZZZ99", hello()) == CloseCode.NOT_A_MEMBER


async def test_a_page_of_another_site_cannot_open_a_line(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    closed = await said_goodbye(
        site, code, hello(), cookie=f"seat={seat}", origin="https://elsewhere.example"
    )

    assert closed == CloseCode.FOREIGN_ORIGIN


async def test_a_wall_key_must_be_the_room_s_own(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)

    assert await said_goodbye(site, code, hello(wall="0" * 32)) == CloseCode.NOT_A_MEMBER
    async with RoomClient(site, code, wall=key) as wall:
        assert wall.records.one(RoomRecord, "room").title == "A room"


async def test_the_wall_only_watches(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    key = await door.wall_key(code, seat)

    async with RoomClient(site, code, wall=key) as wall:
        answer = await wall.do(c.OpenStep("read"))

    assert isinstance(answer, Refused)
    assert answer.code == "watching_only"


async def test_an_old_client_is_asked_to_load_again(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    closed = await said_goodbye(site, code, hello(protocol=0), cookie=f"seat={seat}")

    assert closed == CloseCode.RELOAD


async def test_one_seat_cannot_hold_every_line(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    async with AsyncExitStack() as lines:
        for _ in range(MOST_LINES):
            await lines.enter_async_context(RoomClient(site, code, seat))

        closed = await said_goodbye(site, code, hello(), cookie=f"seat={seat}")

    assert closed == CloseCode.TOO_MANY_LINES


async def test_who_opens_many_lines_at_the_same_moment_has_no_more_of_them(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    address = f"{site.replace('http', 'ws', 1)}/r/{code}/live"

    async def first_word(stack: AsyncExitStack) -> str:
        opening = connect(address, additional_headers={"cookie": f"seat={seat}"}, compression=None)
        line = await stack.enter_async_context(opening)
        await line.send(hello())
        try:
            return str(json.loads(await line.recv())["type"])
        except ConnectionClosed as closed:
            return str(closed.rcvd.code if closed.rcvd else None)

    async with AsyncExitStack() as stack:
        heard = await asyncio.gather(*(first_word(stack) for _ in range(3 * MOST_LINES)))

    assert Counter(heard) == {
        "welcome": MOST_LINES,
        str(int(CloseCode.TOO_MANY_LINES)): 2 * MOST_LINES,
    }


async def test_a_removed_member_s_lines_are_closed(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    kit_seat = await door.join(code, "Kit", "School")
    async with RoomClient(site, code, seat) as chair, RoomClient(site, code, kit_seat) as kit:
        member = kit.records.by_key["me"].id  # type: ignore[attr-defined]  # it is a MeRecord

        await chair.do(c.Remove(member))

        assert await kit.ended() == CloseCode.REMOVED
    assert await said_goodbye(site, code, hello(), cookie=f"seat={kit_seat}") == 4501


# --- what is sent -------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["", "[]", "{}", '{"type":"do"}', '{"type":"probe"}', "\ud83d"])
async def test_a_line_has_to_begin_with_hello(site: str, door: Door, first: str) -> None:
    code, seat = await door.open_room(**ROOM)
    first = first.encode("utf-8", "replace").decode()

    assert await said_goodbye(site, code, first, cookie=f"seat={seat}") == 4500


@pytest.mark.parametrize(
    "message",
    [
        "not json",
        "{}",
        '{"type":"do"}',
        '{"type":"do","id":"abcdefgh","command":{"type":"no_such_thing"}}',
        '{"type":"do","id":"abcdefgh","command":{"type":"judge.cast","step":"x","answer":"s1"}}',
        '{"type":"do","id":"abcdefgh","command":{"type":"join","member":"m","name":"n","agency":"a"}}',
        '{"type":"do","id":"abcdefgh","command":{"type":"leave","member":"m"}}',
        "[" * 5_000,
        '{"type":"probe","x":' + "[" * 5_000,
        b"\xff\xfe",
    ],
)
async def test_what_is_not_understood_is_answered_and_the_line_stays(
    site: str, door: Door, message: str | bytes
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat, hears=True) as chair:
        await chair.send_raw(message)

        assert isinstance(await chair.do(c.OpenStep("read")), Ack)
        assert b'"code":"not_understood"' in b"".join(chair.heard)


async def test_a_command_that_is_not_understood_is_refused_under_its_own_id(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat, hears=True) as chair:
        await chair.send('{"type":"do","id":"abcdefgh","command":{"type":"no_such_thing"}}')
        await chair.do(c.OpenStep("read"))

        refusal = next(json.loads(m) for m in chair.heard if b"not_understood" in m)
    assert refusal["id"] == "abcdefgh"
    assert refusal["sentence"].endswith(".")


async def test_someone_who_is_never_understood_is_hung_up_on(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)

    closed = await said_goodbye(site, code, hello(), *["?"] * 30, cookie=f"seat={seat}")

    assert closed == CloseCode.NOT_UNDERSTOOD


async def test_a_message_larger_than_any_command_is_refused_with_a_sentence(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat, hears=True) as chair:
        await chair.send(json.dumps({"type": "do", "id": "abcdefgh", "x": "x" * 40_000}))

        assert isinstance(await chair.do(c.OpenStep("read")), Ack)
        refusal = next(json.loads(m) for m in chair.heard if b"refused" in m)
    assert (refusal["id"], refusal["code"]) == ("abcdefgh", "too_large")


async def test_a_message_larger_than_is_ever_read_ends_only_its_own_line(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    kit_seat = await door.join(code, "Kit", "School")
    async with RoomClient(site, code, seat) as chair:
        closed = await said_goodbye(site, code, hello(), "x" * 100_000, cookie=f"seat={kit_seat}")

        assert closed == 1009
        assert isinstance(await chair.do(c.OpenStep("read")), Ack)


async def test_someone_who_taps_faster_than_people_can_is_asked_to_wait(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        answers = [await chair.do(c.RaiseHand()) for _ in range(150)]

    refused = {answer.code for answer in answers if isinstance(answer, Refused)}
    assert refused == {"too_fast"}
    assert isinstance(answers[0], Ack)


async def test_a_repeated_command_gets_the_first_answer_and_happens_once(
    site: str, door: Door
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        first = await chair.do(c.OpenStep("read"), "the-same-id")
        await chair.do(c.OpenStep("choose"))

        again = await chair.do(c.OpenStep("read"), "the-same-id")

        assert again == first
        await chair.until(lambda r: r.one(RoomRecord, "room").current == "choose")


async def test_another_member_s_command_id_is_not_mine(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    kit_seat = await door.join(code, "Kit", "School")
    async with RoomClient(site, code, seat) as chair, RoomClient(site, code, kit_seat) as kit:
        await chair.do(c.OpenStep("choose"), "one-and-the-same")

        answer = await kit.do(judge.Cast("choose", ("s1",)), "one-and-the-same")
        await chair.until(lambda r: r.one(judge.JudgeRecord, "judge/choose").answered == 1)

    assert isinstance(answer, Ack)


@pytest.mark.parametrize("command_id", ["", "short", "x" * 65, "with-a-\0-in-it"])
async def test_a_command_id_that_cannot_be_is_refused(
    site: str, door: Door, command_id: str
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat, hears=True) as chair:
        sent = {"type": "do", "id": command_id, "command": {"type": "raise_hand"}}
        await chair.send(json.dumps(sent))
        await chair.do(c.OpenStep("read"))

        assert b'"code":"not_understood"' in b"".join(chair.heard)


async def test_a_second_chair_is_refused(site: str, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)
    async with RoomClient(site, code, await door.join(code, "Kit", "School")) as kit:
        steering = await kit.do(c.OpenStep("read"))
        covering = await kit.do(c.Cover())

    assert isinstance(steering, Refused)
    assert isinstance(covering, Refused)
    assert (steering.code, covering.code) == ("chair_only", "chair_is_here")


# --- what is missing ----------------------------------------------------------------------------


async def test_a_line_that_comes_back_gets_only_what_it_missed(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    kit_seat = await door.join(code, "Kit", "School")
    async with RoomClient(site, code, seat) as chair:
        kit = RoomClient(site, code, kit_seat, hears=True)
        await kit.open()
        await kit.close()
        kit.heard.clear()
        await chair.do(c.OpenStep("choose"))

        async with kit:
            await kit.until(lambda r: r.one(RoomRecord, "room").current == "choose")

        frames = [json.loads(message) for message in kit.heard]
    changes = [frame for frame in frames if frame["type"] == "changes"]
    assert all(not frame["fresh"] for frame in changes)
    assert "item/s1" not in changes[0]["everyone"]["put"]


async def test_a_line_that_says_it_has_the_future_gets_a_snapshot(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat, hears=True) as chair:
        epoch = chair.epoch
        chair.heard.clear()
        await chair.send(hello(epoch=epoch, position=10_000))

        await chair.until(lambda _: any(b'"fresh":true' in message for message in chair.heard))


async def test_a_probe_is_answered(site: str, door: Door) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat, hears=True) as chair:
        await chair.send('{"type":"probe"}')
        await chair.do(c.OpenStep("read"))

        assert any(b'"type":"beat"' in message for message in chair.heard)
