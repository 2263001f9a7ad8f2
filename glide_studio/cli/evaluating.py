"""The command that evaluates starter models and samplers."""

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from importlib.resources import as_file
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
    from glide_studio.training.vocabulary import Vocabulary

PICTURES, LEAST_PICTURES = 100, 8
BLEND_PICTURES, LEAST_BLEND_PICTURES = 24, 4
HIT_PICTURES, LEAST_HIT_PICTURES = 16, 2
SAMPLER_PICTURES, LEAST_SAMPLER_PICTURES = 8, 2
STEPS_PER_NOUN, LEAST_JUDGE_STEPS = 25, 1500

DESCRIPTION = """\
Measure how well a starter model follows its prompts, inpaints, removes and
upsamples.

A judge, a network that is trained first and kept as FOLDER/judge.safetensors,
looks for the noun, colour, place and count of each prompt: in pictures of
prompts seen in training and of combinations that were not, at several guidance
scales, and in objects inpainted into photographs. A second one, kept as
FOLDER/independent_judge.safetensors, is trained without the cut-outs that the
starter was trained on. The border and the ground of what is inpainted are
measured, and what an empty prompt leaves in place of a part of a photograph.
The results are written to FOLDER/evaluation.json and evaluation.png, and sheets
to look at to prompts.png and inpaintings.png. It takes about ten minutes on two
processors, more where the judges are still to be trained. Needs
pip install glide-studio[train].

With "blends" in place of a model's name, fill masks in photographs and lay each
fill in by every ground that a blend can have: the network's as made, matched to
the picture, and the picture's own. The results are written to
FOLDER/blends.json and a sheet to look at, blends.png. This takes about two
minutes.

With "hit-rate" in place of a model's name, count how often the judge finds the
object that a prompt names in masks of 2% to 60% of a photograph: with the
region around the mask that the program shows the model, and with the whole
picture. The results are written to FOLDER/hit_rate.json. This takes about ten
minutes on two processors, more where the judge is still to be trained.

With "samplers" in place of a model's name, compare the samplers: the quality
of each by network evaluations, at 5 to 100 steps, against 1000 steps from the
same seeds; likewise for the upsampler, for guidance limited to some noise
levels, and for the presets. The results are written to FOLDER/samplers.json
and samplers.png. This takes most of an hour on two processors."""

EXAMPLES = """\
examples:
  glide-studio evaluate starter --data pack.zip --pictures 100
  glide-studio evaluate blends --data pack.zip
  glide-studio evaluate hit-rate --data pack.zip
  glide-studio evaluate samplers --data pack.zip"""


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


_WEIGHTS: dict[str, Any] = {"metavar": "WEIGHTS", "type": Path}


@dataclass(frozen=True)
class EvaluateOptions(DataOptions):
    what: str = argument(
        'the name of a model, such as starter, or "blends", "hit-rate" or "samplers"',
        metavar="MODEL",
    )
    out: Path = option(
        metavar="FOLDER",
        type=Path,
        default=Path("evaluation"),
        help="where to keep the judges and the results (default: %(default)s)",
    )
    pictures: int | None = option(
        metavar="N",
        type=whole,
        help=f"number of pictures for each figure (default: {PICTURES}, "
        f"for blends {BLEND_PICTURES}, for hit-rate {HIT_PICTURES}, "
        f"for samplers {SAMPLER_PICTURES})",
    )
    model: str | None = option(
        metavar="NAME",
        help=f"the model for blends, hit-rate and samplers (default: {default_model().name})",
    )
    judge_steps: int | None = option(
        metavar="N",
        type=whole_from(1),
        help="number of batches of scenes to train each judge with "
        f"(default: {STEPS_PER_NOUN} for each noun, at least {LEAST_JUDGE_STEPS})",
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
    elif options.what == "blends":
        _evaluate_blends(options)
    elif options.what == "hit-rate":
        _evaluate_hit_rate(options)
    else:
        _evaluate_model(options)
    return 0


def _evaluate_model(options: EvaluateOptions) -> None:
    if options.model is not None:
        raise CommandError(
            "The option --model is only for “evaluate blends”, “evaluate hit-rate” and "
            "“evaluate samplers”."
        )
    pictures = _pictures(options.pictures, PICTURES, LEAST_PICTURES)
    from glide_studio.training.bars import bars
    from glide_studio.training.plots import save_evaluation, save_sheet
    from glide_studio.training.sheets import CELL, inpainting_sheet, prompt_sheet

    evaluator = _evaluator(options, options.what, pictures)
    evaluator.clip = _clip(options.clip, options.what)
    evaluator.independent = _independent_judge(options, evaluator.vocabulary)
    figures = evaluator.evaluate() | {"megabytes": _megabytes(options)}
    save_evaluation(figures, options.out / "evaluation.png")
    _keep(figures, options, "evaluation.json", "\n".join(map(str, bars(figures))))
    _say("sheets")
    save_sheet(prompt_sheet(evaluator), options.out / "prompts.png", CELL)
    save_sheet(inpainting_sheet(evaluator), options.out / "inpaintings.png", CELL)


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
    evaluator = _evaluator(options, model, pictures)
    figures = SamplerCurve(evaluator, PLAN).measure()
    save_sampler_curves(figures, options.out / "samplers.png")
    _keep(figures, options, "samplers.json", tables(figures))


def _evaluate_blends(options: EvaluateOptions) -> None:
    if options.clip is not None:
        raise CommandError("The option --clip is not for “evaluate blends”, which uses no CLIP.")
    pictures = _pictures(options.pictures, BLEND_PICTURES, LEAST_BLEND_PICTURES)
    from glide_studio.training.blends import (
        CELL,
        blend_figures,
        blend_sheet,
        blend_table,
        blended,
    )
    from glide_studio.training.plots import save_sheet

    models = _models(options, default_model().name if options.model is None else options.model)
    vocabulary = _vocabulary(models.base.spec.token_ids)
    fills = list(blended(models, options.data, vocabulary, pictures, _say))
    options.out.mkdir(parents=True, exist_ok=True)
    save_sheet(blend_sheet(fills), options.out / "blends.png", CELL)
    figures = blend_figures(fills)
    _keep(figures, options, "blends.json", blend_table(figures))


def _evaluate_hit_rate(options: EvaluateOptions) -> None:
    if options.clip is not None:
        raise CommandError(
            "The option --clip is not for “evaluate hit-rate”, which uses no noised CLIP."
        )
    pictures = _pictures(options.pictures, HIT_PICTURES, LEAST_HIT_PICTURES)
    from glide_studio.training.hit_rate import hit_figures, hit_rates, hit_table

    model = default_model().name if options.model is None else options.model
    figures = hit_figures(hit_rates(_evaluator(options, model, pictures)))
    _keep(figures, options, "hit_rate.json", hit_table(figures))


def _pictures(wanted: int | None, default: int, least: int) -> int:
    pictures = default if wanted is None else wanted
    if pictures < least:
        raise CommandError(f"The number of pictures must be at least {least}.")
    return pictures


def _keep(figures: dict[str, Any], options: EvaluateOptions, file: str, table: str) -> None:
    text = json.dumps(figures, indent=1)
    (options.out / file).write_text(text + "\n", encoding="utf-8")
    print(text if options.json else table)


def _evaluator(options: EvaluateOptions, model: str, pictures: int) -> "Evaluator":
    from glide_studio.training.evaluation import Evaluator
    from glide_studio.training.judge import every_style

    models = _models(options, model)
    vocabulary = _vocabulary(models.base.spec.token_ids)
    options.out.mkdir(parents=True, exist_ok=True)
    judge = _judge(options, "judge.safetensors", every_style(vocabulary))
    return Evaluator(models, None, judge, options.data, vocabulary, pictures, _say)


def _models(options: EvaluateOptions, model: str) -> "Models":
    """The model, with the weights that the options give in place of its own."""
    from glide_studio.engine import ModelLoader, load_with_cpu_fallback

    candidates = {"base": options.base, "upsample": options.upsample}
    files = {name: path for name, path in candidates.items() if path is not None}
    return load_with_cpu_fallback(ModelLoader(model, files=files))


def _vocabulary(token_ids: Collection[int]) -> "Vocabulary":
    """The largest vocabulary whose tokens a base network knows; empty `token_ids` stand for all.

    The network decides, and not the model's card: a candidate is evaluated before it has one.
    """
    from glide_studio.engine import Tokenizer
    from glide_studio.training.captions import caption_tokens
    from glide_studio.training.vocabulary import GPU_VOCABULARY, SMALL_VOCABULARY

    known = [
        vocabulary
        for vocabulary in (SMALL_VOCABULARY, GPU_VOCABULARY)
        if not token_ids or set(token_ids).issuperset(caption_tokens(vocabulary, Tokenizer()))
    ]
    if not known:
        raise CommandError("The base network knows none of the vocabularies of the starters.")
    return max(known, key=lambda vocabulary: len(vocabulary.nouns))


def _megabytes(options: EvaluateOptions) -> float:
    """The size of the model's files, with those of the options in place of its own."""
    folder = find_model(options.what, installed_models()).folder
    size = 0
    for name in ("base", "upsample", "clip"):
        path, entry = getattr(options, name), folder.joinpath(f"{name}.safetensors")
        if path is not None:
            size += path.stat().st_size
        elif entry.is_file():
            with as_file(entry) as file:
                size += file.stat().st_size
    return size / 1e6


def _clip(weights: Path | None, model: str) -> "NoisedClip | None":
    from glide_studio.engine.checkpoint import load_clip
    from glide_studio.engine.models import load_noised_clip

    if weights is not None:
        return load_clip(weights)
    clip = load_noised_clip(find_model(model, installed_models()))
    if clip is None:
        _say(f"The model {model} has no noised CLIP: R-precision is left out.")
    return clip


def _independent_judge(options: EvaluateOptions, vocabulary: "Vocabulary") -> "Judge | None":
    from glide_studio.training.judge import other_styles

    others = other_styles(vocabulary, options.data)
    if others is None:
        _say("The pack has no styles that training did not see: the independent judge is left out.")
        return None
    return _judge(options, "independent_judge.safetensors", others)


def _judge(options: EvaluateOptions, file: str, vocabulary: "Vocabulary") -> "Judge":
    """The judge of a vocabulary in the output folder; if there is none, a new one is trained and
    kept there."""
    from glide_studio.training.judge import load_judge, save_judge, train_judge

    path = options.out / file
    if path.is_file():
        try:
            return load_judge(path, vocabulary)
        except (RuntimeError, OSError) as error:
            raise CommandError(
                f"“{path}” is not a judge of this vocabulary: delete it to train a new one."
            ) from error
    steps = options.judge_steps or max(LEAST_JUDGE_STEPS, STEPS_PER_NOUN * len(vocabulary.nouns))
    judge = train_judge(options.data, vocabulary, steps, _say)
    save_judge(judge, path)
    return judge
