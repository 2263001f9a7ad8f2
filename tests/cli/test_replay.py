"""Edits of a project file run again: to the same bytes, or with other prompts and seeds."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glide_studio.core.document.accepting import accept
from glide_studio.core.document.blend import Blend, Ground
from glide_studio.core.document.document import Document
from glide_studio.core.document.edit import Edit
from glide_studio.core.files.documents import open_document, save_document
from glide_studio.core.files.project import Project
from glide_studio.core.geometry import Extent, Rect
from glide_studio.core.modes.modes import Mode, RequestMaker
from glide_studio.core.request.request import Branch, GenerationRequest, Result
from glide_studio.core.request.settings import Sampling
from tests.cli.command_line import APPLE, Run, listing, load, noise
from tests.core.samples import box_mask, opaque
from tests.fakes import CAPABILITIES, FakeEngine, picture
from tests.fakes import settings as settings_for

QUICK = {"base": Sampling("ddim", "2"), "upsample": None}
EXTENT = Extent(200, 120)
BOXES = {"a red apple": Rect(20, 30, 50, 50), "a boat": Rect(50, 50, 40, 40)}
FAR = {"a car": Rect(150, 20, 30, 30)}


def masked(document: Document, box: Rect, prompt: str, **changes: object) -> GenerationRequest:
    there = document.with_mask(box_mask(document.extent, box))
    settings = settings_for(prompt, seed=3, **changes)
    return RequestMaker(there, Mode.INPAINT, CAPABILITIES)(settings)


def saved(document: Document, path: Path) -> Path:
    save_document(Project(document), path)
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three edits that the fake engine made: the second overlaps the first, the third none."""
    document = Document.from_picture(opaque(noise(120, 200, 3)))
    for prompt, box in (BOXES | FAR).items():
        result = Result(masked(document, box, prompt), picture(3))
        document = accept(document, result, blend=Blend(2))
    return saved(document, tmp_path / "room.ora")


def edits_in(path: Path) -> tuple[Edit, ...]:
    return open_document(path).project.document.edits


@pytest.fixture
def real_project(tmp_path: Path) -> Path:
    """Edits that the starter made: a picture of a batch, a fill over it that goes on from a step of
    another of a batch, and a sketch of all; then moved and blended otherwise. The fills have no
    prompt: the matte of what a prompt is about would take most of the time."""
    from glide_studio.engine import generate, load_models

    models = load_models("starter")

    def drawn(request: GenerationRequest) -> list[Result]:
        return [each for each in generate(models, request) if isinstance(each, Result)]

    document = Document.from_picture(opaque(noise(120, 200, 3)))
    first = drawn(masked(document, BOXES[APPLE], "", count=2, **QUICK))[1]
    document = accept(document, first, "Apple")
    origin = drawn(masked(document, BOXES["a boat"], "", count=2, **QUICK))[1].request
    branched = replace(origin, branch=Branch(origin, 1), batch=None)
    document = accept(document, drawn(branched)[0], "Boat")
    sketch = RequestMaker(document, Mode.SKETCH, CAPABILITIES, 0.6)
    document = accept(document, drawn(sketch(settings_for("a room", **QUICK)))[0])
    *others, apple, boat, room = document.layers
    assert apple.edit
    blended = replace(apple.edit, blend=Blend(4, Ground.MATCH))
    raster = blended.rendered(EXTENT, None)
    apple = replace(apple, edit=blended, raster=raster)
    layers = (*others, boat, apple, replace(room, opacity=0.5))
    return saved(replace(document, layers=layers), tmp_path / "room.ora")


def test_without_changes_every_byte_is_the_same(real_project: Path, run: Run) -> None:
    folder = real_project.parent
    outcome = run("replay", real_project, "-o", folder / "again.ora", "--json")
    edits = outcome.report["edits"]
    assert [(each["difference"], each["rerun"]) for each in edits] == [(0, False)] * 3
    for old, new in zip(edits_in(real_project), edits_in(folder / "again.ora"), strict=True):
        assert np.array_equal(old.patch, new.patch)
    shown = open_document(real_project).project.document.composite()
    again = open_document(folder / "again.ora").project.document.composite()
    assert np.array_equal(again, shown)


def test_another_prompt_runs_that_edit_and_those_that_overlap_it(
    project: Path, run: Run, engine: FakeEngine
) -> None:
    out = project.with_name("out.ora")
    words = ("--prompt", "a red apple=a green pear", "--seed", "1=8")
    outcome = run("replay", project, "-o", out, *words)
    assert outcome.status == 0, outcome.err
    assert "Edit 1, “a red apple”: run again, “a green pear”, seed 8" in outcome.out
    assert "Edit 3, “a car”: the same" in outcome.out
    old, new = edits_in(project), edits_in(out)
    assert [each.request.settings.prompt for each in new] == ["a green pear", "a boat", "a car"]
    assert [each.request.settings.seed for each in new] == [8, 3, 3]
    assert (new[0].patch == picture(8)).all()
    pictures = [[each.request.source.picture for each in edits] for edits in (old, new)]  # type: ignore[union-attr]
    same = [np.array_equal(*pair) for pair in zip(*pictures, strict=True)]
    assert same == [True, False, True]
    assert open_document(out).project.document.layers[1].name == "a green pear"


def test_edits_with_equal_names_are_chosen_by_number(
    project: Path, run: Run, engine: FakeEngine
) -> None:
    document = open_document(project).project.document
    layers = [replace(layer, name="same") for layer in document.layers]
    saved(replace(document, layers=tuple(layers)), project)
    out = project.with_name("out.png")
    run("replay", project, "-o", out, "--seed", "same=1").check_failure(
        "“same” stands for several edits", "1, 2 or 3"
    )
    report = run("replay", project, "-o", out, "--seed", "2=1", "--json").report
    assert [each["rerun"] for each in report["edits"]] == [False, True, False]
    assert load(out).shape == (120, 200, 3)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--prompt", "a cat=a dog"), "no edit “a cat”"),
        (("--seed", "4=1"), "no edit “4”"),
        (("--seed", "a boat=many"), "many"),
        (("--seed", "a boat=-1"), "seed"),
        (("--prompt", "a boat"), "EDIT=TEXT"),
        (("--prompt", f"a boat={'x' * 3000}"), "too long"),
        (("-o", "out.gif"), "out.gif"),
        (("-o", "absent/out.ora"), "absent"),
    ],
)
def test_a_replay_that_is_impossible_is_refused_before_anything_runs(
    words: tuple[str, ...],
    names: str,
    project: Path,
    run: Run,
    no_engine: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(project.parent)
    before = listing(project.parent)
    run("replay", project, "-o", "out.png", *words).check_failure(names)
    assert listing(project.parent) == before


def test_a_missing_model_is_named(project: Path, run: Run, no_engine: None) -> None:
    document = open_document(project).project.document
    layer = document.layers[2]
    assert layer.edit
    request = layer.edit.request
    gone = replace(request, settings=replace(request.settings, model="oil"))
    there = document.with_changed(replace(layer, edit=replace(layer.edit, request=gone)))
    saved(there, project)
    out = project.with_name("out.png")
    run("replay", project, "-o", out).check_failure("“a boat” needs the model “oil”")
    assert not out.exists()


def test_a_file_without_edits_is_refused(tmp_path: Path, run: Run, no_engine: None) -> None:
    file = saved(Document.from_picture(opaque(noise(9, 9, 3))), tmp_path / "plain.ora")
    run("replay", file, "-o", tmp_path / "out.png").check_failure("“plain.ora” has no edits")
