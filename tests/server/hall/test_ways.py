"""Every way that only halls have, against everybody who may be at it."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from starlette.routing import Route

from consensus import commands as c
from consensus import views
from consensus.hall import hall as h
from server.demo.client import Door, RoomClient
from server.demo.floor import FloorClient
from server.hall.tables import ROUTES
from server.settings import Settings
from server.wire import CloseCode
from tests.server.hall.halls import done, go, join, open_hall, serving_with, tables_of, to_table

# What each is answered: whoever leads, whoever sits at a table, and everybody else.
TRAINERS = (200, 404, 404)
WAYS = {
    ("GET", "/my-table"): (303, 303, 403),
    ("POST", "/tables"): (403, 403, 403),  # an empty form asks for no table
    ("POST", "/tables/{table}/visit"): (303, 403, 403),
    ("POST", "/mirror"): (403, 403, 403),  # this exercise asks for no guesses
    ("GET", "/tables.json"): TRAINERS,
    ("GET", "/tables.csv"): TRAINERS,
    ("GET", "/tables/rankings/rank.soi"): (404, 404, 404),  # nobody has ranked
    ("GET", "/comparison"): TRAINERS,
    ("GET", "/sheets"): TRAINERS,
    ("GET", "/sheets?names=1"): TRAINERS,
    ("GET", "/card"): (404, 200, 404),
    ("POST", "/wall-link"): (200, 403, 403),
}


class Crowd:
    """A hall of two tables, and the keys of everybody who may try something there."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.lead: dict[str, str] = {}
        self.sit: dict[str, str] = {}
        self.others: dict[str, str] = {"nobody": "", "nonsense": "x" * 43}

    async def gather(self) -> None:
        self.code, trainer_seat = await open_hall(self.site, 2, placing="placed")
        other, other_trainer = await open_hall(self.site, 1)
        helper, ana, ben, gone, watcher = await join(self.site, self.code, 5)
        async with RoomClient(self.site, self.code, trainer_seat) as trainer:
            named = {x.name: x.id for x in trainer.records.of(views.MemberRecord)}
            one, two = tables_of(trainer)
            self.table = one
            for name, table in (("P1", one), ("P2", two), ("P3", one)):
                await done(trainer, h.Place(named[name], table.id))
            await done(trainer, c.SetRole(named["P4"], "observer"))
            await done(trainer, c.NameDeputy(named["P0"]))
            await done(trainer, h.Begin())
            found = [await to_table(self.site, self.code, seat) for seat in (ana, ben, gone)]
            await done(trainer, c.Remove(named["P3"]))
            self.member = named["P2"]
        self.lead = {"trainer": trainer_seat, "deputy": helper}
        self.sit = {"ana": ana, "ben": ben}
        self.at_one, self.at_two, left = (went.seat for went in found)
        [learner] = await join(self.site, other, 1)
        self.watcher = watcher
        self.others |= {
            "removed": gone,
            "removed from a table": left,
            "at a table": self.at_two,
            "trainer of another": other_trainer,
            "at another": learner,
        }


@pytest.fixture
async def crowd(tmp_path: Path) -> AsyncIterator[Crowd]:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, _):
        found = Crowd(site)
        await found.gather()
        yield found


def test_every_way_is_tried() -> None:
    paths = {route.path.replace("/r/{code}", "") for route in ROUTES if isinstance(route, Route)}

    assert paths <= {path for _, path in WAYS}


async def test_everybody_gets_what_is_for_them_and_no_more(crowd: Crowd) -> None:
    async with httpx.AsyncClient(base_url=crowd.site, timeout=60) as browser:
        for (method, path), expected in WAYS.items():
            where = f"/r/{crowd.code}{path}".replace("{table}", crowd.table.id)
            form = {"x": ""} if method == "POST" else None
            for people, status in zip((crowd.lead, crowd.sit, crowd.others), expected, strict=True):
                for who, seat in people.items():
                    if (who, path) == ("deputy", "/wall-link"):
                        continue  # the link is the chair's alone
                    headers = {"cookie": f"seat={seat}"}
                    answer = await browser.request(method, where, headers=headers, data=form)
                    assert answer.status_code == status, (method, path, who)


async def test_who_only_watches_the_hall_gets_no_further(crowd: Crowd) -> None:
    async with httpx.AsyncClient(base_url=crowd.site, timeout=60) as browser:
        browser.headers["cookie"] = f"seat={crowd.watcher}"
        for path in ("tables.json", "tables.csv", "comparison", "sheets", "card"):
            assert (await browser.get(f"/r/{crowd.code}/{path}")).status_code == 404, path

    assert (await to_table(crowd.site, crowd.code, crowd.watcher)).to == f"/r/{crowd.code}"


async def test_no_key_but_its_own_opens_a_table_or_any_floor_there(crowd: Crowd) -> None:
    keys = [crowd.at_two, *crowd.lead.values(), *crowd.sit.values(), *crowd.others.values()]
    wall = await Door(crowd.site).wall_key(crowd.code, crowd.lead["trainer"])

    async with httpx.AsyncClient(base_url=crowd.site, timeout=60) as browser:
        for key in keys:
            for path in ("record.json", "data.json", "replay.json", "card", "sheets"):
                headers = {"cookie": f"seat={key}"}
                answer = await browser.get(f"/r/{crowd.table.code}/{path}", headers=headers)
                assert answer.status_code == 404, path
    for key in keys:
        async with FloorClient(crowd.site, crowd.table.code, key) as line:
            assert await line.ended() == CloseCode.NOT_A_MEMBER
    for key in (crowd.at_one, crowd.at_two):
        async with FloorClient(crowd.site, crowd.code, key) as line:
            assert await line.ended() == CloseCode.NOT_A_MEMBER
    async with FloorClient(crowd.site, crowd.table.code, wall=wall) as line:
        assert await line.ended() == CloseCode.NOT_A_MEMBER


async def test_whoever_took_the_chair_of_a_table_erases_nothing_there(crowd: Crowd) -> None:
    site, code = crowd.site, crowd.table.code
    async with (
        RoomClient(site, crowd.code, crowd.lead["trainer"]) as trainer,
        RoomClient(site, code, crowd.at_one) as ana,
    ):
        await done(ana, c.Cover())
        await done(trainer, h.Place(crowd.member, crowd.table.id))
        await ana.until(lambda records: f"member/{crowd.member}" in records.by_key)
        await done(trainer, c.Close())
        await ana.until(lambda records: records.one(views.RoomRecord, "room").closed is not None)

    for path, form in (("erase", {"code": code}), ("erase-person", {"member": crowd.member})):
        answer = await go(site, f"/r/{code}/{path}", crowd.at_one, urlencode(form).encode())
        assert answer.status == 403
    async with RoomClient(site, code, crowd.at_one) as ana:
        assert ana.records.one(views.MemberRecord, f"member/{crowd.member}").name == "P2"


async def test_nobody_takes_the_turn_of_somebody_whose_key_they_do_not_hold(crowd: Crowd) -> None:
    path = f"/r/{crowd.code}/my-table?seat={crowd.member}"

    assert (await go(crowd.site, path, crowd.sit["ana"])).status == 403
    assert (await go(crowd.site, path, crowd.sit["ben"])).status == 303
