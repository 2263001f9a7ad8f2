"""dev.py: how it judges a machine, and its command line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import dev
from tests.processes import ROOT, python

DEV = ROOT / "dev.py"


def only(*programs: str) -> Callable[[str], str | None]:
    """Return a `shutil.which` for a machine that has these programs."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record commands instead of running them; `-m venv` creates its folder."""
    commands: list[list[str]] = []

    def succeed(command: list[object]) -> "subprocess.CompletedProcess[str]":
        words = [str(word) for word in command]
        commands.append(words)
        if words[1:3] == ["-m", "venv"]:
            Path(words[3]).mkdir()
        return subprocess.CompletedProcess(words, 0, "")

    monkeypatch.setattr(dev, "_captured", succeed)
    return commands


@pytest.fixture
def environment(tmp_path: Path) -> dev.Environment:
    return dev.Environment(tmp_path / "venv", "cpu")


@pytest.fixture
def prepared(environment: dev.Environment, monkeypatch: pytest.MonkeyPatch) -> dev.Environment:
    """The environment, which counts as prepared; `main` returns the command it would become."""
    monkeypatch.setattr(dev, "prepared_environment", lambda libraries: environment)
    monkeypatch.setattr(dev, "become", lambda *command: command)
    return environment


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        (
            "apt-get",
            "apt-get install -y --no-install-recommends libgl1 libegl1 libxcb-icccm4 python3-venv",
        ),
        ("dnf", "dnf install -y libglvnd-glx libglvnd-egl xcb-util-wm python3-libs"),
        ("pacman", "pacman -S --needed --noconfirm libglvnd xcb-util-wm python"),
    ],
)
def test_install_line_names_what_is_missing_once(manager: str, line: str) -> None:
    absent = ("libGL.so.1", "libEGL.so.1", "libxcb-icccm.so.4")
    libraries = dev.OFFSCREEN_LIBRARIES + dev.X11_LIBRARIES
    missing = dev.missing_needs(libraries, is_there=lambda name: name not in absent)
    assert dev.install_line([*missing, dev.ENSUREPIP], only(manager)) == line


def test_without_a_known_package_manager_the_error_names_the_libraries() -> None:
    with pytest.raises(dev.SetupError, match=r"libGL\.so\.1"):
        dev.install_line(dev.OFFSCREEN_LIBRARIES[:1], only())


def test_the_display_decides_which_libraries_qt_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.qt_libraries({}) == dev.OFFSCREEN_LIBRARIES
    assert dev.qt_libraries({"DISPLAY": ":0"}) == dev.OFFSCREEN_LIBRARIES + dev.X11_LIBRARIES
    wayland = dev.qt_libraries({"WAYLAND_DISPLAY": "wayland-0"})
    assert wayland == dev.OFFSCREEN_LIBRARIES + dev.WAYLAND_LIBRARIES
    monkeypatch.setattr(sys, "platform", "darwin")
    assert dev.qt_libraries({"DISPLAY": ":0"}) == ()


def test_a_library_that_the_linker_cannot_find_is_not_loadable() -> None:
    assert not dev.is_loadable("libglide-studio-has-no-such-library.so.7")


def test_without_a_way_to_install_the_error_has_the_command() -> None:
    with pytest.raises(dev.SetupError, match=r"sudo dnf install -y libxkbcommon-x11$"):
        dev.ensure_system_packages(dev.X11_LIBRARIES[:1], lambda name: False, only("dnf"))


def test_root_updates_the_package_lists_and_installs(
    monkeypatch: pytest.MonkeyPatch, installs: list[list[str]]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    dev.ensure_system_packages(dev.X11_LIBRARIES, lambda name: bool(installs), only("apt-get"))
    update, install = installs
    assert update == ["apt-get", "update"]
    assert [library.apt for library in dev.X11_LIBRARIES] == install[-len(dev.X11_LIBRARIES) :]


def test_a_user_installs_with_sudo_and_without_it_gets_the_command(
    monkeypatch: pytest.MonkeyPatch, installs: list[list[str]]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    which = only("apt-get", "sudo")
    dev.ensure_system_packages(dev.X11_LIBRARIES, lambda name: bool(installs), which)
    starts = [command[:3] for command in installs[1:]]
    assert starts == [["sudo", "-n", "apt-get"], ["sudo", "-n", "env"]]
    with pytest.raises(dev.SetupError, match=r"sudo apt-get install .* libxcb-shape0$"):
        dev.ensure_system_packages(dev.X11_LIBRARIES, lambda name: False, only("apt-get"))


def test_torch_is_installed_first_at_its_pinned_version_and_once(
    environment: dev.Environment, installs: list[list[str]]
) -> None:
    environment.prepare()
    version = dev.pinned_version("torch", dev.CONSTRAINTS.read_text())
    make, torch, rest = installs
    assert make[1:3] == ["-m", "venv"]
    assert torch[-1].startswith(f"torch=={version}")
    assert rest[-2:] == ["-e", f"{dev.ROOT}[test]"]
    installs.clear()
    environment.prepare()
    assert installs == []


def test_changed_dependencies_update_the_environment_and_another_torch_makes_a_new_one(
    environment: dev.Environment, installs: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare()
    marker, changed = environment.folder / "marker", environment.folder / "constraints.txt"
    marker.touch()
    changed.write_text("torch==9.9.9\n")
    with monkeypatch.context() as patch:
        patch.setattr(dev, "CONSTRAINTS", changed)
        environment.prepare()
    assert marker.exists()
    assert "torch==9.9.9" in installs[-2][-1]
    dev.Environment(environment.folder, "cuda").prepare()
    assert not marker.exists()


@pytest.mark.parametrize("interrupted_at", ["torch", "-e"])
def test_an_interrupted_installation_starts_over(
    environment: dev.Environment,
    installs: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    interrupted_at: str,
) -> None:
    succeed = dev._captured

    def interrupt(command: list[object]) -> "subprocess.CompletedProcess[str]":
        if any(str(word).startswith(interrupted_at) for word in command):
            raise KeyboardInterrupt
        return succeed(command)

    with monkeypatch.context() as patch:
        patch.setattr(dev, "_captured", interrupt)
        with pytest.raises(KeyboardInterrupt):
            environment.prepare()
    half_made = environment.folder / "half-made"
    half_made.touch()
    environment.prepare()
    assert not half_made.exists()


def test_a_failing_installation_prints_its_output_and_leaves_no_stamp(
    environment: dev.Environment,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    failed = subprocess.CompletedProcess([], 1, "no space left on device\n")
    monkeypatch.setattr(dev, "_captured", lambda command: failed)
    with pytest.raises(dev.SetupError, match="exit status 1"):
        environment.prepare()
    assert "no space left on device" in capsys.readouterr().err
    assert environment.installed_stamp() == ()


def test_torch_requirements_name_the_build_on_linux() -> None:
    cpu = dev.torch_requirements("2.13.0", "cpu", "linux")
    assert cpu[0] == ["torch==2.13.0+cpu"]
    assert cpu[1][-4:] == ["--retries", "0", "--timeout", "5"]
    assert cpu[2] == ["torch==2.13.0"]
    assert dev.torch_requirements("2.13.0", "cuda", "linux")[0] == ["torch===2.13.0"]
    assert dev.torch_requirements("2.13.0", "cpu", "darwin") == [["torch==2.13.0"]]


def test_the_build_of_torch_follows_the_driver_and_glide_torch() -> None:
    assert dev.choose_torch_build({}, has_nvidia_driver=False) == "cpu"
    assert dev.choose_torch_build({}, has_nvidia_driver=True) == "cuda"
    assert dev.choose_torch_build({"GLIDE_TORCH": "cpu"}, has_nvidia_driver=True) == "cpu"
    with pytest.raises(dev.SetupError, match="'rocm'"):
        dev.choose_torch_build({"GLIDE_TORCH": "rocm"}, has_nvidia_driver=False)


def test_an_unpinned_package_is_an_error() -> None:
    assert dev.pinned_version("torch", "torchvision==1.0\ntorch==2.13.0\n") == "2.13.0"
    with pytest.raises(dev.SetupError, match="torch"):
        dev.pinned_version("torch", "torchvision==1.0\n")


def test_run_without_a_display_suggests_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.main(["run"]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert 'python3 dev.py run -- generate "a red apple" -o apple.png' in said


def test_a_file_opens_the_window_and_a_command_does_not(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.touch()
    assert dev.opens_window([])
    assert dev.opens_window([str(picture)])
    assert dev.opens_window(["open", "anything.png"])
    assert not dev.opens_window(["generate", "a red apple"])
    assert not dev.opens_window(["--help"])


def test_a_display_server_or_a_named_platform_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not dev.has_display({})
    assert dev.has_display({"WAYLAND_DISPLAY": "wayland-0"})
    assert dev.has_display({"QT_QPA_PLATFORM": "offscreen"})
    monkeypatch.setattr(sys, "platform", "win32")
    assert dev.has_display({})


@pytest.mark.parametrize("separator", [[], ["--"]])
def test_arguments_are_passed_on_unchanged(prepared: dev.Environment, separator: list[str]) -> None:
    words = ["generate", "a red apple", "-o", "apple.png", "--", "--seed", "-h"]
    assert dev.main(["run", *separator, *words]) == (prepared.program("glide-studio"), *words)


def test_only_the_whole_suite_is_spread_over_processes(
    prepared: dev.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "run_quietly", lambda command, failure: None)
    monkeypatch.setattr(dev.Environment, "install_extra", lambda self, name: None)
    monkeypatch.chdir(ROOT)
    pytest_ = (prepared.program("python"), "-m", "pytest")
    assert dev.main(["test"]) == (*pytest_, *dev.WHOLE_SUITE)
    assert dev.main(["test", "tests/core"]) == (*pytest_, "tests/core")
    assert dev.main(["soak"]) == (*pytest_, "-m", "soak")


def test_help_lists_every_command() -> None:
    done = python(DEV, "--help")
    assert done.returncode == 0
    for name in dev.COMMANDS:
        assert name in done.stdout


@pytest.mark.parametrize("command", ["screenshots", "manual-pictures", "translate"])
def test_a_chore_runs_a_script_with_the_repository_on_the_path(
    prepared: dev.Environment, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PYTHONPATH", "")
    interpreter, script, *rest = dev.main([command, "folder"])
    assert (interpreter, rest) == (prepared.program("python"), ["folder"])
    assert script.parent == ROOT / "packaging"
    assert script.is_file()
    assert os.environ["PYTHONPATH"] == str(ROOT)


def test_the_folder_of_chores_does_not_hide_the_packaging_library() -> None:
    assert python("-c", "import packaging.version").returncode == 0


def test_an_old_python_gets_a_message_with_the_required_version() -> None:
    code = f"import runpy, sys; sys.version_info = (3, 10, 1); runpy.run_path({str(DEV)!r})"
    done = python("-c", code)
    assert done.returncode == 1
    assert done.stderr.startswith("GLIDE Studio needs Python 3.11 or newer")
    assert len(done.stderr.splitlines()) == 1
