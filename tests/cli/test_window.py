"""Help, version and the window."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from glide_studio.cli.main import main
from glide_studio.session.single_instance import SingleInstance
from tests.cli.command_line import Run


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize(
    "command",
    [
        *("", "open", "generate", "inpaint", "outpaint", "sketch", "upscale"),
        *("models", "models list", "train", "train base", "train clip", "train pack"),
        *("evaluate", "bench"),
    ],
)
def test_help_describes_the_command_in_80_columns(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as exit_:
        main([*command.split(), "--help"])
    assert exit_.value.code == 0
    shown = capsys.readouterr().out
    assert f"usage: glide-studio {command}" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_version_is_printed(run: Run) -> None:
    assert re.fullmatch(r"glide-studio \d+\.\d+\.\d+\n", run("--version").out)


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("platform", ["", "xcb", "wayland"])
def test_without_a_display_the_command_line_is_suggested(
    platform: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    run().check_failure("glide-studio generate")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "words",
    [
        *((), ("room.png",), ("open", "room.png"), ("room.png", "room.png")),
        *(("--new-window",), ("--new-window", "room.png"), ("open", "--new-window", "room.png")),
    ],
    ids=" ".join,
)
def test_the_window_opens_with_the_files(
    words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def window(files: list[Path], instance: SingleInstance | None) -> int:
        opened.append(list(map(str, files)))
        assert (instance is None) == ("--new-window" in words)
        if instance is not None:
            instance.close()
        return 7

    monkeypatch.setitem(sys.modules, "glide_studio.app", SimpleNamespace(run=window))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run(*words).status == 7
    assert opened == [[word for word in words if word == "room.png"]]
