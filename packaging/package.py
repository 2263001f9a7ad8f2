"""Builds what artists download, into dist/: `python3 dev.py package wheel deb run ...`.

Without a name it builds the wheel and the source archive. Each frozen program is tried before it is
packed; sizes and start times are compared with those of the last build.
"""

import argparse
import hashlib
import json
import re
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from disk_image import build_dmg
from freeze import DIST, Frozen, PackagingError, build_wheel, call, freeze, last_frozen, torch_build
from inventory import InventoryError
from linux_packages import build_appimage, build_deb, build_flatpak, build_run, size_of
from windows_installer import build_installer

FIGURES = DIST / "figures.json"
SUMS = DIST / "SHA256SUMS"
TESTED = re.compile(r"(?m)^ok  (\w+) +([\d.]+) s$")

INSTALLERS: dict[str, Callable[[Frozen], Path]] = {
    "deb": build_deb,
    "run": build_run,
    "appimage": build_appimage,
    "flatpak": build_flatpak,
    "windows": build_installer,
    "macos": build_dmg,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, prog="dev.py package")
    kinds = ("wheel", *INSTALLERS)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(kinds))
    parser.add_argument(
        "--keep", action="store_true", help="pack the frozen program of the last build"
    )
    chosen = parser.parse_args()
    if unknown := sorted({*chosen.kinds} - {*kinds}):
        parser.error(f"there is no {', '.join(unknown)}; choose from {', '.join(kinds)}")
    try:
        return _build(chosen.kinds or ["wheel"], chosen.keep)
    except (PackagingError, InventoryError) as error:
        print(f"package: {error}", file=sys.stderr)
        return 1


def _build(kinds: list[str], keep: bool) -> int:
    DIST.mkdir(exist_ok=True)
    built: list[Path] = []
    figures: dict[str, float] = {}
    if "wheel" in kinds:
        wheel = build_wheel(("--wheel", "--sdist"))
        built += [wheel, DIST / f"{wheel.name.partition('-py3')[0]}.tar.gz"]
    installers = [kind for kind in kinds if kind in INSTALLERS]
    if installers:
        frozen = last_frozen() if keep else freeze()
        figures |= measured(frozen)
        bill = DIST / f"glide-studio-{frozen.version}-{sys.platform}.cdx.json"
        shutil.copy(frozen.resources / "licences" / "sbom.cdx.json", bill)
        built.append(bill)
        built += [INSTALLERS[kind](frozen) for kind in installers]
    figures |= {f"{path.name}, MB": round(path.stat().st_size / 1e6, 1) for path in built}
    _compare(figures)
    _write_sums(built)
    return 0


def measured(frozen: Frozen) -> dict[str, float]:
    """The size of the frozen program, and the seconds of its parts in the self-test.

    Raises PackagingError if that fails.
    """
    start = time.perf_counter()
    call(frozen.program, "--version")
    figures = {
        f"frozen ({torch_build()}), MB": round(size_of(frozen.folder) / 1e6, 1),
        "start of the command line, s": round(time.perf_counter() - start, 2),
    }
    tested = call(frozen.program, "--self-test")
    return figures | {f"{name}, s": float(seconds) for name, seconds in TESTED.findall(tested)}


def _compare(figures: Mapping[str, float]) -> None:
    """Print figures beside those of the last build, and remember them for the next."""
    last = json.loads(FIGURES.read_text("utf-8")) if FIGURES.is_file() else {}
    for name, figure in figures.items():
        before = f"  (last build: {last[name]:g})" if name in last else ""
        print(f"{name:44}{figure:10g}{before}")
    FIGURES.write_text(json.dumps({**last, **figures}, indent=1), encoding="utf-8")


def _write_sums(built: list[Path]) -> None:
    """Add the checksums of what was built to those in the folder."""
    known = {}
    for line in SUMS.read_text("utf-8").splitlines() if SUMS.is_file() else ():
        digest, _, name = line.partition("  ")
        if (DIST / name).is_file():
            known[name] = digest
    for path in built:
        with path.open("rb") as file:
            known[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    lines = [f"{digest}  {name}\n" for name, digest in sorted(known.items())]
    SUMS.write_text("".join(lines), encoding="utf-8", newline="\n")  # of sha256sum


if __name__ == "__main__":
    sys.exit(main())
