"""Several programs at once: what they remember together is what each of them remembers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from glide_studio.core.paint.palette import Swatch
from glide_studio.core.raster.colour import Colour
from glide_studio.folders import data_folder
from glide_studio.session import locking
from glide_studio.session.colours import Colours
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import PromptBook, Style
from glide_studio.ui.actions.actions import Actions
from glide_studio.ui.actions.table import menus
from tests.processes import ROOT

RED, BLUE = Colour(255, 0, 0), Colour(0, 0, 255)

REMEMBER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from glide_studio.core.raster.colour import Colour
from glide_studio.session.colours import Colours
from glide_studio.session.preferences import Preferences
from glide_studio.session.prompt_book import PromptBook, Style

app, who, path = QCoreApplication([]), int(sys.argv[1]), Path(sys.argv[2])
book, preferences = PromptBook(path), Preferences()
colours = Colours(preferences)
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    book.remember(f"{who}: {number}")
    book.set_favourite(f"{who}: {number}", number % 2 == 0)
    book.set_styles((*book.styles, Style(f"{who}: {number}", "{prompt}")))
    colours.add_to_palette(Colour(who, number, 7))
    with preferences.exclusive():
        name = Path(f"/{who}/{number}")
        preferences.recent_files = (*preferences.recent_files, name)
"""


def test_two_programs_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "prompts.json"
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", REMEMBER, str(who), path],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for who in (1, 2)
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    for program in programs:
        _, errors = program.communicate(timeout=100)
        assert (program.returncode, errors) == (0, "")
    everything = [(who, number) for who in (1, 2) for number in range(20)]
    book = PromptBook(path)
    assert {prompt.text: prompt.favourite for prompt in book.prompts} == {
        f"{who}: {number}": number % 2 == 0 for who, number in everything
    }
    assert {f"{who}: {number}" for who, number in everything} < {s.name for s in book.styles}
    preferences = Preferences()
    assert {*preferences.recent_files} == {Path(f"/{who}/{n}") for who, n in everything}
    swatches = [swatch.colour for swatch in Colours(preferences).palette.swatches]
    assert {Colour(who, number, 7) for who, number in everything} < {*swatches}
    assert [*tmp_path.iterdir()] == [path]


def test_changes_of_two_prompt_books_are_merged(tmp_path: Path) -> None:
    path = tmp_path / "prompts.json"
    mine, theirs = PromptBook(path), PromptBook(path)
    before = mine.styles
    mine.remember("a cat")
    theirs.remember("a dog", "blurry")
    mine.set_favourite("a dog", True)
    theirs.forget("a cat")
    mine.set_styles((Style("Ink", "{prompt} in ink"), *before[1:]))
    theirs.set_styles((*before, Style("Chalk", "{prompt} in chalk")))
    mine.set_styles(tuple(style for style in mine.styles if style.name != "Ink"))
    theirs.remember("a bird")
    again = PromptBook(path)
    assert [(p.text, p.favourite, p.negative) for p in again.prompts] == [
        ("a bird", False, ""),
        ("a dog", True, "blurry"),
    ]
    assert again.styles == (*before[1:], Style("Chalk", "{prompt} in chalk"))


def test_a_file_damaged_meanwhile_is_renamed_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "prompts.json"
    book = PromptBook(path)
    said: list[str] = []
    book.failed.connect(said.append)
    book.remember("a cat")
    path.write_text("{")
    book.remember("a dog")
    assert said == [
        "The file of remembered prompts is damaged and was renamed to prompts-damaged-1.json."
    ]
    assert (tmp_path / "prompts-damaged-1.json").read_text() == "{"
    assert [prompt["text"] for prompt in json.loads(path.read_text())["prompts"]] == [
        "a dog",
        "a cat",
    ]
    path.unlink()
    book.remember("a bird")
    assert len(json.loads(path.read_text())["prompts"]) == 3


def test_a_file_locked_by_another_program_is_reported_and_saved_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 10)
    path = tmp_path / "prompts.json"
    book = PromptBook(path)
    said: list[str] = []
    book.failed.connect(said.append)
    lock = QLockFile(str(path) + ".lock")
    assert lock.lock()
    book.remember("a cat")
    assert said == ["The prompts cannot be saved: prompts.json is in use by another program."]
    assert [prompt.text for prompt in book.prompts] == ["a cat"]
    data_folder().mkdir(parents=True)
    other = QLockFile(str(data_folder() / "preferences.lock"))
    assert other.lock()
    Colours(Preferences()).remember(RED)
    assert Preferences().recent_colours == [RED.hex]
    lock.unlock()
    other.unlock()


def test_lists_of_two_programs_are_merged(qtbot: Any) -> None:
    mine, theirs = Colours(Preferences()), Colours(Preferences())
    count = len(mine.palette.swatches)
    mine.remember(RED)
    theirs.remember(BLUE)
    assert theirs.recent == (BLUE, RED)
    mine.add_to_palette(RED)
    theirs.add_to_palette(Colour(1, 2, 3))
    mine.remove_from_palette(Swatch(RED))
    mine.remove_from_palette(Swatch(RED))
    found = Colours(Preferences()).palette.swatches
    assert [swatch.colour for swatch in found[count:]] == [Colour(1, 2, 3)]


def test_shortcuts_of_two_programs_are_merged(qtbot: Any) -> None:
    windows = [QWidget(), QWidget()]
    for window in windows:
        qtbot.addWidget(window)
    mine, theirs = (Actions(menus(), Preferences(), window) for window in windows)
    for actions in (mine, theirs):
        for name in ("fit", "zoom_in"):
            actions.connect(name, lambda: None)
    assert mine.bind("fit", QKeySequence("Ctrl+K")) == ""
    assert theirs.bind("zoom_in", QKeySequence("Ctrl+J")) == ""
    assert Preferences().shortcuts == {"fit": "Ctrl+K", "zoom_in": "Ctrl+J"}
