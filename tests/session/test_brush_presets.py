"""The artist's brush presets, and a damaged file of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.paint.curve import FULL, LINEAR, Curve
from glide_studio.core.paint.stroke import MAX_SIZE, Brush
from glide_studio.core.paint.textures import Grain, Tip
from glide_studio.session.brush_presets import BrushPreset, BrushPresets, built_in

CHALK = Brush(30, 0.5, tip=Tip.CRUMBLY, grain=Grain.ROUGH, depth=0.4)
shares = st.floats(0, 1)
brushes = st.builds(
    Brush,
    size=st.floats(1, MAX_SIZE),
    hardness=shares,
    opacity=shares,
    spacing=st.floats(0, 2),
    stabiliser=st.floats(0, 200),
    size_curve=st.sampled_from([FULL, LINEAR, Curve(((0.0, 0.2), (0.3, 0.9), (1.0, 0.5)))]),
    opacity_curve=st.sampled_from([FULL, LINEAR]),
    build_up=st.booleans(),
    tip=st.sampled_from(Tip),
    grain=st.sampled_from(Grain),
    depth=shares,
    wet_edges=st.booleans(),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "brushes.json"


@given(brushes, st.text())
def test_every_brush_and_name_comes_back(brush: Brush, name: str) -> None:
    presets = BrushPresets()
    value = (BrushPreset(name, brush),)
    assert presets.decode(presets.encode(value)) == value


def test_presets_are_saved_renamed_and_deleted(path: Path) -> None:
    presets = BrushPresets(path)
    assert presets.save(CHALK) == "My brush"
    assert presets.save(Brush(5, 1, erase=True)) == "My brush 2"
    presets.rename("My brush", "  Soft \n chalk ")
    presets.rename("My brush 2", "Pencil")  # one of the program has this name
    presets.rename("Pencil 2", " ")
    again = BrushPresets(path)
    assert again.value == (BrushPreset("Soft chalk", CHALK), BrushPreset("Pencil 2", Brush(5, 1)))
    assert again.presets == (*built_in(), *again.value)
    again.delete("Soft chalk")
    assert [preset.name for preset in BrushPresets(path).value] == ["Pencil 2"]
    assert again.is_own("Pencil 2")
    assert not again.is_own("Pencil")
    assert [*path.parent.iterdir()] == [path]


def test_presets_of_two_programs_are_merged(path: Path) -> None:
    mine, theirs = BrushPresets(path), BrushPresets(path)
    mine.save(CHALK)
    theirs.save(Brush(9, 1))
    mine.rename("My brush", "Chalk of mine")
    theirs.delete("My brush 2")
    assert [preset.name for preset in BrushPresets(path).value] == ["Chalk of mine"]


@pytest.mark.parametrize(
    "damaged",
    [
        b"{",
        b'[{"name": "x"}]',
        b'[{"name": "x", "brush": {"size": 0, "hardness": 1}}]',
        b'[{"name": "x", "brush": {"size": 9, "hardness": 1, "tip": "square"}}]',
        b'[{"name": "x", "brush": {"size": 9, "hardness": 1, "size_curve": {"points": []}}}]',
        b"\xff\xfe",
    ],
)
def test_a_damaged_file_is_renamed_and_kept(path: Path, damaged: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damaged)
    presets = BrushPresets(path)
    assert "brushes-damaged-1.json" in (presets.notice or "")
    assert path.with_name("brushes-damaged-1.json").read_bytes() == damaged
    presets.save(CHALK)
    assert BrushPresets(path).value == (BrushPreset("My brush", CHALK),)


def test_presets_that_cannot_be_saved_are_reported(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    presets = BrushPresets(tmp_path / "data" / "brushes.json")
    (tmp_path / "data").rmdir()
    (tmp_path / "data").write_text("a file where the folder should be")
    failures: list[str] = []
    presets.failed.connect(failures.append)
    presets.save(CHALK)
    assert len(failures) == 1
    assert "brush presets cannot be" in failures[0]
    assert presets.is_own("My brush")
