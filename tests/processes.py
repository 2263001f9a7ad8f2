"""Python as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def python(
    *words: object, folder: Path = ROOT, **variables: str
) -> "subprocess.CompletedProcess[str]":
    """Run a Python in `folder` that finds the repository, by default, and with these variables."""
    command = [sys.executable, *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=150
    )
