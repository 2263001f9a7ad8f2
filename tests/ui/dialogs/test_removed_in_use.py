"""A model is removed in the real window, with the real engine, while a run uses it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from glide_studio import app
from glide_studio.core.request.installed import installed_models
from glide_studio.folders import models_folder
from glide_studio.library.control import Control
from glide_studio.library.store import import_model
from glide_studio.session.editor import Editor
from glide_studio.session.preferences import Preferences
from glide_studio.session.worker import Worker
from tests.library import released
from tests.ui.studio import Studio, click_row


@pytest.fixture
def editor(
    tmp_path: Path, qasync_loop: asyncio.AbstractEventLoop, complete: Callable[..., Any]
) -> Iterator[Editor]:
    """The starter and “Mine”, which are not measured."""
    Preferences().precision = "float32"
    files = [released.save(name, tmp_path) for name in ("base", "upsample")]
    import_model(files, "Mine", app.import_files, Control(), lambda _: None, "float32")
    editor = Editor(Worker(app.load_engine), installed_models())
    yield editor
    complete(editor.close(), timeout=60)


def test_a_run_with_a_model_that_is_removed_ends_cleanly(studio: Studio) -> None:
    studio.choose("model_combo", "Model: Mine")
    studio.find("steps_spin").setValue(250)
    runs, previews = studio.editor.runs, []
    runs.preview_changed.connect(previews.append)
    studio.ask("a lamp")
    studio.qtbot.waitUntil(lambda: len(previews) > 1, timeout=60_000)
    studio.ask("a bell")
    studio.find("manage_models_action").trigger()
    studio.wait_for("models_dialog")
    click_row(studio.find("models_list"), 1)
    assert runs.running is not None
    studio.click("model_remove_button")
    studio.wait_for("model_remove_question")
    studio.click("model_remove_confirm_button")
    studio.qtbot.waitUntil(lambda: not studio.editor.library.is_busy)
    studio.finish()
    assert {run.state for run in runs.list.runs} == {"cancelled"}
    assert not (models_folder() / "Mine").exists()
    assert studio.message() == "“Mine” is removed."
    assert studio.editor.models.model == installed_models()[0]
    studio.find("steps_spin").setValue(2)
    studio.ask("a red apple")
    studio.qtbot.waitUntil(lambda: runs.running is None, timeout=60_000)
    assert runs.list.runs[0].state == "done"
    assert studio.editor.review.candidates.kept
