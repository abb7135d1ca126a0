"""The colours keep their contrast, in light and in dark, and the two dark blocks stay the same."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "client" / "styles"
TOKENS = (STYLES / "tokens.css").read_text()

TEXT_ON_GROUNDS = ["ink", "soft", "primary", "worry", "dont-know", "private", "risk", "done"]
TINTED = ["primary", "worry", "dont-know", "private", "risk", "done"]
GROUNDS = ["paper", "surface", "sunken"]


def colours(selector: str) -> dict[str, str]:
    """The hex colours of the first block with this selector."""
    block = TOKENS.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


LIGHT = colours(":root")
DARK = colours(':root[data-theme="dark"]')
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_text_reads_on_every_ground(theme: dict[str, str]) -> None:
    for text in TEXT_ON_GROUNDS:
        for ground in GROUNDS:
            assert contrast(theme[text], theme[ground]) >= 4.5, (text, ground)


@THEMES
def test_text_reads_on_its_own_tint(theme: dict[str, str]) -> None:
    for name in TINTED:
        assert contrast(theme[name], theme[f"{name}-tint"]) >= 4.5, name
        assert contrast(theme["ink"], theme[f"{name}-tint"]) >= 4.5, name


@THEMES
def test_words_on_filled_buttons_read(theme: dict[str, str]) -> None:
    for fill in ("primary", "risk"):
        for shade in (fill, f"{fill}-deep"):
            assert contrast(theme[f"on-{fill}"], theme[shade]) >= 4.5, shade


@THEMES
def test_borders_and_series_show(theme: dict[str, str]) -> None:
    for name in ("line", *(f"series-{number}" for number in range(1, 6))):
        for ground in ("paper", "surface"):
            assert contrast(theme[name], theme[ground]) >= 3, (name, ground)


@THEMES
def test_the_focus_ring_shows_beside_its_gap(theme: dict[str, str]) -> None:
    assert contrast(theme["focus"], theme["focus-gap"]) >= 3
    assert contrast(theme["focus"], theme["paper"]) >= 3


def test_dark_by_choice_is_dark_by_the_machine() -> None:
    assert colours(':root:not([data-theme="light"])') == DARK


def test_every_token_that_is_used_exists() -> None:
    sheets = "".join(sheet.read_text() for sheet in STYLES.glob("*.css"))
    used = set(re.findall(r"var\((--[\w-]+)", sheets))
    made = set(re.findall(r"(--[\w-]+):", sheets))
    assert used <= made


def test_styles_name_no_other_host() -> None:
    for sheet in STYLES.glob("*.css"):
        assert "//" not in re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S), sheet.name
