import subprocess
import sys
from pathlib import Path

import msgspec

from bench.live.report import Report

ROOT = Path(__file__).parents[3]


def bench(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench", "live", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_everything_is_measured_in_small_and_shown_again_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "live.json"
    ran = bench("--smoke", "--json", str(file))
    assert ran.returncode == 0, ran.stderr
    report = msgspec.json.decode(file.read_bytes(), type=Report)
    assert {row.scenario for row in report.rows} == {"ceiling", "A", "B", "C", "D", "idle rooms"}
    assert not [row.error for row in report.rows if row.error]
    shown = bench("--markdown", str(file))
    assert shown.stdout.strip() == ran.stdout.strip()
