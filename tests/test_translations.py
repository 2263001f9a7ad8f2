"""Every text of the interface is translated, and the translations are in use."""

import ast
import importlib
import pickle
import pkgutil
import re
import shutil
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
import translate
from PySide6.QtCore import QTranslator
from translate import ROOT, SENTENCES, gather, texts_of

import glide_studio
from glide_studio.core.files.safe_file import PictureError
from glide_studio.core.sentence import ArtistError
from glide_studio.session.language import LANGUAGES, system_language, tr
from glide_studio.session.preferences import Preferences
from glide_studio.ui.actions.table import menus

MAKES_SENTENCES = ROOT / "glide_studio" / "core" / "sentence.py"
WITHOUT_LANGUAGE = ("glide_studio/core/", "glide_studio/engine/", "glide_studio/library/")
TRANSLATED = pytest.mark.parametrize("language", translate.TRANSLATED)
VALUES = re.compile(r"\{\w+(?::\w+)?\}")


def messages(language: str) -> list[tuple[str, str]]:
    """Source and translation of every message."""
    root = ElementTree.parse(texts_of(language)).getroot()
    return [
        (message.findtext("source", ""), message.findtext("translation", ""))
        for message in root.iter("message")
    ]


@TRANSLATED
def test_no_text_lacks_a_finished_translation(language: str, tmp_path: Path) -> None:
    """`python3 dev.py translate` lists what is missing."""
    texts = Path(shutil.copy(texts_of(language), tmp_path))
    assert gather(language, texts) == []


@TRANSLATED
def test_translations_keep_the_values_and_the_spaces(language: str) -> None:
    found = messages(language)
    assert len(found) > 600
    for source, translation in found:
        assert sorted(VALUES.findall(source)) == sorted(VALUES.findall(translation)), source
        assert source[:1].isspace() == translation[:1].isspace(), source
        assert source[-1:].isspace() == translation[-1:].isspace(), source
        assert source.startswith("&") <= ("&" in translation), source


def test_french_has_its_apostrophes_and_no_line_begins_with_a_mark() -> None:
    for _, translation in messages("fr"):
        assert not re.search(r" [:;?!»%]|« |'", translation), translation


def test_german_has_a_space_before_the_three_dots() -> None:
    for _, translation in messages("de"):
        assert not re.search(r"\w…$", translation), translation


@TRANSLATED
def test_the_compiled_texts_equal_the_written_ones(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(texts_of(language).with_suffix(".qm")))
    for source, translation in messages(language):
        assert translation in (translator.translate("", source), "") or source == "Normal"


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, ast.Call]]:
    """The calls of `tr` and of what is made of a text as `tr` is, each with its place."""
    found = []
    for path in set((ROOT / "glide_studio").rglob("*.py")) - {MAKES_SENTENCES}:
        tree = ast.parse(path.read_text("utf-8"))
        calls = [node for node in ast.walk(tree) if is_text(node)]
        found += [(f"{path.relative_to(ROOT)}:{call.lineno}", call) for call in calls]
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                assert not set(calls) & set(ast.walk(node)), (path, node.lineno)
    return found


def is_text(node: ast.AST) -> bool:
    by_name = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return by_name and node.func.id in ("tr", *SENTENCES)


def template(call: ast.Call) -> str:
    return call.args[0].value


def test_texts_to_translate_are_literals(texts: list[tuple[str, ast.Call]]) -> None:
    """lupdate finds neither texts in an f-string nor those in a variable."""
    for place, call in texts:
        assert isinstance(call.args[0], ast.Constant), place


def test_every_error_for_the_artist_is_gathered() -> None:
    for module in pkgutil.walk_packages(glide_studio.__path__, "glide_studio."):
        if module.name.startswith(
            tuple(f"glide_studio.{room}." for room in ("core", "engine", "library", "pool"))
        ):
            importlib.import_module(module.name)
    kinds = ArtistError.__subclasses__()
    special = [under for kind in kinds for under in kind.__subclasses__()]
    required, known = {kind.__name__ for kind in kinds}, {kind.__name__ for kind in special}
    assert required <= set(SENTENCES) - {"Sentence"} <= required | known


@TRANSLATED
def test_every_sentence_of_core_and_engine_has_its_translation(
    language: str, texts: list[tuple[str, ast.Call]]
) -> None:
    translations = dict(messages(language))
    beyond_qt = [(p, c) for p, c in texts if p.startswith(WITHOUT_LANGUAGE)]
    assert len(beyond_qt) > 80
    for place, call in beyond_qt:
        assert translations.get(template(call)), (place, template(call))


def test_the_values_of_a_sentence_are_those_that_it_names(
    texts: list[tuple[str, ast.Call]],
) -> None:
    for place, call in texts:
        if call.func.id != "tr":
            named = {name for _, name, _, _ in Formatter().parse(template(call)) if name}
            assert named == {value.arg for value in call.keywords}, place


def test_an_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(PictureError("“{name}” is gone.", name="{a}.png")))
    assert isinstance(error, PictureError)
    assert str(error) == "“{a}.png” is gone."
    assert error.sentence.filled("{name} fehlt.") == "{a}.png fehlt."


@pytest.mark.parametrize("language", ["de"])
def test_texts_and_menus_are_in_the_chosen_language(spoken: str) -> None:
    assert tr("Undo") == "Rückgängig"
    assert tr("Normal", "quality") == "Normal"
    assert tr("no such text") == "no such text"
    assert [menu.title for menu in menus()][:2] == ["&Datei", "&Bearbeiten"]


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_two_menus_of_a_language_share_a_letter(spoken: str) -> None:
    letters = [menu.title.partition("&")[2][:1].casefold() for menu in menus()]
    assert all(letters)
    assert len(set(letters)) == len(letters), letters


def test_the_language_is_remembered_and_initially_the_systems() -> None:
    assert Preferences().language == system_language()
    Preferences().language = "fr"
    assert Preferences().language == "fr"
    Preferences().language = "xx"
    assert Preferences().language == system_language()
    assert system_language() in LANGUAGES
