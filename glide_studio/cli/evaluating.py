"""The command that evaluates starter models and samplers."""

import json
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glide_studio.cli.options import (
    CommandError,
    argument,
    command,
    flag,
    option,
    whole,
    whole_from,
)
from glide_studio.cli.training import DataOptions, check_inputs
from glide_studio.core.request.installed import default_model, find_model, installed_models

if TYPE_CHECKING:
    from glide_studio.engine import Models
    from glide_studio.engine.clip import NoisedClip
    from glide_studio.training.evaluation import Evaluator
    from glide_studio.training.judge import Judge

PICTURES, LEAST_PICTURES = 100, 8
SAMPLER_PICTURES, LEAST_SAMPLER_PICTURES = 8, 2

DESCRIPTION = """\
Measure how well a starter model follows its prompts, upsamples and inpaints.

A judge, a network that is trained first and kept as FOLDER/judge.safetensors,
looks for the noun, colour, place and count of each prompt: in pictures of
prompts seen in training and of combinations that were not, at several guidance
scales, and in objects inpainted into photographs. The results are written to
FOLDER/evaluation.json and evaluation.png. Needs
pip install glide-studio[train].

With "samplers" in place of a model's name, compare the samplers: the quality
of each by network evaluations, at 5 to 100 steps, against 1000 steps from the
same seeds; likewise for the upsampler, for guidance limited to some noise
levels, and for the presets. The results are written to FOLDER/samplers.json
and samplers.png. This takes most of an hour on two processors."""

EXAMPLES = """\
examples:
  glide-studio evaluate starter --data pack.zip --pictures 100
  glide-studio evaluate samplers --data pack.zip"""

_say = partial(print, file=sys.stderr, flush=True)


_WEIGHTS: dict[str, Any] = {"metavar": "WEIGHTS", "type": Path}


@dataclass(frozen=True)
class EvaluateOptions(DataOptions):
    what: str = argument('the name of a model, such as starter, or "samplers"', metavar="MODEL")
    out: Path = option(
        metavar="FOLDER",
        type=Path,
        default=Path("evaluation"),
        help="where to keep the judge and the results (default: %(default)s)",
    )
    pictures: int | None = option(
        metavar="N",
        type=whole,
        help=f"number of pictures for each figure (default: {PICTURES}, "
        f"for samplers {SAMPLER_PICTURES})",
    )
    model: str | None = option(
        metavar="NAME",
        help=f"the model to measure samplers with (default: {default_model().name})",
    )
    judge_steps: int = option(
        metavar="N",
        type=whole_from(1),
        default=1500,
        help="number of batches of scenes to train the judge with (default: %(default)s)",
    )
    base: Path | None = option(
        help="evaluate this base network instead of the model's own", **_WEIGHTS
    )
    upsample: Path | None = option(
        help="evaluate this upsampler instead of the model's own", **_WEIGHTS
    )
    clip: Path | None = option(
        help="evaluate this noised CLIP instead of the model's own", **_WEIGHTS
    )
    json: bool = flag("print the results as JSON")


@command(
    "evaluate",
    EvaluateOptions,
    help="measure the quality of a starter model or of the samplers",
    description=DESCRIPTION,
    epilog=EXAMPLES,
)
def evaluate(options: EvaluateOptions) -> int:
    check_inputs(options.data, options.out)
    if options.what == "samplers":
        _evaluate_samplers(options)
    else:
        _evaluate_model(options)
    return 0


def _evaluate_model(options: EvaluateOptions) -> None:
    if options.model is not None:
        raise CommandError("The option --model is only for “evaluate samplers”.")
    pictures = _pictures(options.pictures, PICTURES, LEAST_PICTURES)
    from glide_studio.training.evaluation import bars
    from glide_studio.training.plots import save_evaluation

    figures = _evaluator(options, options.what, pictures, with_clip=True).evaluate()
    save_evaluation(figures, options.out / "evaluation.png")
    _keep(figures, options, "evaluation.json", "\n".join(map(str, bars(figures))))


def _evaluate_samplers(options: EvaluateOptions) -> None:
    if options.clip is not None:
        raise CommandError(
            "The option --clip is not for “evaluate samplers”, which uses no noised CLIP."
        )
    pictures = _pictures(options.pictures, SAMPLER_PICTURES, LEAST_SAMPLER_PICTURES)
    from glide_studio.training.plots import save_sampler_curves
    from glide_studio.training.sampler_curve import SamplerCurve, tables
    from glide_studio.training.sampler_plan import PLAN

    model = default_model().name if options.model is None else options.model
    evaluator = _evaluator(options, model, pictures, with_clip=False)
    figures = SamplerCurve(evaluator, PLAN).measure()
    save_sampler_curves(figures, options.out / "samplers.png")
    _keep(figures, options, "samplers.json", tables(figures))


def _pictures(wanted: int | None, default: int, least: int) -> int:
    pictures = default if wanted is None else wanted
    if pictures < least:
        raise CommandError(f"The number of pictures must be at least {least}.")
    return pictures


def _keep(figures: dict[str, Any], options: EvaluateOptions, file: str, table: str) -> None:
    text = json.dumps(figures, indent=1)
    (options.out / file).write_text(text + "\n", encoding="utf-8")
    print(text if options.json else table)


def _evaluator(options: EvaluateOptions, model: str, pictures: int, with_clip: bool) -> "Evaluator":
    from glide_studio.training.evaluation import Evaluator
    from glide_studio.training.vocabulary import SMALL_VOCABULARY

    models = _models(options, model)
    clip = _clip(options.clip, model) if with_clip else None
    options.out.mkdir(parents=True, exist_ok=True)
    judge = _judge(options)
    return Evaluator(models, clip, judge, options.data, SMALL_VOCABULARY, pictures, _say)


def _models(options: EvaluateOptions, name: str) -> "Models":
    from glide_studio.engine import load_model, load_models

    models = load_models(name)
    if options.base is not None:
        models = replace(models, base=load_model(options.base).to(models.device))
    if options.upsample is not None:
        models = replace(models, upsample=load_model(options.upsample).to(models.device))
    return models


def _clip(weights: Path | None, model: str) -> "NoisedClip | None":
    from glide_studio.engine.checkpoint import load_clip
    from glide_studio.engine.models import load_noised_clip

    if weights is not None:
        return load_clip(weights)
    clip = load_noised_clip(find_model(model, installed_models()))
    if clip is None:
        _say(f"The model {model} has no noised CLIP: R-precision is left out.")
    return clip


def _judge(options: EvaluateOptions) -> "Judge":
    from glide_studio.training.judge import load_judge, save_judge, train_judge
    from glide_studio.training.vocabulary import SMALL_VOCABULARY

    path = options.out / "judge.safetensors"
    if path.is_file():
        try:
            return load_judge(path, SMALL_VOCABULARY)
        except (RuntimeError, OSError) as error:
            raise CommandError(
                f"“{path}” is not a judge of this vocabulary: delete it to train a new one."
            ) from error
    judge = train_judge(options.data, SMALL_VOCABULARY, options.judge_steps, _say)
    save_judge(judge, path)
    return judge
