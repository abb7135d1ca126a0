"""A disclosure copy: as a document to be read, and as a sealed file that still verifies."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from consensus.disclosure.withholding import GROUNDS
from consensus.record.labels import Label, LineId, Readers
from consensus.roomwide.disclosures import Copy
from server.disclosure.pieces import piece_id
from server.exports.document import Changed, Document, Part, Written
from server.proof.form import Fact, Head, Heading, Line
from server.proof.keys import SiteKey
from server.proof.leaves import with_headings
from server.proof.seal import Kept, Why, copy, mark
from server.words import Words


def left_out(kept: Kept, made: Copy) -> dict[int, Why]:
    """Return what a copy leaves out, by number: each on its ground, and what stands there instead.

    A heading goes with its lines where none of them is left, and what was erased here is in no
    copy any more.
    """
    by_number = dict(kept.gone)
    for number, entry in enumerate(kept.entries):
        name = piece_id(number, entry.says) if entry else ""
        if entry and name in made.withheld:
            by_number[number] = Why(made.withheld[name], made.summaries.get(name, ""))
    said = [entry.says if entry else None for entry in kept.entries]
    with_theirs = with_headings(said, by_number).items()
    return {number: by_number.get(number, Why(why.ground)) for number, why in with_theirs}


def sealed_file(kept: Kept, made: Copy, words: Words, key: SiteKey) -> bytes:
    """Return a copy as a file that anybody can check; the same each time."""
    out = left_out(kept, made)
    sentences = {why.ground: ground_in_words(why.ground, words) for why in out.values()}
    return copy(kept, out, sentences, made.at, key)


def disclosed(kept: Kept, made: Copy, words: Words) -> Document:
    """Return a copy as a document, which ends with what was withheld, and why."""
    out = left_out(kept, made)
    document = Document(
        language=words.language,
        title=words.say("disclosure-title-withheld"),
        state=words.say("disclosure-state", edition=made.edition),
        facts=(),
        parts=(),
        fingerprint=mark(kept.seal),
        copy_for=words.say("disclosure-copy-for", reference=made.reference),
    )
    parts = _Parts(words)
    for number, entry in enumerate(kept.entries):
        why = out.get(number)
        says = entry.says if entry else None
        match says:
            case Head() if why is None:
                document = replace(document, title=says.title)
            case Fact() if why is None:
                document = replace(document, facts=(*document.facts, (says.name, says.says)))
            case Head():
                pass
            case Fact(name=name) if why:
                document = replace(document, facts=(*document.facts, (name, _said(why, words))))
            case Heading():
                parts.open(says, withheld=why is not None)
            case Line() if why is None:
                parts.add(_line(says))
            case _ if why:
                parts.leave_out(f"withheld.{number}", _said(why, words))
            case _:
                raise AssertionError("what is not there is withheld")
    return replace(document, parts=(*parts.put_together(), *_account(made, words)))


class _Parts:
    """Sections as they are put together, from the first entry to the last."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._parts: list[tuple[Part, list[Written]]] = []

    def put_together(self) -> Iterator[Part]:
        """Yield the sections with their lines."""
        return (replace(part, lines=tuple(lines)) for part, lines in self._parts)

    def open(self, says: Heading, *, withheld: bool) -> None:
        """Begin a section. One whose heading is withheld has a neutral one, and no columns."""
        heading, columns, empty = says.heading, says.columns, says.empty
        if withheld:
            heading, columns, empty = self._neutral(), (), ""
        self._parts.append((Part(says.id, says.level, heading, columns, (), empty), []))

    def _neutral(self) -> str:
        return self._words.say("disclosure-heading", number=len(self._parts) + 1)

    def add(self, line: Written) -> None:
        """Add a line to the section that was begun last."""
        self._parts[-1][1].append(line)

    def leave_out(self, name: LineId, says: str) -> None:
        """Add what stands in the place of a line, or of what was erased before any heading."""
        if not self._parts:
            self._parts.append((Part("head", 2, self._neutral(), (), (), ""), []))
        cells = (says, *[""] * max(0, len(self._parts[-1][0].columns) - 1))
        self.add(Written(name, "fact", "all", cells, aside=True))


def _line(says: Line) -> Written:
    return Written(
        id=says.id,
        label=msgspec.convert(says.label, Label),
        readers=msgspec.convert(says.readers, Readers),
        cells=says.cells,
        changed=tuple(Changed(each.by, each.day, each.was) for each in says.changes),
    )


def _said(why: Why, words: Words) -> str:
    """Return what stands in the place of something that is withheld."""
    says = words.say("disclosure-withheld", ground=ground_in_words(why.ground, words))
    if not why.instead:
        return says
    return f"{says} {words.say('disclosure-in-short', summary=why.instead)}"


def ground_in_words(ground: str, words: Words) -> str:
    """Return what a ground says where somebody is told it."""
    return words.say("disclosure-ground", ground=ground)


def _account(made: Copy, words: Words) -> Iterator[Part]:
    """Yield the last sections: how many lines were withheld on each ground, and what to do."""
    counts = Counter(made.withheld.values())
    rows = [(ground_in_words(each, words), str(counts[each])) for each in GROUNDS if counts[each]]
    yield Part(
        id="withheld",
        level=2,
        heading=words.say("disclosure-withheld-head"),
        columns=(words.say("disclosure-why"), words.say("disclosure-how-many")),
        lines=tuple(_aside("withheld", number, row) for number, row in enumerate(rows)),
        empty=words.say("disclosure-nothing-withheld"),
    )
    told = [
        words.say("disclosure-given", given=made.given, withheld=len(made.withheld)),
        *([words.say("disclosure-has-summaries")] if made.summaries else []),
        words.say("disclosure-review"),
        words.say("disclosure-regulator"),
        words.say("disclosure-check"),
    ]
    yield Part(
        id="review",
        level=2,
        heading=words.say("disclosure-review-head"),
        columns=(),
        lines=tuple(_aside("review", number, (says,)) for number, says in enumerate(told)),
        empty="",
    )


def _aside(section: str, number: int, cells: tuple[str, ...]) -> Written:
    return Written(f"{section}.{number}", "fact", "all", cells, aside=True)
