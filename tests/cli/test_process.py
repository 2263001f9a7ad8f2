"""The command line as a process of its own, with pipes and on a terminal."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.cli.command_line import APPLE, DRAFT
from tests.processes import python


def test_help_and_refusals_import_neither_torch_nor_qt_nor_the_benchmark() -> None:
    code = """
import contextlib, sys
from glide_studio.cli.main import main
with contextlib.suppress(SystemExit):
    main(["generate", "--help"])
main(["--version"])
assert main(["inpaint", "absent.png", "x", "-o", "out.png"]) == 2
sys.exit(any(name in sys.modules for name in ("torch", "PySide6", "glide_studio.bench")))
"""
    assert python("-c", code).returncode == 0


def test_a_pipe_gets_only_the_report_and_qt_is_not_imported(tmp_path: Path) -> None:
    code = """
import sys
from glide_studio.cli.main import main
status = main(sys.argv[1:])
sys.exit(status or "PySide6" in sys.modules)
"""
    words = ("generate", APPLE, "-o", tmp_path / "a.png", "--json", *DRAFT)
    done = python("-c", code, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert json.loads(done.stdout)["prompt"] == APPLE


def test_a_terminal_shows_progress(tmp_path: Path) -> None:
    terminal, its_end = pty.openpty()
    words = [sys.executable, "-m", "glide_studio", "generate", APPLE, "-o", tmp_path / "a.png"]
    with subprocess.Popen(
        [*words, *DRAFT], stdout=subprocess.PIPE, stderr=its_end, text=True
    ) as command:
        os.close(its_end)
        shown = "".join(read_terminal(terminal))
        out, _ = command.communicate()
    assert command.returncode == 0
    assert "loading" in shown
    assert "base" in shown
    assert "seed" in out


def read_terminal(terminal: int) -> Iterator[str]:
    """Yield what is shown until the other end is closed, which is an error on Linux."""
    with os.fdopen(terminal, "rb", buffering=0) as file:
        try:
            while data := file.read(4096):
                yield data.decode()
        except OSError:
            return
