"""Commands on the mask: each is one step, computed in the background."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glide_studio.core.geometry import Rect
from glide_studio.core.mask.mask import Combine, Mask
from glide_studio.core.mask.shapes import enclosed, rectangle
from glide_studio.core.raster.colour import BLACK
from glide_studio.core.raster.raster import Pixels
from glide_studio.session.editor import Editor
from glide_studio.session.image_commands import ImageCommands
from glide_studio.session.layer_commands import LayerCommands
from glide_studio.session.mask_commands import MaskCommands
from tests.fakes import settings

BOX = Rect(60, 50, 100, 80)


@pytest.fixture
def commands(editor: Editor) -> MaskCommands:
    """On a picture of 300 x 200 whose right half is transparent, with a box masked."""
    picture = np.full((200, 300, 4), (10, 200, 30, 255), np.uint8)
    picture[:, 150:] = 0
    editor.paste(picture)
    commands = MaskCommands(editor.open_document, editor.review)
    shape = rectangle(BOX.x, BOX.y, BOX.right, BOX.bottom)
    editor.open_document.set_mask(enclosed(editor.document.extent, shape))
    return commands


def mask(editor: Editor) -> Pixels:
    return editor.review.mask.read(editor.document.extent.bounds)


def labels(editor: Editor) -> list[str]:
    return [entry.label for entry in editor.open_document.history.entries]


def after(qtbot: Any, editor: Editor, act: Callable[[], object]) -> Mask:
    """The mask once `act` has become a step."""
    history = editor.open_document.history
    act()
    qtbot.waitUntil(lambda: editor.open_document.history is not history)
    return editor.review.mask


def test_fill_invert_and_clear(qtbot: Any, editor: Editor, commands: MaskCommands) -> None:
    before = mask(editor)
    after(qtbot, editor, commands.invert)
    assert np.array_equal(mask(editor), 255 - before)
    after(qtbot, editor, commands.fill)
    assert (mask(editor) == 255).all()
    after(qtbot, editor, commands.clear)
    assert editor.review.mask.is_empty
    assert labels(editor)[-3:] == ["Invert mask", "Mask all", "Clear mask"]
    for _ in range(3):
        editor.undo()
    assert np.array_equal(mask(editor), before)


def test_grow_shrink_feather_and_smooth_are_undoable_steps(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    assert after(qtbot, editor, lambda: commands.grow(7)).bounds() == BOX.padded(7)
    assert after(qtbot, editor, lambda: commands.shrink(20)).bounds().width == 74
    soft = after(qtbot, editor, lambda: commands.feather(9))
    assert len(np.unique(soft.read(soft.extent.bounds))) > 20
    after(qtbot, editor, lambda: commands.smooth(3))
    assert labels(editor)[-4:] == ["Grow mask", "Shrink mask", "Feather mask", "Smooth mask"]


def test_a_command_that_changes_nothing_is_no_step(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    commands.clear()
    steps = len(labels(editor))
    commands.clear()
    commands.grow(3)
    commands.select("Nothing", lambda shown: Mask.empty(shown.extent), Combine.ADD)
    after(qtbot, editor, commands.invert)
    assert len(labels(editor)) == steps + 1


def test_commands_in_quick_succession_build_on_each_other(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    for _ in range(3):
        commands.grow(2)
    commands.invert()
    qtbot.waitUntil(lambda: labels(editor)[-1] == "Invert mask")
    assert labels(editor)[-4:-1] == ["Grow mask"] * 3
    assert editor.review.mask.inverted().bounds() == BOX.padded(6)


def test_a_stroke_painted_during_a_command_is_kept(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    commands.grow(2)
    dot = editor.review.mask.write(Rect(0, 0, 1, 1), np.full((1, 1), 255, np.uint8))
    editor.open_document.set_mask(dot)
    qtbot.waitUntil(lambda: labels(editor)[-1] == "Grow mask")
    assert mask(editor)[0, 0] == 255
    assert mask(editor)[0, 2] == 255
    assert labels(editor)[-2] == "Paint mask"


def test_commands_started_for_another_document_are_dropped(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    open_document = editor.open_document
    ready = threading.Event()  # the commands wait behind it
    open_document.start_in_background(lambda: ready.wait(9), lambda _: None)
    commands.invert()
    commands.select("All", lambda shown: Mask.full(shown.extent), Combine.REPLACE)
    LayerCommands(open_document, editor.review).fill(BLACK)
    ImageCommands(open_document, editor.runs).flip(True)
    editor.new()
    document = editor.document
    ready.set()
    for _ in range(2):  # in the second round any that had started again would be done
        done: list[object] = []
        open_document.start_in_background(lambda: None, done.append)
        qtbot.waitUntil(lambda done=done: bool(done))
    assert editor.document is document
    assert labels(editor) == ["New"]


def test_a_feathered_selection_is_combined_with_the_mask(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    found = after(
        qtbot,
        editor,
        lambda: commands.select(
            "Half",
            lambda shown: enclosed(shown.extent, rectangle(0, 0, 110, 200)),
            Combine.SUBTRACT,
            feather=10,
        ),
    )
    row = found.read(found.extent.bounds)[90]
    assert row[70] == 0
    assert 0 < row[108] < row[112] < 255
    assert row[159] == 255
    assert labels(editor)[-1] == "Half"


def test_the_last_mask_can_be_restored_whatever_cleared_it(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    before = mask(editor)
    assert not commands.can_reuse
    editor.generate(settings("a lamp"))
    qtbot.waitUntil(lambda: editor.runs.running is None and editor.review.mask.is_empty)
    assert commands.can_reuse
    commands.reuse()
    assert np.array_equal(mask(editor), before)
    assert labels(editor)[-1] == "Restore last mask"
    assert not commands.can_reuse
    commands.clear()
    commands.reuse()
    assert np.array_equal(mask(editor), before)
    editor.new()
    assert not commands.can_reuse  # it has another size
    editor.paste(np.full((200, 300, 4), 255, np.uint8))
    assert commands.can_reuse
    commands.reuse()
    assert np.array_equal(mask(editor), before)


def test_commands_change_the_mask_of_the_shown_candidate(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    editor.generate(settings("a lamp", count=2))
    qtbot.waitUntil(lambda: editor.runs.running is None and editor.review.is_pending)
    qtbot.waitUntil(lambda: editor.review.mask.is_empty)
    shape = rectangle(5, 6, 25, 36)
    commands.select("Box", lambda shown: enclosed(shown.extent, shape), Combine.ADD)
    qtbot.waitUntil(lambda: editor.review.mask.bounds() == Rect(5, 6, 20, 30))
    commands.grow(2)
    qtbot.waitUntil(lambda: editor.review.mask.bounds() == Rect(3, 4, 24, 34))
    for share in (0.0, 0.3):
        editor.review.compare(share)
        after(qtbot, editor, commands.invert)
        assert labels(editor)[-1] == "Invert mask"
        editor.undo()


def test_strokes_come_back_when_an_edit_is_undone(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    before = mask(editor)
    editor.generate(settings("a lamp"))
    qtbot.waitUntil(lambda: editor.runs.running is None and editor.review.mask.is_empty)
    editor.undo()
    assert np.array_equal(mask(editor), before)
    editor.undo()
    assert editor.review.mask.is_empty
    editor.redo()
    assert np.array_equal(mask(editor), before)
    editor.redo()
    assert editor.review.mask.is_empty


def test_mask_from_and_to_the_alpha_of_a_layer(
    qtbot: Any, editor: Editor, commands: MaskCommands
) -> None:
    after(qtbot, editor, commands.from_layer)
    assert (mask(editor)[:, :150] == 255).all()
    assert not mask(editor)[:, 150:].any()
    editor.undo()
    after(qtbot, editor, commands.to_layer)
    alpha = editor.document.composite()[..., 3]
    assert np.array_equal(alpha[:, :150], mask(editor)[:, :150])
    assert not alpha[:, 150:].any()
    assert labels(editor)[-1] == "Mask to layer alpha"


def test_a_locked_layer_keeps_its_alpha(qtbot: Any, editor: Editor, commands: MaskCommands) -> None:
    LayerCommands(editor.open_document, editor.review).toggle_active_locked()
    with qtbot.waitSignal(editor.open_document.noticed) as said:
        commands.to_layer()
    assert "locked" in said.args[0]


def test_a_mask_is_written_and_read_again(
    qtbot: Any, editor: Editor, commands: MaskCommands, tmp_path: Path
) -> None:
    path, before = tmp_path / "mask.png", mask(editor)
    with qtbot.waitSignal(editor.open_document.noticed) as said:
        commands.write(path)
    assert said.args == ["Saved the mask as mask.png."]
    commands.clear()
    after(qtbot, editor, lambda: commands.read(path))
    assert np.array_equal(mask(editor), before)
    assert labels(editor)[-1] == "Import mask mask.png"


def test_a_file_that_is_not_a_mask_is_reported_in_one_sentence(
    qtbot: Any, editor: Editor, commands: MaskCommands, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("not a picture")
    for act in (
        lambda: commands.read(tmp_path / "notes.txt"),
        lambda: commands.write(tmp_path / "mask.jpg"),
    ):
        with qtbot.waitSignal(editor.open_document.failed) as said:
            act()
        assert said.args[0].endswith((".", "png."))
        assert "\n" not in said.args[0]
