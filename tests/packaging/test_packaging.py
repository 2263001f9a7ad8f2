"""What goes into the installers, and what they tell the desktops, without building one."""

import configparser
import json
import os
import plistlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from xml.etree import ElementTree

import contents
import freeze
import inventory
import linux_packages
import macos
import pytest
import windows_installer
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from file_types import PICTURES, PROJECT
from icons import draw_icons
from PIL import Image

from glide_studio import DESKTOP_ID
from glide_studio.core.files.formats import LAYERED_SUFFIXES, OPENED_SUFFIXES
from tests.processes import ROOT, python

VERSION = freeze.version()
HEIC = {".heic", ".heif"}

WITHOUT = """
import sys

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(f"{each}.") for each in left_out):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, LeftOut())
"""
"""Python runs it at its start: it finds none of the modules `left_out`."""


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What desktops on Linux read."""
    folder = tmp_path_factory.mktemp("usr") / "share"
    linux_packages.write_desktop_files(VERSION, folder)
    return folder


def test_every_installer_has_the_version_of_the_program(share: Path) -> None:
    done = python("-m", "glide_studio", "--version")
    assert done.stdout.split() == ["glide-studio", VERSION]
    metainfo = ElementTree.parse(share / "metainfo" / f"{DESKTOP_ID}.metainfo.xml")
    releases = metainfo.findall("releases/release")
    assert [release.get("version") for release in releases] == [VERSION]
    assert macos.properties(VERSION)["CFBundleShortVersionString"] == VERSION
    script = windows_installer.SCRIPT.read_text(encoding="utf-8")
    assert 'VIProductVersion "${VERSION}.0"' in script
    assert VERSION not in script


def test_installers_associate_what_the_program_opens() -> None:
    associated = {suffix for kind in (PROJECT, *PICTURES) for suffix in kind.suffixes}
    assert associated == {*PROJECT.suffixes, *OPENED_SUFFIXES, *LAYERED_SUFFIXES} - HEIC


def test_the_desktop_file_opens_pictures_with_the_program(share: Path) -> None:
    path = share / "applications" / f"{DESKTOP_ID}.desktop"
    sections = _sections(path)
    entries = sections["Desktop Entry"]
    assert entries["Exec"] == "glide-studio open %F"
    action = sections["Desktop Action new-window"]
    assert action["Exec"] == "glide-studio open --new-window"
    assert action["Name[de]"] != action["Name"] != action["Name[fr]"]
    assert entries["Icon"] == DESKTOP_ID
    assert set(entries["MimeType"].split(";")[:-1]) == {k.mime for k in (PROJECT, *PICTURES)}
    for key in ("GenericName", "Comment", "Keywords"):
        assert entries[f"{key}[de]"] != entries[key] != entries[f"{key}[fr]"]
    _validate("desktop-file-validate", path)


def test_the_thumbnailer_calls_a_command_that_exists(share: Path, tmp_path: Path) -> None:
    path = share / "thumbnailers" / f"{DESKTOP_ID}.thumbnailer"
    (line,) = [one for one in path.read_text().splitlines() if one.startswith("Exec=")]
    words = line.removeprefix("Exec=glide-studio ").split()
    picture, small = tmp_path / "large.png", tmp_path / "small.png"
    Image.new("RGBA", (600, 300), "red").save(picture)
    values = {"%i": str(picture), "%o": str(small), "%s": "128"}
    done = python("-m", "glide_studio", *[values.get(word, word) for word in words])
    assert done.returncode == 0, done.stderr
    with Image.open(small) as thumbnail:
        assert thumbnail.size == (128, 64)


def test_the_metainfo_is_valid(share: Path) -> None:
    _validate(
        "appstreamcli",
        "validate",
        "--no-net",
        "--explain",
        share / "metainfo" / f"{DESKTOP_ID}.metainfo.xml",
    )


def _validate(program: str, *words: object) -> None:
    """Run a validator where it is installed: on the machine that builds releases it is."""
    if shutil.which(program):
        done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_the_bundle_for_macos_says_what_it_opens() -> None:
    said = plistlib.loads(plistlib.dumps(macos.properties(VERSION)))
    opened = {kind["LSItemContentTypes"][0] for kind in said["CFBundleDocumentTypes"]}
    assert opened == {kind.uti for kind in (PROJECT, *PICTURES)}
    (own,) = said["UTImportedTypeDeclarations"]
    assert own["UTTypeTagSpecification"]["public.filename-extension"] == ["ora"]
    entitlements = plistlib.loads(macos.ENTITLEMENTS.read_bytes())
    assert all(entitlements.values())
    assert "com.apple.security.cs.allow-unsigned-executable-memory" in entitlements


def test_the_flatpak_reaches_servers_of_models_and_no_home(tmp_path: Path) -> None:
    manifest = tmp_path / "flatpak.yaml"
    values = {"ID": DESKTOP_ID, "TREE": str(tmp_path / "tree")}
    linux_packages.fill(linux_packages.TEMPLATES / "flatpak.yaml", manifest, values)
    said = yaml.safe_load(manifest.read_text(encoding="utf-8"))
    assert said["id"] == DESKTOP_ID
    allowed = said["finish-args"]
    assert "--share=network" in allowed
    assert not {"--filesystem=home", "--filesystem=host"} & {*allowed}
    if shutil.which("flatpak-builder"):  # it leaves out what it does not know
        shown = _shell("flatpak-builder", "--show-manifest", manifest, folder=tmp_path)
        assert json.loads(shown) == said


def test_no_library_that_the_program_needs_is_left_out() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^\w.-]", each)[0] for each in project["dependencies"]}
    imported = {name for name, owners in packages_distributions().items() if needed & {*owners}}
    assert {"httpx", "torch"} <= imported
    assert not imported & {*contents.LEFT_OUT_MODULES}


@pytest.mark.parametrize("name", ["ci.yml", "release.yml"])
def test_a_workflow_is_valid(name: str) -> None:
    path = ROOT / ".github" / "workflows" / name
    schema = ("--builtin-schema", "vendor.github-workflows")
    done = python("-m", "check_jsonschema", *schema, path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "shipped"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch\\lib\\torch_cpu.dll", True),
        ("torch/bin/torch_shm_manager", True),
        ("torch/bin/protoc", False),
        ("torch/include/ATen/ATen.h", False),
        ("torch\\lib\\torch_cpu.lib", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/plugins/generic/qtuiotouchplugin.dll", False),
        ("PySide6/Qt/plugins/generic/libqtuiotouchplugin.dylib", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_ja.qm", False),
        ("glide_studio/resources/i18n/glide_studio_fr.qm", True),
        ("libX11.so.6", True),
        ("libgtk-3.so.0", False),
    ],
)
def test_each_file_is_shipped_or_left_out(name: str, shipped: bool) -> None:
    assert contents.is_shipped(name) is shipped


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, the registry has none of these")
@pytest.mark.parametrize("version", ["2.13.0", "2.13.0+cu130"])
def test_libraries_for_graphics_cards_are_not_passed_on(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freeze.importlib.metadata, "version", lambda _: version)
    with pytest.raises(freeze.PackagingError, match="GLIDE_TORCH=cpu"):
        freeze.freeze()


def test_every_library_that_is_shipped_has_its_licence() -> None:
    modules = ["torch", "numpy", "PySide6", "PIL", "scipy", "tokenizers", "c2pa", "cryptography"]
    site = Path(sysconfig.get_path("purelib"))
    parts = inventory.parts_of([str(site / name / "__init__.py") for name in modules])
    assert len(parts) == len(modules) + 2  # and Python, and the program that starts it
    assert all(len(part.text) > 500 and part.version and part.licence for part in parts)
    bill = inventory.bill_of_materials(parts)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    named = {component["name"] for component in json.loads(bill)["components"]}
    assert {"torch", "numpy", "Python"} <= named


def test_the_icons_have_every_size(qapp: object, tmp_path: Path) -> None:
    draw_icons(tmp_path)
    with Image.open(tmp_path / "glide-studio.ico") as icon:
        assert icon.info["sizes"] >= {(16, 16), (256, 256)}
    with Image.open(tmp_path / "glide-studio.icns") as icon:
        assert icon.format == "ICNS"
    with Image.open(tmp_path / "glide-studio-16.png") as icon:
        alpha = icon.convert("RGBA").getchannel("A")
    assert alpha.getpixel((0, 0)) == 0
    assert alpha.getpixel((8, 8)) == 255


@pytest.mark.skipif(sys.platform != "linux", reason="the scripts are for Linux")
def test_the_self_extracting_archive_leaves_nothing_behind(share: Path, tmp_path: Path) -> None:
    unpacked, prefix = tmp_path / "unpacked", tmp_path / "a prefix"
    shutil.copytree(share, unpacked / "usr" / "share")
    _program(unpacked / "usr" / "lib" / "glide-studio")
    link = unpacked / "usr" / "bin" / "glide-studio"
    link.parent.mkdir()
    link.symlink_to("../lib/glide-studio/glide-studio")
    for name in ("install.sh", "uninstall.sh"):
        linux_packages.fill(linux_packages.TEMPLATES / name, unpacked / name, {"ID": DESKTOP_ID})
    other = prefix / "bin" / "another"
    other.parent.mkdir(parents=True)
    other.touch()
    (prefix / "lib").mkdir()  # as a bare system has one in /usr/local
    for _ in ("install", "upgrade"):
        _shell("./install.sh", "--prefix", prefix, folder=unpacked)
    assert _shell(prefix / "bin" / "glide-studio", folder=tmp_path) == "it runs: \n"
    desktop = prefix / "share" / "applications" / f"{DESKTOP_ID}.desktop"
    assert f'Exec="{prefix}/bin/glide-studio" open %F' in desktop.read_text().splitlines()
    _shell(prefix / "lib" / "glide-studio" / "uninstall.sh", folder=tmp_path)
    assert {*prefix.rglob("*")} == {other.parent, other, prefix / "lib"}
    shutil.rmtree(prefix)
    _shell("./install.sh", "--prefix", prefix, folder=unpacked)
    _shell(prefix / "lib" / "glide-studio" / "uninstall.sh", folder=tmp_path)
    assert not prefix.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="AppImages are for Linux")
def test_the_folder_of_an_appimage_has_what_appimagetool_wants(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linux_packages, "BUILD", tmp_path)
    draw_icons(tmp_path / "icons")
    frozen = freeze.Frozen(_program(tmp_path / "program"), VERSION)
    folder = linux_packages.lay_out_appimage(frozen, tmp_path / "an image.AppDir")
    (desktop,) = folder.glob("*.desktop")
    entries = _sections(desktop)["Desktop Entry"]
    with Image.open(folder / f"{entries['Icon']}.png") as icon:
        assert icon.size == (256, 256)
    assert (folder / ".DirIcon").is_file()
    assert (folder / "usr" / "share" / "metainfo" / f"{DESKTOP_ID}.metainfo.xml").is_file()
    assert (folder / "usr" / "bin" / entries["TryExec"]).is_file()
    started = tmp_path / "started"
    started.symlink_to(folder / "AppRun")
    assert _shell(started, "open", "a b.png", folder=Path("/")) == "it runs: open a b.png\n"


def _sections(path: Path) -> configparser.ConfigParser:
    """What a desktop file says."""
    file = configparser.ConfigParser(interpolation=None, delimiters=["="])
    file.optionxform = str  # type: ignore[assignment,method-assign]
    file.read(path, encoding="utf-8")
    return file


def _program(folder: Path) -> Path:
    """A folder with a program that says how it was called."""
    program = folder / "glide-studio"
    folder.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "it runs: $*"\n')
    program.chmod(0o755)
    return folder


def _shell(*words: object, folder: Path) -> str:
    command = [str(word) for word in words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_program_is_whole_without_what_installers_leave_out(tmp_path: Path) -> None:
    names = [name for name in contents.LEFT_OUT_MODULES if not name.startswith("glide_studio.")]
    (tmp_path / "sitecustomize.py").write_text(f"left_out = {names}\n{WITHOUT}", encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    words = ("-m", "glide_studio", "--self-test")
    done = python(*words, QT_QPA_PLATFORM="offscreen", PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    tried = [line.split()[1] for line in done.stdout.splitlines()]
    assert tried == ["resources", "window", "picture", "files", "download"]
