"""What Ray's temporary folders leave behind."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from glide_studio.pool.engines import temporary_folder
from tests.processes import ROOT

HOLD = """
from glide_studio.pool.engines import temporary_folder
with temporary_folder() as folder:
    print(folder, flush=True)
    input()
"""


def test_folders_of_killed_servers_are_removed_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    other = tmp_path / "glide-ray-of-the-artist"
    other.mkdir()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", HOLD], env=environment, **pipes) as server:
        assert server.stdout is not None
        theirs = Path(os.fsdecode(server.stdout.readline()).strip())
        (theirs / "session").mkdir()
        with temporary_folder() as folder:
            assert theirs.is_dir()
            assert folder != str(theirs)
        assert not Path(folder).exists()
        server.kill()
    assert theirs.is_dir()
    with temporary_folder():
        assert not theirs.exists()
        assert other.is_dir()
