"""Each person's own card, for half a page: their orders, their table's list, and the way there."""

from collections.abc import Iterator

from consensus.hall.compared import Journey
from consensus.hall.own_card import Beside, OwnCard, Place
from consensus.items import ItemId
from server.exports.laid_out import Block, Layout, Row, safe
from server.words import Words

# So many moves are remembered; the two orders have them all.
MOST_MOVES = 5


def own_card(
    card: OwnCard, title: str, facts: tuple[tuple[str, str], ...], kept: str, words: Words
) -> Layout:
    """Return a card. `kept` says until when it can be had."""
    blocks = (_list(card, words), _beside(card, words), _moves(card, words), _orders(card, words))
    return Layout(
        language=words.language,
        right_to_left=words.say("direction") == "rtl",
        title=safe(title),
        head=(words.say("takeaway-card-alone"), kept),
        facts=tuple((name, safe(value)) for name, value in facts),
        blocks=tuple(block for block in blocks if block is not None),
    )


def _list(card: OwnCard, words: Words) -> Block:
    lines = [
        _numbered(place, _text(card, item) if item else words.say("tables-board-open"))
        for place, item in enumerate(card.agreed, start=1)
    ]
    journey = _journey(card.journey, words)
    if journey:
        lines.append(journey)
    return _plain("list", words.say("takeaway-our-list"), lines, words.say("tables-board-none"))


def _journey(journey: Journey | None, words: Words) -> str:
    """Return one line about how far the table came, or nothing where nobody can say."""
    if journey is None or journey.last is None:
        return ""
    last = hundredths(journey.last)
    if journey.first is None:
        return words.say("takeaway-journey-last", last=last)
    return words.say("takeaway-journey", first=hundredths(journey.first), last=last)


def _beside(card: OwnCard, words: Words) -> Block | None:
    if not card.beside:
        return None
    rows = tuple(
        Row(each.item, (str(each.mine), _text(card, each.item), _stands(each, words)), "", ())
        for each in card.beside
    )
    columns = (
        words.say("takeaway-mine"),
        words.say("takeaway-statement"),
        words.say("takeaway-our-list"),
    )
    return Block("beside", 2, words.say("takeaway-beside"), "", columns, rows, "")


def _stands(each: Beside, words: Words) -> str:
    if each.agreed is not None:
        return str(each.agreed)
    return words.say("takeaway-set-aside" if each.aside else "takeaway-not-on-list")


def _moves(card: OwnCard, words: Words) -> Block | None:
    if not card.first:
        return None
    lines = [
        words.say("takeaway-move", text=_text(card, move.item), first=move.first, last=move.last)
        for move in card.moves[:MOST_MOVES]
    ]
    return _plain("moves", words.say("takeaway-moves"), lines, words.say("takeaway-moved-none"))


def _orders(card: OwnCard, words: Words) -> Block:
    heading = words.say("takeaway-orders")
    if not card.last:
        none = "takeaway-unnamed" if card.unnamed else "takeaway-no-order"
        return _plain("orders", heading, [], words.say(none))
    before = {each.item: each.place for each in card.first}
    if not before:
        lines = [_numbered(each.place, _text(card, each.item)) for each in card.last]
        return _plain("orders", heading, lines, "")
    columns = (
        words.say("takeaway-last"),
        words.say("takeaway-first"),
        words.say("takeaway-statement"),
    )
    rows = [*(_again(card, each, before) for each in card.last), *_dropped(card)]
    return Block("orders", 2, heading, "", columns, tuple(rows), "")


def _again(card: OwnCard, each: Place, before: dict[ItemId, int]) -> Row:
    was = str(before.get(each.item, "–"))
    return Row(each.item, (str(each.place), was, _text(card, each.item)), "", ())


def _dropped(card: OwnCard) -> Iterator[Row]:
    kept = {each.item for each in card.last}
    for each in card.first:
        if each.item not in kept:
            yield Row(each.item, ("–", str(each.place), _text(card, each.item)), "", ())


def _text(card: OwnCard, item: ItemId) -> str:
    return safe(card.texts[item])


def _numbered(place: int, text: str) -> str:
    return f"{place}. {text}"


def _plain(id_: str, heading: str, lines: list[str], empty: str) -> Block:
    rows = tuple(Row(f"{id_}.{at}", (line,), "", ()) for at, line in enumerate(lines))
    return Block(id_, 2, heading, "", (), rows, empty, plain=True)


def hundredths(share: float) -> int:
    """Return a share as so many of 100."""
    return round(share * 100)
