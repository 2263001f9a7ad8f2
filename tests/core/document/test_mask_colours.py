"""Several colours of the mask: in the document, in files and in the journal."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glide_studio.core.document.document import Document
from glide_studio.core.document.history import History
from glide_studio.core.document.reshape import cropped, flipped, rotated, scaled
from glide_studio.core.files.journal import Journal
from glide_studio.core.files.journal_records import Snapshot
from glide_studio.core.files.layered.openraster_reading import read_openraster
from glide_studio.core.files.project import Opened, Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.mask.colours import MAX_COLOURS, MaskColours
from glide_studio.core.mask.mask import Mask
from glide_studio.core.modes.parts import parts_of
from glide_studio.core.raster.resample import Resampling
from tests.core.samples import box_mask, noise, opaque, values
from tests.picture_files import openraster

EXTENT = Extent(300, 280)
BOXES = {0: Rect(10, 20, 50, 40), 2: Rect(40, 30, 60, 60), 5: Rect(200, 200, 30, 50)}
"""The masks of three colours, two of which overlap."""

PROMPTS = {0: "a red apple", 2: "ein Hut, “é” 🎨", 5: ""}


def coloured() -> Document:
    """A photograph whose mask has three colours, of which number 2 is active."""
    document = Document.from_picture(opaque(noise(280, 300, 3)))
    return document.with_masks({n: box_mask(EXTENT, box) for n, box in BOXES.items()}, 2)


def contents(document: Document) -> dict[int, bytes]:
    return {number: values(mask).tobytes() for number, mask in document.masks.items()}


@given(st.lists(st.integers(0, MAX_COLOURS - 1), min_size=1, unique=True), st.data())
def test_the_mask_is_always_that_of_the_active_colour(
    numbers: list[int], data: st.DataObject
) -> None:
    masks = {n: Mask.from_array(np.full((5, 5), 40 * n, np.uint8)) for n in numbers}
    document = Document.blank(Extent(5, 5)).with_masks(masks, numbers[0])
    for active in data.draw(st.lists(st.sampled_from(numbers), max_size=6)):
        document = document.with_masks(document.masks, active)
        assert document.mask is masks[active]
        assert document.colours.active == active
        assert document.masks == masks
        assert [*document.masks] == sorted(numbers)
    assert document.painted == tuple(n for n in sorted(numbers) if 40 * n >= 128)
    free = document.colours.free
    assert free == min({*range(MAX_COLOURS)} - {*numbers}, default=None)


@pytest.mark.parametrize(("active", "others"), [(0, [0]), (MAX_COLOURS, []), (0, [-1])])
def test_impossible_numbers_are_refused(active: int, others: list[int]) -> None:
    with pytest.raises(ValueError, match="mask colours"):
        MaskColours(active, dict.fromkeys(others, Mask.empty(EXTENT)))


def test_another_colour_has_the_automatic_region() -> None:
    document = replace(coloured(), region=Rect(0, 0, 150, 150))
    assert document.with_masks(document.masks).region == Rect(0, 0, 150, 150)
    assert document.with_masks(document.masks, 0).region is None


@pytest.mark.parametrize(
    "reshaped",
    [
        lambda document: cropped(document, Rect(20, -10, 250, 300)),
        lambda document: rotated(document, 1),
        lambda document: flipped(document, True),
        lambda document: scaled(document, Extent(150, 140), Resampling.NEAREST),
    ],
    ids=["crop", "rotation", "flip", "scaling"],
)
def test_all_colours_are_reshaped_as_a_single_mask_is(reshaped: object) -> None:
    assert callable(reshaped)
    document = coloured()
    alone = {
        number: reshaped(Document.blank(EXTENT).with_mask(mask)).mask
        for number, mask in document.masks.items()
    }
    made = reshaped(document)
    assert contents(made) == {number: values(mask).tobytes() for number, mask in alone.items()}
    assert made.colours.active == 2


def test_the_history_counts_the_memory_of_all_colours() -> None:
    document = coloured()
    history = History.start(document)
    one = History.start(document.with_masks({2: document.mask}))
    others = [document.masks[n].raster.tiles.values() for n in (0, 5)]
    assert history.size_bytes - one.size_bytes == sum(t.nbytes for ts in others for t in ts)


def test_parts_are_the_painted_colours_or_their_islands() -> None:
    document = coloured()
    both = document.masks[0].united(box_mask(EXTENT, Rect(150, 10, 20, 20)))
    document = document.with_masks({**document.masks, 0: both, 1: Mask.empty(EXTENT)})
    parts, total = parts_of(document, separately=False)
    assert ([part.colour for part in parts], total) == ([0, 2, 5], 3)
    assert [part.masking(document).mask for part in parts] == [both, document.mask, parts[2].mask]
    parts, total = parts_of(document, separately=True)
    assert ([part.colour for part in parts], total) == ([0, 0, 2, 5], 4)
    assert parts[0].masking(document).painted == (0,)


def opened(data: bytes) -> Opened:
    return read_openraster(io.BytesIO(data), "a.ora")


def test_a_project_brings_all_colours_back() -> None:
    found = opened(openraster(Project(coloured(), prompts=PROMPTS)))
    assert found.notes == ()
    assert contents(found.project.document) == contents(coloured())
    assert found.project.document.colours.active == 2
    assert found.project.prompts == PROMPTS


def changed(data: bytes, change: object) -> bytes:
    """A project file whose state, as JSON, and whose other entries `change` has changed."""
    assert callable(change)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    state = msgspec.json.decode(files["glide/state.json"])
    change(state, files)
    files["glide/state.json"] = msgspec.json.encode(state)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_a_damaged_or_hostile_colour_costs_no_other() -> None:
    data = openraster(Project(coloured(), prompts=PROMPTS))
    small = openraster(Project(Document.blank(Extent(3, 3)).with_mask(Mask.full(Extent(3, 3)))))
    with zipfile.ZipFile(io.BytesIO(small)) as archive:
        other_size = archive.read("glide/mask.png")

    def damage(state: dict, files: dict) -> None:  # type: ignore[type-arg]
        files["glide/mask0.png"] = b"no picture"
        files["glide/mask5.png"] = other_size
        state["prompts"]["99"] = "one too many"

    found = opened(changed(data, damage))
    assert [str(note) for note in found.notes] == ["The mask of “a.ora” is damaged: it is empty."]
    document = found.project.document
    assert [*document.masks] == [0, 2, 5]
    assert document.painted == (2,)

    def forge(state: dict, files: dict) -> None:  # type: ignore[type-arg]
        state["colour"] = -3

    assert [*opened(changed(data, forge)).project.document.masks] == [0]


def test_a_journal_brings_all_colours_back(tmp_path: Path) -> None:
    first = coloured()
    second = first.with_masks({**first.masks, 5: Mask.empty(EXTENT)}, 0)
    history = History.start(first, "Open").push("Clear", second)
    path = tmp_path / "a.journal"
    with Journal(path) as journal:
        journal.write(Snapshot(history, None, True, prompts=PROMPTS), 0, b"")
        journal.write(Snapshot(history.undo(), None, True, prompts=PROMPTS), 0, b"")
    with Journal(path) as journal:
        found = journal.read()
    assert found.prompts == PROMPTS
    for entry, document in zip(found.history.entries, (first, second), strict=True):
        assert entry.document is not None
        assert contents(entry.document) == contents(document)
        assert entry.document.colours.active == document.colours.active
