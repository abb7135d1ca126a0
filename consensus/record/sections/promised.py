"""Promises: who does what by when, what came of the earlier ones, and how it is shared out."""

from collections.abc import Iterator

from msgspec.structs import replace

from consensus.answers.promises import AgencyLoad, Owner, Promise
from consensus.answers.promises import load as shared_out
from consensus.record.lines import Fact, Line, LineId, Say, Section
from consensus.record.sections.steps import some, unsaid
from consensus.record.telling import Telling, called, columns, day, ids, listed
from consensus.steps import commit

_COLUMNS = ("what", "owners", "by-when", "how-known", "review", "takes", "accepted")
_CARRIED = ("what", "owners", "was-due", "came-of-it", "words")


def sections(told: Telling) -> Iterator[Section]:
    """Yield the promises of all steps together, what came of earlier ones, and people's own."""
    steps = [step for step in told.found.steps if step.kind == "commit"]
    held = [(step.id, step.said) for step in steps if isinstance(step.said, commit.Minutes)]
    made = [(id, promise) for id, said in held for promise in said.promises]
    carried = [(id, promise) for id, said in held for promise in said.carried]
    personal = [(id, promise) for id, said in held for promise in said.personal]
    rows = tuple(_row(told, id, promise) for id, promise in made)
    none = Say("record-no-promises") if held else Say("record-not-discussed")
    yield Section("promises", Say("record-promises"), rows, columns(_COLUMNS), empty=none)
    more = (line for id, promise in made for line in _more(told, id, promise))
    changes = (line for id, said in held for line in _changes(told, id, said))
    lines = (*more, *changes)
    yield from some("promises.more", Say("record-promises-more"), lines)
    ended = [each for each in made if each[1].stage != "open"]
    yield Section(
        "promises.carried",
        Say("record-promises-carried"),
        tuple(_ended(told, id, promise) for id, promise in (*carried, *ended)),
        columns(_CARRIED),
        level=3,
        empty=_none_carried(told),
    )
    own = tuple(_own(told, id, promise) for id, promise in personal)
    yield from some("promises.own", Say("record-promises-own"), own)
    load = _load(told, shared_out(promise for _, promise in (*carried, *made)))
    yield from some("promises.load", Say("record-promises-load"), tuple(load))
    yield from (unsaid(told, step) for step in steps if step.said is None)


def _none_carried(told: Telling) -> Say:
    open_still = told.found.carried is not None and told.found.carried.promises
    return Say("record-carried-not-asked") if open_still else Say("record-none-carried")


def _row(told: Telling, step: str, promise: Promise) -> Line:
    terms = promise.terms
    parts = {"time": terms.time, "cost": terms.cost, "cover": terms.cover}
    takes = [Say("record-takes", {"part": p, "words": w}) for p, w in parts.items() if w]
    return told.line(
        _id(step, promise),
        "decision",
        terms.what,
        _owners(promise.owners),
        day(terms.by),
        terms.how,
        day(terms.review),
        listed(takes) if takes else "",
        _answers(promise.owners),
        about=_members(promise),
    )


def _id(step: str, promise: Promise) -> LineId:
    return f"{step}.promise.{promise.id}"


def _owners(owners: tuple[Owner, ...]) -> Say:
    return listed(called(owner.name, owner.agency) for owner in owners)


def _answers(owners: tuple[Owner, ...]) -> Say:
    """Return who said yes, who said no, and who was only asked."""
    if len(owners) == 1:
        return Say("record-accepted", {"answer": owners[0].answer})
    return listed(
        Say(
            "record-accepted-by",
            {"answer": owner.answer, "who": called(owner.name, owner.agency)},
        )
        for owner in owners
    )


def _members(promise: Promise) -> list[str]:
    return [*(owner.member for owner in promise.owners if owner.member), promise.entered_by]


def _more(told: Telling, step: str, promise: Promise) -> Iterator[Line]:
    """Yield what has no column: a small test of change, the option, and that the family hears."""
    terms, id, about = promise.terms, _id(step, promise), _members(promise)
    for part, words in (("think", terms.think), ("trial", terms.trial), ("look", terms.look)):
        if words:
            said = Say("record-test", {"part": part, "what": terms.what, "words": words})
            yield told.line(f"{id}.{part}", "decision", said, about=about)
    if told.words(terms.option):
        option = {"what": terms.what, "option": told.words(terms.option)}
        yield told.line(f"{id}.option", "fact", Say("record-belongs-to", option), about=about)
    if terms.tells_family:
        heard = Say("record-tells-family", {"what": terms.what})
        yield told.line(f"{id}.family", "decision", heard, about=about)


def _changes(told: Telling, step: str, said: commit.Minutes) -> Iterator[Line]:
    """Yield what became of promises that somebody had said yes to: other words, or none."""
    for promise in (*said.promises, *said.carried):
        terms = said.before.get(promise.id)
        if terms is not None:
            facts = _facts(replace(promise, terms=terms))
            was = Say("record-promise-was", {**facts, "now": promise.terms.what})
            about = _members(promise)
            yield told.line(
                f"{_id(step, promise)}.was", "fact", was, readers="professionals", about=about
            )
    for promise in said.withdrawn:
        gone = Say("record-promise-withdrawn", _facts(promise))
        about = _members(promise)
        yield told.line(
            f"{_id(step, promise)}.gone", "fact", gone, readers="professionals", about=about
        )


def _facts(promise: Promise) -> dict[str, Fact]:
    by, who = promise.terms.by, _owners(promise.owners)
    dated = "yes" if by else "no"
    return {"what": promise.terms.what, "who": who, "by": day(by), "dated": dated}


def _ended(told: Telling, step: str, promise: Promise) -> Line:
    return told.line(
        f"{_id(step, promise)}.came",
        "fact",
        promise.terms.what,
        _owners(promise.owners),
        day(promise.terms.by),
        Say("record-stage", {"stage": promise.stage}),
        promise.result,
        about=_members(promise),
    )


def _own(told: Telling, step: str, promise: Promise) -> Line:
    by = promise.terms.by
    facts = {"who": told.who(promise.entered_by), "what": promise.terms.what, "by": day(by)}
    said = Say("record-own-promise", {**facts, "dated": "yes" if by else "no"})
    return told.line(_id(step, promise), "decision", said, whose=promise.entered_by)


def _load(told: Telling, found: tuple[AgencyLoad, ...]) -> Iterator[Line]:
    names = ids("promises.load", (each.agency for each in found))
    for each in found:
        heavy = "yes" if each.heavy else "no"
        facts: dict[str, Fact] = {"agency": each.agency, "count": each.promises, "heavy": heavy}
        yield told.fact(names[each.agency], "record-load", facts)
