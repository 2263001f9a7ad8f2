"""Messages in German, including those of core and engine, which are translated in the window."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel, QWidget

from glide_studio.engine import ModelError
from tests.fakes import FakeEngine
from tests.ui.studio import Studio


@pytest.fixture
def german(spoken: str, studio: Studio) -> Studio:
    """A window that opened in German."""
    return studio


def told(studio: Studio, sentence: str) -> None:
    """Wait until the window says so."""
    studio.qtbot.waitUntil(lambda: studio.message() == sentence)


def test_an_empty_prompt_is_refused_in_german(german: Studio) -> None:
    german.click("generate_button")
    told(german, "Der Prompt ist leer: beschreiben, was zu sehen sein soll.")


def test_a_broken_picture_is_refused_in_german(
    german: Studio, photograph: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "halb.png"
    broken.write_bytes(photograph.read_bytes()[:200])
    german.press("Ctrl+O")
    german.choose_file("open_dialog", broken)
    told(german, "„halb.png“ ist beschädigt oder unvollständig. Eine neue Kopie besorgen.")


def test_an_empty_mask_is_refused_in_german(
    german: Studio, photograph: Path, tmp_path: Path
) -> None:
    german.open(photograph)
    assert german.editor.document.layers[0].name == "Hintergrund"
    Image.new("L", (400, 300)).save(tmp_path / "leer.png")
    german.find("import_mask_action").trigger()
    german.choose_file("import_mask_dialog", tmp_path / "leer.png")
    told(
        german,
        "Die Maske „leer.png“ ist leer. Den Bereich weiß machen, der neu gemalt werden soll.",
    )


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
        (
            "a __mood__ car",
            "Es gibt keine Wortliste „mood“. Eine Datei mood.txt in {folder} legen.",
        ),
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
    told(
        german,
        "Zeile 2 der Palette ist keine Farbe. Erwartet werden drei Zahlen von 0 bis 255.",
    )


def test_an_error_of_the_engine_is_shown_in_german(german: Studio, engine: FakeEngine) -> None:
    engine.load_error = ModelError(
        "There is no model “{name}”. No model is installed.", name="starter"
    )
    german.type("prompt_edit", "a red car")
    german.click("generate_button")
    told(german, "Es gibt kein Modell „starter“. Es ist kein Modell installiert.")


def test_a_wrong_profile_is_noticed_in_german(german: Studio, tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "bunt.png", icc_profile=b"no profile")
    german.open(tmp_path / "bunt.png")
    told(
        german, "Das Farbprofil von „bunt.png“ ist beschädigt. Die Farben werden als sRGB gelesen."
    )


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
    assert "80\N{NARROW NO-BREAK SPACE}%" in texts  # of the brush's hardness


def test_a_label_that_is_too_long_ends_in_an_ellipsis(german: Studio) -> None:
    label = german.find("tool_label")
    assert label.fitting == label.text()
    german.window.resize(1000, 700)
    german.press("C")
    german.qtbot.waitUntil(lambda: label.text().startswith("Zuschneiden"))
    german.qtbot.waitUntil(lambda: label.fitting.endswith("…"))
