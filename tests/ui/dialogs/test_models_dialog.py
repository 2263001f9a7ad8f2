"""The Models window, operated as an artist would, with a server on this machine."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from safetensors.torch import save_file

from glide_studio.core.request.installed import installed_models
from glide_studio.engine.importing import import_checkpoints
from glide_studio.library.catalogue import GLIDE_FILTERED
from glide_studio.library.networks import NetworkFile
from glide_studio.session.preferences import Preferences
from tests.fakes import STARTER
from tests.library import released
from tests.library.faulty_server import Fault, FaultyServer, faulty_server
from tests.ui.studio import Studio

TITLE = "GLIDE (filtered)"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FaultyServer]:
    files = {name: released.save(name, tmp_path).read_bytes() for name in ("base", "upsample")}
    with faulty_server(**files) as server:
        yield server


@pytest.fixture
def models(studio: Studio, server: FaultyServer) -> Studio:
    """The studio with the Models window open; the released model is on the server."""
    library = studio.editor.library
    library.importer = import_checkpoints
    library.released = replace(GLIDE_FILTERED, address=server.address)
    studio.find("manage_models_action").trigger()
    studio.wait_for("models_dialog")
    return studio


def rows(studio: Studio) -> list[str]:
    """The titles in the list."""
    return [text.partition("\n")[0] for text in studio.texts("models_list")]


def install(studio: Studio) -> None:
    """Start the installation of the released model, which is selected at first."""
    studio.click("model_install_button")
    studio.wait_for("model_warning")
    studio.click("model_warning_install_button")


def finish(studio: Studio) -> None:
    studio.qtbot.waitUntil(lambda: not studio.editor.library.is_busy, timeout=20_000)


def drop(target: QWidget, *paths: Path) -> None:
    """Drop files on a window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    entering = QDragEnterEvent(QPoint(9, 9), action, data, button, keys.NoModifier)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted()
    event = QDropEvent(QPointF(9, 9), action, data, button, keys.NoModifier)
    QApplication.sendEvent(target, event)


def test_a_model_is_installed_in_a_few_clicks_and_removed(
    models: Studio, server: FaultyServer
) -> None:
    assert rows(models) == [STARTER.title, TITLE]
    assert not models.find("model_remove_button").isEnabled()
    install(models)
    finish(models)
    assert server.paths == ["/base.pt", "/upsample.pt"]
    assert "Installed" in models.texts("models_list")[1]
    assert models.find("models_message").text() == f"“{TITLE}” is installed."
    assert not models.find("model_text_check").isEnabled()
    assert not models.find("model_install_button").isEnabled()
    assert models.find("model_details").text().splitlines()[1] == "Text to image, Sketch, Upscale"
    models.click("model_verify_button")
    finish(models)
    assert "undamaged" in models.find("models_message").text()
    models.click("model_remove_button")
    models.wait_for("model_remove_question")
    models.click("model_remove_confirm_button")
    finish(models)
    assert models.texts("models_list")[1] == f"{TITLE}\nNot installed"
    assert [model.name for model in installed_models()] == ["starter"]


def test_a_download_is_paused_resumed_and_cancelled(models: Studio, server: FaultyServer) -> None:
    server.faults.append(Fault("stall", 300_000))
    install(models)
    models.qtbot.waitUntil(lambda: bool(server.paths))
    assert not models.find("model_install_button").isEnabled()
    models.click("models_pause_button")
    assert models.find("models_message").text() == "Paused"
    server.faults.append(Fault("stall", 300_000))
    models.click("models_pause_button")
    models.qtbot.waitUntil(lambda: len(server.paths) == 2)
    models.click("models_cancel_button")
    finish(models)
    assert models.texts("models_list")[1].startswith(f"{TITLE}\nNot installed · ")
    assert not models.find("models_progress").isVisible()
    models.click("model_remove_button")
    models.wait_for("model_remove_question")
    models.click("model_remove_confirm_button")
    finish(models)
    assert models.texts("models_list")[1] == f"{TITLE}\nNot installed"
    assert not models.find("model_remove_button").isEnabled()


def test_a_failure_is_shown_in_the_models_window_and_the_main_window(
    models: Studio, server: FaultyServer
) -> None:
    server.faults.append(Fault("html"))
    install(models)
    finish(models)
    assert "sent a web page" in models.find("models_message").text()
    models.click("models_close_button")
    assert "sent a web page" in (models.message() or "")


def test_nothing_is_downloaded_when_working_offline(models: Studio, server: FaultyServer) -> None:
    Preferences().offline = True
    install(models)
    finish(models)
    assert "works offline" in models.find("models_message").text()
    assert server.paths == []


def test_work_goes_on_without_a_closed_window(models: Studio, server: FaultyServer) -> None:
    models.click("models_close_button")
    models.wait_until_gone("models_dialog")
    models.find("manage_models_action").trigger()
    models.wait_for("models_dialog")
    install(models)
    finish(models)
    assert models.find("models_message").text() == models.message() == f"“{TITLE}” is installed."


@pytest.mark.parametrize("window", ["main_window", "models_dialog"])
def test_checkpoints_that_are_dropped_are_imported(
    models: Studio, tmp_path: Path, window: str
) -> None:
    target = models.window if window == "main_window" else models.find(window)
    drop(target, tmp_path / "base.pt", tmp_path / "upsample.pt")
    models.wait_for("import_dialog")
    models.type("import_name_edit", "a/b")
    assert not models.find("import_ok_button").isEnabled()
    assert "cannot be the name" in models.find("import_problem").text()
    models.type("import_name_edit", "My flowers")
    models.choose("import_storage_combo", "Half")
    models.click("import_ok_button")
    finish(models)
    assert rows(models) == [STARTER.title, "My flowers", TITLE]
    assert models.find("models_list").currentRow() == 2  # the model that was selected
    assert Preferences().storage == "float16"
    mine = installed_models()[1]
    assert mine.capabilities.sources == ("nothing", "sketch", "upscale")


def test_a_foreign_checkpoint_is_refused_by_name(models: Studio, tmp_path: Path) -> None:
    path = tmp_path / "lora.safetensors"
    save_file({"unet.lora_up.weight": torch.zeros(3)}, path)
    drop(models.window, path)
    models.wait_for("import_dialog")
    models.click("import_ok_button")
    finish(models)
    assert "“lora.safetensors” is a LoRA" in models.find("models_message").text()
    assert rows(models) == [STARTER.title, TITLE]


def test_runs_that_use_a_removed_model_are_cancelled(
    models: Studio, tmp_path: Path, complete: Callable[..., Any]
) -> None:
    """The starter's name stands for a model of the user's: other runs go on."""
    models.engine.endless = True
    models.engine.step_seconds = 0.02
    models.ask("a lamp")
    models.ask("a bell")
    models.qtbot.waitUntil(lambda: bool(models.engine.requests))
    models.editor.runs.cancel_model("another")
    assert models.editor.runs.running is not None
    models.editor.runs.cancel_model("starter")
    models.finish()
    assert {run.state for run in models.editor.runs.list.runs} == {"cancelled"}
    assert models.message() is None


def test_closing_the_program_ends_the_work(models: Studio, server: FaultyServer) -> None:
    """The fixtures see to it that no thread is left."""
    server.faults.append(Fault("stall", 300_000))
    install(models)
    models.qtbot.waitUntil(lambda: bool(server.paths))


def test_an_unexpected_failure_of_the_importer_is_reported_too(
    models: Studio, tmp_path: Path
) -> None:
    def broken(*_: object) -> list[NetworkFile]:
        raise OSError(28, "No space left on device")

    models.editor.library.importer = broken
    drop(models.window, tmp_path / "base.pt")
    models.wait_for("import_dialog")
    models.click("import_ok_button")
    finish(models)
    assert "No space left on device" in models.find("models_message").text()
