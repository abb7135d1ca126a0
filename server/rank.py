"""`commonground rank FILE`: what a file of rankings says, without a room."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any, get_args

import msgspec

from consensus.ranking import (
    LIVE,
    THOROUGH,
    BallotError,
    Combined,
    Profile,
    chance_range,
    combine,
    compare_rules,
    contention,
    count_pairs,
    pair_agreement,
    robustness,
)
from consensus.ranking.agreement import ChanceRange, Contention
from consensus.ranking.files import FileKind, read, write
from consensus.ranking.profile import NotRanked
from consensus.ranking.robustness import Change, Robustness
from consensus.ranking.rules import Comparison, Verdict


class Report(msgspec.Struct, frozen=True):
    """Every figure about one file of rankings; what needs two items or more may be absent."""

    people: int
    answered: int
    combined: Combined
    agreement: float | None
    by_chance: ChanceRange | None
    contention: Contention | None
    rules: Comparison | None
    robustness: Robustness | None


def rank(options: Namespace) -> int:
    """Print what a file of rankings says; return the command's exit status."""
    try:
        profile = _profile(options.file, options.not_ranked)
        if options.to:
            print(write(profile, options.to), end="")
            return 0
        said = report(profile, options.top, options.thorough)
    except BallotError as error:
        print(f"{options.file}: {error} ({error.fault})", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file} cannot be read: {error}", file=sys.stderr)
        return 1
    print(msgspec.json.format(_json(said)).decode() if options.json else in_words(said))
    return 0


def report(profile: Profile, top: int, thorough: bool = False) -> Report:
    """Work out every figure about a file of rankings.

    `top`: how many first places to ask about, at most all but one. Raises BallotError when nobody
    has put any item before another.
    """
    pairs = count_pairs(profile)
    best = combine(pairs, THOROUGH if thorough else LIVE)
    top = min(top, len(profile.items) - 1)
    return Report(
        people=len(profile.people),
        answered=len(profile.answered),
        combined=best,
        agreement=pair_agreement(pairs),
        by_chance=chance_range(profile),
        contention=contention(pairs, len(profile.answered)),
        rules=compare_rules(profile, best, top) if top else None,
        robustness=robustness(profile, top) if top else None,
    )


def in_words(said: Report) -> str:
    """Say the figures in plain lines."""
    lines = [
        f"{len(said.combined.order)} items, {said.answered} of {said.people} people answered",
        "",
        _how_good(said.combined),
        *_order(said.combined),
        "",
        _agreement(said),
    ]
    if said.rules and said.robustness:
        lines += _would_it_hold(said.rules, said.robustness)
    return "\n".join(lines)


def _would_it_hold(rules: Comparison, hold: Robustness) -> list[str]:
    parts = {
        "the first": hold.first,
        f"which {rules.top} come first": hold.top,
        "the last": hold.last,
        "the order": hold.order,
    }
    return [
        f"Five ways of counting, the first {rules.top}: {_rules(rules.leading)}",
        "People whose change of mind alters",
        *(f"  {what}: {_minds(change)}" for what, change in parts.items()),
    ]


def _profile(file: Path, not_ranked: NotRanked) -> Profile:
    kind: Any = file.suffix.lower().lstrip(".")
    if kind not in get_args(FileKind):
        raise OSError(f"its name must end in one of {', '.join(get_args(FileKind))}")
    return read(file.read_text(encoding="utf-8"), kind, not_ranked)


def _how_good(best: Combined) -> str:
    proof = "the least there is" if best.proven else f"at most {best.gap} more than the least"
    count = "more best orders than could be counted" if best.count is None else _best(best.count)
    return f"The combined order overrules {best.cost} voices over all pairs, {proof}; {count}:"


def _best(count: int) -> str:
    return "the only best order" if count == 1 else f"one of {count} best orders"


def _order(best: Combined) -> list[str]:
    lines, place = [], 1
    for band in best.bands:
        last = place + len(band) - 1
        lines.append(f"  {place if place == last else f'{place}-{last}':>5}  {' = '.join(band)}")
        place = last + 1
    return lines


def _agreement(said: Report) -> str:
    if said.agreement is None:
        return "Too few people answered to speak of agreement"
    line = f"Two people put two items the same way round {said.agreement:.0%} of the time"
    if said.by_chance is None:
        return f"{line}; chance is 50%"
    return f"{line}; chance among so many is {said.by_chance.low:.0%} to {said.by_chance.high:.0%}"


def _rules(verdict: Verdict) -> str:
    if verdict.agree is None:
        return "not decided"
    return "they agree" if verdict.agree else f"it depends, {', '.join(verdict.in_question)}"


def _minds(change: Change) -> str:
    if change.at_least == 0:
        return "none, best orders differ in it already" if change.exact else "not decided"
    if change.exact:
        return str(change.at_least)
    return f"at least {change.at_least}, {change.at_most or 'how many is not known'}"


def _json(said: Report) -> bytes:
    return msgspec.json.encode(said, enc_hook=str)
