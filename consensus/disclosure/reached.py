"""Finding how somebody is reached in what was typed: phone numbers, e-mails, postcodes, streets."""

import re

_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d+[a-zA-Z]?,? (?:[A-Z][\w'’-]+ ){1,2}"
    r"(?:Avenue|Close|Court|Crescent|Drive|Gardens|Grove|Hill|House|Lane|Place|Road|Row|Square"
    r"|Street|Terrace|Way)\b"
)

# What looks like a long number and is a day, a time or a span of years.
_DAYS = re.compile(
    r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b"
    r"|\b(?:19|20)\d{2}\s?[-/–]\s?(?:19|20)?\d{2}\b"
)
_DIGITS = re.compile(r"\+?\(?\d[\d\s()./-]*\d")

# Fewer digits than this are a count or a mark; a local number has six.
FEWEST_DIGITS = 6


def reaches(text: str) -> bool:
    """Say whether a text holds a number or an address under which somebody can be found."""
    return any(found(text) for found in (_EMAIL.search, _POSTCODE.search, _STREET.search, _number))


def _number(text: str) -> bool:
    runs = _DIGITS.findall(_DAYS.sub(" ; ", text))
    return any(sum(map(str.isdigit, run)) >= FEWEST_DIGITS for run in runs)
