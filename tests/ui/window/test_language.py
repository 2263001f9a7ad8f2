"""Messages in German, those of core and engine too; the choice of another language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

from glide_studio.engine import ModelError
from glide_studio.engine.importing import import_checkpoints
from glide_studio.library.control import Control
from glide_studio.library.store import import_model
from glide_studio.session.language import set_language
from glide_studio.session.preferences import Preferences
from glide_studio.ui.window.main_window import MainWindow
from tests.fakes import FakeEngine
from tests.library import released
from tests.ui.studio import Studio, click_row


@pytest.fixture
def german(spoken: str, studio: Studio) -> Studio:
    """A window that opened in German."""
    return studio


def told(studio: Studio, sentence: str) -> None:
    """Wait until the window says so."""
    studio.qtbot.waitUntil(lambda: studio.message() == sentence)


def test_no_title_of_a_stacked_panel_is_cut_off(german: Studio) -> None:
    german.window.resize(1280, 800)

    def are_whole() -> bool:
        bars = german.window.findChildren(QTabBar, options=Qt.FindDirectChildrenOnly)
        shown = [bar for bar in bars if bar.isVisible()]
        return len(shown) == 3 and all(bar.width() >= bar.sizeHint().width() for bar in shown)

    german.qtbot.waitUntil(are_whole)


def test_an_empty_prompt_is_refused_in_german(german: Studio) -> None:
    german.click("generate_button")
    told(german, "Der Prompt ist leer: beschreiben, was zu sehen sein soll.")


def test_a_broken_picture_is_refused_in_german(german: Studio, photograph: Path) -> None:
    broken = photograph.with_name("halb.png")
    broken.write_bytes(photograph.read_bytes()[:200])
    german.press("Ctrl+O")
    german.choose_file("open_dialog", broken)
    told(german, "„halb.png“ ist beschädigt oder unvollständig. Eine neue Kopie besorgen.")


def test_an_empty_mask_is_refused_in_german(german: Studio, photograph: Path) -> None:
    german.open(photograph)
    assert german.editor.document.layers[0].name == "Hintergrund"
    empty = photograph.with_name("leer.png")
    Image.new("L", (400, 300)).save(empty)
    german.find("import_mask_action").trigger()
    german.choose_file("import_mask_dialog", empty)
    sentence = "Die Maske „leer.png“ ist leer. Den Bereich weiß machen, der neu gemalt werden soll."
    told(german, sentence)


def test_a_canvas_that_is_too_large_is_refused_in_german(german: Studio) -> None:
    german.press("Ctrl+Alt+C")
    for side in ("width", "height"):
        german.find(f"canvas_size_dialog_{side}_spin").setValue(20_000)
    outcome = german.find("canvas_size_dialog_outcome_label")
    assert outcome.text() == "Ein Bild hat höchstens 200 Megapixel: eine kleinere Größe wählen."
    german.click("canvas_size_dialog_cancel_button")


@pytest.mark.parametrize(
    ("prompt", "sentence"),
    [
        ("a __wrong__ car", "Die Wortliste „wrong“ verweist auf sich selbst."),
        ("__mood__", "Es gibt keine Wortliste „mood“. Eine Datei mood.txt in {folder} legen."),
    ],
)
def test_a_broken_list_is_refused_in_german(german: Studio, prompt: str, sentence: str) -> None:
    folder = german.editor.word_lists.folder
    assert folder is not None
    folder.mkdir(parents=True)
    (folder / "wrong.txt").write_text("so __wrong__")
    german.type("prompt_edit", prompt)
    german.click("generate_button")
    told(german, sentence.format(folder=folder))


def test_a_broken_palette_is_refused_in_german(german: Studio, tmp_path: Path) -> None:
    (tmp_path / "bunt.gpl").write_text("GIMP Palette\n1 2 300\n")
    german.find("palette_menu").actions()[0].trigger()
    german.choose_file("load_palette_dialog", tmp_path / "bunt.gpl")
    sentence = "Zeile 2 der Palette ist keine Farbe. Erwartet werden drei Zahlen von 0 bis 255."
    told(german, sentence)


def test_an_error_of_the_engine_is_shown_in_german(german: Studio, engine: FakeEngine) -> None:
    absent = "There is no model “{name}”. No model is installed."
    engine.load_error = ModelError(absent, name="starter")
    german.type("prompt_edit", "a red car")
    german.click("generate_button")
    told(german, "Es gibt kein Modell „starter“. Es ist kein Modell installiert.")


def test_a_wrong_profile_is_noticed_in_german(german: Studio, tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "bunt.png", icc_profile=b"no profile")
    german.open(tmp_path / "bunt.png")
    sentence = "Das Farbprofil von „bunt.png“ ist beschädigt. Die Farben werden als sRGB gelesen."
    told(german, sentence)


def test_an_upscaled_picture_is_named_in_german(german: Studio, photograph: Path) -> None:
    german.open(photograph)
    german.find("upscale_mode_action").trigger()
    german.click("generate_button")
    german.finish()
    german.qtbot.waitUntil(lambda: german.editor.document.extent.width == 1600)
    assert german.editor.document.layers[0].name == "Hochskaliertes Bild"
    names = [widget.text() for widget in german.window.findChildren(QWidget, "generate_button")]
    assert names == ["Generieren"]


def test_the_first_step_and_percentages_are_in_german(german: Studio, photograph: Path) -> None:
    assert german.find("history_list").item(0).text() == "Neu"
    german.open(photograph)
    texts = [label.text() for label in german.window.findChildren(QLabel)]
    assert "80\N{NO-BREAK SPACE}%" in texts  # of the brush's hardness


def test_a_label_that_is_too_long_ends_in_an_ellipsis(german: Studio) -> None:
    label = german.find("tool_label")
    german.window.resize(1400, 800)
    german.qtbot.waitUntil(lambda: label.fitting == label.text())
    german.window.resize(1150, 700)
    german.press("C")
    german.qtbot.waitUntil(lambda: label.text().startswith("Zuschneiden"))
    german.qtbot.waitUntil(lambda: label.fitting.endswith("…"))


def test_models_are_described_in_german(german: Studio, tmp_path: Path) -> None:
    files = [released.save("base", tmp_path)]
    import_model(files, "Mein", import_checkpoints, Control(), lambda _: None)
    german.find("manage_models_action").trigger()
    german.wait_for("models_dialog")
    said = []
    for row in (0, 1):
        click_row(german.find("models_list"), row)
        said.append(german.find("model_details").text().splitlines()[0])
    assert said[0].startswith("Kleine GLIDE-Netze, an zusammengesetzten Szenen trainiert")
    assert said[1] == "Importiert aus base.pt"
    german.click("models_close_button")


# A chosen language is stored at once and used by the next window


@pytest.fixture
def english(qapp: QApplication, studio: Studio) -> Iterator[Studio]:
    """A window in English, which the application speaks again afterwards."""
    Preferences().language = "en"
    yield studio
    set_language(qapp, "en")


def texts(window: QWidget) -> set[str]:
    """The texts, accessible names and tooltips of a window's controls."""
    widgets = window.findChildren(QWidget)
    buttons = QLabel | QAbstractButton
    shown = {widget.text() for widget in widgets if isinstance(widget, buttons)}
    named = {text for widget in widgets for text in (widget.accessibleName(), widget.toolTip())}
    return shown | named | {action.text() for action in window.actions()}


def choose_german(studio: Studio) -> None:
    if not studio.window.findChildren(QWidget, "preferences_dialog"):
        studio.press("Ctrl+,")
    view = studio.find("language_combo").view()
    studio.click("language_combo")
    studio.qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    studio.qtbot.waitUntil(lambda: studio.find("language_combo").currentText() == "Deutsch")
    hints = studio.find("preferences_dialog").findChildren(QLabel)
    assert "Takes effect at the next start." in [hint.text() for hint in hints]
    studio.click("preferences_close_button")
    studio.qtbot.waitUntil(lambda: not studio.window.findChildren(QWidget, "preferences_dialog"))


def test_a_chosen_language_is_stored_and_leaves_the_open_window_as_it_is(english: Studio) -> None:
    english.press("Ctrl+,")
    before = texts(english.window)
    choose_german(english)
    assert Preferences().language == "de"
    assert texts(english.window) <= before
    english.press("F1")
    assert "Open a picture, paint a mask" in english.find("manual_text").toPlainText()
    english.find("manual").close()


def test_the_next_start_uses_the_chosen_language(qapp: QApplication, english: Studio) -> None:
    choose_german(english)
    before = texts(english.window)
    english.window.close()
    set_language(qapp, Preferences().language)  # as the program does when it starts
    window = MainWindow(english.editor)
    english.qtbot.addWidget(window)
    assert "Generate" in before
    assert "Generieren" in texts(window)
    assert "Generate" not in texts(window)
