"""The command line as a process of its own, with pipes and on a terminal."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def test_output_that_is_not_unicode_gets_escapes(tmp_path: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1"}
    done = python("-m", "glide_studio", "--help", **latin)
    assert done.returncode == 0
    assert "COMMAND" in done.stdout
    named = python("-m", "glide_studio", "inpaint", "苹果.png", "x", "-o", "y.png", **latin)
    assert named.returncode == 2
    assert "\\u82f9" in named.stderr


def test_closed_output_changes_no_status() -> None:
    for closed, words, status in ((1, "--version", 0), (2, "inpaint absent.png x -o y.png", 2)):
        command = f"{sys.executable} -m glide_studio {words} {closed}>&-"
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.returncode == status
        assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_not_an_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    words = [sys.executable, "-m", "glide_studio", "--version"]
    done = subprocess.run(words, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_ctrl_c_while_loading_is_answered_in_one_line(tmp_path: Path) -> None:
    code = "import glide_studio.__main__ as m, signal, os, sys\n"
    code += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's & ignores it
    code += "class Finder:\n def find_spec(self, name, *_):\n"
    code += "  if name == 'numpy': os.kill(os.getpid(), signal.SIGINT)\n"
    code += "sys.meta_path.insert(0, Finder())\nsys.exit(m.main())"
    done = python("-c", code)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "glide-studio: Stopped.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_output_on_a_full_disk_is_told_in_one_line() -> None:
    words = [sys.executable, "-m", "glide_studio", "--version"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr == "glide-studio: The output cannot be written: the disk is full.\n"
