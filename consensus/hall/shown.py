"""What of the floor a hall's wall shows now, and so everybody in the hall may see."""

from consensus.hall.hall import Shown, What

# The keys of records, or how they begin where they end in "/".
_ASKED: dict[What, tuple[str, ...]] = {
    "seats": (),
    "cards": ("progress/",),
    "fives": ("found/", "statement/", "results"),
    "distances": ("pass", "distances"),
    "splits": ("pass", "splits", "statement/"),
    "journey": ("pass", "journeys"),
    "orders": ("pass", "orders", "statement/"),
    "alike": ("alike", "statement/"),
    "mirror": ("mirror",),
    "table": ("statement/",),
    "nothing": (),
}


def is_shown(shown: Shown, key: str) -> bool:
    """Say whether a record of the floor is for everybody now; trainers see all of them."""
    if shown.table is not None and key == f"found/{shown.table}":
        return True
    return any(
        key.startswith(asked) if asked.endswith("/") else key == asked
        for asked in _ASKED[shown.what]
    )
