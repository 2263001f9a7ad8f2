"""Every text of the interface is translated, and the translations are in use."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

import dev
from glide_studio.session.language import LANGUAGES, speak, system_language, tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.commands.table import menus

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
SOURCES = [ROOT / "glide_studio" / name for name in ("ui", "session", "app.py")]
TRANSLATED = pytest.mark.parametrize("language", ["de", "fr"])
VALUES = re.compile(r"\{\w+\}")


def program(name: str) -> Path:
    return Path(sys.executable).parent / name


def messages(language: str) -> list[tuple[str, str]]:
    """Source and translation of every message."""
    root = ElementTree.parse(FOLDER / f"glide_studio_{language}.ts").getroot()
    return [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in root.iter("message")
    ]


@pytest.fixture
def spoken(qapp: QApplication, language: str) -> Iterator[str]:
    """The application speaks `language` until the test ends."""
    speak(qapp, language)
    yield language
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@TRANSLATED
def test_no_text_lacks_a_finished_translation(language: str, tmp_path: Path) -> None:
    """`python3 dev.py translate` lists what is missing."""
    texts = tmp_path / f"glide_studio_{language}.ts"
    shutil.copy(FOLDER / texts.name, texts)
    options = ["-extensions", "py", "-locations", "none", "-no-obsolete"]
    command = [program("pyside6-lupdate"), *options, *SOURCES, "-ts", texts]
    subprocess.run(command, check=True, capture_output=True)
    assert dev.untranslated(texts.read_text("utf-8")) == []


@TRANSLATED
def test_translations_keep_the_values_and_the_spaces(language: str) -> None:
    found = messages(language)
    assert len(found) > 600
    for source, translation in found:
        assert sorted(VALUES.findall(source)) == sorted(VALUES.findall(translation)), source
        assert source[:1].isspace() == translation[:1].isspace(), source
        assert source[-1:].isspace() == translation[-1:].isspace(), source
        assert source.startswith("&") <= ("&" in translation), source


@TRANSLATED
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"glide_studio_{language}.qm"))
    for source, translation in messages(language):
        assert translation in (translator.translate("", source), "") or source == "Normal"


def test_texts_are_written_out_where_they_are_translated() -> None:
    """lupdate finds neither texts in an f-string nor those in a variable."""
    for path in (ROOT / "glide_studio").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        calls = {node for node in ast.walk(tree) if is_tr(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                assert not calls & set(ast.walk(node)), (path, node.lineno)
        for call in calls:
            assert isinstance(call.args[0], ast.Constant), (path, call.lineno)


def is_tr(node: ast.AST) -> bool:
    named_tr = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return named_tr and node.func.id == "tr"


@pytest.mark.parametrize("language", ["de"])
def test_texts_and_menus_come_in_the_language_that_is_spoken(spoken: str) -> None:
    assert tr("Undo") == "Rückgängig"
    assert tr("Normal", "quality") == "Normal"
    assert tr("no such text") == "no such text"
    assert [menu.title for menu in menus()][:2] == ["&Datei", "&Bearbeiten"]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_two_menus_of_a_language_share_a_letter(spoken: str) -> None:
    letters = [menu.title.partition("&")[2][:1].casefold() for menu in menus()]
    assert all(letters)
    assert len(set(letters)) == len(letters), letters


def test_the_language_is_kept_and_is_the_systems_at_first() -> None:
    assert Preferences().language == system_language()
    Preferences().language = "fr"
    assert Preferences().language == "fr"
    Preferences().language = "xx"
    assert Preferences().language == system_language()
    assert system_language() in LANGUAGES
