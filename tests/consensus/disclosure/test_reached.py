"""Numbers and addresses under which somebody can be found are seen; days and counts are not."""

import pytest

from consensus.disclosure.reached import reaches


@pytest.mark.parametrize(
    "text",
    [
        "Ring 01603 000000",
        "07700900123",
        "+44 (0)7700 900-123",
        "call 000 000 after five",
        "ana.b+work@example.org",
        "She lives at NR1 3XX",
        "at 12 Old Mill Lane",
        "NHS 943 476 5919",
    ],
)
def test_how_somebody_is_reached_is_seen(text: str) -> None:
    assert reaches(text)


@pytest.mark.parametrize(
    "text",
    [
        "On 2026-11-22 at 14:05",
        "01/12/2026 14.30",
        "from 2024-2026 and 2025/26",
        "7 of 10, 999 and 111",
        "12 people came a long way",
        "meet @ school",
        "",
    ],
)
def test_days_times_and_counts_are_not(text: str) -> None:
    assert not reaches(text)
