"""Text that people type: made safe to show, never changed in meaning."""

import re
import unicodedata

from consensus.refusal import Code, Refusal

NAME_LENGTH = 60
TITLE_LENGTH = 120
NOTE_LENGTH = 600
STATEMENT_LENGTH = 240

# Format characters (Cf) hide or reorder text: right-to-left overrides, zero-width spaces, byte
# order marks. Two of them are kept because scripts and emoji are spelt with them.
_JOINERS = {"\u200c", "\u200d"}
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def one_line(text: str) -> str:
    """Return `text` in composed form on one line, without hidden characters or outer spaces."""
    spaced = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))
    kept = "".join(c for c in spaced if c in _JOINERS or unicodedata.category(c) not in _HIDDEN)
    line = re.sub(r" +", " ", kept).strip(" \u200c\u200d")
    return line if any(unicodedata.category(c)[0] in "LNPS" for c in line) else ""


def required(text: str, most: int, empty: Code, too_long: Code) -> str:
    """Return `text` cleaned; refuse it when nothing is left or over `most` characters are."""
    line = one_line(text)
    if not line:
        raise Refusal(empty)
    if len(line) > most:
        raise Refusal(too_long, most=most, length=len(line))
    return line


def optional(text: str, most: int = NOTE_LENGTH) -> str:
    """Return `text` cleaned, which may be empty; refuse it over `most` characters."""
    return required(text, most, Code.TEXT_EMPTY, Code.TEXT_TOO_LONG) if one_line(text) else ""
