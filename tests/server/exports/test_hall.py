"""All tables as data: nobody is named, everything is there, and only a trainer has it."""

from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from consensus import commands as c
from consensus.hall.floor import Floor, wall
from consensus.hall.gathered import gathered
from consensus.refusal import Refusal
from consensus.state import Meeting
from consensus.steps import judge
from server.demo.client import RoomClient
from server.exports import hall_files
from server.exports.hall import Data, data_of, gathered_from, read, write
from server.settings import Settings
from server.words import FALLBACK, Words
from tests.consensus.given import ballot
from tests.consensus.hall.test_gathered import led, said, table
from tests.server.hall.halls import done, join, open_hall, serving_with

PEOPLE = {
    "ana": ("t1", "Health", "abcd"),
    "ben": ("t1", "Health", "bacd"),
    "cam": ("t1", "School", "abdc"),
    "dee": ("t1", "Health", "abcd"),
    "eve": ("t2", "Health", "dcba"),
    "fay": ("t2", "Police", "dcab"),
    "gus": ("t2", "Police", "cdba"),
}


def hall() -> Meeting:
    """Return a hall in which four are of Health, and fewer of any other agency."""
    seats = {member: seat for member, (seat, _, _) in PEOPLE.items()}
    found = led(*PEOPLE, seats=seats)
    members = {
        id_: replace(member, agency=PEOPLE[id_][1]) if id_ in PEOPLE else member
        for id_, member in found.members.items()
    }
    return replace(found, members=members)


def ranked(table_id: str) -> judge.State:
    """Return what a table's people said in the first ranking."""
    there = {m: order for m, (seat, _, order) in PEOPLE.items() if seat == table_id}
    agencies = {member: PEOPLE[member][1] for member in there}
    return replace(said(there), agencies=agencies)


def floor() -> Floor:
    return Floor(hall(), {name: table(rank=ranked(name)) for name in ("t1", "t2")})


def in_order(data: Data) -> list[tuple[str, str, str]]:
    return [(o.person, o.agency, "".join(o.answer)) for o in data.rankings[0].orders]


# --- what is in it ----------------------------------------------------------------------------


def test_people_go_by_numbers_that_follow_from_what_they_said() -> None:
    assert in_order(data_of(floor())) == [
        ("1.1", "Health", "abcd"),
        ("1.2", "Health", "abcd"),
        ("1.3", "", "abdc"),
        ("1.4", "Health", "bacd"),
        ("2.1", "", "cdba"),
        ("2.2", "", "dcab"),
        ("2.3", "", "dcba"),
    ]


def test_nobody_is_told_by_being_the_only_one_of_their_agency_at_a_table() -> None:
    """Four of Health are in the hall; one at the second table, and one who ranked again."""
    again = replace(said({"ana": "dcba", "cam": "abcd"}), agencies={"ana": "Health"})
    tables = {"t1": table(rank=ranked("t1"), again=again), "t2": table(rank=ranked("t2"))}
    rankings = data_of(Floor(hall(), tables)).rankings

    assert {order.agency for each in rankings for order in each.orders} == {""}


def test_an_agency_is_written_in_one_way() -> None:
    """Whoever is the only one to write HEALTH would be told by it."""
    meeting = hall()
    ben = replace(meeting.members["ben"], agency="HEALTH")
    meeting = replace(meeting, members={**meeting.members, "ben": ben})
    rank = replace(ranked("t1"), agencies={**ranked("t1").agencies, "ben": "HEALTH"})
    data = data_of(Floor(meeting, {"t1": table(rank=rank)}))

    assert {order.agency for order in data.rankings[0].orders} == {"Health", ""}


def test_nobody_is_named_in_it() -> None:
    file = write(data_of(floor())).decode()

    for word in (*PEOPLE, "Ana", "School", "Police", "Kit", '"t1"', "CODE1"):
        assert f'"{word}"' not in file


def test_of_an_unattributed_order_there_is_the_order_alone() -> None:
    slips = (ballot("abcd"), ballot("abdc"), ballot("bacd"), ballot("dcba"))
    rank = judge.State(tuple("abcd"), shown="nobody", slips=slips, revealed=True)
    data = data_of(Floor(hall(), {"t1": table(rank=rank)}))

    assert {(order.person, order.agency) for order in data.rankings[0].orders} == {("", "")}


def test_whoever_was_moved_is_one_person_under_one_number() -> None:
    rooms = {"t1": table(rank=said({"ana": "abcd"})), "t2": table(again=said({"ana": "dcba"}))}
    moved = replace(hall(), merged={})
    first, again = data_of(Floor(moved, rooms)).rankings

    assert [(o.person, o.table) for o in first.orders] == [("1.1", 1)]
    assert [(o.person, o.table) for o in again.orders] == [("1.1", 2)]


def test_what_is_read_from_the_file_is_what_was_written() -> None:
    data = data_of(floor())

    assert read(write(data)) == data


def test_the_file_holds_what_the_wall_shows_with_numbers_for_tables() -> None:
    data, shown = data_of(floor()), wall(floor())

    assert data.figures.keys() == {key.replace("t1", "1").replace("t2", "2") for key in shown}
    assert repr(data.figures["splits"]) == repr(shown["splits"])
    assert repr(data.figures["distances"]) == repr(shown["distances"]).replace(
        "('t1', 't2')", "('1', '2')"
    )


def test_what_is_compared_can_be_gathered_from_the_file() -> None:
    there, here = gathered(floor().hall, floor().tables), gathered_from(data_of(floor()))

    assert here.ids == there.ids
    assert here.tables == ("1", "2")
    assert sorted(v.answer for v in here.passes[0].voices) == sorted(
        v.answer for v in there.passes[0].voices
    )


@pytest.mark.parametrize("file", [b"", b"{}", b"[1]", b'{"format": "other/1"}', b"\xff"])
def test_what_is_no_such_file_is_not_read(file: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong, it is not readable
        read(file)


# --- other files ------------------------------------------------------------------------------

WORDS = Words(FALLBACK)


def test_the_table_has_a_row_for_each_order() -> None:
    rows = hall_files.write("csv", "", floor(), WORDS).decode("utf-8-sig").splitlines()

    assert rows[0].startswith('"What it is","Table","Person","Agency","Place 1"')
    assert rows[1] == (
        '"Own order: Rank","1","1.1","Health","statement a","statement b","statement c",'
        '"statement d"'
    )
    assert len(rows) == 1 + len(PEOPLE)


def test_rankings_are_a_file_that_names_nobody() -> None:
    file = hall_files.write("soc", "rank", floor(), WORDS).decode()

    assert "# NUMBER VOTERS: 7" in file
    assert "2: 1,2,3,4" in file


@pytest.mark.parametrize(
    ("step", "kind"), [("again", "soc"), ("x", "soc"), ("rank", "xyz"), ("rank", "")]
)
def test_there_is_no_file_of_what_was_not_opened_or_of_another_kind(step: str, kind: str) -> None:
    with pytest.raises(Refusal):
        hall_files.write(kind, step, floor(), WORDS)


# --- who has it -------------------------------------------------------------------------------


async def test_a_trainer_has_the_files_also_after_the_end_and_nobody_else_has(
    tmp_path: Path,
) -> None:
    async with serving_with(Settings(data=tmp_path, port=0)) as (site, _):
        code, seat = await open_hall(site, 2)
        [guest] = await join(site, code, 1)
        async with httpx.AsyncClient(base_url=site) as browser, RoomClient(site, code, seat) as kit:
            for ended in (False, True):
                if ended:
                    await done(kit, c.Close())
                for path in ("tables.json", "tables.csv"):
                    answers = [
                        await browser.get(f"/r/{code}/{path}", headers={"cookie": f"seat={key}"})
                        for key in (seat, guest, "nonsense", "")
                    ]
                    assert [each.status_code for each in answers] == [200, 404, 404, 404]
                    assert answers[0].headers["cache-control"] == "no-store"
                    assert path.split(".")[1] in answers[0].headers["content-disposition"]
                path = f"/r/{code}/tables/rankings/rank.soi"
                missing = await browser.get(path, headers={"cookie": f"seat={seat}"})
                assert missing.status_code == 404
