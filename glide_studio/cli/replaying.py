"""The command that runs the edits of a project again: replay."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from glide_studio.cli.files import AnyOutput, printed
from glide_studio.cli.options import CommandError, argument, command, complain, option
from glide_studio.cli.pooling import pool_of
from glide_studio.cli.running import (
    Engine,
    ProgressBar,
    RunOptions,
    followed,
    loaded,
    planned_steps,
)
from glide_studio.core.document.document import Document
from glide_studio.core.files.documents import (
    is_project,
    lost_by_saving,
    open_document,
    save_document,
)
from glide_studio.core.files.pictures.exports import check_destination
from glide_studio.core.files.safe_file import check_folder
from glide_studio.core.modes.rerunning import (
    EditLayer,
    affected,
    edit_layers,
    rerun_request,
    with_rerun,
)
from glide_studio.core.request.installed import find_model, installed_models
from glide_studio.core.request.request import GenerationRequest, Result
from glide_studio.core.request.settings import RequestError, Settings
from glide_studio.core.request.source import mask_of
from glide_studio.pool.client import PoolClient

if TYPE_CHECKING:
    from glide_studio.engine import Models


@dataclass(frozen=True)
class ReplayOptions(AnyOutput, RunOptions):
    file: Path = argument("the project file", metavar="FILE", type=Path)
    prompt: list[str] = option(
        metavar="EDIT=TEXT",
        action="append",
        default=[],
        help="another prompt for an edit; EDIT is the name of its layer or its number, 1 being the "
        "lowest; may be repeated",
    )
    seed: list[str] = option(
        metavar="EDIT=N",
        action="append",
        default=[],
        help="another seed for an edit; may be repeated",
    )


@command(
    "replay",
    ReplayOptions,
    help="run the edits of a project again, with other prompts or seeds",
    description="""\
Run the edits of a project file again, from the picture below the first, and
write the result. Edits with another prompt or seed, and the later ones that
see a part of them, run on the picture that is then below them; all others run
as before. Without changes the result is identical to the byte on the device
that the edits were made on; edits that differ are named.""",
    epilog="""\
examples:
  glide-studio replay room.ora -o room.png
  glide-studio replay room.ora -o red.ora --prompt "1=a red sofa" --seed 2=7""",
)
def replay(options: ReplayOptions) -> int:
    opened = open_document(options.file)
    document = opened.project.document
    edits = edit_layers(document)
    if not edits:
        raise CommandError(f"“{options.file.name}” has no edits to run again.")
    changes = _changes(edits, options)
    for layer, edit in edits:
        _require_model(layer.name, edit.request)
    if is_project(options.output):
        check_folder(options.output)
    else:
        check_destination(options.output, document.extent)
    again = affected(document, changes)
    for layer_id in again:  # what cannot run is found before anything is computed
        rerun_request(document, layer_id, changes.get(layer_id))
    replayed, outcomes, seconds = _replayed(document, changes, again, options)
    project = replace(opened.project, document=replayed)
    for said in (*opened.notes, *lost_by_saving(project, options.output)):
        complain(printed(str(said)))
    save_document(project, options.output, backup=False)
    _tell(options, replayed, outcomes, seconds)
    return 0


@dataclass(frozen=True)
class _Outcome:
    """The result of an edit: whether it was changed on purpose, and its largest difference from the
    old one, in levels."""

    name: str
    settings: Settings
    rerun: bool
    difference: int


def _changes(edits: Sequence[EditLayer], options: ReplayOptions) -> dict[str, Settings]:
    """The new settings of the edits to change, by the ids of their layers. Raises CommandError
    and RequestError."""
    changes = {layer.id: edit.request.settings for layer, edit in edits}
    given = set()
    for words in options.prompt:
        layer_id, text = _assignment(words, edits, "--prompt", "TEXT")
        changes[layer_id] = replace(changes[layer_id], prompt=text)
        given.add(layer_id)
    for words in options.seed:
        layer_id, text = _assignment(words, edits, "--seed", "N")
        try:
            changes[layer_id] = replace(changes[layer_id], seed=int(text))
        except ValueError as error:
            if isinstance(error, RequestError):
                raise
            raise CommandError(f"The seed “{text}” is not a whole number.") from error
        given.add(layer_id)
    return {layer_id: settings for layer_id, settings in changes.items() if layer_id in given}


def _assignment(words: str, edits: Sequence[EditLayer], flag: str, value: str) -> tuple[str, str]:
    """The id of the layer of the edit that EDIT=VALUE names, and the value."""
    name, sign, text = words.partition("=")
    if not sign:
        raise CommandError(f"Give {flag} as EDIT={value}: “{words}” has no “=”.")
    found = [layer for layer, _ in edits if layer.name == name.strip()]
    if len(found) == 1:
        return found[0].id, text
    if found:
        numbers = [str(i) for i, (layer, _) in enumerate(edits, 1) if layer in found]
        raise CommandError(
            f"“{name.strip()}” stands for several edits: give the number of one of them, "
            f"{', '.join(numbers[:-1])} or {numbers[-1]}."
        )
    if name.strip().isdecimal() and 1 <= int(name) <= len(edits):
        return edits[int(name) - 1].layer.id, text
    known = ", ".join(f"{i} “{printed(layer.name)}”" for i, (layer, _) in enumerate(edits, 1))
    raise CommandError(f"There is no edit “{name.strip()}”. Edits: {known}.")


def _require_model(name: str, request: GenerationRequest) -> None:
    """Raise CommandError or RequestError if the model of an edit is not there."""
    models, wanted = installed_models(), request.settings.model
    if wanted not in {model.name for model in models}:
        raise CommandError(
            f"The edit “{printed(name)}” needs the model “{printed(wanted)}”, which is not "
            "installed."
        )
    model = find_model(wanted, models)
    model.require(mask_of(request.source) is not None)
    model.capabilities.check(request)


def _replayed(
    document: Document,
    changes: Mapping[str, Settings],
    again: Sequence[str],
    options: ReplayOptions,
) -> tuple[Document, list[_Outcome], float]:
    """The document with all edits run again, bottom first, and the seconds that took."""
    outcomes: list[_Outcome] = []
    edits = edit_layers(document)
    own = {layer.id: edit.request.as_drawn for layer, edit in edits}
    total = sum(sum(planned_steps(request).values()) for request, _ in own.values())
    with (
        ProgressBar(total=total, desc="loading", unit="step") as bar,
        pool_of(options) as pool,
    ):
        engine = _Engine(options, bar, pool)
        for layer, edit in edits:
            request, index = own[layer.id]
            if layer.id in again:
                request, index = rerun_request(document, layer.id, changes.get(layer.id)), 0
            result = engine.drawn(request, index)
            document = with_rerun(document, layer.id, result)
            levels = np.abs(result.picture.astype(np.int16) - edit.patch).max()
            settings = result.request.settings
            outcomes.append(_Outcome(layer.name, settings, layer.id in again, int(levels)))
    return document, outcomes, engine.seconds


@dataclass
class _Engine:
    """Runs requests of any models, each loaded once."""

    options: ReplayOptions
    bar: ProgressBar
    pool: PoolClient | None
    seconds: float = 0.0
    _models: dict[tuple[str, tuple[str, str]], "Models"] = field(default_factory=dict)

    def drawn(self, request: GenerationRequest, index: int) -> Result:
        """Picture `index` of a request; the whole batch is drawn with it."""
        engine = self.pool or self._local(request)
        started = time.monotonic()
        results = followed(engine(request), self.bar, planned_steps(request))
        result = next(each for each in list(results) if each.sample == index)
        self.seconds += time.monotonic() - started
        return result

    def _local(self, request: GenerationRequest) -> Engine:
        from glide_studio.engine import generate

        model = find_model(request.settings.model, installed_models())
        key = model.name, model.networks_for(request.source)
        if key not in self._models:
            first = next(iter(self._models.values()), None)
            residency = None if first is None else first.residency
            self._models[key] = loaded(request, self.options, self.bar, residency)
        return partial(generate, self._models[key])


def _tell(
    options: ReplayOptions, document: Document, outcomes: Sequence[_Outcome], seconds: float
) -> None:
    extent = document.extent
    if options.json:
        report = {
            "files": [str(options.output)],
            "size": [extent.width, extent.height],
            "edits": [_report(each) for each in outcomes],
            "seconds": round(seconds, 3),
        }
        print(json.dumps(report))
        return
    for line in _lines(outcomes):
        print(line)
    print(f"{options.output}: {extent.width} x {extent.height} pixels")


def _report(outcome: _Outcome) -> dict[str, Any]:
    return {
        "name": outcome.name,
        "prompt": outcome.settings.prompt,
        "seed": outcome.settings.seed,
        "rerun": outcome.rerun,
        "difference": outcome.difference,
    }


def _lines(outcomes: Sequence[_Outcome]) -> Iterator[str]:
    for number, each in enumerate(outcomes, 1):
        said = "the same" if each.difference == 0 else f"differs by up to {each.difference} levels"
        if each.rerun:
            said = f"run again, “{printed(each.settings.prompt)}”, seed {each.settings.seed}"
        yield f"Edit {number}, “{printed(each.name)}”: {said}"
