"""What changed between two passes: who moved, what moved, how far, toward what, and is it stable.

Closer together is not more right: people also follow one another (Lorenz, Rauhut, Schweitzer and
Helbing, 2011). Nothing here says which pass is the better one.
"""

from consensus.ranking.convergence.change import AgreementChange, agreement_change
from consensus.ranking.convergence.movement import Movement, moved
from consensus.ranking.convergence.stability import Stability, flipped_pairs, stability
from consensus.ranking.convergence.toward import Toward, moved_toward

__all__ = [
    "AgreementChange",
    "Movement",
    "Stability",
    "Toward",
    "agreement_change",
    "flipped_pairs",
    "moved",
    "moved_toward",
    "stability",
]
