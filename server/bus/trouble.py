"""Saying why something does not work: once for each reason, however often it is tried."""

import logging


class Trouble:
    """What is wrong with a thing, as far as has been written."""

    def __init__(self, logger: logging.Logger, thing: str) -> None:
        self._logger = logger
        self._thing = thing
        self._reason = ""

    def is_(self, reason: str) -> None:
        """Write the reason, unless that was done already. It may hold codes, but no data."""
        if reason != self._reason:
            self._reason = reason
            self._logger.warning("%s: %s", self._thing, reason)

    def is_over(self) -> None:
        """Know that it works again."""
        self._reason = ""
