"""Templates and statement sets, read from the data files that ship with the product."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import consensus
from consensus.refusal import Code, Refusal
from consensus.template import StatementSet, Template, read_statements, read_template
from server.words import FALLBACK

FOLDER = Path(consensus.__file__).parent / "templates"

T = TypeVar("T")


@cache
def templates(language: str) -> tuple[Template, ...]:
    """Return the templates in a language, the longest agenda first."""
    found = _read(_folder(language), read_template)
    return tuple(sorted(found, key=lambda template: -template.minutes))


@cache
def statement_sets(language: str) -> tuple[StatementSet, ...]:
    """Return the statement sets in a language, by title."""
    found = _read(_folder(language) / "statements", read_statements)
    return tuple(sorted(found, key=lambda found: found.title))


def template(language: str, template_id: str) -> Template:
    """Return one template, or refuse."""
    found = next((t for t in templates(language) if t.id == template_id), None)
    if found is None:
        raise Refusal(Code.NO_SUCH_TEMPLATE)
    return found


def statement_set(language: str, set_id: str) -> StatementSet:
    """Return one statement set, or refuse."""
    found = next((s for s in statement_sets(language) if s.id == set_id), None)
    if found is None:
        raise Refusal(Code.NO_SUCH_TEMPLATE)
    return found


def _folder(language: str) -> Path:
    return FOLDER / (language if (FOLDER / language).is_dir() else FALLBACK)


def _read(folder: Path, read: Callable[[dict[str, Any]], T]) -> list[T]:
    return [read(tomllib.loads(file.read_text(encoding="utf-8"))) for file in folder.glob("*.toml")]
