"""The kill test of `bench/kill.py`, and what a record survives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

KILLS = os.environ.get("ONRECORD_KILLS", "300")  # nightly: 10,000


def test_no_acknowledged_document_is_lost_when_add_is_killed(root: Path) -> None:
    """`onrecord add`, killed at random moments and started again, loses nothing it acknowledged, holds nothing twice,
    leaves no gap and ends as an undisturbed run does; a build that acknowledges too early is caught."""
    command = [sys.executable, str(root / "bench" / "kill.py"), "--kills", KILLS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "control" in done.stdout
