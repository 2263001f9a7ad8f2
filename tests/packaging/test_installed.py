"""What Linux gets, installed into bare systems and used there, as root on Linux.

dist/ must hold it (`python3 dev.py package deb run`). debootstrap makes the systems, in the folder
that GLIDE_ROOTS names or in a temporary one; this takes minutes.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import freeze
import linux_packages
import numpy as np
import pytest
from PIL import Image

from glide_studio import DESKTOP_ID
from tests.processes import ROOT

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]
NEEDED = ("debootstrap", "dpkg-deb", "Xvfb", "xdotool", "import", "mount")
DISPLAY = ":87"


MIDDLE = (118, 118, 138, 138)
"""Where both pictures have the colour of what they show."""

INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


def _built(kind: str, name: str) -> Path:
    """The file in dist/ of that name, a pattern."""
    found = [*(ROOT / "dist").glob(name.format(version=freeze.version()))]
    if not found:
        pytest.skip(f"dist/ has none: python3 dev.py package {kind}")
    return found[0]


@pytest.fixture(scope="module")
def package() -> Path:
    return _built("deb", "glide-studio_{version}_*.deb")


class System:
    """A Debian in a folder; commands run inside."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def words(self, *words: object) -> list[str]:
        environment = ["HOME=/root", "LC_ALL=C.UTF-8", f"DISPLAY={DISPLAY}", "PATH=/usr/bin:/bin"]
        environment += ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive"]
        return ["chroot", str(self.root), "env", "-i", *environment, *map(str, words)]

    def run(self, *words: object, seconds: int = 600) -> str:
        done = subprocess.run(self.words(*words), capture_output=True, text=True, timeout=seconds)
        assert done.returncode == 0, f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done.stdout

    def files(self) -> set[str]:
        """All files that packages could have left, without what apt and the loader keep."""
        kept = ("/var/lib/apt", "/var/lib/dpkg", "/var/cache", "/var/log", "/tmp", "/root", "/proc")
        found = subprocess.run(
            ["find", ".", "-xdev", "-not", "-type", "d", "-printf", "/%P\n"],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=True,
        )
        return {line for line in found.stdout.splitlines() if not line.startswith(kept)}


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def system(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[System]:
    """A bare system of that release, with a display, removed afterwards."""
    if sys.platform != "linux" or os.geteuid() != 0 or not all(map(shutil.which, NEEDED)):
        pytest.skip(f"needs root, and {', '.join(NEEDED)}")
    bases = Path(os.environ.get("GLIDE_ROOTS") or tmp_path_factory.mktemp("roots"))
    base, root = bases / request.param, tmp_path_factory.mktemp(request.param) / "root"
    if not (base / "usr" / "bin" / "apt-get").exists():
        made = ["debootstrap", "--variant=minbase", request.param, str(base)]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cp", "-a", base, root], check=True)
    for path in Path("/etc/apt").rglob("*"):  # the ways to the mirror, if any are set here
        if path.is_file() and path.parent.name == "apt.conf.d" and "proxy" in path.read_text():
            shutil.copy(path, root / "etc" / "apt" / "apt.conf.d")
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    mounted = [root / "proc", root / "dev"]
    subprocess.run(["mount", "-t", "proc", "proc", mounted[0]], check=True)
    subprocess.run(["mount", "--bind", "/dev", mounted[1]], check=True)
    try:
        yield System(root)
    finally:
        for folder in mounted:
            subprocess.run(["umount", "-l", folder], check=True)
        shutil.rmtree(root)


@pytest.fixture(scope="module", autouse=True)
def display() -> Iterator[None]:
    """A virtual screen, which the systems reach by its abstract socket."""
    if not shutil.which("Xvfb"):
        yield
        return
    words = ["Xvfb", DISPLAY, "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    time.sleep(1)
    yield
    server.terminate()
    server.wait()


@contextmanager
def window(
    system: System, *words: object, title: str, program: str = "glide-studio"
) -> Iterator["subprocess.Popen[bytes]"]:
    """The program while its window, which has `title` in its own, is open; then it is closed."""
    process = subprocess.Popen(system.words(program, *words), stderr=subprocess.PIPE)
    try:
        _wait_for_window(title, process)
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said.decode()


def _wait_for_window(title: str, process: "subprocess.Popen[bytes]") -> None:
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    for _ in range(240):
        if subprocess.run(search, env=_screen(), stdout=subprocess.DEVNULL).returncode == 0:
            return
        assert process.poll() is None, process.communicate()[1].decode()
        time.sleep(0.5)
    pytest.fail(f"no window “{title}” came")


def _screen() -> dict[str, str]:
    return os.environ | {"DISPLAY": DISPLAY}


def _wait_until_shown(file: Path, shot: Path) -> None:
    """Wait until the colour of the middle of a picture covers a part of the screen; `shot` becomes
    a screenshot."""
    with Image.open(file) as picture:
        colour = (
            picture.convert("RGB").resize((1, 1), Image.Resampling.BOX, MIDDLE).getpixel((0, 0))
        )
    for _ in range(60):
        subprocess.run(["import", "-window", "root", shot], env=_screen(), check=True)
        with Image.open(shot) as screen:
            pixels = np.asarray(screen.convert("RGB"), float)
        if (np.abs(pixels - colour).max(axis=2) < 40).mean() > 0.01:
            return
        time.sleep(0.5)
    pytest.fail(f"{file.name} is not shown")


def test_installed_used_upgraded_and_removed(
    package: Path, system: System, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    before = system.files()
    older = _older(package, tmp_path)
    for file in (package, older):
        shutil.copy(file, system.root / "root")
    system.run("apt-get", "update")
    system.run(*INSTALL, f"/root/{older.name}")
    obsolete = system.root / "usr/lib/glide-studio/_internal/of-an-older-version"
    assert obsolete.exists()
    needed = system.files()

    system.run(*INSTALL, f"/root/{package.name}")  # an upgrade
    assert system.run("glide-studio", "--version").split()[1] == freeze.version()
    assert not obsolete.exists()
    own = "LD_LIBRARY_PATH=/usr/lib/glide-studio/_internal"
    libraries = (
        f"{own} find /usr/lib/glide-studio -type f -name '*.so*' -exec ldd {{}} + 2> /dev/null"
    )
    absent = system.run("sh", "-c", f"{libraries} | grep 'not found' | sort -u || true")
    assert absent == ""

    system.run("glide-studio", "--self-test")
    apple = ("glide-studio", "generate", "a red apple", "--seed", "7", "-o", "/root/apple.png")
    assert "256 x 256" in system.run(*apple)
    mask = Image.new("L", (256, 256))
    mask.paste(255, (80, 80, 200, 200))
    mask.save(system.root / "root" / "mask.png")
    output = ("--mask", "/root/mask.png", "-o", "/root/cat.png")
    system.run("glide-studio", "inpaint", "/root/apple.png", "a blue cat", *output)
    with (
        Image.open(system.root / "root/apple.png") as a,
        Image.open(system.root / "root/cat.png") as b,
    ):
        assert a.convert("RGB").getpixel((5, 5)) == b.convert("RGB").getpixel((5, 5))
        assert a.convert("RGB").tobytes() != b.convert("RGB").tobytes()
    system.run("glide-studio", "export", "/root/cat.png", "-o", "/root/cat.ora")
    system.run(
        "glide-studio", "thumbnail", "/root/cat.ora", "-o", "/root/small.png", "--size", "64"
    )

    shots = Path(os.environ.get("GLIDE_SCREENSHOTS") or tmp_path)
    with window(system, title="Untitled") as first:
        system.run("glide-studio", "/root/apple.png")  # the window that is open takes it
        _wait_for_window("apple.png", first)
        pictures, name = system.root / "root", system.root.parent.name
        _wait_until_shown(pictures / "apple.png", shots / f"{name}-picture.png")
        with window(system, "open", "--new-window", "/root/cat.ora", title="cat.ora"):
            _wait_until_shown(pictures / "cat.png", shots / f"{name}-project.png")

    system.run("apt-get", "purge", "-y", "glide-studio")
    left = {name for name in system.files() - before if "glide" in name.lower()}
    assert left == set()
    assert not (system.root / "usr" / "lib" / "glide-studio").exists()
    installed = {name for name in needed - before if DESKTOP_ID in name or "glide-studio" in name}
    assert installed, "nothing was installed"


@pytest.fixture
def libraries(system: System) -> None:
    """What every desktop has, and a bare system has not."""
    system.run("apt-get", "update")
    system.run(*INSTALL, *linux_packages.DEPENDS)


@pytest.mark.usefixtures("libraries")
def test_the_archive_installs_itself_and_leaves_nothing(system: System) -> None:
    archive = _built("run", "glide-studio-{version}-*.run")
    shutil.copy(archive, system.root / "root" / "studio.run")
    before, prefix = system.files(), "/opt/art and design"
    for _ in ("install", "upgrade"):
        said = system.run("sh", "/root/studio.run", "--", "--prefix", prefix)
        assert f"GLIDE Studio is installed: {prefix}/bin/glide-studio" in said
    system.run(f"{prefix}/bin/glide-studio", "--self-test")
    with window(system, title="Untitled", program=f"{prefix}/bin/glide-studio"):
        pass
    system.run(f"{prefix}/lib/glide-studio/uninstall.sh")
    assert system.files() - before == set()
    assert not (system.root / prefix.lstrip("/")).exists()


@pytest.mark.usefixtures("libraries")
def test_the_folder_of_the_appimage_runs_anywhere(system: System) -> None:
    try:
        frozen = freeze.last_frozen()
    except freeze.PackagingError:
        pytest.skip("there is no frozen program: python3 dev.py package deb")
    folder = linux_packages.lay_out_appimage(frozen, freeze.BUILD / "AppDir of the test")
    place = system.root / "mnt" / "an image"
    subprocess.run(["cp", "-a", folder, place], check=True)
    shutil.rmtree(folder)
    assert system.run("/mnt/an image/AppRun", "--version").split()[1] == freeze.version()
    system.run("/mnt/an image/AppRun", "--self-test")
    with window(system, title="Untitled", program="/mnt/an image/AppRun"):
        pass
    shutil.rmtree(place)


def _older(package: Path, folder: Path) -> Path:
    """The package as version 0.0.1, with a file that the newer one lacks."""
    root = folder / "older"
    subprocess.run(["dpkg-deb", "-R", package, root], check=True)
    control = root / "DEBIAN" / "control"
    control.write_text(
        control.read_text().replace(f"Version: {freeze.version()}", "Version: 0.0.1")
    )
    (root / "usr/lib/glide-studio/_internal/of-an-older-version").touch()
    target = folder / "glide-studio_0.0.1.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "--build", root, target]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(root)
    return target
