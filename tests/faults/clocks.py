"""A wall clock that a test may set, for one process alone; how long things take stays true."""

from pathlib import Path

_LIBRARY = "libfaketime.so.1"


class Clock:
    """What makes a process believe in another time of day. `file` is where it looks it up."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.jump(0)

    @property
    def environment(self) -> dict[str, str]:
        """What the process has to be started with."""
        found = next(Path("/usr/lib").glob(f"*/faketime/{_LIBRARY}"), None)
        if found is None:
            raise RuntimeError("these tests need libfaketime: install the package called faketime")
        return {
            "LD_PRELOAD": str(found),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Its own mending of waits, for an old C library, would make each one last too long.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",
        }

    def jump(self, hours: int) -> None:
        """Set the clock so many hours off the true time."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{hours:+d}h\n")
        new.replace(self._file)  # at once, so that nobody reads half of it
