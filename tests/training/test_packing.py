"""The data pack, built from small drawn packages; nothing is downloaded."""

import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glide_studio.training.pack import Pack
from glide_studio.training.packing import PackError, build_pack, furniture, places, sources
from tests.training.drawn_packages import (
    METAWORLD_TEXTURES,
    MINIWORLD_TEXTURES,
    PACKAGES,
    ROBOSUITE_TEXTURES,
    Registry,
    drawn_archives,
    drawn_views,
    furniture_library,
    textures,
    tgz,
    zipped,
)


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    registry = Registry(drawn_archives(tmp_path))
    monkeypatch.setattr(sources, "run_client", registry.run)
    monkeypatch.setattr(places, "MINIWORLD_TEXTURES", MINIWORLD_TEXTURES)
    monkeypatch.setattr(places, "ROBOSUITE_TEXTURES", ROBOSUITE_TEXTURES)
    monkeypatch.setattr(places, "METAWORLD_TEXTURES", METAWORLD_TEXTURES)
    monkeypatch.setattr(places, "BLENDER_PANORAMAS", {"sky": "sky"})
    monkeypatch.setattr(places, "PMNDRS_PANORAMAS", {"park": "park"})
    monkeypatch.setattr(furniture, "LIBRARIES", ("Scopia",))
    monkeypatch.setattr(furniture, "rendered", drawn_views)
    monkeypatch.setitem(sys.modules, "vtk", sys)
    monkeypatch.setattr(
        furniture, "ProcessPoolExecutor", lambda workers, mp_context: ThreadPoolExecutor(workers)
    )
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return registry


@dataclass
class Build:
    """Builds the pack `out` from the packages of `registry`."""

    registry: Registry
    out: Path

    def __call__(self, work: Path | None = None) -> list[str]:
        """Return the lines of the report about missing packages."""
        lines: list[str] = []
        build_pack(self.out, lines.append, work)
        return [line for line in lines if "missing" in line]

    def read(self, name: str) -> bytes:
        """What a file of the pack holds."""
        with zipfile.ZipFile(self.out) as archive:
            return archive.read(f"pack/{name}")


@pytest.fixture
def build(tmp_path: Path, registry: Registry) -> Iterator[Build]:
    out = tmp_path / "made" / "pack.zip"
    out.parent.mkdir()
    yield Build(registry, out)
    assert not list((tmp_path / "temporary").iterdir())
    assert {file.name for file in out.parent.iterdir()} <= {"pack.zip"}


def index(build: Build, name: str) -> list[dict[str, object]]:
    lines = json.loads(build.read(f"index_{name}.json"))
    for line in lines:
        assert build.read(f"{'bg' if name == 'bg' else 'cut'}/{line['f']}")
    assert len({line["f"] for line in lines}) == len(lines)
    return lines


def test_the_pack_opens_in_its_reader(build: Build) -> None:
    assert build() == []
    pack = Pack(build.out, {"apple", "cat", "wheelbarrow"}, ("3d", "flat", "noto", "render"), 64)
    cutouts = {noun: len(found) for noun, found in pack.cutouts.items()}
    assert cutouts == {"apple": 3, "cat": 2, "wheelbarrow": 7}
    assert set(pack.textures) == {"asphalt", "grass", "dirt", "wood", "sky", "park"}
    assert len(pack.grounds) == sum(map(len, pack.textures.values())) > 24


def test_the_indexes_describe_each_picture(build: Build) -> None:
    build()
    apple, *_ = index(build, "emoji")
    assert apple == {
        "f": "00000.webp",
        "noun": "apple",
        "style": "3d",
        "group": "food",
        "src": "fluent3d",
        "w": 161,
        "h": 121,
        "view": None,
    }
    view, *_ = index(build, "sh3d")
    assert list(view) == list(apple)
    assert (view["f"], view["noun"], view["src"]) == ("10000.webp", "wheelbarrow", "Scopia")
    assert {line["noun"] for line in index(build, "sh3d")} == {"wheelbarrow", "television"}
    asphalt, *_, photo = index(build, "bg")
    assert asphalt == {
        "f": "00000.webp",
        "name": "asphalt",
        "kind": "ground",
        "src": "miniworld/asphalt_1.png",
    }
    assert (photo["name"], photo["kind"], photo["yaw"]) == ("park", "photo", 330)


def test_the_pack_lists_nouns_with_their_tags(build: Build) -> None:
    build()
    assert json.loads(build.read("nouns.json")) == [
        {"noun": "apple", "group": "food", "tags": ["apple"]},
        {"noun": "cat", "group": "animals", "tags": ["cat"]},
        {"noun": "shoe", "group": "objects", "tags": ["shoe"]},
    ]


def test_the_sky_of_a_photograph_is_at_the_top(build: Build) -> None:
    build()
    photo = next(line for line in index(build, "bg") if line["name"] == "park")
    pixels = np.asarray(Image.open(io.BytesIO(build.read(f"bg/{photo['f']}"))))
    assert pixels.shape == (256, 256, 3)
    red, green, blue = pixels[20].mean(0)
    assert red < green < blue
    assert pixels[240].mean() < pixels[20].mean() / 2


def test_the_same_packages_make_the_same_file(build: Build) -> None:
    build()
    first = build.out.read_bytes()
    build()
    assert build.out.read_bytes() == first


def test_a_single_package_is_enough_for_a_pack(build: Build) -> None:
    kept = PACKAGES["miniworld==2.1.0"]
    build.registry.archives = {kept: build.registry.archives[kept]}
    missing = build()
    assert [line.split(" is missing ")[0] for line in missing] == [
        "emojibase-data 17.0.0",
        "sweethome3d-furniture 1.8",
        "robosuite 1.5.2",
        "metaworld 3.1.1",
        "blender-data 3.4.1",
        "@pmndrs/assets 1.7.0",
    ]
    assert missing[0] == (
        "emojibase-data 17.0.0 is missing (npm error 404 Not Found): the pack will have no emoji, "
        "whose names come from it; check the connection and build the pack again."
    )
    assert "Debian 12" in missing[1]
    assert "photographs of 1 places (sky)" in missing[4]
    assert "grass" in Pack(build.out, (), (), 64).textures


def test_without_any_package_an_existing_pack_is_kept(build: Build) -> None:
    build.registry.archives = {}
    build.out.write_bytes(b"an older pack")
    with pytest.raises(PackError, match="none of its packages could be fetched"):
        build()
    assert build.out.read_bytes() == b"an older pack"


@pytest.mark.parametrize("archive", PACKAGES.values())
def test_a_damaged_archive_is_the_only_source_left_out(
    archive: str, build: Build, tmp_path: Path
) -> None:
    whole = build.registry.archives[archive]
    build.registry.archives[archive] = whole[: len(whole) // 2]
    work = tmp_path / "work"
    (line,) = build(work)
    assert f"“{archive}” is damaged" in line
    assert f"delete “{work / archive}”" in line
    assert Pack(build.out, (), (), 64).textures


def test_a_source_that_fails_half_way_is_left_out_completely(build: Build) -> None:
    files = textures(places.METAWORLD, METAWORLD_TEXTURES)
    files[f"{places.METAWORLD.inside}/scene/textures/wood.png"] = b"no picture"
    build.registry.archives[PACKAGES["metaworld==3.1.1"]] = zipped(files)
    (line,) = build()
    assert line.startswith("metaworld 3.1.1 is missing (UnidentifiedImageError: ")
    assert not [line for line in index(build, "bg") if str(line["src"]).startswith("metaworld")]


def test_a_package_with_another_layout_is_left_out(build: Build) -> None:
    build.registry.archives[PACKAGES["@pmndrs/assets@1.7.0"]] = tgz({"package/LICENSE": b""})
    (line,) = build()
    assert "has no folder “package/hdri”" in line


def test_archives_in_the_work_folder_are_not_fetched_again(build: Build, tmp_path: Path) -> None:
    work = tmp_path / "new" / "work"
    build(work)
    assert sorted(build.registry.asked) == sorted(PACKAGES)
    assert {file.name for file in work.iterdir()} == set(PACKAGES.values())
    build.registry.asked.clear()
    first = build.out.read_bytes()
    build(work)
    assert build.registry.asked == []
    assert build.out.read_bytes() == first


def test_no_member_of_an_archive_is_written_outside_its_folder(
    build: Build, tmp_path: Path
) -> None:
    evil = {"package/hdri/../../../../evil.js": b"", "/package/hdri/evil.js": b""}
    build.registry.archives[PACKAGES["@pmndrs/assets@1.7.0"]] = tgz(evil)
    assert len(build()) == 1
    assert not list(tmp_path.rglob("evil.js"))


@pytest.mark.parametrize(
    ("module", "lacking"),
    [("resvg_py", 2), ("vtk", 1), ("OpenEXR", 2), ("cv2", 2)],
)
def test_a_missing_library_is_named(
    module: str, lacking: int, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    missing = build()
    assert len(missing) == lacking
    for line in missing:
        assert f"the Python package {module} is missing" in line
        assert "pip install glide-studio[pack]" in line


def test_a_renderer_that_crashes_leaves_out_only_the_furniture(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(model: Path, angles: object) -> Iterator[np.ndarray]:
        raise BrokenProcessPool

    monkeypatch.setattr(furniture, "rendered", broken)
    (line,) = build()
    assert line.startswith("sweethome3d-furniture 1.8 is missing (the 3D models cannot be rendered")
    assert index(build, "sh3d") == []


def test_a_path_that_cannot_be_written_is_refused(build: Build, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is a folder"):
        build_pack(tmp_path, print)
    with pytest.raises(PackError, match=r"cannot write “.*pack.zip”"):
        build_pack(tmp_path / "nowhere" / "pack.zip", print)
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(PackError, match=r"cannot write “.*pack.zip”"):
        build_pack(file / "pack.zip", print)
    with pytest.raises(PackError, match=r"cannot write “.*file”"):
        build(file)
    assert not build.out.exists()


def test_an_interrupted_build_leaves_no_file(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(command: Sequence[str], folder: Path) -> None:
        (folder / "half of a package").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(sources, "run_client", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build()
    assert not build.out.exists()


def test_a_client_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources.shutil, "which", lambda program: None)
    with pytest.raises(sources.SourceError, match="npm is not installed") as caught:
        sources.run_client(["npm", "pack", "a-package@1.0.0"], tmp_path)
    assert caught.value.remedy.startswith("install Node.js")


def test_the_message_of_a_failing_client_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real pip, but without an index."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    package = sources.Package("pip", "glide-studio-no-such-package", "1.0", "pictures")
    with pytest.raises(sources.SourceError, match="Could not find a version"):
        sources.unpacked(package, tmp_path, tmp_path / "unpacked")
    assert not list(tmp_path.iterdir())


def test_a_model_is_rendered(tmp_path: Path) -> None:
    """With VTK, if it is installed, in a separate process."""
    pytest.importorskip("vtk")
    for name in furniture.LIBRARIES:
        (tmp_path / f"{name}.sh3f").write_bytes(furniture_library(name))
    pictures = list(furniture.furniture(tmp_path))
    assert len(pictures) == len(furniture.LIBRARIES) * 2 * 8
    pixels = np.asarray(Image.open(io.BytesIO(pictures[0].webp)))
    opaque = pixels[pixels[..., 3] > 200]
    assert len(opaque) > 0.5 * pixels[..., 3].size
    assert opaque[:, 0].mean() > 3 * opaque[:, 1].mean()
