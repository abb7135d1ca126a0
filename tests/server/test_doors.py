"""The ways in: every mistake gets one sentence, keeps what was typed, and disturbs nobody."""

import re
from collections.abc import AsyncIterator, Callable
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from consensus import commands as c
from consensus.refusal import Code, Refusal
from consensus.views import ItemRecord, MemberRecord
from server import library
from server.demo.client import Door, RoomClient
from server.demo.serving import serving
from server.limits import Limits, PerAddress
from server.settings import Settings
from server.words import FALLBACK, Words
from tests.forms import ROOM


@pytest.fixture
async def browser(site: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without scripts, which keeps cookies and does not follow on its own."""
    async with httpx.AsyncClient(base_url=site) as client:
        yield client


def says(answer: httpx.Response, code: Code, **facts: str | int) -> bool:
    """Say whether a page shows a refusal's sentence."""
    return Words(FALLBACK).sentence(Refusal(code, **facts)) in unescape(answer.text)


# --- codes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["", "ABC", "ABC12O", "💥💥💥💥💥💥", "A" * 5000])
async def test_a_mistyped_code_is_said_to_be_so(browser: httpx.AsyncClient, typed: str) -> None:
    answer = await browser.post("/", data={"code": typed})

    assert answer.status_code == 400
    assert says(answer, Code.CODE_MISTYPED, length=6)


async def test_an_unknown_and_a_closed_room_cannot_be_told_apart(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        await chair.do(c.Close())

    unknown, closed = await browser.get("/r/ZZZZ99"), await browser.get(f"/r/{code}")

    assert unknown.status_code == closed.status_code == 404
    assert unknown.text == closed.text
    joined = await browser.post(f"/r/{code}/join", data={"name": "Kit", "agency": "School"})
    assert says(joined, Code.NO_SUCH_ROOM)


async def test_codes_cannot_be_guessed_by_the_thousand(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)

    guesses = [
        await browser.post("/", data={"code": f"AAAA{n:02}".replace("0", "2").replace("1", "3")})
        for n in range(60)
    ]

    assert says(guesses[0], Code.NO_SUCH_ROOM)
    assert says(guesses[-1], Code.TOO_MANY_TRIES)
    # To the guesser even the right code looks wrong now.
    assert says(await browser.post("/", data={"code": code}), Code.TOO_MANY_TRIES)


async def test_wrong_tries_of_others_do_not_shut_out_who_has_a_seat(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, seat = await door.open_room(**ROOM)
    for _ in range(20):
        await browser.post("/", data={"code": "ZZZZ99"})

    page = await browser.get(f"/r/{code}", headers={"cookie": f"seat={seat}"})

    assert page.status_code == 200
    async with RoomClient(site, code, seat) as chair:
        assert chair.records.position > 0


async def test_an_address_cannot_be_changed_by_saying_so(browser: httpx.AsyncClient) -> None:
    guesses = [
        await browser.post(
            "/", data={"code": "ZZZZ99"}, headers={"x-forwarded-for": f"192.0.2.{n}"}
        )
        for n in range(60)
    ]

    assert says(guesses[-1], Code.TOO_MANY_TRIES)


async def test_a_right_code_leads_to_the_room(browser: httpx.AsyncClient, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.post("/", data={"code": f" {code[:3].lower()}-{code[3:]}"})

    assert answer.status_code == 303
    assert answer.headers["location"] == f"/r/{code}"


# --- names --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("", Refusal(Code.NAME_EMPTY)),
        ("   \t ", Refusal(Code.NAME_EMPTY)),
        ("\u202e\u200f\u2066", Refusal(Code.NAME_EMPTY)),
        ("x" * 500, Refusal(Code.NAME_TOO_LONG, most=60, length=500)),
        ("Robin", Refusal(Code.NAME_TAKEN, name="Robin")),
        (" rOBIN\u200b ", Refusal(Code.NAME_TAKEN, name="rOBIN")),
    ],
)
async def test_a_name_that_cannot_be_is_refused_and_kept(
    browser: httpx.AsyncClient, door: Door, name: str, refusal: Refusal
) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.post(f"/r/{code}/join", data={"name": name, "agency": "Training"})

    assert answer.status_code == 400
    assert Words(FALLBACK).sentence(refusal) in unescape(answer.text)
    assert 'value="Training"' in answer.text
    assert "set-cookie" not in answer.headers


async def test_markup_in_a_name_is_only_text(browser: httpx.AsyncClient, door: Door) -> None:
    code, _ = await door.open_room(**{**ROOM, "title": "<script>alert(1)</script>"})

    page = await browser.get(f"/r/{code}")

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert" in page.text


async def test_nobody_in_the_room_notices_a_refused_newcomer(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, seat = await door.open_room(**ROOM)
    async with RoomClient(site, code, seat) as chair:
        before = chair.records.position

        await browser.post(f"/r/{code}/join", data={"name": "", "agency": ""})
        await browser.post(f"/r/{code}/join", data={"name": "Kit", "agency": "School"})
        await chair.until(lambda records: len(records.of(MemberRecord)) == 2)

        assert chair.records.position == before + 1


async def test_sending_the_join_form_twice_takes_one_seat(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, seat = await door.open_room(**ROOM)
    form = {"name": "Kit", "agency": "School"}

    answers = [await browser.post(f"/r/{code}/join", data=form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    async with RoomClient(site, code, seat) as chair:
        assert len(chair.records.of(MemberRecord)) == 2


# --- seats --------------------------------------------------------------------------------------


async def test_a_seat_is_a_cookie_that_only_this_room_and_no_script_gets(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.post("/start", data=ROOM)

    cookie = answer.headers["set-cookie"]
    assert f"Path={answer.headers['location']}" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


async def test_a_seat_lasts_until_the_longest_kept_room_is_gone(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.post("/start", data=ROOM)

    kept = [
        template.retention.days for template in library.templates(FALLBACK) if template.retention
    ]
    age = re.search(r"Max-Age=(\d+)", answer.headers["set-cookie"])
    assert age is not None
    assert int(age[1]) >= max(kept) * 24 * 3600


@pytest.mark.parametrize("path", ["sheet", "reentry-link", "wall-link"])
async def test_someone_else_s_cookie_opens_nothing(
    browser: httpx.AsyncClient, door: Door, path: str
) -> None:
    code, _ = await door.open_room(**ROOM)
    _, other_seat = await door.open_room(**{**ROOM, "title": "Another room"})
    cookie = {"cookie": f"seat={other_seat}"}

    method = "GET" if path == "sheet" else "POST"
    answer = await browser.request(method, f"/r/{code}/{path}", headers=cookie)

    assert answer.status_code in {403, 404}
    assert Words(FALLBACK).sentence(Refusal(Code.NOT_A_MEMBER)) in unescape(answer.text)


async def test_only_the_chair_is_shown_the_wall_s_link(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)
    seat = await door.join(code, "Kit", "School")

    answer = await browser.post(f"/r/{code}/wall-link", headers={"cookie": f"seat={seat}"})

    assert answer.json()["code"] == "chair_only"


async def test_a_personal_link_takes_the_same_seat_on_another_device(
    browser: httpx.AsyncClient, door: Door, site: str
) -> None:
    code, _ = await door.open_room(**ROOM)
    seat = await door.join(code, "Kit", "School")
    made = await browser.post(f"/r/{code}/reentry-link", headers={"cookie": f"seat={seat}"})
    link = urlsplit(made.json()["link"])

    assert (await browser.get(link.path)).status_code == 200
    answer = await browser.post(link.path, data={"key": link.fragment})

    assert answer.status_code == 204
    taken = re.search(r"seat=([^;]+)", answer.headers["set-cookie"])
    assert taken
    async with RoomClient(site, code, taken[1]) as again:
        assert {m.name for m in again.records.of(MemberRecord)} == {"Robin", "Kit"}


async def test_a_made_up_key_takes_no_seat(browser: httpx.AsyncClient, door: Door) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.post(f"/r/{code}/return", data={"key": "made-up"})

    assert answer.json()["code"] == "not_a_member"
    assert "set-cookie" not in answer.headers


# --- opening a room -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "refusal"),
    [
        ("Only one", Refusal(Code.TOO_FEW_STATEMENTS, count=1, least=3)),
        (
            "\n".join(f"No {n}" for n in range(51)),
            Refusal(Code.TOO_MANY_STATEMENTS, count=51, most=50),
        ),
        ("One\nTwo\nthree\n  TWO ", Refusal(Code.SAME_STATEMENT_TWICE, first=2, second=4)),
        ("One\nTwo\n" + "x" * 241, Refusal(Code.STATEMENT_TOO_LONG, number=3, most=240)),
    ],
)
async def test_a_list_that_cannot_be_ranked_is_refused_and_kept(
    browser: httpx.AsyncClient, own: str, refusal: Refusal
) -> None:
    answer = await browser.post("/start", data={**ROOM, "statements": "own", "own": own})

    assert answer.status_code == 400
    assert Words(FALLBACK).sentence(refusal) in unescape(answer.text)
    assert own.splitlines()[0] in answer.text
    assert 'value="Robin"' in answer.text


async def test_a_list_with_emoji_and_numbering_opens_a_room(
    browser: httpx.AsyncClient, site: str
) -> None:
    own = "1. Play 🎈\n2) Eat 🍎\n• Sleep 👩‍👩‍👧"
    answer = await browser.post("/start", data={**ROOM, "statements": "own", "own": own})

    code = answer.headers["location"].rsplit("/", 1)[-1]
    async with RoomClient(site, code, answer.cookies["seat"]) as chair:
        texts = [item.text for item in chair.records.of(ItemRecord)]
    assert texts == ["Play 🎈", "Eat 🍎", "Sleep 👩‍👩‍👧"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", Code.NOT_A_TEXT_FILE),
        (b"One\nTwo\nThr\x00ee", Code.NOT_A_TEXT_FILE),
        (b"One\nTwo\nThr\x81e", Code.NOT_A_TEXT_FILE),
        (b"x" * 700_000, Code.TOO_LARGE),
    ],
)
async def test_an_uploaded_file_that_is_not_a_list_is_refused(
    browser: httpx.AsyncClient, content: bytes, code: Code
) -> None:
    answer = await browser.post(
        "/start", data={**ROOM, "statements": "own"}, files={"file": ("list.txt", content)}
    )

    assert answer.status_code == 400
    assert says(answer, code)


@pytest.mark.parametrize(
    "content",
    ["\ufeffOne\r\nTwo\r\nThree\r\n".encode(), "One\nTwo\nThe child’s £5".encode("cp1252")],
    ids=["utf-8 with a mark", "an older Windows"],
)
async def test_an_uploaded_text_file_is_the_list(
    browser: httpx.AsyncClient, content: bytes
) -> None:
    answer = await browser.post(
        "/start", data={**ROOM, "statements": "own"}, files={"file": ("list.txt", content)}
    )

    assert answer.status_code == 303


@pytest.mark.parametrize("field", ["title", "name", "agency", "template", "statements"])
async def test_a_form_with_a_field_missing_is_refused_not_broken(
    browser: httpx.AsyncClient, field: str
) -> None:
    form = {key: value for key, value in ROOM.items() if key != field}

    answer = await browser.post("/start", data=form)

    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


# --- how many from one place --------------------------------------------------------------------

# As a proxy passes on who is calling. Who runs programs on the server's own machine is its host.
FAR = {"x-forwarded-for": "192.0.2.1"}
ELSEWHERE = {"x-forwarded-for": "192.0.2.2"}


@pytest.fixture
async def proxied(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A server that believes who is said to call."""
    settings = Settings(data=tmp_path, port=0, behind_proxy="127.0.0.1")
    async with serving(settings) as (_, site), httpx.AsyncClient(base_url=site) as client:
        yield client


async def test_rooms_cannot_be_opened_by_the_hundred_from_one_place(
    proxied: httpx.AsyncClient,
) -> None:
    opened = [await proxied.post("/start", data=ROOM, headers=FAR) for _ in range(40)]

    assert opened[0].status_code == opened[29].status_code == 303
    assert says(opened[-1], Code.TOO_MANY_HERE)
    assert 'value="Robin"' in opened[-1].text
    assert (await proxied.post("/start", data=ROOM, headers=ELSEWHERE)).status_code == 303


async def test_a_form_that_was_refused_for_itself_does_not_count(
    proxied: httpx.AsyncClient,
) -> None:
    for _ in range(40):
        await proxied.post("/start", data={**ROOM, "name": ""}, headers=FAR)

    assert (await proxied.post("/start", data=ROOM, headers=FAR)).status_code == 303


async def test_who_floods_a_room_from_one_place_has_to_wait(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class FewJoins(Limits):
        def __init__(self, clock: Callable[[], float]) -> None:
            super().__init__(clock)
            self.joins = PerAddress(clock, burst=3, per_second=0)

    monkeypatch.setattr("server.app.Limits", FewJoins)
    settings = Settings(data=tmp_path, port=0, behind_proxy="127.0.0.1")
    async with serving(settings) as (_, site), httpx.AsyncClient(base_url=site) as crowd:
        code, _ = await Door(site).open_room(**ROOM)

        async def join(name: str, headers: dict[str, str]) -> httpx.Response:
            crowd.cookies.clear()
            form = {"name": name, "agency": "School"}
            return await crowd.post(f"/r/{code}/join", data=form, headers=headers)

        joined = [await join(name, FAR) for name in ("Ana", "Ben", "Cleo", "Dan")]
        elsewhere = await join("Eve", ELSEWHERE)

    assert [answer.status_code for answer in joined] == [303, 303, 303, 400]
    assert says(joined[-1], Code.TOO_MANY_HERE)
    assert 'value="Dan"' in joined[-1].text
    assert elsewhere.status_code == 303


async def test_the_host_s_own_programs_are_not_counted(
    browser: httpx.AsyncClient,
) -> None:
    opened = [await browser.post("/start", data=ROOM) for _ in range(40)]

    assert {answer.status_code for answer in opened} == {303}


# --- where others find it -----------------------------------------------------------------------


async def test_links_and_codes_are_of_the_site_that_the_host_names(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, port=0, site="https://ground.example")
    async with serving(settings) as (_, site), httpx.AsyncClient(base_url=site) as browser:
        code, seat = await Door(site).open_room(**ROOM)
        cookie = {"cookie": f"seat={seat}", "host": "evil.example"}

        wall = await browser.post(f"/r/{code}/wall-link", headers=cookie)
        page = await browser.get(f"/r/{code}", headers=cookie)

    assert wall.json()["link"].startswith(f"https://ground.example/r/{code}/wall#")
    assert wall.headers["cache-control"] == "no-store"
    assert 'data-site="https://ground.example"' in page.text


async def test_a_member_who_types_the_code_in_small_letters_is_known(
    browser: httpx.AsyncClient, door: Door
) -> None:
    code, _ = await door.open_room(**ROOM)

    answer = await browser.get(f"/r/{code.lower()}")

    assert (answer.status_code, answer.headers["location"]) == (303, f"/r/{code}")
