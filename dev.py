#!/usr/bin/env python3
"""Set up GLIDE Studio on this machine, run it and work on its code.

The first call creates .venv beside this file and installs what is missing; later calls start at
once. GLIDE_TORCH=cpu or GLIDE_TORCH=cuda chooses the build of torch (default: CUDA if an NVIDIA
driver is found).
"""

import argparse
import compileall
import ctypes
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

# Before anything that needs it: an older Python can parse this file, and so print the message.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(f"GLIDE Studio needs Python 3.11 or newer; this is {platform.python_version()}.")

ROOT = Path(__file__).resolve().parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
PYTORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
STYLE_CHECKS = (("ruff", "check", "."), ("ruff", "format", "--check", "."))
WHOLE_SUITE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")  # a process a core
OTHER_CHECKS = (("mypy", "dev.py", "glide_studio", "packaging"), ("lint-imports", "--no-cache"))


class SetupError(Exception):
    """The machine cannot be set up; the message is one sentence for the user."""


class Need(NamedTuple):
    """A shared library that Qt loads, or Python's ensurepip, and the packages that provide it."""

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
    print(f"dev.py: {message}", file=sys.stderr, flush=True)


def run_quietly(command: Sequence[object], failure: str) -> None:
    """Run `command` silently; if it fails, print its output and raise SetupError."""
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
    )


def is_loadable(soname: str) -> bool:
    """Return whether the dynamic linker can load `soname`."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def qt_libraries(environ: Mapping[str, str]) -> tuple[Need, ...]:
    """Return the libraries that Qt needs here; outside Linux it brings its own."""
    if sys.platform != "linux":
        return ()
    x11 = X11_LIBRARIES if environ.get("DISPLAY") else ()
    wayland = WAYLAND_LIBRARIES if environ.get("WAYLAND_DISPLAY") else ()
    return OFFSCREEN_LIBRARIES + x11 + wayland


def missing_needs(
    libraries: Sequence[Need], is_there: Callable[[str], bool] = is_loadable
) -> list[Need]:
    """Return the missing ones among `libraries`, and ensurepip if Python lacks it."""
    missing = [library for library in libraries if not is_there(library.name)]
    return missing if importlib.util.find_spec("ensurepip") else [*missing, ENSUREPIP]


def install_line(missing: Sequence[Need], which: Callable[[str], str | None] = shutil.which) -> str:
    """Return the command that installs `missing` with this machine's package manager.

    Raises SetupError, which names what is missing, if there is neither apt, dnf nor pacman.
    """
    for program, start, packages in (
        ("apt-get", "apt-get install -y --no-install-recommends", [x.apt for x in missing]),
        ("dnf", "dnf install -y", [x.dnf for x in missing]),
        ("pacman", "pacman -S --needed --noconfirm", [x.pacman for x in missing]),
    ):
        if which(program):
            return " ".join([start, *dict.fromkeys(packages)])
    names = ", ".join(need.name for need in missing)
    raise SetupError(f"Please install these libraries first: {names}.")


def ensure_system_packages(
    libraries: Sequence[Need],
    is_there: Callable[[str], bool] = is_loadable,
    which: Callable[[str], str | None] = shutil.which,
) -> None:
    """Install missing system packages with apt, as root or with sudo.

    Raises SetupError with the command to type where that is not possible.
    """
    if not (missing := missing_needs(libraries, is_there)):
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
    if still_missing := ", ".join(need.name for need in missing_needs(libraries, is_there)):
        raise SetupError(f"Still missing after the installation: {still_missing}.")


def _permission(line: str, which: Callable[[str], str | None]) -> list[str] | None:
    """Return the words to put before apt-get, or None if it may not be run."""
    if os.geteuid() == 0:
        return []
    if which("sudo") and _captured(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    if not which("sudo") or not sys.stdin.isatty():
        return None
    answer = input(f"Missing system packages. Run 'sudo {line}'? [Y/n] ")
    return ["sudo"] if answer.strip().lower() in ("", "y", "yes") else None


class Environment:
    """The virtual environment in `folder`, created with the running Python.

    Its stamp is written last: an environment without one is incomplete and is created again.
    """

    def __init__(self, folder: Path, torch_build: str) -> None:
        self.folder = folder
        self.torch_build = torch_build
        self._stamp_file = folder / "glide-studio.stamp"

    def program(self, name: str) -> Path:
        """Return the path of a program in the environment, for example `python`."""
        parts = ("Scripts", f"{name}.exe") if sys.platform == "win32" else ("bin", name)
        return self.folder.joinpath(*parts)

    def stamp(self) -> tuple[str, str]:
        """Return two lines: if the first changes, the environment is made anew, else updated."""
        wanted = (ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes()
        machine = f"{platform.python_version()} {platform.machine()} {self.torch_build} {ROOT}"
        return machine, hashlib.sha256(wanted).hexdigest()

    def installed_stamp(self) -> tuple[str, ...]:
        """Return the stamp of the finished environment, or () if there is none."""
        if not self._stamp_file.exists():
            return ()
        return tuple(self._stamp_file.read_text(encoding="utf-8").splitlines())

    def prepare(self) -> None:
        """Create or update the environment unless its stamp is up to date. Raises SetupError."""
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
        # This interpreter may be the one of the environment just removed.
        python = getattr(sys, "_base_executable", sys.executable)
        run_quietly([python, "-m", "venv", self.folder], "Creating the virtual environment failed")

    def install_extra(self, name: str) -> None:
        """Install what an optional part of the program needs."""
        run_quietly([*self._pip(), "-e", f"{ROOT}[{name}]"], "Installing GLIDE Studio failed")

    def _pip(self) -> list[object]:
        return [self.program("python"), "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS]

    def _install(self) -> None:
        version = pinned_version("torch", CONSTRAINTS.read_text(encoding="utf-8"))
        size = ", several GB" if self.torch_build == "cuda" else ""
        say(f"torch {version} ({self.torch_build}{size})")
        *attempts, last = torch_requirements(version, self.torch_build, sys.platform)
        if not any(_captured([*self._pip(), *attempt]).returncode == 0 for attempt in attempts):
            if attempts and self.torch_build == "cpu":
                say("no CPU build was found; installing the CUDA build, several GB")
            run_quietly([*self._pip(), *last], f"Installing torch {version} failed")
        say("GLIDE Studio and its other dependencies")
        self.install_extra("test")


def pinned_version(package: str, constraints: str) -> str:
    """Return the version of `package` that is pinned in the text of the constraints file.

    Raises SetupError if none is.
    """
    match = re.search(rf"^{re.escape(package)}==(\S+)$", constraints, re.MULTILINE)
    if match is None:
        raise SetupError(f"packaging/constraints.txt pins no version of {package}.")
    return match[1]


def choose_torch_build(environ: Mapping[str, str], has_nvidia_driver: bool) -> str:
    """Return "cpu" or "cuda". Raises SetupError for any other value of GLIDE_TORCH."""
    wanted = environ.get("GLIDE_TORCH", "cuda" if has_nvidia_driver else "cpu")
    if wanted not in ("cpu", "cuda"):
        raise SetupError(f"GLIDE_TORCH must be cpu or cuda, not {wanted!r}.")
    return wanted


def torch_requirements(version: str, build: str, system: str) -> list[list[str]]:
    """Return lists of pip arguments to try in turn; any index has the last one.

    On Linux a bare pin may mean the CUDA build, so the build is named: `===` excludes "+cpu".
    An unreachable index costs its timeout only once.
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
    """Return whether an NVIDIA driver is installed, judging by its files."""
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def prepared_environment(libraries: Sequence[Need]) -> Environment:
    """Return the environment beside this file, up to date, with the program compiled to bytecode.
    Raises SetupError."""
    ensure_system_packages(libraries)
    environment = Environment(ROOT / ".venv", choose_torch_build(os.environ, has_nvidia_driver()))
    environment.prepare()
    compileall.compile_dir(ROOT / "glide_studio", quiet=2)
    return environment


def become(*command: object) -> int:
    """Replace this process by `command`; on Windows run it and return its exit status."""
    words = [str(part) for part in command]
    sys.stdout.flush()
    if sys.platform == "win32":
        return subprocess.call(words)
    os.execv(words[0], words)


def opens_window(arguments: Sequence[str]) -> bool:
    """Return whether `glide-studio ARGUMENTS` opens the window."""
    return not arguments or arguments[0] == "open" or Path(arguments[0]).is_file()


def has_display(environ: Mapping[str, str]) -> bool:
    """Return whether Qt finds a display, or is told by QT_QPA_PLATFORM to do without."""
    names = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return sys.platform != "linux" or any(map(environ.get, names))


def run(arguments: Sequence[str]) -> int:
    """open the window, or run a command: run -- generate "a red apple" -o apple.png"""
    window = opens_window(arguments)
    if window and not has_display(os.environ):
        raise SetupError(
            "There is no display to open a window on; use the command line instead: "
            'python3 dev.py run -- generate "a red apple" -o apple.png'
        )
    environment = prepared_environment(qt_libraries(os.environ) if window else ())
    return become(environment.program("glide-studio"), *arguments)


def soak(arguments: Sequence[str]) -> int:
    """check the style and run the long tests; arguments are passed to pytest"""
    if sys.platform == "linux":  # elsewhere there is no fuzzer, and its tests are skipped
        prepared_environment(qt_libraries(os.environ)).install_extra("soak")
    return test(["-m", "soak", *arguments])


def test(arguments: Sequence[str]) -> int:
    """check the style and run all but the long tests, or pytest with the arguments given"""
    python = prepared_environment(qt_libraries(os.environ)).program("python")
    os.chdir(ROOT)
    for words in STYLE_CHECKS:
        run_quietly([python, "-m", *words], f"{' '.join(words)} failed")
    return become(python, "-m", "pytest", *(arguments or WHOLE_SUITE))


def lint(arguments: Sequence[str]) -> int:
    """check style, types and import directions"""
    environment = prepared_environment(())
    os.chdir(ROOT)
    checks = (*STYLE_CHECKS, *OTHER_CHECKS)
    return max([subprocess.call([environment.program(name), *rest]) for name, *rest in checks])


def package(arguments: Sequence[str]) -> int:
    """build what artists download: wheel, deb, run, appimage, flatpak, windows, macos"""
    prepared_environment(()).install_extra("package")
    return run_chore("package", arguments)


def train_gpu(arguments: Sequence[str]) -> int:
    """train the starter on a GPU, with the libraries of this Python: train-gpu --out FOLDER"""
    os.environ["PYTHONPATH"] = str(ROOT)
    return become(sys.executable, ROOT / "packaging" / "train_gpu.py", *arguments)


def run_chore(name: str, arguments: Sequence[str]) -> int:
    """Run a script of `packaging/`, which may import from the whole repository."""
    os.environ["PYTHONPATH"] = str(ROOT)
    python = prepared_environment(qt_libraries(os.environ)).program("python")
    return become(python, ROOT / "packaging" / f"{name.replace('-', '_')}.py", *arguments)


COMMANDS = {c.__name__.replace("_", "-"): c for c in (run, test, soak, lint, package, train_gpu)}
CHORES = {
    "screenshots": "take pictures of each panel, in both themes, at 1x and 2x: screenshots FOLDER",
    "manual-pictures": "take the manual's pictures again",
    "translate": "collect the texts of the program, compile translations, list what is missing",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status, or 2 if the machine cannot be set up."""
    known = {name: command.__doc__ for name, command in COMMANDS.items()} | CHORES
    listing = "\n".join(f"  {name:17}{described}" for name, described in known.items())
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog=f"commands:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=known, metavar="COMMAND")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGUMENTS")
    parsed = parser.parse_args(arguments)
    rest = parsed.arguments[1:] if parsed.arguments[:1] == ["--"] else parsed.arguments
    command = COMMANDS.get(parsed.command, partial(run_chore, parsed.command))
    try:
        return command(rest)
    except SetupError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
