"""A map of who orders things alike, which draws camps only where tests support them."""

from consensus.ranking.landscape.camps import Camps, NoCamps, find_camps
from consensus.ranking.landscape.picture import Landscape, landscape

__all__ = ["Camps", "Landscape", "NoCamps", "find_camps", "landscape"]
