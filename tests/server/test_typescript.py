"""The browser's types are the server's types."""

from server import typescript


def test_wire_ts_is_not_stale() -> None:
    """Write it again with `python -m server.typescript` when this fails."""
    assert typescript.TARGET.read_text(encoding="utf-8") == typescript.render()
