"""Exporting: what the dialog shows is what is written, and the document stays as it is."""

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from glide_studio.session.preferences import Preferences
from tests.ui.commands.test_files import change, pixels, repaint
from tests.ui.commands.test_saving import box, click, is_shown, said
from tests.ui.studio import Studio

GPS = 0x8825


def open_export(studio: Studio, format_name: str = "") -> None:
    studio.press("Ctrl+Shift+E")
    studio.qtbot.waitUntil(lambda: is_shown(studio, "export_dialog"))
    if format_name:
        studio.choose("export_format_combo", format_name)
    shown_size(studio)


def shown_size(studio: Studio) -> str:
    """The size that is shown once the picture is encoded with the present options."""
    studio.qtbot.wait(200)  # longer than the dialog waits for further changes
    label = studio.find("export_size_label")
    studio.qtbot.waitUntil(lambda: label.text() != "Encoding…", timeout=20_000)
    text: str = label.text()
    return text


def export(studio: Studio, path: Path) -> None:
    studio.click("export_ok_button")
    studio.choose_file("export_file_dialog", path)
    said(studio, f"Exported {path.name}.")


def state(studio: Studio) -> tuple[object, ...]:
    editor = studio.editor
    return editor.open_document.path, editor.is_modified, editor.document


@pytest.mark.parametrize(
    ("name", "kind", "suffix"),
    [
        ("PNG", "PNG", ".png"),
        ("JPEG", "JPEG", ".jpg"),
        ("WebP", "WEBP", ".webp"),
        ("TIFF", "TIFF", ".tif"),
        ("AVIF", "AVIF", ".avif"),
    ],
)
def test_an_export_is_as_large_as_the_dialog_says_and_changes_nothing(
    studio: Studio, photograph: Path, tmp_path: Path, name: str, kind: str, suffix: str
) -> None:
    studio.open(photograph)
    change(studio)
    studio.editor.undo()
    repaint(studio)
    before = state(studio)
    open_export(studio, name)
    size = shown_size(studio)
    studio.click("export_ok_button")
    studio.qtbot.waitUntil(lambda: is_shown(studio, "export_file_dialog"))
    assert studio.find("fileNameEdit").text() == f"photograph{suffix}"
    path = tmp_path / "out" / "picture"
    path.parent.mkdir()
    studio.choose_file("export_file_dialog", path)
    said(studio, f"Exported picture{suffix}.")
    path = path.with_suffix(suffix)
    with Image.open(path) as written:
        assert written.format == kind
    assert size == f"{path.stat().st_size / 1000:.1f} KB"
    assert state(studio) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_lower_quality_makes_a_smaller_and_different_picture(
    studio: Studio, photograph: Path, tmp_path: Path
) -> None:
    studio.open(photograph)
    open_export(studio, "JPEG")
    slider = studio.find("export_quality_slider")
    assert slider.isVisible()
    best = float(shown_size(studio).split()[0])
    view = studio.find("export_preview")
    sharp = view.grab().toImage()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert float(shown_size(studio).split()[0]) < best / 2
    assert view.grab().toImage() != sharp
    export(studio, tmp_path / "small.jpg")
    with Image.open(tmp_path / "small.jpg") as written:
        coarse = max(written.quantization[0])
    assert coarse == 255  # as libjpeg's quality 1 has it
    assert (Preferences().export_format, Preferences().export_quality) == ("JPEG", 1)


def test_each_format_shows_the_options_that_it_has(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    open_export(studio)
    shown = {}
    for name in ("PNG", "JPEG", "WebP", "TIFF", "AVIF"):
        studio.choose("export_format_combo", name)
        shown[name] = tuple(
            studio.find(f"export_{part}").isVisible()
            for part in ("quality_slider", "lossless_check")
        )
    has_none, quality = (False, False), (True, False)
    both = (True, True)
    assert shown == {
        "PNG": has_none, "JPEG": quality, "WebP": both, "TIFF": has_none, "AVIF": quality
    }  # fmt: skip
    studio.choose("export_format_combo", "WebP")
    QTest.keyClick(studio.find("export_lossless_check"), Qt.Key.Key_Space)
    assert not studio.find("export_quality_slider").isEnabled()
    shown_size(studio)
    studio.find("export_dialog").reject()


def test_lossless_webp_keeps_every_pixel(studio: Studio, photograph: Path, tmp_path: Path) -> None:
    studio.open(photograph)
    open_export(studio, "WebP")
    QTest.keyClick(studio.find("export_lossless_check"), Qt.Key.Key_Space)
    export(studio, tmp_path / "exact.webp")
    assert np.array_equal(pixels(tmp_path / "exact.webp"), pixels(photograph))


def test_what_the_format_cannot_hold_is_said_before_writing(
    studio: Studio, photograph: Path, tmp_path: Path
) -> None:
    studio.open(photograph)
    studio.editor.paste(np.full((20, 20, 4), 128, np.uint8))
    open_export(studio, "PNG")
    assert "layers and edits are merged" in studio.find("export_losses_label").text()
    studio.find("export_dialog").reject()
    Image.new("RGBA", (40, 40), (9, 9, 9, 9)).save(tmp_path / "thin.png")
    studio.editor.new()
    studio.open(tmp_path / "thin.png")
    open_export(studio, "PNG")
    assert studio.find("export_losses_label").text() == ""
    studio.choose("export_format_combo", "JPEG")
    shown_size(studio)
    assert "cannot hold transparency" in studio.find("export_losses_label").text()
    studio.find("export_dialog").reject()


def test_a_picture_that_is_too_large_for_the_format_is_not_exported(
    studio: Studio, tmp_path: Path
) -> None:
    Image.new("L", (16_384, 2)).save(tmp_path / "long.png")
    studio.open(tmp_path / "long.png")
    open_export(studio, "WebP")
    assert "limited to 16383 pixels" in studio.find("export_losses_label").text()
    assert not studio.find("export_ok_button").isEnabled()
    studio.choose("export_format_combo", "PNG")
    shown_size(studio)
    assert studio.find("export_ok_button").isEnabled()
    studio.find("export_dialog").reject()


@pytest.mark.parametrize("removed", [False, True])
def test_the_location_is_kept_only_if_that_is_wanted(
    studio: Studio, photograph: Path, tmp_path: Path, removed: bool
) -> None:
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "N"
    located = tmp_path / "located.jpg"
    Image.open(photograph).save(located, exif=exif)
    Preferences().remove_location = removed
    studio.open(located)
    open_export(studio, "JPEG")
    assert studio.find("export_location_check").isVisible()
    assert studio.find("export_location_check").isChecked() != removed
    export(studio, tmp_path / "one.jpg")
    open_export(studio)
    QTest.keyClick(studio.find("export_location_check"), Qt.Key.Key_Space)
    export(studio, tmp_path / "two.jpg")
    found = []
    for name in ("one.jpg", "two.jpg"):
        with Image.open(tmp_path / name) as written:
            found.append(bool(written.getexif().get_ifd(GPS)))
    assert found == [not removed, removed]
    studio.open(photograph)
    open_export(studio)
    assert not studio.find("export_location_check").isVisible()
    studio.find("export_dialog").reject()


def test_export_again_asks_only_if_something_would_be_lost(
    studio: Studio, photograph: Path, tmp_path: Path
) -> None:
    again = studio.find("export_again_action")
    studio.open(photograph)
    assert not again.isEnabled()
    open_export(studio, "PNG")
    path = tmp_path / "again.png"
    export(studio, path)
    repaint(studio)
    again.trigger()
    said(studio, f"Exported {path.name}.")
    assert (pixels(path) == 255).all()
    assert studio.editor.is_modified
    Image.new("RGB", (3, 3)).save(path)
    again.trigger()
    assert "another program" in box(studio, "save_question").informativeText()
    click(studio, "save_question_cancel_button")
    assert pixels(path).shape == (3, 3, 3)
    studio.editor.new()
    assert not again.isEnabled()


def test_leaving_waits_for_an_export_and_its_question(
    studio: Studio, photograph: Path, tmp_path: Path
) -> None:
    studio.open(photograph)
    open_export(studio, "PNG")
    path = tmp_path / "late.png"
    export(studio, path)
    path.write_bytes(b"of another program")
    with studio.qtbot.waitSignal(studio.window.closed):
        studio.find("export_again_action").trigger()
        studio.find("quit_action").trigger()  # the question may be open already
        click(studio, "save_question_anyway_button")
    assert np.array_equal(pixels(path), pixels(photograph))


def test_exporting_over_an_animation_asks_first(studio: Studio, tmp_path: Path) -> None:
    path = tmp_path / "animation.webp"
    pages = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green")]
    pages[0].save(path, save_all=True, append_images=pages[1:], duration=100)
    studio.open(path)
    open_export(studio, "WebP")
    studio.click("export_ok_button")
    dialog = studio.find("export_file_dialog")
    dialog.fileSelected.emit(str(path))  # as after Qt's own question about an existing file
    dialog.reject()
    assert "2 frames" in box(studio, "save_question").informativeText()
    click(studio, "save_question_as_button")
    studio.choose_file("export_file_dialog", tmp_path / "one.webp")
    said(studio, "Exported one.webp.")
    with Image.open(path) as kept:
        assert getattr(kept, "n_frames", 1) == 2


def test_a_failed_export_offers_another_file(studio: Studio, photograph: Path) -> None:
    studio.open(photograph)
    open_export(studio, "PNG")
    studio.click("export_ok_button")
    protected = photograph.with_name("protected.png")
    protected.write_bytes(photograph.read_bytes())
    protected.chmod(0o444)
    dialog = studio.find("export_file_dialog")
    dialog.fileSelected.emit(str(protected))
    dialog.reject()
    assert "write-protected" in box(studio, "save_failed").informativeText()
    click(studio, "save_failed_as_button")
    studio.choose_file("export_file_dialog", photograph.with_name("fine.png"))
    said(studio, "Exported fine.png.")


def test_the_window_responds_while_a_large_picture_is_encoded(
    studio: Studio, tmp_path: Path
) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (3000, 4000, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "large.bmp")
    studio.open(tmp_path / "large.bmp")
    studio.press("Ctrl+Shift+E")
    longest, begun = 0.0, time.monotonic()
    while studio.find("export_size_label").text() == "Encoding…":
        before = time.monotonic()
        studio.qtbot.wait(1)
        longest = max(longest, time.monotonic() - before)
    assert longest < (time.monotonic() - begun) / 4  # both grow on a machine that is busy
    studio.find("export_dialog").reject()
    assert not studio.window.findChildren(QWidget, "save_question")


def test_a_drag_shows_another_part_of_the_picture(studio: Studio, tmp_path: Path) -> None:
    halves = np.zeros((40, 4000, 3), np.uint8)
    halves[:, 2000:] = 255
    Image.fromarray(halves).save(tmp_path / "wide.png")
    studio.open(tmp_path / "wide.png")
    open_export(studio, "PNG")
    view = studio.find("export_preview")
    middle = view.rect().center()

    def lightness(x: int) -> int:
        return int(view.grab().toImage().pixelColor(x, middle.y()).lightness())

    assert (lightness(10), lightness(view.width() - 10)) == (0, 255)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(view, middle - 200 * (middle - middle.__class__(middle.x() - 1, middle.y())))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)
    assert lightness(60) == 255
    for _ in range(20):
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert lightness(view.width() - 10) == 0
    studio.find("export_dialog").reject()
