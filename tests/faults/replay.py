"""Plays the frames that a client got, by the wire's rule alone: put, drop, and notice a gap."""

from hashlib import blake2b

import msgspec
from msgspec import Struct

from server.wire import Changes


class Replay:
    """What a client has been shown so far.

    `everyone` is what all are shown; `records` is that and what only chairs or this one member
    see. `fingerprint` is equal for two clients exactly when their `everyone` is.
    """

    def __init__(self) -> None:
        self.position = 0
        self.everyone: dict[str, Struct] = {}
        self.records: dict[str, Struct] = {}
        self.fingerprint = 0

    def apply(self, changes: Changes) -> set[str]:
        """Take in a frame that follows on what is known; return the keys that it touched."""
        touched: set[str] = set()
        if changes.fresh:
            touched |= self.records.keys()
            self.__init__()  # type: ignore[misc]  # it forgets everything, and starts anew
        for key in changes.everyone.drop:
            self._drop_for_everyone(key)
        for key, record in changes.everyone.put.items():
            self._drop_for_everyone(key)
            self.everyone[key] = record
            self.fingerprint ^= _print(key, record)
        for patch in (changes.everyone, changes.chairs, changes.mine):
            touched |= patch.put.keys() | set(patch.drop)
            self.records.update(patch.put)
            for key in patch.drop:
                self.records.pop(key, None)
        self.position = changes.end
        return touched

    def _drop_for_everyone(self, key: str) -> None:
        known = self.everyone.pop(key, None)
        if known is not None:
            self.fingerprint ^= _print(key, known)


def _print(key: str, record: Struct) -> int:
    data = key.encode() + b"\0" + msgspec.json.encode(record, order="deterministic")
    return int.from_bytes(blake2b(data, digest_size=16).digest(), "big")
