"""What a browser's websocket says, byte by byte."""


def upgrade(port: int, path: str, headers: dict[str, str]) -> bytes:
    """Return the request that turns a connection into a websocket."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *[f"{name}: {value}" for name, value in headers.items()],
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def text(message: bytes) -> bytes:
    """Return a text frame as browsers send it. The mask is one that changes nothing."""
    length = len(message)
    long = length.to_bytes(2, "big") if length > 125 else b""
    size = bytes([0x80 | (126 if long else length)]) + long
    return b"\x81" + size + bytes(4) + message
