"""`commonground verify` and `commonground key`: plain sentences, and a status for programs."""

import asyncio
import json
from pathlib import Path

import pytest

from server.__main__ import main
from server.log import SqlLog
from server.proof.keys import SiteKey
from server.proof.seal import mark, receipt
from server.words import FALLBACK, Words
from tests.server.proof.samples import KEY, kept, redacted, signed_anew, whole

say = Words(FALLBACK).say
SEALED = kept()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with good and bad files."""
    for name, data in {
        "whole": whole(SEALED),
        "redacted": redacted(SEALED),
        "changed": whole(SEALED).replace(b"plain words", b"other words", 1),
        "forged": signed_anew(whole(SEALED)),
        "cut": whole(SEALED)[:-100],
        "receipt": receipt(SEALED),
        "loud": whole(SEALED).replace(b'"Closed."', b'"\\u001b[2J"'),
    }.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_genuine_record_is_said_to_be_so_and_by_what(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--receipt", f"{files}/receipt", "--mark", mark(SEALED.seal), "--key", KEY.fingerprint]

    assert main(["verify", f"{files}/whole", *given]) == 0

    told = capsys.readouterr().out
    assert told.startswith(say("verify-whole"))
    assert say("verify-confirmed-receipt") in told
    assert say("verify-confirmed-mark") in told
    assert say("verify-confirmed-key") in told
    assert say("verify-unconfirmed") not in told
    assert mark(SEALED.seal) in told


def test_a_copy_says_how_much_it_withholds_and_why(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", f"{files}/redacted", "--show"]) == 0

    told = capsys.readouterr().out
    assert say("verify-partly", count=12) in told
    assert say("verify-because", count=12, why="not for this reader") in told
    assert say("verify-unconfirmed") in told
    assert told.count(f"[{say('verify-withheld')}: not for this reader]") == 12
    assert "plain words" in told
    assert told.count("Not discussed") == 1


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("changed", 1, say("verify-harm-entry_changed", count=1, entries="4")),
        ("cut", 2, say("verify-harm-truncated")),
        ("receipt", 2, say("verify-harm-not_a_record")),
    ],
)
def test_each_harm_is_one_sentence(
    files: Path, capsys: pytest.CaptureFixture[str], name: str, status: int, sentence: str
) -> None:
    assert main(["verify", f"{files}/{name}"]) == status

    assert capsys.readouterr().out.splitlines()[1:] == [sentence]


def test_a_made_up_record_does_not_fit_the_receipt(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", f"{files}/forged", "--receipt", f"{files}/receipt", "--json"]) == 1

    told = json.loads(capsys.readouterr().out)
    assert [each["code"] for each in told["findings"]] == ["other_key"]
    assert told["findings"][0]["sentence"] == say("verify-harm-other_key")
    assert told["status"] == 1


def test_what_a_record_says_cannot_reach_the_terminal_as_a_command(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", f"{files}/loud", "--show"]) == 1

    assert "\x1b" not in capsys.readouterr().out


def test_nor_can_what_the_file_says_of_itself(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """U+009B starts a command in many terminals, and U+202E turns round what follows."""
    room = f'"room":"{SEALED.seal.statement.room}'.encode()
    loud = whole(SEALED).replace(room, room + "\x9b2J\u202e".encode())
    (files / "loud").write_bytes(loud)

    assert main(["verify", f"{files}/loud", "--json"]) == 1

    told = capsys.readouterr().out
    assert json.loads(told)["seal"]["room"].endswith("\x9b2J\u202e")
    assert told.isascii()


def test_what_cannot_be_opened_is_said(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", f"{files}/nothing"]) == 2
    assert "cannot_open" in capsys.readouterr().err
    assert main(["verify", f"{files}/whole", "--mark", "ABC"]) == 2
    assert "mark_mistyped" in capsys.readouterr().err
    assert main(["verify", "/dev/zero"]) == 2
    assert say("verify-harm-too_large") in capsys.readouterr().out


async def drawn(data: Path) -> SiteKey:
    async with SqlLog(data / "commonground.db") as log:
        return SiteKey(await log.secret("seal"))


def test_the_key_of_a_folder_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = asyncio.run(drawn(tmp_path))

    assert main(["key", "--data", f"{tmp_path}"]) == 0

    assert capsys.readouterr().out.split() == [key.fingerprint, key.public.hex()]


def test_a_mistyped_folder_has_no_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody would give others the mark of a key that seals nothing."""
    assert main(["key", "--data", f"{tmp_path}/mistyped"]) == 2

    told = capsys.readouterr()
    assert (told.out, told.err.split(":")[1].strip()) == ("", "nothing_kept")
    assert not (tmp_path / "mistyped").exists()
