"""Programs that measure: `bench/ranking.py`, `bench/tap_to_screen.py`, `python -m bench live`."""
