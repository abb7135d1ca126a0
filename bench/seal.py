"""How long it takes to seal the largest record, to give a copy of it, and to check one.

    python bench/seal.py [--people 1000]

The meeting is that of `bench/exports.py`. The figures are the middle of five times by the clock:
for the server's part in this process, and for the checking page in Chromium from a file, from the
moment the file is chosen until the verdict and the whole record are on the screen.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from shutil import which
from statistics import median
from typing import TypeVar

from playwright.async_api import async_playwright

from bench.exports import WORDS, meeting
from consensus.record.written import record
from server.exports.document import document
from server.proof.keys import SiteKey
from server.proof.seal import Place, copy, receipt, restore, seal, store
from server.proof.verify import Expected, verify
from server.services import STATIC

T = TypeVar("T")

RUNS = 5
KEY = SiteKey(bytes(32))
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


def timed(make: Callable[[], T]) -> tuple[T, float]:
    """Return what is made, and the middle time in ms that it took."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        made = make()
        times.append((time.perf_counter() - began) * 1_000)
    return made, median(times)


def rows(people: int) -> Iterator[str]:
    """Yield a row for each thing that is done."""
    found = meeting(people)
    names = {member.id: member.name for member in found.members.values()}
    written, took = timed(lambda: document(record(found), WORDS, names))
    yield row("saying the record in words", took)
    kept, took = timed(lambda: seal(written, Place("room", 1, 1), KEY))
    yield row(f"sealing {len(kept.entries)} entries", took)
    stored, took = timed(lambda: store(kept))
    yield row(f"writing it as it is kept ({len(stored) / 1e6:.1f} MB)", took)
    _, took = timed(lambda: restore(stored))
    yield row("reading that", took)
    file, took = timed(lambda: copy(kept, {}, {}, 1, KEY))
    yield row(f"giving a whole copy ({len(file) / 1e6:.1f} MB)", took)
    given = Expected(receipt(kept))
    verdict, took = timed(lambda: verify(file, given))
    assert verdict.confirmed == ("receipt",)
    yield row("checking it in Python", took)
    yield row("checking and showing it in Chromium", asyncio.run(in_a_browser(file)))


async def in_a_browser(file: bytes) -> float:
    """Return the middle time in ms from choosing a file to seeing all of it."""
    times = []
    with tempfile.NamedTemporaryFile(suffix=".cgrecord") as chosen:
        chosen.write(file)
        chosen.flush()
        async with async_playwright() as playwright:
            path = which("chromium") or which("google-chrome")
            browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
            for _ in range(RUNS):
                page = await browser.new_page()
                await page.goto((STATIC / "app" / "verify.html").as_uri())
                began = time.perf_counter()
                await page.locator("#record").set_input_files(chosen.name)
                await page.locator(".contents").wait_for()
                times.append((time.perf_counter() - began) * 1_000)
                await page.close()
            await browser.close()
    return median(times)


def row(what: str, took: float) -> str:
    """Return a row of the table."""
    return f"| {what} | {took:,.0f} |"


def main() -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000)
    people = parser.parse_args().people
    print("| what | ms |\n|---|--:|")
    for line in rows(people):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
