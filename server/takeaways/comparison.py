"""The trainer's comparison sheet: two pages that say what the wall of tables said, and no name.

It is written from the file that a trainer takes away (`server/exports/hall.py`), whose figures are
those of the wall.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from consensus.hall import alike, compared
from consensus.items import ItemId
from consensus.ranking.tables import Split, Verdict
from server.exports.hall import Data, Table
from server.exports.laid_out import Block, Layout, Row, safe
from server.takeaways.own_card import hundredths
from server.words import Words

# Two pages hold so many thoughts, and so many letters of each; the data file has them all.
MOST_NOTES, LONGEST_NOTE = 10, 220


def comparison(data: Data, day: str, words: Words) -> Layout:
    """Return the sheet of a hall as it stood on a day."""
    letters = {item.id: letter(at) for at, item in enumerate(data.items)}
    blocks = (
        _tables(data, letters, words),
        _statements(data, letters, words),
        _differ(data, words),
        _notes(data, letters, words),
        _mirror(data, words),
    )
    people = sum(table.people for table in data.tables)
    return Layout(
        language=words.language,
        right_to_left=words.say("direction") == "rtl",
        title=safe(words.say("takeaway-comparison", title=data.title)),
        head=(),
        facts=(
            (words.say("takeaway-exercise"), safe(data.exercise)),
            (words.say("record-date"), day),
            (
                words.say("takeaway-who"),
                words.say("takeaway-count", tables=len(data.tables), people=people),
            ),
        ),
        blocks=tuple(block for block in blocks if block is not None),
    )


def letter(at: int) -> str:
    """Return how a statement is called for short, as on the screens: A to Z, then AA and so on."""
    last = chr(ord("A") + at % 26)
    return last if at < 26 else letter(at // 26 - 1) + last


# --- the tables, side by side -----------------------------------------------------------------


def _tables(data: Data, letters: Mapping[ItemId, str], words: Words) -> Block:
    places = max((len(each.places) for each in data.lists), default=0)
    columns = (
        words.say("hall-exports-table"),
        words.say("tables-people"),
        words.say("takeaway-minutes"),
        *(str(place) for place in range(1, places + 1)),
        words.say("hall-exports-aside"),
        words.say("takeaway-kept-no"),
        words.say("takeaway-way"),
    )
    rows = tuple(_table(data, table, places, letters, words) for table in data.tables)
    heading, hint = words.say("takeaway-side-by-side"), words.say("takeaway-side-by-side-hint")
    return Block("tables", 2, heading, hint, columns, rows, words.say("tables-fives-none"))


def _table(
    data: Data, table: Table, places: int, letters: Mapping[ItemId, str], words: Words
) -> Row:
    found = next((each for each in data.lists if each.table == table.number), None)
    spent = sum(each.spent_seconds for each in data.timings if each.table == table.number)
    agreed = found.places if found else ()
    cells = [_place(data, item, letters) for item in agreed] + [""] * (places - len(agreed))
    aside = ", ".join(letters[item] for item in found.aside) if found else ""
    dissents = str(found.dissents) if found and found.dissents else ""
    way = _way(data, table.number, words)
    name = f"{table.number} {safe(table.name)}".strip()
    row = (name, str(table.people), str(round(spent / 60)), *cells, aside, dissents, way)
    return Row(str(table.number), row, "", ())


def _place(data: Data, item: ItemId | None, letters: Mapping[ItemId, str]) -> str:
    """Return a statement's letter, with on how many lists it stands where it is shared."""
    if item is None:
        return "–"
    shared = _on_lists(data, item)
    return f"{letters[item]} ({shared})" if shared > 1 else letters[item]


def _on_lists(data: Data, item: ItemId) -> int:
    record = data.figures.get(f"statement/{item}")
    return record.tables if isinstance(record, compared.StatementRecord) else 0


def _way(data: Data, number: int, words: Words) -> str:
    record = data.figures.get("journeys")
    if not isinstance(record, compared.JourneysRecord):
        return ""
    found = next((each for each in record.journeys if each.table == str(number)), None)
    if found is None or found.last is None:
        return words.say("tables-journey-none") if found else ""
    if found.first is None:
        return str(hundredths(found.last))
    first, last = hundredths(found.first), hundredths(found.last)
    return words.say("tables-agreement-short", first=first, last=last)


# --- the statements ---------------------------------------------------------------------------


def _statements(data: Data, letters: Mapping[ItemId, str], words: Words) -> Block:
    orders, splits = data.figures.get("orders"), data.figures.get("splits")
    everybody = _in_bands(orders.everybody) if isinstance(orders, compared.OrdersRecord) else {}
    tables = _in_bands(orders.over_tables) if isinstance(orders, compared.OrdersRecord) else {}
    said: dict[str, str] = {}
    if isinstance(splits, compared.SplitsRecord):
        said = {each.item: _split(each.verdict, words) for each in splits.items}
    rows = tuple(
        Row(
            item.id,
            (
                letters[item.id],
                safe(item.text),
                str(_on_lists(data, item.id) or ""),
                everybody.get(item.id, ""),
                tables.get(item.id, ""),
                said.get(item.id, ""),
            ),
            "",
            (),
        )
        for item in data.items
    )
    columns = (
        "",
        words.say("takeaway-statement"),
        words.say("takeaway-lists"),
        words.say("takeaway-everybody"),
        words.say("takeaway-tables-order"),
        words.say("tables-splits-group"),
    )
    hint = words.say("takeaway-orders-hint")
    return Block("statements", 2, words.say("takeaway-statements"), hint, columns, rows, "")


def _split(verdict: Split, words: Words) -> str:
    match verdict:
        case Split.SPLITS_TABLES:
            return words.say("tables-splits-splits_tables")
        case Split.SPLITS_PEOPLE:
            return words.say("tables-splits-splits_people")
        case Split.LEVEL:
            return ""
        case Split.TOO_FEW_TO_TELL:
            return words.say("tables-splits-too_few_to_tell")


def _in_bands(bands: compared.Bands) -> dict[ItemId, str]:
    """Return each item's place, or its first and last one where no order is claimed."""
    found: dict[ItemId, str] = {}
    place = 1
    for band in bands:
        last = place + len(band) - 1
        found |= dict.fromkeys(band, str(place) if len(band) == 1 else f"{place}–{last}")
        place = last + 1
    return found


# --- whether tables differ --------------------------------------------------------------------


def _differ(data: Data, words: Words) -> Block:
    lines = tuple(chain(_verdict(data, words), _typical(data, words), _left_out(data, words)))
    rows = tuple(Row(f"differ.{at}", (line,), "", ()) for at, line in enumerate(lines))
    heading = words.say("takeaway-differ")
    return Block("differ", 2, heading, "", (), rows, words.say("tables-too-few"), plain=True)


def _verdict(data: Data, words: Words) -> Iterator[str]:
    record = data.figures.get("distances")
    if not isinstance(record, compared.DistancesRecord) or record.comparison is None:
        yield words.say("tables-too-few")
        return
    found = record.comparison
    match found.overall.verdict:
        case Verdict.DIFFER:
            said = ("tables-verdict-differ", "tables-verdict-why-differ")
        case Verdict.NO_MORE_THAN_CHANCE:
            said = ("tables-verdict-no_more_than_chance", "tables-verdict-why-no_more_than_chance")
        case Verdict.TOO_FEW_TO_TELL:
            said = ("tables-verdict-too_few_to_tell", "tables-verdict-why-too_few_to_tell")
    yield " ".join(map(words.say, said))
    if found.within is not None and found.between is not None:
        within, between = hundredths(found.within), hundredths(found.between)
        yield words.say("takeaway-apart", within=within, between=between)
    pairs = [p.tables for p in found.pairs if p.difference.verdict is Verdict.DIFFER]
    if pairs:
        listed = "; ".join(" – ".join(pair) for pair in pairs)
        yield words.say("takeaway-pairs", pairs=listed)
    if found.left_out:
        tables, count = ", ".join(found.left_out), len(found.left_out)
        yield words.say("tables-apart-left-out", tables=tables, count=count)


def _typical(data: Data, words: Words) -> Iterator[str]:
    record = data.figures.get("results")
    if not isinstance(record, compared.ResultsRecord) or record.comparison is None:
        return
    found = record.comparison
    if found.most_typical and found.most_typical == found.most_its_own:
        yield words.say("tables-typical-all")
    elif found.most_typical:
        typical, own = found.most_typical, found.most_its_own
        yield " ".join(
            (
                words.say("tables-typical", tables=", ".join(typical), count=len(typical)),
                words.say("tables-its-own", tables=", ".join(own), count=len(own)),
                words.say("tables-typical-neither"),
            )
        )


def _left_out(data: Data, words: Words) -> Iterator[str]:
    if data.own:
        yield words.say("tables-left-out-own", count=data.own)


# --- what tables noted, and the mirror --------------------------------------------------------


def _notes(data: Data, letters: Mapping[ItemId, str], words: Words) -> Block | None:
    record = data.figures.get("alike")
    if not isinstance(record, alike.AlikeRecord):
        return None
    said = [(pair, each) for pair in record.pairs for each in pair.said]
    said.sort(key=lambda found: -len(found[1].tables))
    lines = [_note(pair, each, letters, words) for pair, each in said[:MOST_NOTES]]
    more = len(said) - len(lines) + sum(pair.more for pair in record.pairs)
    if more:
        lines.append(words.say("takeaway-more-notes", count=more))
    if not lines:
        return None
    rows = tuple(Row(f"notes.{at}", (line,), "", ()) for at, line in enumerate(lines))
    return Block("notes", 2, words.say("tables-title-alike"), "", (), rows, "", plain=True)


def _note(pair: alike.Pair, said: alike.Said, letters: Mapping[ItemId, str], words: Words) -> str:
    text = safe(" ".join(said.text.split()))
    shown = text if len(text) <= LONGEST_NOTE else f"{text[:LONGEST_NOTE].rstrip()}…"
    both = words.say("tables-alike-two", first=letters[pair.first], second=letters[pair.second])
    told = words.say(
        "tables-alike-said",
        alike="alike" if said.alike else "different",
        count=len(said.tables),
        tables=", ".join(said.tables),
        text=shown,
    )
    return f"{both}: {told}"


def _mirror(data: Data, words: Words) -> Block | None:
    if data.mirror is None:
        return None
    rows = tuple(
        Row(
            f"mirror.{at}",
            (
                safe(cell.of),
                safe(cell.about),
                str(hundredths(cell.surprise)),
                words.say("tables-mirror-clear") if cell.clear else "",
            ),
            "",
            (),
        )
        for at, cell in enumerate(sorted(data.mirror.cells, key=lambda cell: -cell.surprise))
    )
    columns = (
        words.say("takeaway-mirror-of"),
        words.say("takeaway-mirror-about"),
        words.say("takeaway-mirror-surprise"),
        "",
    )
    heading, hint = words.say("tables-title-mirror"), words.say("tables-mirror-how")
    return Block("mirror", 2, heading, hint, columns, rows, words.say("tables-mirror-none"))
