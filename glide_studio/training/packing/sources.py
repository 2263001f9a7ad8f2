"""Packages of npm, PyPI and Debian, fetched with their ordinary clients."""

import importlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Literal


class SourceError(Exception):
    """A source that cannot be used: `str()` is the reason, `remedy` what the user can do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.remedy = remedy


@dataclass(frozen=True)
class Package:
    """One version of a package; `inside` is the folder in it that is needed."""

    client: Literal["npm", "pip", "apt"]
    name: str
    version: str
    inside: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @property
    def archive_pattern(self) -> str:
        """The name of the package's archive, as a pattern for `Path.glob`."""
        match self.client:
            case "npm":
                return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"
            case "pip":
                return f"{self.name}-{self.version}-*.whl"
            case "apt":
                return f"{self.name}_{self.version}*.deb"

    @property
    def fetch_command(self) -> list[str]:
        """The command that downloads the package's archive into the working directory.

        It installs nothing, and runs nothing that the package contains.
        """
        match self.client:
            case "npm":
                options = ["--ignore-scripts", "--loglevel=error"]
                return ["npm", "pack", *options, f"{self.name}@{self.version}"]
            case "pip":
                options = ["--no-deps", "--only-binary", ":all:", "--ignore-requires-python"]
                quietly = ["--quiet", "--no-input", "--disable-pip-version-check"]
                pip = [sys.executable, "-m", "pip", "download"]
                return [*pip, *options, *quietly, f"{self.name}=={self.version}"]
            case "apt":
                return ["apt-get", "download", f"{self.name}={self.version}*"]


INSTALL_REMEDIES = {
    "npm": "install Node.js, which includes it, and build the pack again",
    "apt-get": "build the pack on Debian 12",
    "dpkg-deb": "build the pack on Debian 12",
}
FETCH_REMEDIES = {
    "npm": "check the connection and build the pack again",
    "pip": "check the connection and build the pack again",
    "apt": "run “apt-get update” on Debian 12 and build the pack again",
}


def unpacked(package: Package, archives: Path, folder: Path) -> Path:
    """Unpack `package` into the empty `folder`; return its folder `inside` there.

    The archive is read from `archives`, and first fetched into it if it is missing.
    Raises SourceError.
    """
    archive = _archive(package, archives)
    try:
        if package.client == "apt":
            run_client(["dpkg-deb", "-x", str(archive), str(folder)], folder)
        elif package.client == "pip":
            _unpack_wheel(archive, package.inside, folder)
        else:
            _unpack_tar(archive, package.inside, folder)
    except (subprocess.CalledProcessError, tarfile.TarError, zipfile.BadZipFile, EOFError) as error:
        raise SourceError(
            f"its archive “{archive.name}” is damaged", f"delete “{archive}” and try again"
        ) from error
    root = folder / package.inside
    if not root.is_dir():
        raise SourceError(
            f"“{archive.name}” has no folder “{package.inside}”",
            f"replace “{archive}” with the package as published",
        )
    return root


def _archive(package: Package, archives: Path) -> Path:
    """The package's archive in `archives`, where only completely fetched ones are put."""
    found = sorted(archives.glob(package.archive_pattern))
    if found:
        return found[0]
    with tempfile.TemporaryDirectory(prefix="fetching-", dir=archives) as folder:
        try:
            run_client(package.fetch_command, Path(folder))
        except subprocess.CalledProcessError as error:
            raise SourceError(_complaint(error.stderr), FETCH_REMEDIES[package.client]) from error
        fetched = sorted(Path(folder).glob(package.archive_pattern))
        if not fetched:
            raise SourceError(
                f"its client fetched no “{package.archive_pattern}”",
                FETCH_REMEDIES[package.client],
            )
        return fetched[0].replace(archives / fetched[0].name)


def run_client(command: Sequence[str], folder: Path) -> None:
    """Run a package client in `folder`.

    Raises SourceError if it is not installed, and subprocess.CalledProcessError, with its
    messages in `stderr`, if it fails.
    """
    program = shutil.which(command[0])
    if program is None:
        raise SourceError(f"{command[0]} is not installed", INSTALL_REMEDIES[command[0]])
    subprocess.run(
        [program, *command[1:]],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=True,
    )


def _complaint(said: str) -> str:
    """The first line of a failed client's messages that names an error."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    failures = [line for line in lines if line.lower().startswith(("error", "e:", "npm err"))]
    return (failures or lines or ["its client failed without a message"])[0].rstrip(".")


def _unpack_wheel(archive: Path, inside: str, folder: Path) -> None:
    with zipfile.ZipFile(archive) as wheel:
        wheel.extractall(
            folder, [name for name in wheel.namelist() if name.startswith(f"{inside}/")]
        )


def _unpack_tar(archive: Path, inside: str, folder: Path) -> None:
    """Write only plain files within `inside`, so that no member gets outside of `folder`."""
    with tarfile.open(archive) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            contents = tar.extractfile(member) if member.isfile() else None
            if contents is None or ".." in path.parts or not path.is_relative_to(inside):
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(contents.read())


def library(module: str) -> ModuleType:
    """Import a library that is needed only here. Raises SourceError if it is missing."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise SourceError(
            f"the Python package {error.name or module} is missing",
            "install it with “pip install glide-studio[pack]”",
        ) from error
