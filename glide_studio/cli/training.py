"""The commands that make starter models and measure them."""

import importlib.util
import json
import sys
import zipfile
from argparse import Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glide_studio.cli.parser import PICTURES, SAMPLER_PICTURES, CommandError
from glide_studio.core.request.request import GenerationRequest

if TYPE_CHECKING:
    from glide_studio.engine import Models
    from glide_studio.engine.clip import NoisedClip
    from glide_studio.training.evaluation import Evaluator
    from glide_studio.training.judge import Judge

_say = partial(print, file=sys.stderr, flush=True)


def train(arguments: Namespace) -> None:
    """Train a network, or rebuild the data pack. Raises CommandError."""
    _need("cv2", "OpenCV")
    if arguments.network == "pack":
        from glide_studio.training.packing import PackError, build_pack

        try:
            build_pack(arguments.out, partial(print, flush=True))
        except PackError as error:
            raise CommandError(str(error)) from error
        return
    _need("matplotlib", "Matplotlib")
    _check_data(arguments.data)
    _check_folder(arguments.out)
    _check_minutes(arguments.minutes)
    if arguments.network == "clip":
        _train_clip(arguments)
    else:
        _train_network(arguments)


def _train_network(arguments: Namespace) -> None:
    from glide_studio.training.config import CONFIGS
    from glide_studio.training.network_trainer import NetworkTrainer

    _check_config(arguments.config, CONFIGS)
    config = CONFIGS[arguments.config][arguments.network](arguments.data)
    if arguments.minutes is not None:
        config = replace(config, minutes=arguments.minutes)
    try:
        trainer = NetworkTrainer(
            config, arguments.data, arguments.out, arguments.resume, arguments.start
        )
    except (FileExistsError, ValueError) as error:
        raise CommandError(str(error)) from error
    trainer.run(partial(print, flush=True))


def _train_clip(arguments: Namespace) -> None:
    from glide_studio.training.clip_trainer import ClipTrainer
    from glide_studio.training.config import CLIP_CONFIGS

    _check_config(arguments.config, CLIP_CONFIGS)
    if arguments.start is not None:
        raise CommandError("The noised CLIP trains from fresh weights: leave out --from.")
    config = CLIP_CONFIGS[arguments.config](arguments.data)
    if arguments.minutes is not None:
        config = replace(config, minutes=arguments.minutes)
    try:
        trainer = ClipTrainer(config, arguments.data, arguments.out, arguments.resume)
    except FileExistsError as error:
        raise CommandError(str(error)) from error
    trainer.run(partial(print, flush=True))


def evaluate(arguments: Namespace) -> None:
    """Measure a model or the samplers, print the figures, and keep them. Raises CommandError."""
    _need("cv2", "OpenCV")
    _need("matplotlib", "Matplotlib")
    _check_data(arguments.data)
    _check_folder(arguments.out)
    if arguments.what == "samplers":
        _evaluate_samplers(arguments)
    else:
        _evaluate_model(arguments)


def _evaluate_model(arguments: Namespace) -> None:
    if arguments.model is not None:
        raise CommandError("Name one model: --model goes with “evaluate samplers”.")
    _check_numbers(arguments, PICTURES, 8)
    from glide_studio.training.evaluation import bars
    from glide_studio.training.plots import save_evaluation

    figures = _evaluator(arguments, arguments.what, with_clip=True).evaluate()
    save_evaluation(figures, arguments.out / "evaluation.png")
    _keep(figures, arguments, "evaluation.json", "\n".join(map(str, bars(figures))))


def _evaluate_samplers(arguments: Namespace) -> None:
    if arguments.clip is not None:
        raise CommandError("Samplers are measured without a noised CLIP: leave out --clip.")
    _check_numbers(arguments, SAMPLER_PICTURES, 2)
    from glide_studio.training.plots import save_sampler_curves
    from glide_studio.training.sampler_curve import SamplerCurve
    from glide_studio.training.sampler_plan import PLAN
    from glide_studio.training.sampler_tables import tables

    model = GenerationRequest.model if arguments.model is None else arguments.model
    figures = SamplerCurve(_evaluator(arguments, model, with_clip=False), PLAN).measure()
    save_sampler_curves(figures, arguments.out / "samplers.png")
    _keep(figures, arguments, "samplers.json", tables(figures))


def _check_numbers(arguments: Namespace, pictures: int, fewest: int) -> None:
    """Those of the evaluation; `pictures` is taken where none is given."""
    if arguments.pictures is None:
        arguments.pictures = pictures
    for name, number, least in (
        ("pictures", arguments.pictures, fewest),
        ("judge's steps", arguments.judge_steps, 1),
    ):
        if not isinstance(number, int) or number < least:
            raise CommandError(f"The number of {name} must be whole, and at least {least}.")


def _keep(figures: dict[str, Any], arguments: Namespace, file: str, table: str) -> None:
    text = json.dumps(figures, indent=1)
    (arguments.out / file).write_text(text + "\n", encoding="utf-8")
    print(text if arguments.json else table)


def _evaluator(arguments: Namespace, model: str, with_clip: bool) -> "Evaluator":
    from glide_studio.training.evaluation import Evaluator
    from glide_studio.training.vocabulary import SMALL_VOCABULARY

    models = _models(arguments, model)
    clip = _clip(arguments, model) if with_clip else None
    arguments.out.mkdir(parents=True, exist_ok=True)
    judge = _judge(arguments)
    return Evaluator(
        models, clip, judge, arguments.data, SMALL_VOCABULARY, arguments.pictures, _say
    )


def _models(arguments: Namespace, name: str) -> "Models":
    from glide_studio.engine import load_model, load_models

    models = load_models(name)
    if arguments.base is not None:
        models = replace(models, base=load_model(arguments.base).to(models.device))
    if arguments.upsample is not None:
        models = replace(models, upsample=load_model(arguments.upsample).to(models.device))
    return models


def _clip(arguments: Namespace, model: str) -> "NoisedClip | None":
    from glide_studio.engine.checkpoint import load_clip
    from glide_studio.engine.models import load_noised_clip

    if arguments.clip is not None:
        return load_clip(arguments.clip)
    clip = load_noised_clip(model)
    if clip is None:
        _say(f"The model {model} has no noised CLIP: R-precision is left out.")
    return clip


def _judge(arguments: Namespace) -> "Judge":
    from glide_studio.training.judge import load_judge, save_judge, train_judge
    from glide_studio.training.vocabulary import SMALL_VOCABULARY

    path = arguments.out / "judge.safetensors"
    if path.is_file():
        try:
            return load_judge(path, SMALL_VOCABULARY)
        except (RuntimeError, OSError) as error:
            raise CommandError(
                f"“{path}” is no judge of this vocabulary: delete it to train another."
            ) from error
    judge = train_judge(arguments.data, SMALL_VOCABULARY, arguments.judge_steps, _say)
    save_judge(judge, path)
    return judge


def _need(module: str, name: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise CommandError(f"This needs {name}: pip install glide-studio[train].")


def _check_config(name: str, configs: dict[str, Any]) -> None:
    if name not in configs:
        known = ", ".join(configs)
        raise CommandError(f"There is no configuration “{name}”: choose {known}.")


def _check_data(data: Path) -> None:
    if not data.is_file():
        raise CommandError(f"“{data}” does not exist: give the data pack's zip file.")
    if not zipfile.is_zipfile(data):
        raise CommandError(f"“{data.name}” is not a zip file: give the data pack's.")


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"“{folder}” is a file: choose a folder.")


def _check_minutes(minutes: Any) -> None:
    if minutes is not None and (isinstance(minutes, str) or not 0 < minutes < float("inf")):
        raise CommandError("The minutes must be a number above 0.")
