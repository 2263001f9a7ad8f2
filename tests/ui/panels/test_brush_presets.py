"""Choosing, saving, renaming and deleting brush presets, and textures, with mouse and keys."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from glide_studio.core.paint.stroke import Brush
from glide_studio.core.paint.textures import Grain, Tip
from glide_studio.session.brush_presets import built_in
from tests.ui.canvas_events import LEFT, drag, rgba_of
from tests.ui.edits import active_layer, paste_plain
from tests.ui.studio import Studio, middle

CHALK = next(preset.brush for preset in built_in() if preset.name == "Chalk")


@pytest.fixture
def presets(studio: Studio) -> Any:
    """The open list of presets of the colour brush."""
    paste_plain(studio, 255, 255, 255, 255)
    studio.press("Shift+B")
    return open_presets(studio)


def open_presets(studio: Studio) -> Any:
    studio.click("brush_presets_button")
    return studio.wait_for("preset_list")


def row_of(rows: Any, name: str) -> int:
    (row,) = (row for row in range(rows.count()) if rows.item(row).text() == name)
    return int(row)


def click(rows: Any, name: str) -> None:
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, row_of(rows, name)))


def type_name(studio: Studio, name: str) -> None:
    """Type into the editor of the list's row, and press Return."""
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: name in studio.texts("preset_list"))


def test_a_click_uses_a_preset_and_paints_with_its_texture(studio: Studio, presets: Any) -> None:
    click(presets, "Chalk")
    studio.wait_until_gone("preset_popup")
    assert studio.tools.brush == CHALK
    assert studio.find("brush_size_spin").value() == CHALK.size
    drag(studio.find("canvas"), (60, 150), (340, 150))
    row = active_layer(studio).raster.to_array()[150, 80:320, 0]
    assert len(np.unique(row)) > 20
    assert row.min() < 40
    assert row.max() > 150


def test_the_list_shows_a_sample_stroke_of_each(studio: Studio, presets: Any) -> None:
    def sample(row: int) -> Any:
        icon = presets.item(row).icon()
        return rgba_of(icon.pixmap(presets.iconSize()).toImage())[..., 3]

    count = presets.count()
    assert count == len(built_in())
    studio.qtbot.waitUntil(lambda: all(sample(row).any() for row in range(count)))
    samples = [sample(row) for row in range(count)]
    assert all((a != b).any() for a, b in pairwise(samples))


def test_keys_choose_and_close(studio: Studio, presets: Any) -> None:
    before = studio.tools.brush
    QTest.keyClick(presets, Qt.Key.Key_Escape)
    studio.wait_until_gone("preset_popup")
    assert studio.tools.brush == before
    studio.press("Shift+F5")
    rows = studio.wait_for("preset_list")
    QTest.keyClick(rows, Qt.Key.Key_Home)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    studio.wait_until_gone("preset_popup")
    assert studio.tools.brush == built_in()[1].brush


def test_an_eraser_keeps_erasing(studio: Studio, presets: Any) -> None:
    QTest.keyClick(presets, Qt.Key.Key_Escape)
    studio.press("Shift+E")
    click(open_presets(studio), "Chalk")
    studio.wait_until_gone("preset_popup")
    assert studio.tools.brush == replace(CHALK, erase=True)


def test_the_brush_is_saved_named_renamed_and_deleted(
    studio: Studio, presets: Any, tmp_path: Path
) -> None:
    QTest.keyClick(presets, Qt.Key.Key_Escape)
    mine = Brush(77, 0.25, opacity=0.5)
    studio.tools.brush = mine
    rows = open_presets(studio)
    assert not studio.find("preset_rename_button").isEnabled()
    studio.click("preset_save_button")
    type_name(studio, "Mine")
    assert rows.currentItem().text() == "Mine"
    path = tmp_path / "data" / "brushes.json"
    assert [preset["name"] for preset in json.loads(path.read_text())] == ["Mine"]
    studio.click("preset_rename_button")
    type_name(studio, "Glaze")
    assert "Mine" not in studio.texts("preset_list")
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    studio.wait_until_gone("preset_popup")
    studio.tools.brush = CHALK
    click(open_presets(studio), "Glaze")
    studio.wait_until_gone("preset_popup")
    assert studio.tools.brush == mine
    rows = open_presets(studio)
    assert rows.currentItem().text() == "Glaze"  # the one in use
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert "Glaze" not in studio.texts("preset_list")
    assert json.loads(path.read_text()) == []


def test_the_presets_of_the_program_stay(studio: Studio, presets: Any) -> None:
    presets.setCurrentRow(0)
    assert not studio.find("preset_delete_button").isEnabled()
    QTest.keyClick(presets, Qt.Key.Key_Delete)
    QTest.keyClick(presets, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is presets
    assert studio.texts("preset_list") == [preset.name for preset in built_in()]


def test_the_texture_is_set_and_shown(studio: Studio) -> None:
    studio.press("Shift+B")
    studio.click("brush_texture_button")
    studio.wait_for("texture_popup")
    before = rgba_of(studio.find("texture_preview").pixmap().toImage())
    studio.choose("brush_tip_combo", "Crumbly")
    studio.choose("brush_grain_combo", "Linen")
    assert studio.find("brush_depth_slider").value() == 50
    studio.find("brush_depth_slider").setValue(80)
    QTest.mouseClick(studio.find("brush_wet_check"), LEFT, pos=QPoint(8, 8))
    brush = studio.tools.brush
    assert (brush.tip, brush.grain, brush.depth) == (Tip.CRUMBLY, Grain.CANVAS, 0.8)
    assert brush.wet_edges
    after = rgba_of(studio.find("texture_preview").pixmap().toImage())
    assert (before != after).any()
    QTest.keyClick(studio.find("texture_popup"), Qt.Key.Key_Escape)
    studio.wait_until_gone("texture_popup")
    assert studio.tools.brush == brush
