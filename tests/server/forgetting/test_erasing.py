"""The routes by which a room is deleted: for its chair, after its end, and with its code typed."""

import httpx
import pytest

from consensus import commands as c
from server.demo.client import Door, RoomClient
from server.forgetting import receipts
from server.wire import CloseCode
from tests.forms import ROOM


async def post(site: str, path: str, seat: str = "", **form: str) -> httpx.Response:
    async with httpx.AsyncClient(cookies={"seat": seat} if seat else {}) as client:
        return await client.post(f"{site}{path}", data=form or {"x": ""})


async def a_room(site: str, door: Door, *, close: bool = True) -> tuple[str, str, str]:
    """Return a room's code, and the seats of its chair and of Kit."""
    code, chair = await door.open_room(**ROOM)
    kit = await door.join(code, "Kit", "School")
    if close:
        async with RoomClient(site, code, chair) as steering:
            await steering.do(c.Close())
    return code, chair, kit


async def test_a_chair_deletes_a_room_and_is_handed_the_receipt(site: str, door: Door) -> None:
    code, chair, kit = await a_room(site, door)
    async with RoomClient(site, code, kit) as other:
        answer = await post(site, f"/r/{code}/erase", chair, code=f" {code.lower()} ")

        assert await other.ended() == CloseCode.ERASED
    assert answer.status_code == 200
    assert receipts.is_genuine(answer.content)
    assert receipts.read(answer.content).erased.because == "chair"
    assert f"Path=/r/{code}" in answer.headers["set-cookie"]
    async with httpx.AsyncClient(cookies={"seat": kit}) as client:
        assert (await client.get(f"{site}/r/{code}")).status_code == 404


async def test_a_room_is_not_deleted_by_anybody_else_or_by_chance(site: str, door: Door) -> None:
    code, chair, kit = await a_room(site, door)

    for seat, typed, why in (
        (kit, code, "chair_only"),
        ("", code, "no_such_room"),
        ("not-a-key", code, "no_such_room"),
        (chair, "", "code_to_erase"),
        (chair, "ABC234", "code_to_erase"),
        (chair, "x" * 5_000, "code_to_erase"),
    ):
        answer = await post(site, f"/r/{code}/erase", seat, code=typed)
        assert (answer.status_code, answer.json()["code"]) == (403, why)
    assert (await post(site, f"/r/{code}/erase", chair, code=code)).status_code == 200


async def test_a_meeting_that_goes_on_is_not_deleted(site: str, door: Door) -> None:
    code, chair, _ = await a_room(site, door, close=False)

    answer = await post(site, f"/r/{code}/erase", chair, code=code)

    assert (answer.status_code, answer.json()["code"]) == (403, "not_over_yet")


@pytest.mark.parametrize(("code", "status"), [("ABC234", 200), ("nonsense", 403)])
async def test_a_device_forgets_its_seats_whether_or_not_the_room_is_there(
    site: str, code: str, status: int
) -> None:
    """Nothing is looked up, so nobody learns which codes there are."""
    answer = await post(site, f"/r/{code}/forget-seats")

    assert answer.status_code == status
    assert ("set-cookie" in answer.headers) is (status == 200)


async def test_another_site_deletes_nothing(site: str, door: Door) -> None:
    code, chair, _ = await a_room(site, door)
    headers = {"origin": "https://elsewhere.example"}

    async with httpx.AsyncClient(cookies={"seat": chair}, headers=headers) as client:
        for page in ("erase", "erase-me", "erase-person", "forget-seats"):
            answer = await client.post(f"{site}/r/{code}/{page}", data={"code": code})
            assert answer.status_code == 403
    async with RoomClient(site, code, chair) as still:
        assert still.records.position > 0
