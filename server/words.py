"""The words that people see, one folder of Fluent files per language."""

import hashlib
import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from consensus.refusal import Refusal

FOLDER = Path(__file__).parents[1] / "client" / "locales"
FALLBACK = "en"

# Whole pages, and refusals: these reach a browser as sentences.
SAID_BY_THE_SERVER = {
    "corrections",
    "disclosure",
    "exercise",
    "exports",
    "hall-exports",
    "pages",
    "record",
    "refusals",
    "seals",
    "shelf",
    "start",
    "takeaways",
}

# What one page says and no other, or one part of few pages: it is fetched with that, so that a room
# waits for less.
OF_ONE_PAGE = {
    "archive",
    "diamond",
    "hall-desk",
    "hall-table",
    "hall-wall",
    "mirror",
    "replay",
    "statements",
    "take",
    "verify",
}

# What a message chooses by is short. Whatever is longer than this is put in afterwards, because the
# library refuses to say several thousand characters, and stands for itself meanwhile as a character
# of those (private use) that no text here has.
_CHOSEN_BY = 100
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")

# In a sentence, whatever is longer hides what the sentence says.
LONGEST_FACT = 160


class Words:
    """One language's catalogue."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def source(self) -> str:
        """The whole catalogue as Fluent text."""
        return self._joined(set())

    @cached_property
    def for_browsers(self) -> str:
        """The same without what the server alone says, so that phones wait for less."""
        return self._joined(SAID_BY_THE_SERVER | OF_ONE_PAGE)

    def of_page(self, page: str) -> str | None:
        """What one page says beside that, if there is such a page."""
        if page not in OF_ONE_PAGE:
            return None
        return (FOLDER / self.language / f"{page}.ftl").read_text(encoding="utf-8")

    def _joined(self, without: set[str]) -> str:
        files = sorted((FOLDER / self.language).glob("*.ftl"))
        kept = (file for file in files if file.stem not in without)
        return "\n".join(file.read_text(encoding="utf-8") for file in kept)

    @cached_property
    def version(self) -> str:
        """What changes whenever a word does, so that browsers may keep the catalogue till then."""
        return hashlib.sha256(self.source.encode()).hexdigest()[:12]

    @cached_property
    def _bundle(self) -> FluentBundle:
        return _parsed(self.language, self.source)

    def say(self, message_id: str, **facts: Any) -> str:
        """Return a message; raises `KeyError` for one that the catalogue lacks."""
        pattern = self._bundle.get_message(message_id).value
        if pattern is None:
            raise KeyError(message_id)
        held = _held(facts)
        text, errors = self._bundle.format_pattern(pattern, {**facts, **_marks(held)})
        if errors:
            raise KeyError(f"{message_id}: {errors}")
        if not held:
            return str(text)
        by_mark = {_mark(at): str(fact) for at, fact in enumerate(held.values())}
        return _PRIVATE_USE.sub(lambda mark: by_mark.get(mark[0], mark[0]), str(text))

    def sentence(self, refusal: Refusal) -> str:
        """Return what a refusal says to the person who was refused.

        What it names may be what they sent: of something very long, the beginning will do.
        """
        facts = {name: _short(fact) for name, fact in refusal.facts.items()}
        return self.say(f"refusal-{refusal.code}", **facts)


@lru_cache(maxsize=4)
def _parsed(language: str, source: str) -> FluentBundle:
    """Return a catalogue ready to be said; to read one takes a third of a second."""
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle


def _held(facts: dict[str, Any]) -> dict[str, str]:
    """Return the facts that are too long to be said by the library, or could be taken for marks."""
    return {
        name: fact
        for name, fact in facts.items()
        if isinstance(fact, str) and (len(fact) > _CHOSEN_BY or _PRIVATE_USE.search(fact))
    }


def _marks(held: dict[str, str]) -> dict[str, str]:
    return {name: _mark(at) for at, name in enumerate(held)}


def _mark(at: int) -> str:
    return chr(0xE000 + at)


def _short(fact: str | int) -> str | int:
    if isinstance(fact, int) or len(fact) <= LONGEST_FACT:
        return fact
    return f"{fact[:LONGEST_FACT]}…"


def languages() -> list[str]:
    """Return the languages there are catalogues for, the fallback first."""
    found = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
    return sorted(found, key=lambda language: language != FALLBACK)


def choose(accepted: str, available: list[str]) -> str:
    """Return the first available language of an Accept-Language header, or the fallback."""
    for part in accepted.split(","):
        wanted = part.split(";")[0].strip().lower().split("-")[0]
        if wanted in available:
            return wanted
    return FALLBACK
