"""Templates, statement sets, ready-made steps and rules: what ships, and what a host adds.

A host puts their own into `templates`, `rules` and `guidance` in the data folder. They are read
once; a file that is wrong is named in the log, with the line, and is on no page.
"""

import logging
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import consensus
from consensus.agendas.template import (
    ReadyStep,
    StatementSet,
    Template,
    TemplateError,
    read_guidance,
    read_rules,
    read_statements,
    read_step,
    read_template,
)
from consensus.disclosure.withholding import Guidance
from consensus.refusal import Code, Refusal
from consensus.rules import Rules
from server.words import FALLBACK

FOLDER = Path(consensus.__file__).parent / "templates"

# A template of sixty steps with long prompts is half as large.
MOST_BYTES = 64_000

# The order in which meetings are found on the page: what is most urgent comes first.
_GROUPS = ("case", "thinking", "training", "own")

T = TypeVar("T", Template, StatementSet, ReadyStep, Rules, Guidance)
Read = Callable[[dict[str, Any], str], T]

logger = logging.getLogger(__name__)

# Python's reader takes time with the square of a key's parts: 64 kB of "a.a.a" would stop a server
# for many seconds. Templates need three.
MOST_PARTS = 9
_DOTTED = re.compile(r"[\w\"'-]+(?:\s*\.\s*[\w\"'-]+)*")

_PLACE = re.compile(r"^(.*?) \(at (?:line (\d+), column \d+|end of document)\)$")


@cache
def templates(language: str, data: Path | None = None) -> tuple[Template, ...]:
    """Return the templates in a language, group by group; in each, the longest agenda first."""
    found = _with_own(_read(_folder(language), read_template), data, "templates", read_template)
    return tuple(sorted(found, key=lambda one: (_GROUPS.index(one.group), -one.minutes)))


@cache
def statement_sets(language: str) -> tuple[StatementSet, ...]:
    """Return the statement sets in a language, by title."""
    found = _read(_folder(language) / "statements", read_statements)
    return tuple(sorted(found, key=lambda one: one.title))


@cache
def ready_steps(language: str) -> tuple[ReadyStep, ...]:
    """Return the steps that a chair may add to any agenda, by the name of their file."""
    return tuple(_read(_folder(language) / "steps", read_step))


@cache
def rule_packs(language: str, data: Path | None = None) -> tuple[Rules, ...]:
    """Return the packs of local rules in a language, by title."""
    shipped = _read(_folder(language) / "rules", read_rules)
    return tuple(sorted(_with_own(shipped, data, "rules", read_rules), key=lambda one: one.title))


@cache
def guidance(language: str, data: Path | None = None) -> Guidance:
    """Return what grounds for withholding rest on: the host's own, or what ships."""
    shipped = _read(_folder(language) / "guidance", read_guidance)
    return _with_own(shipped, data, "guidance", read_guidance)[-1]


@cache
def plenary(language: str) -> Template:
    """Return what a whole hall does together after its tables."""
    return _read(_folder(language) / "halls", read_template)[0]


@cache
def own_exercise(language: str) -> Template:
    """Return the exercise of which others are made from a list."""
    return _read(_folder(language) / "exercises", read_template)[0]


def look_at(data: Path) -> None:
    """Read what a host has added, so that the log of the start names what is wrong with it."""
    templates(FALLBACK, data)
    rule_packs(FALLBACK, data)
    guidance(FALLBACK, data)


def template(language: str, template_id: str, data: Path | None = None) -> Template:
    """Return one template, or refuse."""
    return _one(templates(language, data), template_id)


def statement_set(language: str, set_id: str) -> StatementSet:
    """Return one statement set, or refuse."""
    return _one(statement_sets(language), set_id)


def rules(language: str, pack_id: str, data: Path | None = None) -> Rules:
    """Return one pack of rules, or refuse."""
    return _one(rule_packs(language, data), pack_id)


def parse_template(text: str) -> Template:
    """Return a template that somebody wrote; raises `TemplateError` with the line."""
    if len(text.encode()) > MOST_BYTES:
        raise TemplateError(f"the file is larger than {MOST_BYTES} bytes", 1)
    return _parse(text, read_template)


def _one(found: tuple[T, ...], wanted: str) -> T:
    one = next((one for one in found if one.id == wanted), None)
    if one is None:
        raise Refusal(Code.NO_SUCH_TEMPLATE)
    return one


def _folder(language: str) -> Path:
    return FOLDER / (language if (FOLDER / language).is_dir() else FALLBACK)


def _read(folder: Path, read: Read[T]) -> list[T]:
    files = sorted(folder.glob("*.toml"))
    return [_parse(file.read_text(encoding="utf-8"), read) for file in files]


def _with_own(shipped: list[T], data: Path | None, kind: str, read: Read[T]) -> list[T]:
    """Return what ships and what the host has, who may replace what ships under its id."""
    own = {one.id: one for one in _own(data / kind, read)} if data else {}
    return [one for one in shipped if one.id not in own] + list(own.values())


def _own(folder: Path, read: Read[T]) -> Iterator[T]:
    for file in sorted(folder.glob("*.toml")):
        try:
            yield _parse(file.read_text(encoding="utf-8"), read)
        except TemplateError as error:
            logger.warning("%s is left out: %s", file, error)
        except (OSError, UnicodeDecodeError, Refusal) as error:
            logger.warning("%s is left out: it cannot be read (%s)", file, error)


def _parse(text: str, read: Read[T]) -> T:
    for number, words in enumerate(text.splitlines(), start=1):
        if any(key[0].count(".") >= MOST_PARTS for key in _DOTTED.finditer(words)):
            raise TemplateError(f"a key has more than {MOST_PARTS} parts", number)
    try:
        fields = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.match(str(error))
        reason = place[1] if place else str(error)
        line = int(place[2]) if place and place[2] else max(1, len(text.splitlines()))
        hint = "is a quotation mark, an equals sign or a bracket missing?"
        raise TemplateError(f"this is not TOML: {hint} ({reason})", line) from error
    except RecursionError as error:
        raise TemplateError("this is not TOML that anybody would write: too deep", 1) from error
    return read(fields, text)
