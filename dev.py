#!/usr/bin/env python3
"""Set GLIDE Studio up on this machine and work on it.

The first call makes .venv beside this file and installs what is missing; later calls start at once.
GLIDE_TORCH=cpu or GLIDE_TORCH=cuda chooses the build of torch (without it: CUDA where an NVIDIA
driver is found).
"""

import argparse
import ctypes
import hashlib
import importlib.util
import itertools
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

# Before anything that needs it: an older Python can still parse this file and say so.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(f"GLIDE Studio needs Python 3.11 or newer; this is {platform.python_version()}.")

ROOT = Path(__file__).resolve().parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"

PYTORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"


class SetupError(Exception):
    """The machine cannot be set up; the message is one sentence for the user."""


class Need(NamedTuple):
    """A shared library that Qt loads (or Python's ensurepip), and the package that brings it."""

    name: str
    apt: str
    dnf: str
    pacman: str


OFFSCREEN_LIBRARIES = (
    Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
)
X11_LIBRARIES = (
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
)
WAYLAND_LIBRARIES = (
    Need("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Need("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)
ENSUREPIP = Need("ensurepip", "python3-venv", "python3-libs", "python")


def say(message: str) -> None:
    """Print one line about the stage that begins."""
    print(f"dev.py: {message}", file=sys.stderr, flush=True)


def run_quietly(command: Sequence[object], failure: str) -> None:
    """Run `command` without a word; print its output and raise SetupError when it fails."""
    done = _captured(command)
    if done.returncode != 0:
        sys.stderr.write(done.stdout)
        raise SetupError(f"{failure} (exit status {done.returncode}); the output is above.")


def _captured(command: Sequence[object]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        check=False,
    )


def is_loadable(soname: str) -> bool:
    """Tell whether the dynamic linker finds and loads `soname`."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def qt_libraries(environ: Mapping[str, str]) -> tuple[Need, ...]:
    """Return what Qt loads on this system: nothing that is not already there outside Linux."""
    if sys.platform != "linux":
        return ()
    x11 = X11_LIBRARIES if environ.get("DISPLAY") else ()
    wayland = WAYLAND_LIBRARIES if environ.get("WAYLAND_DISPLAY") else ()
    return OFFSCREEN_LIBRARIES + x11 + wayland


def missing_needs(
    libraries: Sequence[Need], is_there: Callable[[str], bool] = is_loadable
) -> list[Need]:
    """Return those of `libraries` that are not there, and ensurepip where Python lacks it."""
    missing = [library for library in libraries if not is_there(library.name)]
    return missing if importlib.util.find_spec("ensurepip") else [*missing, ENSUREPIP]


def install_line(missing: Sequence[Need], which: Callable[[str], str | None] = shutil.which) -> str:
    """Return the line that installs `missing` with this machine's package manager.

    Raises SetupError, naming what is missing, where none of apt, dnf and pacman is there.
    """
    if which("apt-get"):
        start, packages = "apt-get install -y --no-install-recommends", [x.apt for x in missing]
    elif which("dnf"):
        start, packages = "dnf install -y", [x.dnf for x in missing]
    elif which("pacman"):
        start, packages = "pacman -S --needed --noconfirm", [x.pacman for x in missing]
    else:
        names = ", ".join(need.name for need in missing)
        raise SetupError(f"Please install what is missing on this system: {names}.")
    return " ".join([start, *dict.fromkeys(packages)])


def ensure_system_packages(
    libraries: Sequence[Need],
    is_there: Callable[[str], bool] = is_loadable,
    which: Callable[[str], str | None] = shutil.which,
) -> None:
    """Install the missing system packages where apt and root rights are at hand.

    Raises SetupError with the exact line to type where they are not.
    """
    missing = missing_needs(libraries, is_there)
    if not missing:
        return
    line = install_line(missing, which)
    sudo = _permission(line, which) if which("apt-get") else None
    if sudo is None:
        raise SetupError(f"Please install the missing system packages first: sudo {line}")
    say(f"system packages: {line}")
    run_quietly([*sudo, "apt-get", "update"], "apt-get update failed")
    install = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", *line.split()]
    run_quietly(install, "Installing system packages failed")
    importlib.invalidate_caches()
    still_missing = ", ".join(need.name for need in missing_needs(libraries, is_there))
    if still_missing:
        raise SetupError(f"Even after the installation these are missing: {still_missing}.")


def _permission(line: str, which: Callable[[str], str | None]) -> list[str] | None:
    """Return what to put before apt-get's commands, None where they must not or cannot be run."""
    if os.geteuid() == 0:
        return []
    if not which("sudo"):
        return None
    if _captured(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    if not sys.stdin.isatty():
        return None
    answer = input(f"Missing system packages. Run 'sudo {line}'? [Y/n] ")
    return ["sudo"] if answer.strip().lower() in ("", "y", "yes") else None


class Environment:
    """The virtual environment in `folder`, made from the running Python.

    Its stamp is written last: a folder without one was left half-made and is made anew.
    """

    def __init__(self, folder: Path, torch_build: str) -> None:
        self.folder = folder
        self.torch_build = torch_build
        self._stamp_file = folder / "glide-studio.stamp"

    def program(self, name: str) -> Path:
        """Return the path of a program of the environment, `python` for example."""
        windows = sys.platform == "win32"
        return (
            self.folder / ("Scripts" if windows else "bin") / (name + (".exe" if windows else ""))
        )

    def stamp(self) -> tuple[str, str]:
        """Return two lines: what a change of makes a new environment, and what an update."""
        digest = hashlib.sha256()
        for path in (ROOT / "pyproject.toml", CONSTRAINTS):
            digest.update(path.read_bytes())
        machine = f"{platform.python_version()} {platform.machine()} {self.torch_build} {ROOT}"
        return machine, digest.hexdigest()

    def installed_stamp(self) -> tuple[str, ...]:
        """Return the stamp of the finished environment, () where there is none."""
        try:
            return tuple(self._stamp_file.read_text(encoding="utf-8").splitlines())
        except OSError:
            return ()

    def prepare(self) -> None:
        """Make the environment match the stamp. Raises SetupError."""
        stamp, installed = self.stamp(), self.installed_stamp()
        if installed == stamp:
            return
        if installed[:1] == stamp[:1]:
            self._stamp_file.unlink()
        else:
            self._create()
        self._install()
        self._stamp_file.write_text("\n".join(stamp) + "\n", encoding="utf-8")

    def _create(self) -> None:
        say(f"virtual environment: {self.folder}")
        if self.folder.exists():
            shutil.rmtree(self.folder)
        # The interpreter may be that of the environment just removed.
        python = getattr(sys, "_base_executable", sys.executable)
        run_quietly([python, "-m", "venv", self.folder], "Making the virtual environment failed")

    def _install(self) -> None:
        pip = [self.program("python"), "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS]
        version = pinned_version("torch", CONSTRAINTS.read_text(encoding="utf-8"))
        size = ", several GB" if self.torch_build == "cuda" else ""
        say(f"torch {version} ({self.torch_build}{size})")
        *attempts, last = torch_requirements(version, self.torch_build, sys.platform)
        if not any(_captured([*pip, *attempt]).returncode == 0 for attempt in attempts):
            if attempts and self.torch_build == "cpu":
                say("no CPU build was found; the CUDA build takes several GB")
            run_quietly([*pip, *last], f"Installing torch {version} failed")
        say("GLIDE Studio and its other dependencies")
        run_quietly([*pip, "-e", f"{ROOT}[test]"], "Installing GLIDE Studio failed")


def pinned_version(package: str, constraints: str) -> str:
    """Return the version that `constraints` (the file's text) pins `package` to.

    Raises SetupError where it pins none.
    """
    match = re.search(rf"^{re.escape(package)}==(\S+)$", constraints, re.MULTILINE)
    if match is None:
        raise SetupError(f"packaging/constraints.txt pins no version of {package}.")
    return match[1]


def choose_torch_build(environ: Mapping[str, str], has_nvidia_driver: bool) -> str:
    """Return "cpu" or "cuda". Raises SetupError for another value of GLIDE_TORCH."""
    wanted = environ.get("GLIDE_TORCH", "cuda" if has_nvidia_driver else "cpu")
    if wanted not in ("cpu", "cuda"):
        raise SetupError(f"GLIDE_TORCH must be cpu or cuda, not {wanted!r}.")
    return wanted


def torch_requirements(version: str, build: str, system: str) -> list[list[str]]:
    """Return pip arguments to try in turn, the last one being what any index can answer.

    On Linux a bare pin may mean the CUDA build, so the build is named: `===` leaves out "+cpu".
    An unreachable index costs its time-out only once.
    """
    bare = [f"torch=={version}"]
    if system != "linux":
        return [bare]
    if build == "cuda":
        return [[f"torch==={version}"], bare]
    cpu = [f"torch=={version}+cpu"]
    elsewhere = ["--extra-index-url", PYTORCH_CPU_INDEX, "--retries", "0", "--timeout", "5"]
    return [cpu, [*cpu, *elsewhere], bare]


def has_nvidia_driver() -> bool:
    """Tell whether this machine has a working NVIDIA driver, as far as files tell."""
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def prepared_environment(libraries: Sequence[Need]) -> Environment:
    """Return the environment beside this file, made or updated where needed. Raises SetupError."""
    ensure_system_packages(libraries)
    build = choose_torch_build(os.environ, has_nvidia_driver())
    environment = Environment(ROOT / ".venv", build)
    environment.prepare()
    return environment


def become(*command: object) -> int:
    """Go on as `command`, so that signals reach it; on Windows run it and return its status."""
    words = [str(part) for part in command]
    sys.stdout.flush()
    if sys.platform == "win32":
        return subprocess.call(words)
    os.execv(words[0], words)


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether `glide-studio ARGUMENTS` opens the window: with nothing, a file, or `open`."""
    return not arguments or arguments[0] == "open" or Path(arguments[0]).is_file()


def has_display(environ: Mapping[str, str]) -> bool:
    """Tell whether Qt finds a screen, or was told to do without."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(environ.get(name) for name in names)


def run(arguments: Sequence[str]) -> int:
    """open the window, or pass a command line on: run -- generate "a red apple" -o apple.png"""
    window = opens_window(arguments)
    if window and not has_display(os.environ):
        raise SetupError(
            "There is no display to open the window on; without one use the command line: "
            'python3 dev.py run -- generate "a red apple" -o apple.png'
        )
    environment = prepared_environment(qt_libraries(os.environ) if window else ())
    return become(environment.program("glide-studio"), *arguments)


def soak(arguments: Sequence[str]) -> int:
    """check the style and run the long tests; arguments go to pytest"""
    return test(["-m", "soak", *arguments])


def test(arguments: Sequence[str]) -> int:
    """check the style and run every test but the long ones; arguments go to pytest"""
    environment = prepared_environment(qt_libraries(os.environ))
    python = environment.program("python")
    os.chdir(ROOT)
    run_quietly([python, "-m", "ruff", "check", "."], "ruff check failed")
    run_quietly([python, "-m", "ruff", "format", "--check", "."], "ruff format --check failed")
    return become(python, "-m", "pytest", *arguments)


def lint(arguments: Sequence[str]) -> int:
    """check style, types and import directions"""
    environment = prepared_environment(())
    os.chdir(ROOT)
    checks = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy", "dev.py", "glide_studio"),
        ("lint-imports", "--no-cache"),
    )
    results = [subprocess.call([environment.program(name), *rest]) for name, *rest in checks]
    return max(results)


def package(arguments: Sequence[str]) -> int:
    """build the wheel and the source archive into dist/"""
    environment = prepared_environment(())
    return become(environment.program("python"), "-m", "build", *arguments, ROOT)


def screenshots(arguments: Sequence[str]) -> int:
    """take pictures of every mode and panel, dark and light, at 1x and 2x: screenshots FOLDER"""
    if not arguments or arguments[0].startswith("-"):
        raise SetupError("Say where the pictures go: python3 dev.py screenshots FOLDER")
    folder, *options = arguments
    environment = prepared_environment(qt_libraries(os.environ))
    path = Path(folder).absolute()
    os.chdir(ROOT)
    command = [str(environment.program("python")), "-m", "tests.screenshots", *options]
    statuses = [
        subprocess.call(
            [*command, str(path / f"{theme}-{scale}x"), *(["--light"] if theme == "light" else [])],
            env=os.environ | {"QT_SCALE_FACTOR": str(scale)},
        )
        for theme, scale in itertools.product(("dark", "light"), (1, 2))
    ]
    return max(statuses)


def translate(arguments: Sequence[str]) -> int:
    """gather the texts for resources/i18n, compile the translations, list what is missing"""
    environment = prepared_environment(())
    os.chdir(ROOT)
    return become(environment.program("python"), "-m", "tests.translations", *arguments)


COMMANDS = (run, test, soak, lint, package, screenshots, translate)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return its exit status, 2 where the machine cannot do it."""
    listing = "\n".join(f"  {command.__name__:12}{command.__doc__}" for command in COMMANDS)
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog=f"commands:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [command.__name__ for command in COMMANDS]
    parser.add_argument("command", choices=names, metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENTS")
    parsed = parser.parse_args(arguments)
    rest = parsed.arguments[1:] if parsed.arguments[:1] == ["--"] else parsed.arguments
    try:
        return COMMANDS[names.index(parsed.command)](rest)
    except SetupError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
