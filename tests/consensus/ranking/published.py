"""Rankings that real groups made, where they lie beside this checkout.

They may not be copied into the project. In a plain clone there are none, and whoever uses these
holds the same laws against generated groups as well: nothing is skipped.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from consensus.ranking.profile import NotRanked, Profile

FOLDER = Path(__file__).parents[3] / "../shared/data/rankings"


class Published(NamedTuple):
    """One data set: a ballot for each person."""

    name: str
    profile: Profile

    @property
    def whole(self) -> bool:
        """Everybody ordered everything, without ties."""
        return self.profile.strict


def published(not_ranked: NotRanked = "no_view") -> Iterator[Published]:
    """Yield every data set, by name."""
    for path in sorted(FOLDER.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        orders = [
            [[data["items"][at] for at in group] for group in ballot["order"]]
            for ballot in data["ballots"]
            for _ in range(ballot["count"])
        ]
        yield Published(data["id"], Profile.of(data["items"], orders, not_ranked=not_ranked))
