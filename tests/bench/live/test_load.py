import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from bench.live import frames
from bench.live.load import NOTHING, POSITION, READY, Load, LoadError, Opening, Pace

SWITCHING = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"

Say = Callable[[socket.socket], None]


def frame(text: str, kind: int = 1) -> bytes:
    data = text.encode()
    if len(data) < 126:
        return bytes([0x80 | kind, len(data)]) + data
    if len(data) < 65_536:
        return bytes([0x80 | kind, 126]) + len(data).to_bytes(2, "big") + data
    return bytes([0x80 | kind, 127]) + len(data).to_bytes(8, "big") + data


def changes(start: int, end: int, size: int = 0, fresh: bool = False) -> bytes:
    head = f'{{"type":"changes","fresh":{str(fresh).lower()},"start":{start},"end":{end},'
    return frame(head + '"everyone":"' + "x" * size + '"}')


@contextmanager
def line(
    *says: Say, awaits: int = POSITION, greeting: bytes = b"", numbered: bool = False
) -> Iterator[Load]:
    """A line to a server that says some things, one after another, and then nothing more."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        over = threading.Event()

        def serve() -> None:
            accepted, _ = listener.accept()
            with accepted:
                assert accepted.recv(4096).startswith(b"GET /room HTTP/1.1\r\n")
                for say in says:
                    say(accepted)
                over.wait(10)

        server = threading.Thread(target=serve)
        server.start()
        request = frames.upgrade(port, "/room", {})
        load = Load([Opening(port, 0, request, greeting, awaits)], numbered, commands=10)
        try:
            yield load
        finally:
            over.set()
            load.close()
            server.join()


def says(data: bytes) -> Say:
    return lambda line: line.sendall(data)


def says_in_bits(data: bytes, size: int) -> Say:
    def say(line: socket.socket) -> None:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for first in range(0, len(data), size):
            line.sendall(data[first : first + size])

    return say


def hears(count: int) -> Say:
    def hear(line: socket.socket) -> None:
        heard = b""
        while len(heard) < count:
            heard += line.recv(4096)

    return hear


def moves(load: Load, until: int) -> list[tuple[int, int]]:
    """Listen until the line is at a position; return the moves it made after it was ready."""
    found: list[tuple[int, int]] = []
    while load.lines["position"][0] < until:
        found += [(r["from"], r["to"]) for r in load.run(Pace(lines=1, seconds=0.01))]
    return found


def test_a_line_is_ready_at_its_first_position_and_moves_from_there() -> None:
    first, *later = changes(7, 7, fresh=True), changes(7, 8), changes(8, 11)
    with line(says(SWITCHING + first), says(b"".join(later))) as load:
        assert moves(load, 11) == [(7, 8), (8, 11)]
        assert load.lines["state"][0] == READY
        assert load.frames == 3


@pytest.mark.parametrize("size", [1, 3, 50, 239, 1_000])
def test_frames_that_come_in_bits_are_read_as_if_they_had_come_whole(size: int) -> None:
    told = changes(1, 1, 9_000, fresh=True) + changes(1, 2) + changes(2, 4, 300) + changes(4, 5, 90)
    with line(says(SWITCHING), says_in_bits(told, size)) as load:
        assert moves(load, 5) == [(1, 2), (2, 4), (4, 5)]


def test_a_snapshot_larger_than_any_buffer_is_passed_over() -> None:
    told = changes(3, 3, 700_000, fresh=True) + changes(3, 4)
    with line(says(SWITCHING), says(told)) as load:
        assert moves(load, 4) == [(3, 4)]


def test_what_is_not_a_change_moves_nothing() -> None:
    others = frame('{"type":"welcome","epoch":"e","now":1}') + frame('{"type":"beat","position":9}')
    with line(
        says(SWITCHING + others + changes(1, 1, fresh=True) + others + changes(1, 2))
    ) as load:
        assert moves(load, 2) == [(1, 2)]


def test_a_ping_is_answered_and_the_greeting_is_said() -> None:
    greeting = frames.text(b"hello")
    told = frame("are you there", kind=9) + changes(1, 1, fresh=True)
    heard = len(greeting) + 6 + len("are you there")
    with line(
        says(SWITCHING), says(told), hears(heard), says(changes(1, 2)), greeting=greeting
    ) as load:
        assert moves(load, 2) == [(1, 2)]


def test_a_command_is_over_when_its_acknowledged_position_has_arrived() -> None:
    command = frames.text(b"raise my hand")
    answers = frame('{"type":"ack","id":"command-00000000","position":6}') + changes(5, 6)
    start = changes(5, 5, fresh=True)
    with line(says(SWITCHING + start), hears(len(command)), says(answers)) as load:
        load.run(Pace(lines=1))
        load.add(0, command)
        receipts = load.run(Pace(seconds=10, closed_loop=True))
        assert [(r["from"], r["to"]) for r in receipts] == [(5, 6)]
        assert load.commands["position"][0] == 6
        assert load.commands["sent"][0] < load.commands["acked"][0] <= receipts["at"][0]


def test_a_relayed_change_is_told_by_its_number() -> None:
    command = frames.text(b"anything")
    wrapped = frame('42["change",{"type":"changes","fresh":false,"start":0,"end":1,"everyone":""}]')
    with line(
        says(SWITCHING), hears(len(command)), says(wrapped), awaits=NOTHING, numbered=True
    ) as load:
        load.run(Pace(lines=1))
        load.add(0, command)
        receipts = load.run(Pace(seconds=10))
        assert [(r["from"], r["to"]) for r in receipts] == [(0, 1)]


def test_a_refusal_is_an_error_that_says_why() -> None:
    command = frames.text(b"too much")
    refusal = frame('{"type":"refused","id":"command-00000000","code":"too_fast"}')
    with line(says(SWITCHING), hears(len(command)), says(refusal), awaits=NOTHING) as load:
        load.run(Pace(lines=1))
        load.add(0, command)
        with pytest.raises(LoadError, match="too_fast"):
            load.run(Pace(seconds=10))


def test_a_line_that_is_closed_is_an_error_with_the_code() -> None:
    closed = b"\x88\x02" + (4501).to_bytes(2, "big")
    with line(says(SWITCHING), says(closed)) as load, pytest.raises(LoadError, match="4501"):
        load.run(Pace(lines=1, seconds=10))


def test_a_server_that_does_not_speak_websocket_is_an_error_with_its_status() -> None:
    with (
        line(says(b"HTTP/1.1 404 Not Found\r\n\r\n")) as load,
        pytest.raises(LoadError, match="404"),
    ):
        load.run(Pace(lines=1, seconds=10))


def test_a_change_that_never_comes_is_an_error() -> None:
    with line(says(SWITCHING), awaits=NOTHING) as load:
        load.run(Pace(lines=1))
        load.add(0, frames.text(b"anything"))
        with pytest.raises(LoadError, match="1 commands"):
            load.run(Pace(patience=0.05, seconds=0.01))
