"""What all can hold: the items, and their order, that leave the least satisfied best off."""

from consensus.ranking.hold.offers import Best, Held, Offer, Regret, hold_together, regret

__all__ = ["Best", "Held", "Offer", "Regret", "hold_together", "regret"]
