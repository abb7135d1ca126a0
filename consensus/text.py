"""Text that people type: made safe to show, never changed in meaning."""

import re
import unicodedata

from consensus.refusal import Code, Refusal

NAME_LENGTH = 60
TITLE_LENGTH = 120
NOTE_LENGTH = 600
STATEMENT_LENGTH = 240
ID_LENGTH = 40

# Format characters (Cf) hide or reorder text: right-to-left overrides, zero-width spaces, byte
# order marks. Two of them are kept because scripts and emoji are spelt with them.
_JOINERS = {"\u200c", "\u200d"}
_HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}

# The flags of Wales, Scotland and England: a black flag, hidden letters and a hidden end.
_FLAGS = re.compile("(\U0001f3f4[\U000e0061-\U000e007a]{2,6}\U000e007f)")

# Letters and symbols that are drawn as nothing; a name of these alone would be an empty line.
_BLANK = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0"}


def one_line(text: str) -> str:
    """Return `text` in composed form on one line, without hidden characters or outer spaces."""
    parts = _FLAGS.split(re.sub(r"\s+", " ", text))
    kept = "".join(part if at % 2 else _shown(part) for at, part in enumerate(parts))
    # Composed last, because a hidden character can stand between a letter and its accent.
    line = unicodedata.normalize("NFC", re.sub(r" +", " ", kept)).strip(" \u200c\u200d")
    return line if any(_has_ink(c) for c in line) else ""


def _shown(text: str) -> str:
    return "".join(c for c in text if c in _JOINERS or unicodedata.category(c) not in _HIDDEN)


def _has_ink(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS" and character not in _BLANK


def made_id(text: str) -> bool:
    """Say whether `text` can be the id of something that a browser made."""
    return text.isascii() and text.isalnum() and len(text) <= ID_LENGTH


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


def paragraphs(text: str, most: int) -> str:
    """Return `text` cleaned line by line; refuse it over `most` characters.

    Line breaks are kept, with one empty line between paragraphs at most; none outside the text.
    """
    lines = [one_line(line) for line in text.splitlines()]
    kept = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if len(kept) > most:
        raise Refusal(Code.TEXT_TOO_LONG, most=most, length=len(kept))
    return kept
