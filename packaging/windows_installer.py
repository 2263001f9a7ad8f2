"""The installer for Windows, compiled by NSIS on any platform."""

import os
from pathlib import Path

from file_types import PICTURES, PROJECT
from freeze import BUILD, DIST, HERE, Frozen, call

SCRIPT = HERE / "windows" / "installer.nsi"


def build_installer(frozen: Frozen, compressor: str = "lzma") -> Path:
    """Compile the installer, and sign it if GLIDE_SIGN_COMMAND says how: a program that is called
    with the file, such as a wrapper of signtool."""
    target = DIST / f"GLIDE-Studio-{frozen.version}-setup.exe"
    target.parent.mkdir(exist_ok=True)
    associations = BUILD / "associations.nsh"
    associations.write_text(_associations(), encoding="utf-8")
    values = {
        "VERSION": frozen.version,
        "SOURCE": frozen.folder,
        "ICON": BUILD / "icons" / "glide-studio.ico",
        "TARGET": target,
        "ASSOCIATIONS": associations,
        "LICENCE": HERE.parent / "LICENSE",
        "COMPRESSOR": compressor,
    }
    call("makensis", "-V2", "-WX", *(f"-D{name}={value}" for name, value in values.items()), SCRIPT)
    if signer := os.environ.get("GLIDE_SIGN_COMMAND"):
        call(signer, target)
    return target


def _associations() -> str:
    """NSIS macros: which suffixes are the program's own, and which it opens, too."""
    own = [f"!insertmacro Own{{way}} {suffix}" for suffix in PROJECT.suffixes]
    other = [f"!insertmacro Open{{way}} {s}" for kind in PICTURES for s in kind.suffixes]
    lines = []
    for way in ("Add", "Remove"):
        lines += [f"!macro {way}Associations", *(o.format(way=way) for o in (*own, *other))]
        lines.append("!macroend")
    return "\n".join(lines) + "\n"
