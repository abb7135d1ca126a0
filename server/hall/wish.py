"""What the form of a new room asks about tables: how many, who sits where, and who leads them."""

from math import ceil
from typing import get_args

from starlette.datastructures import FormData

from consensus.hall.hall import MOST_TABLES
from consensus.hall.seating import Placing
from consensus.refusal import Code, Refusal
from server.forms import typed

FIELDS = ("tables", "people", "size", "placing", "self_run")

# As the form has them before anybody has typed: at eight, everybody still speaks.
DEFAULTS = {"size": "8", "placing": "spread", "self_run": "on"}

MOST_PEOPLE = 1_000
FEWEST_AT_TABLE, MOST_AT_TABLE = 2, 20


def tables(form: FormData) -> int:
    """Return how many tables are asked for by number; none for an empty field."""
    return _number(typed(form, "tables"), 0, MOST_TABLES, Code.TABLES_NUMBER)


def people(form: FormData) -> int:
    """Return how many people are expected; none for an empty field."""
    return _number(typed(form, "people"), 0, MOST_PEOPLE, Code.PEOPLE_NUMBER)


def size(form: FormData) -> int:
    """Return how many people are to sit at a table."""
    text = typed(form, "size") or DEFAULTS["size"]
    return _number(text, FEWEST_AT_TABLE, MOST_AT_TABLE, Code.TABLE_SIZE, FEWEST_AT_TABLE)


def tables_for(people: int, size: int) -> int:
    """Return at how many tables so many people sit; raises `Refusal`."""
    found = ceil(people / size)
    if found > MOST_TABLES:
        raise Refusal(Code.TOO_MANY_TABLES, most=MOST_TABLES)
    return found


def placing(form: FormData) -> Placing:
    """Return how people come to their tables."""
    text = typed(form, "placing") or DEFAULTS["placing"]
    found: dict[str, Placing] = {each: each for each in get_args(Placing)}
    if text not in found:
        raise Refusal(Code.NOT_UNDERSTOOD)
    return found[text]


def _number(text: str, least: int, most: int, code: Code, empty: int = 0) -> int:
    text = text.strip()
    if not text:
        return empty
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and least <= int(text) <= most):
        raise Refusal(code, least=max(least, 1), most=most)
    return int(text)
