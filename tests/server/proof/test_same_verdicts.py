"""The command and the page come to the same verdict on every file."""

import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from random import Random

import msgspec
import pytest

from server.proof.seal import mark, receipt
from server.proof.verify import Expected, verify
from tests.server.proof import test_verify as cases
from tests.server.proof.samples import HARMS, KEY, kept, signed_anew

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"

Case = tuple[bytes, Expected]

REDACTED, SEALED, WHOLE = cases.REDACTED, cases.SEALED, cases.WHOLE


def by_the_page(asked: list[Case]) -> list[object]:
    lines = (
        msgspec.json.encode(
            {
                "data": b64encode(data).decode(),
                "receipt": b64encode(expected.receipt or b"").decode(),
                "mark": expected.mark,
                "key": expected.key,
            }
        )
        for data, expected in asked
    )
    told = subprocess.run(
        [NODE, HERE / "verdicts.mjs"], input=b"\n".join(lines), capture_output=True, check=True
    )
    return [msgspec.json.decode(line) for line in told.stdout.splitlines()]


def by_the_command(data: bytes, expected: Expected) -> object:
    verdict = verify(data, expected)
    found = {
        "status": verdict.status,
        "findings": verdict.findings,
        "confirmed": verdict.confirmed,
    }
    return msgspec.json.decode(msgspec.json.encode(found))


def compare(asked: list[Case]) -> None:
    told = by_the_page(asked)

    assert len(told) == len(asked)
    for (data, expected), found in zip(asked, told, strict=True):
        assert found == by_the_command(data, expected), data


def test_of_genuine_copies_whatever_was_given_before() -> None:
    given = [
        Expected(),
        Expected(receipt(SEALED), mark(SEALED.seal), KEY.fingerprint),
        Expected(receipt(kept(edition=2))),
        Expected(receipt(kept(room="room2"))),
        Expected(receipt(kept())),
        Expected(receipt(SEALED)[:-1]),
        Expected(receipt(SEALED).replace(b'"edition":1', b'"edition":2')),
        Expected(mark="nothing like it", key="nor this"),
    ]
    files = (WHOLE, REDACTED, signed_anew(WHOLE))

    compare([(data, expected) for data in files for expected in given])


@pytest.mark.parametrize("seed", range(2))
def test_of_a_thousand_tamperings(seed: int) -> None:
    dice = Random(1_000 + seed)
    files = (WHOLE, REDACTED)

    compare([(dice.choice(HARMS)(dice, dice.choice(files)), Expected()) for _ in range(500)])


def test_of_files_that_are_no_record() -> None:
    compare([(harm, Expected()) for harm, _ in cases.NO_RECORDS.values()])
