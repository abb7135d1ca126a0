"""PDF and Word: what makes them comes with the first file."""

import subprocess
import sys

LARGE = ("docx", "fontTools", "icalendar", "typst")


def test_a_server_starts_without_what_makes_files() -> None:
    asks = f"import sys, server.serve; print([name for name in {LARGE} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
