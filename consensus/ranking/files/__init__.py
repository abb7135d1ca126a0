"""Rankings as files: text in, `Profile` out, and back. Opening and saving is the caller's."""

from typing import Literal

from consensus.ranking.files import csv_table, json_list, preflib
from consensus.ranking.profile import NotRanked, Profile

# As the extension of a file's name says it, without the dot.
FileKind = Literal["soc", "soi", "toc", "toi", "csv", "json"]


def read(text: str, kind: FileKind, not_ranked: NotRanked = "no_view") -> Profile:
    """Read everyone's ballots from the text of a file of this kind.

    `not_ranked`: what leaving an item out means, as `Profile` says it. See the module of each kind
    for its form. Raises BallotError, with the line where there is one, when the text is not of that
    form; nothing is guessed and nothing left out.
    """
    if kind == "csv":
        return csv_table.read(text, not_ranked)
    if kind == "json":
        return json_list.read(text, not_ranked)
    return preflib.read(text, kind, not_ranked)


def write(profile: Profile, kind: FileKind) -> str:
    """Write everyone's ballots as the text of a file of this kind.

    CSV and JSON keep people and weights; PrefLib counts equal orders. Raises BallotError when the
    ballots do not fit the kind.
    """
    if kind == "csv":
        return csv_table.write(profile)
    if kind == "json":
        return json_list.write(profile)
    return preflib.write(profile, kind)
