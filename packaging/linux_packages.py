"""What Linux gets: a .deb, a self-extracting .run, an AppImage, and a manifest for Flatpak."""

import gzip
import platform
import shutil
import stat
from collections.abc import Mapping
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from textwrap import indent

from file_types import PICTURES, PROJECT
from freeze import BUILD, DIST, HERE, ROOT, Frozen, PackagingError, call
from icons import LOGO, SIDES

from glide_studio import DESKTOP_ID

TEMPLATES = HERE / "linux"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Debian's names of processors, by Python's."""

DEPENDS = (
    "libgl1",
    "libegl1",
    "libxcb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "xkb-data",
    "fontconfig-config",
)
"""What the bundled libraries load from the system; `fontconfig-config` brings a font."""

CONTROL = """\
Package: glide-studio
Version: {version}
Architecture: {architecture}
Maintainer: GLIDE Studio contributors <maintainers@glide-studio.invalid>
Installed-Size: {size}
Depends: libc6 (>= {glibc}), {depends}
Recommends: xdg-desktop-portal, shared-mime-info
Section: graphics
Priority: optional
Description: Image editor for artists, built on GLIDE diffusion models
 Open or generate a picture, paint a mask over what should change, type what
 should be there, and watch it appear, one denoising step after another.
 .
 Nothing outside the mask changes. Small trained models are included: no
 download, no graphics card, no account.
"""


def build_deb(frozen: Frozen) -> Path:
    """Build the package for Debian, Ubuntu and those like them."""
    processor = ARCHITECTURES[platform.machine()]
    target = DIST / f"glide-studio_{frozen.version}_{processor}.deb"
    root = _fresh(BUILD / "deb")
    tree = lay_out(frozen, root / "usr")
    documents = tree / "share" / "doc" / "glide-studio"
    documents.mkdir(parents=True)
    shutil.copy(_licence(), documents / "copyright")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    control = CONTROL.format(
        version=frozen.version,
        architecture=processor,
        size=size_of(tree) // 1024,
        glibc=platform.libc_ver()[1],
        depends=", ".join(DEPENDS),
    )
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    pack_deb(root, target)
    return target


def pack_deb(root: Path, target: Path) -> None:
    """Pack the folder of a package; `-z` is how hard, at which 19 takes minutes for 5% less."""
    target.parent.mkdir(exist_ok=True)
    call("dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", root, target)


def build_run(frozen: Frozen) -> Path:
    """Build the archive that installs itself, on any distribution."""
    root = _fresh(BUILD / "run")
    lay_out(frozen, root / "usr")
    for name in ("install.sh", "uninstall.sh"):
        fill(TEMPLATES / name, root / name, {"ID": DESKTOP_ID})
    shutil.copy(_licence(), root / "LICENSE")
    target = DIST / f"glide-studio-{frozen.version}-{platform.machine()}.run"
    target.parent.mkdir(exist_ok=True)
    # Every Linux has gzip; zstd, which is better, is missing in a bare Debian.
    options = ("--nox11", "--gzip", "--complevel", "9", "--tar-quietly", "--quiet", "--nomd5")
    title = f"GLIDE Studio {frozen.version}"
    call("makeself", *options, "--sha256", root, target, title, "./install.sh")
    return target


def build_appimage(frozen: Frozen) -> Path:
    """Build the AppImage. Without appimagetool only its folder is left, which runs as it is."""
    root = lay_out_appimage(frozen, BUILD / "GLIDE_Studio.AppDir")
    target = DIST / f"GLIDE_Studio-{frozen.version}-{platform.machine()}.AppImage"
    if not shutil.which("appimagetool"):
        raise PackagingError(f"appimagetool is not installed; {root} holds what it would pack.")
    target.parent.mkdir(exist_ok=True)
    call("appimagetool", "--no-appstream", root, target, variables={"VERSION": frozen.version})
    return target


def lay_out_appimage(frozen: Frozen, root: Path) -> Path:
    """Make the folder that an AppImage holds."""
    tree = lay_out(frozen, _fresh(root) / "usr")
    shutil.copy(TEMPLATES / "AppRun", root)
    shutil.copy(tree / "share" / "applications" / f"{DESKTOP_ID}.desktop", root)
    shutil.copy(BUILD / "icons" / "glide-studio-256.png", root / f"{DESKTOP_ID}.png")
    (root / ".DirIcon").symlink_to(f"{DESKTOP_ID}.png")
    return root


def build_flatpak(frozen: Frozen) -> Path:
    """Write the manifest, and beside it the tree that flatpak-builder puts into the sandbox."""
    tree = lay_out(frozen, _fresh(BUILD / "flatpak-tree"))
    target = DIST / "flatpak.yaml"
    target.parent.mkdir(exist_ok=True)
    fill(TEMPLATES / "flatpak.yaml", target, {"ID": DESKTOP_ID, "TREE": str(tree)})
    return target


def lay_out(frozen: Frozen, prefix: Path) -> Path:
    """Put the program, and what tells desktops of it, below `prefix`; return that."""
    (prefix / "bin").mkdir(parents=True)
    link_tree(frozen.folder, prefix / "lib" / "glide-studio")
    (prefix / "bin" / "glide-studio").symlink_to("../lib/glide-studio/glide-studio")
    write_desktop_files(frozen.version, prefix / "share")
    for side in SIDES:
        icon = prefix / "share" / "icons" / "hicolor" / f"{side}x{side}" / "apps"
        if side <= 512:
            icon.mkdir(parents=True)
            shutil.copy(BUILD / "icons" / f"glide-studio-{side}.png", icon / f"{DESKTOP_ID}.png")
    scalable = prefix / "share" / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(LOGO, scalable / f"{DESKTOP_ID}.svg")
    return prefix


def write_desktop_files(version: str, share: Path) -> None:
    """Write the desktop file, the AppStream metainfo and the thumbnailer below `share`."""
    types = [kind.mime for kind in (PROJECT, *PICTURES)]
    elements = "\n".join(f"<mediatype>{mime}</mediatype>" for mime in types)
    values = {
        "ID": DESKTOP_ID,
        "VERSION": version,
        "DATE": _build_date(environ),
        "MIME": ";".join(types) + ";",
        "MEDIATYPES": indent(elements, "    "),
    }
    for name, folder in (
        ("glide-studio.desktop", "applications"),
        ("glide-studio.metainfo.xml", "metainfo"),
        ("glide-studio.thumbnailer", "thumbnailers"),
    ):
        target = share / folder / name.replace("glide-studio", DESKTOP_ID)
        target.parent.mkdir(parents=True)
        fill(TEMPLATES / name, target, values)


def link_tree(source: Path, target: Path) -> None:
    """Copy a folder by hard links, which take no space; nothing changes the files of either."""

    def link(file: str, to: str) -> None:
        Path(to).hardlink_to(file)

    shutil.copytree(source, target, symlinks=True, copy_function=link)


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def _licence() -> Path:
    return ROOT / "LICENSE"


def _build_date(variables: Mapping[str, str]) -> str:
    """The day of the release; SOURCE_DATE_EPOCH makes builds repeatable."""
    moment = variables.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(moment), UTC) if moment else datetime.now(UTC)).strftime(
        "%Y-%m-%d"
    )


def fill(template: Path, target: Path, values: Mapping[str, str]) -> None:
    """Write `target` as the template says, with each @NAME@ replaced by its value."""
    text = template.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    target.write_text(text, encoding="utf-8")
    target.chmod(template.stat().st_mode | stat.S_IRUSR)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
