"""Very long file names in tabs and messages."""

from pathlib import Path

from PIL import Image
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QTabBar

from tests.ui.studio import Studio

LONG = "m" * 200 + ".png"


def test_a_long_name_leaves_the_other_tabs_their_room(studio: Studio, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("red.png", LONG, "green.png")]
    for path in paths:
        Image.new("RGB", (64, 64)).save(path)
    studio.window.resize(1400, 800)
    studio.window.open_files(paths)
    studio.qtbot.waitUntil(lambda: studio.editor.open_document.path == paths[-1])
    bar: QTabBar = studio.find("document_tabs")
    studio.qtbot.waitUntil(lambda: bar.tabRect(2).width() > 0)
    metrics = QFontMetrics(bar.font())
    red, long, green = (bar.tabRect(index) for index in range(3))
    assert green.right() <= bar.width()
    assert red.width() > metrics.horizontalAdvance("red.png")
    assert green.width() > metrics.horizontalAdvance("green.png")
    assert red.width() < long.width() < metrics.horizontalAdvance("m" * 40)
    assert bar.tabToolTip(1) == str(paths[1])


def test_a_long_name_in_a_message_is_elided_and_the_tooltip_has_it(studio: Studio) -> None:
    said = f"“{LONG}” and “red.png” cannot be opened."
    studio.editor.open_document.noticed.emit(said)
    label: QLabel = studio.find("message_label")
    studio.qtbot.waitUntil(lambda: label.isVisible() and "…" in label.text())
    studio.qtbot.wait(20)
    room = label.contentsRect().width()
    assert 300 < room < 560
    widest = max(map(label.fontMetrics().horizontalAdvance, label.text().split()))
    assert room - 40 < widest <= room
    assert label.text().startswith("“mmm")
    assert label.text().endswith("mmm.png” and “red.png” cannot be opened.")
    assert label.toolTip() == said
    short = "“red.png” cannot be opened."
    studio.editor.open_document.noticed.emit(short)
    assert label.text() == label.toolTip() == short


def test_a_message_is_fitted_again_when_the_window_gets_narrower(studio: Studio) -> None:
    said = f"“{LONG}” is damaged."
    studio.editor.open_document.failed.emit(said)
    label: QLabel = studio.find("message_label")
    studio.qtbot.waitUntil(lambda: "…" in label.text())
    before = label.text()
    studio.find("message_bar").parentWidget().resize(300, 600)
    studio.qtbot.waitUntil(lambda: len(label.text()) < len(before))
    assert label.toolTip() == said
