"""The other programs, as far as they are installed."""

from importlib.util import find_spec
from types import TracebackType
from typing import Self

from bench.ranking_parts.inputs import Inputs
from bench.ranking_parts.pref_voting import MOST_ITEMS, PrefVoting
from bench.ranking_parts.timing import Program

PACKAGES = ("scipy", "corankco", "pref_voting")

Programs = dict[str, Program]


class Rivals:
    """Programs by name to run on the same inputs; none where the package is missing."""

    def __init__(self, wanted: bool = True) -> None:
        self.missing = [name for name in PACKAGES if not wanted or find_spec(name) is None]
        self._pref_voting = None if "pref_voting" in self.missing else PrefVoting()

    def __enter__(self) -> Self:
        if self._pref_voting:
            self._pref_voting.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pref_voting:
            self._pref_voting.__exit__(kind, error, trace)

    def milp(self, inputs: Inputs, seconds: float | None = None) -> Programs:
        """SciPy's solver with the plain model, from pair counts."""
        if "scipy" in self.missing:
            return {}
        from bench.ranking_parts import milp

        return {"milp": milp.from_counts(inputs, seconds)}

    def milp_from_ballots(self, inputs: Inputs) -> Programs:
        """Do the same with our counting of pairs before it."""
        if "scipy" in self.missing:
            return {}
        from bench.ranking_parts import milp

        return {"count + milp": milp.from_ballots(inputs)}

    def corankco(self, inputs: Inputs) -> Programs:
        """Return corankco's exact algorithm."""
        if "corankco" in self.missing:
            return {}
        from bench.ranking_parts import corankco

        return {"corankco": corankco.from_ballots(inputs)}

    def winners(self, inputs: Inputs) -> Programs:
        """Return pref_voting's Kemeny rule, for as many items as it can bear."""
        if self._pref_voting is None or inputs.items > MOST_ITEMS:
            return {}
        return {"pref_voting": self._pref_voting.winners(inputs)}

    def margins(self, inputs: Inputs) -> Programs:
        """Return pref_voting's profile with its margins."""
        return {"pref_voting": self._pref_voting.margins(inputs)} if self._pref_voting else {}
