"""The command line as a process of its own, with pipes and on a terminal."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.cli.command_line import APPLE, DRAFT


def process(*words: str, code: str = "", **options: Any) -> "subprocess.Popen[str]":
    program = ["-c", code] if code else ["-m", "glide_studio"]
    return subprocess.Popen(
        [sys.executable, *program, *words], stdout=subprocess.PIPE, text=True, **options
    )


def test_help_and_refusals_import_neither_torch_nor_qt() -> None:
    code = """
import contextlib, sys
from glide_studio.cli.main import main
with contextlib.suppress(SystemExit):
    main(["generate", "--help"])
assert main(["inpaint", "absent.png", "x", "-o", "out.png"]) == 2
sys.exit(any(name in sys.modules for name in ("torch", "PySide6")))
"""
    with process(code=code, stderr=subprocess.PIPE) as command:
        command.communicate()
    assert command.returncode == 0


def test_a_pipe_gets_only_the_report_and_qt_is_not_imported(tmp_path: Path) -> None:
    code = """
import sys
from glide_studio.cli.main import main
status = main(sys.argv[1:])
sys.exit(status or "PySide6" in sys.modules)
"""
    words = ("generate", APPLE, "-o", str(tmp_path / "a.png"), "--json", *DRAFT)
    with process(*words, code=code, stderr=subprocess.PIPE) as command:
        out, err = command.communicate()
    assert (command.returncode, err) == (0, "")
    assert out.count("\n") == 1
    assert json.loads(out)["prompt"] == APPLE


def test_a_terminal_shows_progress(tmp_path: Path) -> None:
    terminal, its_end = pty.openpty()
    with process(
        "generate", APPLE, "-o", str(tmp_path / "a.png"), *DRAFT, stderr=its_end
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
