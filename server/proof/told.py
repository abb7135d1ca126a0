"""What a verdict says to a person, and what the record says, for a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from server.proof.form import Entry, Fact, File, Head, Heading, Line, Says
from server.proof.keys import fingerprint
from server.proof.seal import mark
from server.proof.verify import Finding, Verdict
from server.words import Words


def told(verdict: Verdict, words: Words) -> Iterator[str]:
    """Yield a verdict in plain sentences, the most important first."""
    withheld = len(verdict.file.copy.statement.withheld) if verdict.file else 0
    match verdict.status:
        case 0 if withheld:
            yield words.say("verify-partly", count=withheld)
        case 0:
            yield words.say("verify-whole")
        case 1:
            yield words.say("verify-not-genuine")
        case 2:
            yield words.say("verify-not-readable")
    for finding in verdict.findings:
        yield harm(finding, words)
    if verdict.file is not None and verdict.status == 0:
        yield from _genuine(verdict.file, words)
        for by in verdict.confirmed:
            yield words.say(f"verify-confirmed-{by}")
        if not verdict.confirmed:
            yield words.say("verify-unconfirmed")


def harm(finding: Finding, words: Words) -> str:
    """Return what is wrong in one sentence."""
    numbers = ", ".join(map(str, finding.entries))
    more = "…" if finding.count > len(finding.entries) > 0 else ""
    return words.say(f"verify-harm-{finding.code}", count=finding.count, entries=numbers + more)


def _genuine(file: File, words: Words) -> Iterator[str]:
    statement, copying = file.seal.statement, file.copy.statement
    yield words.say(
        "verify-edition",
        edition=statement.edition,
        count=statement.entries,
        when=_moment(statement.at, words),
    )
    yield words.say("verify-copied", when=_moment(copying.made, words))
    yield f"{words.say('verify-mark')}: {mark(file.seal)}"
    yield f"{words.say('verify-key')}: {fingerprint(bytes.fromhex(statement.key))}"
    counted = Counter(each.ground for each in copying.withheld)
    for ground, why in copying.grounds:
        if counted[ground]:
            yield words.say("verify-because", count=counted[ground], why=plain(why))


def shown(file: File, words: Words) -> Iterator[str]:
    """Yield a record's entries as lines of text; the withheld ones as such."""
    copying = file.copy.statement
    grounds = dict(copying.grounds)
    missing = {each.entry: each for each in copying.withheld}
    for number, entry in enumerate(file.entries):
        if entry is not None:
            yield from map(plain, _said(entry.says, words))
            if isinstance(entry.says, Heading) and _is_empty(file.entries, number, entry.says):
                yield plain(entry.says.empty)
        elif number in missing:
            why = grounds.get(missing[number].ground, "")
            instead = missing[number].instead
            yield plain(f"  [{words.say('verify-withheld')}: {why}] {instead}".rstrip())


def _is_empty(entries: Sequence[Entry], number: int, heading: Heading) -> bool:
    """Say whether nothing stands below a heading, not even a heading of a part of its section."""
    if number + 1 == len(entries):
        return True
    below = entries[number + 1]
    return (
        below is not None and isinstance(below.says, Heading) and below.says.level <= heading.level
    )


def _said(says: Says, words: Words) -> Iterator[str]:
    match says:
        case Head(title=title, state=state):
            yield from (title, state)
        case Fact(name=name, says=value):
            yield f"{name}: {value}"
        case Heading(heading=heading, level=level, columns=columns):
            yield ""
            yield f"{'#' * min(level, 6)} {heading}"
            yield from [" · ".join(columns)] if columns else []
        case Line(cells=cells, changes=changes):
            yield f"- {' · '.join(cells)}"
            for change in changes:
                yield f"    {words.say('verify-changed', by=change.by, day=change.day)}"
                yield f"    {' · '.join(change.was)}"


def plain(text: str) -> str:
    """Return a text that moves no cursor and changes no colour, whoever wrote it."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _moment(ms: int, words: Words) -> str:
    try:
        at = datetime.fromtimestamp(ms / 1000).astimezone()
    except (ValueError, OverflowError, OSError):
        return str(ms)  # no time that a calendar has
    day = words.say("date-long", day=at.day, month=at.month, year=str(at.year))
    return words.say("record-at", day=day, time=f"{at:%H:%M}")
